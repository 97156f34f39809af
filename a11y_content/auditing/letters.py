"""The contrast of letters with what lies behind them, read off pictures of one place.

WCAG asks for the ratio of the colours that were chosen, not of the paler edges that smoothing gives a letter: so only
the core of each letter counts, its best pixel stands for it, and the worst letter for the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PIL import Image, ImageChops

from a11y_content.auditing.pixels import Colour, Picture, ratio

Box = Sequence[int]
"""Left, top, right, bottom in pixels of the picture."""

_CORE: Final = 0.9
"""Of a letter's strongest pixel: what is at least so strong is its core."""
_STRONG: Final = 0.75
"""Of the text's strongest letter: a letter below has no core (a dot, a hairline, a part under something else)."""
_FAINTEST: Final = 24
"""Of 255: below, nothing of a letter is seen."""
_WHOLE: Final = 0.95
"""Share of a pixel that a letter must fill where a filter hides what it would be if it filled all."""
_ENOUGH: Final = 0.25
"""Share of the letters that must have been measured: a box that scrolls may hide the others."""
_FOOT: Final = 6
"""The last part of a letter's box, of so many, is left out: lines under words are painted there, as backgrounds too."""
_MOST: Final = 40
"""Pixels of a core that are compared."""


@dataclass(frozen=True, slots=True)
class Looks:
    """Pictures of one place: as it is, without its letters, with white letters and with black ones."""

    normal: Picture
    bare: Picture
    white: Picture
    black: Picture
    cover: bytes = field(init=False)
    """How much of each pixel a letter covers, 0 to 255."""

    def __post_init__(self) -> None:
        """Raises `ValueError` where the pictures differ in size."""
        sizes = {(one.width, one.height) for one in (self.normal, self.bare, self.white, self.black)}
        if len(sizes) != 1:
            raise ValueError(f"four pictures of one place have {len(sizes)} sizes")
        red, green, blue = ImageChops.difference(_image(self.white), _image(self.black)).split()
        strongest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        object.__setattr__(self, "cover", strongest.tobytes())


def span(
    looks: Looks, boxes: Sequence[Box], strength: float, *, filtered: bool, sparse: bool = False
) -> tuple[float, float] | None:
    """Give the contrast of the worst and of the best of the letters in these boxes; `None` where too few can be seen.

    `strength` says how much of a letter's colour opacity lets through (0 to 1): a letter so thin that smoothing makes
    all of it paler is judged by the colour that was chosen. Not so where it is `filtered`: there it cannot be known.
    Boxes are `sparse` where only some of them hold letters at all (cells of a field).
    """
    letters = [_pixels(looks, box) for box in boxes]
    strongest = max((letter[0][0] for letter in letters if letter), default=0)
    if strongest < _FAINTEST:
        return None
    least = max(_STRONG * strongest, _WHOLE * 255 * strength if filtered else 0)
    measured = [
        _best(looks, letter, 0 if filtered else 255 * strength)
        for letter in letters
        if letter and letter[0][0] >= least
    ]
    if not measured or (not sparse and len(measured) < _ENOUGH * len(boxes)):
        return None
    return min(measured), max(measured)


def _pixels(looks: Looks, box: Box) -> list[tuple[int, int]]:
    """Give cover and place of what is strong in a box but for its foot, the strongest first."""
    left, top, right, bottom = max(0, box[0]), max(0, box[1]), box[2], box[3]
    bottom -= (bottom - top) // _FOOT
    width, height = looks.normal.width, looks.normal.height
    right, bottom = min(width, right), min(height, bottom)
    found = [
        (value, row * width + left + place)
        for row in range(top, bottom)
        for place, value in enumerate(looks.cover[row * width + left : row * width + right])
        if value >= _FAINTEST
    ]
    found.sort(reverse=True)
    return found


def _best(looks: Looks, letter: list[tuple[int, int]], whole: float) -> float:
    """Give the best contrast in a letter's core; `whole` is the cover of a pixel that it fills, 0 if nobody knows."""
    core = [(value, place) for value, place in letter if value >= _CORE * letter[0][0]]
    core = core[:: len(core) // _MOST + 1]  # from its whole height, as its ground may change
    found = {
        (_at(looks.normal, place), _at(looks.bare, place), min(1.0, value / whole) if whole else 1.0)
        for value, place in core
    }
    return max(ratio(_chosen(ink, ground, share), ground) for ink, ground, share in found)


def _chosen(ink: Colour, ground: Colour, share: float) -> Colour:
    """Give the colour of which smoothing let only a share through."""
    red, green, blue = (
        min(255, max(0, round(below + (above - below) / share))) for above, below in zip(ink, ground, strict=True)
    )
    return red, green, blue


def _at(picture: Picture, place: int) -> Colour:
    return picture.data[3 * place], picture.data[3 * place + 1], picture.data[3 * place + 2]


def _image(picture: Picture) -> Image.Image:
    return Image.frombytes("RGB", (picture.width, picture.height), picture.data)
