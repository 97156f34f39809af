"""The contrast of letters, on pictures that are drawn here."""

import io

import pytest
from PIL import Image

from a11y_content.auditing.letters import Looks, span
from a11y_content.auditing.pixels import Picture

Colour = tuple[int, int, int]
LETTER = (4, 2, 8, 18)
"""A bar of four pixels in a picture of 20 x 20: the core of a letter."""


def drawn(ground: Colour, ink: Colour | None, cover: float = 1) -> Picture:
    image = Image.new("RGB", (20, 20), ground)
    if ink:
        mixed = tuple(round(below + (above - below) * cover) for above, below in zip(ink, ground, strict=True))
        image.paste(mixed, LETTER)
    file = io.BytesIO()
    image.save(file, "PNG")
    return Picture.read(file.getvalue())


def looks(ground: Colour, ink: Colour, cover: float = 1) -> Looks:
    return Looks(
        drawn(ground, ink, cover),
        drawn(ground, None),
        drawn(ground, (255, 255, 255), cover),
        drawn(ground, (0, 0, 0), cover),
    )


def test_a_letter_is_compared_with_what_lies_behind_it() -> None:
    one = looks((255, 255, 255), (118, 118, 118))
    assert span(one, [(0, 0, 12, 20)], 1, filtered=False) == pytest.approx((4.54, 4.54), abs=0.01)


def test_a_thin_letter_is_judged_by_the_colour_that_was_chosen() -> None:
    one = looks((255, 255, 255), (118, 118, 118), cover=0.6)
    assert span(one, [(0, 0, 12, 20)], 1, filtered=False) == pytest.approx((4.54, 4.54), abs=0.1)
    assert span(one, [(0, 0, 12, 20)], 1, filtered=True) is None


def test_a_pale_letter_is_judged_as_pale_as_its_opacity_makes_it() -> None:
    one = looks((255, 255, 255), (0, 0, 0), cover=0.4)
    assert span(one, [(0, 0, 12, 20)], 0.4, filtered=False) == pytest.approx((2.85, 2.85), abs=0.05)


def test_letters_that_cannot_be_seen_are_not_judged() -> None:
    one = looks((255, 255, 255), (0, 0, 0))
    assert span(one, [(10, 0, 20, 20)], 1, filtered=False) is None
    cells = [(0, 0, 12, 20), *[(12, row, 16, row + 2) for row in range(0, 20, 2)]]
    assert span(one, cells, 1, filtered=False) is None
    assert span(one, cells, 1, filtered=False, sparse=True) == pytest.approx((21, 21))
    assert span(one, [], 1, filtered=False) is None


def test_pictures_of_different_places_are_refused() -> None:
    small = Picture(1, 1, b"abc")
    one = drawn((0, 0, 0), None)
    with pytest.raises(ValueError, match="2 sizes"):
        Looks(one, one, one, small)
