"""Colour arithmetic: OKLCH and sRGB, relative luminance, contrast ratio, and the nearest colour that passes.

Sources: CSS Color 4 (OKLab matrices of Björn Ottosson, gamut mapping by chroma), WCAG 2.2 (relative luminance, contrast
ratio). All ratios are of the 8-bit colours that the browser is given: what is proved here is what an audit measures.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Final, NamedTuple

_HEX: Final = re.compile(r"#[0-9a-f]{6}")
_SHORT_HEX: Final = re.compile(r"#[0-9a-f]{3}")
_NUMBER: Final = r"([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))"
_OKLCH: Final = re.compile(rf"oklch\(\s*{_NUMBER}(%?)\s+{_NUMBER}\s+{_NUMBER}(?:deg)?\s*\)")
_SRGB_KNEE: Final = 0.0031308
_LUMINANCE_KNEE: Final = 0.04045
_EPSILON: Final = 1e-4
NEAREST_STEPS: Final = 200
MOST_CHROMA: Final = 0.5
"""No colour that a screen shows has more."""


class Oklch(NamedTuple):
    """A colour as eyes sort it: lightness 0..1, chroma from 0 (grey) to about 0.37, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


def read_colour(text: str) -> tuple[str, Oklch]:
    """Read a colour as authors write it (`#0b6e4f`, `#0af`, `oklch(0.48 0.1 160)`); give `#rrggbb` and its OKLCH.

    Raises `ValueError` for other spellings.
    """
    plain = text.strip().lower()
    if _SHORT_HEX.fullmatch(plain):
        plain = "#" + "".join(2 * digit for digit in plain[1:])
    if _HEX.fullmatch(plain):
        return plain, to_oklch(plain)
    if found := _OKLCH.fullmatch(plain):
        lightness = float(found[1]) / (100 if found[2] else 1)
        colour = Oklch(lightness, float(found[3]), float(found[4]))
        if 0 <= colour.lightness <= 1 and 0 <= colour.chroma <= MOST_CHROMA:
            return to_hex(colour), colour
    msg = f"{text!r} is not a colour such as #0b6e4f or oklch(0.48 0.1 160)"
    raise ValueError(msg)


def _linear_rgb(colour: Oklch) -> tuple[float, float, float]:
    angle = math.radians(colour.hue)
    a, b = colour.chroma * math.cos(angle), colour.chroma * math.sin(angle)
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _shown(colour: Oklch) -> bool:
    return all(-_EPSILON <= channel <= 1 + _EPSILON for channel in _linear_rgb(colour))


def _encode(channel: float) -> int:
    clipped = min(1.0, max(0.0, channel))
    gamma = 12.92 * clipped if clipped <= _SRGB_KNEE else 1.055 * clipped ** (1 / 2.4) - 0.055
    return round(gamma * 255)


def to_hex(colour: Oklch) -> str:
    """Give `#rrggbb`; a colour that sRGB cannot show keeps lightness and hue and loses chroma until it can."""
    if not _shown(colour):
        low, high = 0.0, colour.chroma
        while high - low > _EPSILON:
            middle = (low + high) / 2
            low, high = (middle, high) if _shown(colour._replace(chroma=middle)) else (low, middle)
        colour = colour._replace(chroma=low)
    return "#" + "".join(f"{_encode(channel):02x}" for channel in _linear_rgb(colour))


def to_oklch(colour: str) -> Oklch:
    """Give `#rrggbb` as eyes sort it; `to_hex` gives the same six digits back."""
    red, green, blue = _channels(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    return Oklch(min(1.0, lightness), math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def _channels(colour: str) -> tuple[float, float, float]:
    """Give red, green and blue in linear light."""
    if not _HEX.fullmatch(colour.lower()):
        msg = f"{colour!r} is not a colour such as #1a2b3c"
        raise ValueError(msg)
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LUMINANCE_KNEE else ((channel + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Give the relative luminance of `#rrggbb`, 0 (black) to 1 (white); raises `ValueError` for other spellings."""
    red, green, blue = _channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(first: str, second: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21; their order does not count."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def nearest(colour: Oklch, ground: str, least: float) -> str:
    """Give the colour of the same hue, nearest in lightness, that reaches the ratio on `ground`; empty if none does."""
    return nearest_where(colour, lambda candidate: ratio(candidate, ground) >= least)


def nearest_where(colour: Oklch, passes: Callable[[str], bool]) -> str:
    """Give the colour of the same hue, nearest in lightness, that passes; empty if none does.

    Lightness goes in steps of 1/200, the last one to black or white itself.
    """
    tried: set[float] = set()
    for step in range(NEAREST_STEPS + 1):
        for sign in (-1, 1):
            lightness = min(1.0, max(0.0, colour.lightness + sign * step / NEAREST_STEPS))
            if lightness in tried:
                continue
            tried.add(lightness)
            candidate = to_hex(colour._replace(lightness=lightness))
            if passes(candidate):
                return candidate
    return ""
