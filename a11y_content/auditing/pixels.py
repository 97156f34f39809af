"""Pictures as pixels: contrast of single pixels, and how many changed between two pictures.

Sources: WCAG 2.2 (relative luminance, contrast ratio) of 8-bit sRGB values.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from PIL import Image, ImageChops

Colour = tuple[int, int, int]

_KNEE: Final = 0.04045
_LINEAR: Final = tuple(
    value / 255 / 12.92 if value / 255 <= _KNEE else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in range(256)
)
ANY: Final = 1.0
"""The contrast ratio from which every change counts."""


def luminance(colour: Colour) -> float:
    """Give the relative luminance, 0 (black) to 1 (white)."""
    red, green, blue = colour
    return 0.2126 * _LINEAR[red] + 0.7152 * _LINEAR[green] + 0.0722 * _LINEAR[blue]


@lru_cache(maxsize=65_536)
def ratio(one: Colour, other: Colour) -> float:
    """Give the contrast ratio of two colours, 1 to 21; their order does not count."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True, slots=True)
class Picture:
    """Opaque pixels, row after row."""

    width: int
    height: int
    data: bytes
    """Three bytes a pixel: red, green, blue."""

    @classmethod
    def read(cls, png: bytes) -> Self:
        """Read a PNG; raises `OSError` for what is none."""
        with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
            opaque = image.convert("RGB")
            return cls(opaque.width, opaque.height, opaque.tobytes())

    def at(self, x: int, y: int) -> Colour:
        """Give the colour of a pixel; raises `IndexError` outside of the picture."""
        if not (0 <= x < self.width and 0 <= y < self.height):
            raise IndexError(f"no pixel {x}, {y} in a picture of {self.width} x {self.height}")
        start = 3 * (y * self.width + x)
        return self.data[start], self.data[start + 1], self.data[start + 2]

    def cut(self, left: int, top: int, right: int, bottom: int) -> Picture:
        """Give the part from `left`, `top` up to but without `right`, `bottom`, as far as the picture goes."""
        left, top = max(0, left), max(0, top)
        right, bottom = min(self.width, right), min(self.height, bottom)
        if left >= right or top >= bottom:
            return Picture(0, 0, b"")
        rows = (self.data[3 * (y * self.width + left) : 3 * (y * self.width + right)] for y in range(top, bottom))
        return Picture(right - left, bottom - top, b"".join(rows))

    def colours(self) -> list[Colour]:
        """Give all pixels, row after row."""
        return list(zip(self.data[::3], self.data[1::3], self.data[2::3], strict=True))

    def bounds(self, other: Picture) -> tuple[int, int, int, int] | None:
        """Give the box (left, top, right, bottom) that holds all that differs; `None` where nothing does.

        Raises `ValueError` for a picture of another size.
        """
        if (self.width, self.height) != (other.width, other.height):
            raise ValueError(f"{self.width} x {self.height} pixels cannot be told from {other.width} x {other.height}")
        if self.data == other.data or not self.data:
            return None
        return ImageChops.difference(_image(self), _image(other)).getbbox()

    def changed(self, other: Picture, at_least: float = ANY) -> int:
        """Count the pixels that differ by at least this contrast ratio; raises `ValueError` for another size."""
        box = self.bounds(other)
        if box is None:
            return 0
        pairs = zip(self.cut(*box).colours(), other.cut(*box).colours(), strict=True)
        return sum(1 for one, two in pairs if one != two and (at_least <= ANY or ratio(one, two) >= at_least))


def _image(picture: Picture) -> Image.Image:
    return Image.frombytes("RGB", (picture.width, picture.height), picture.data)
