"""Colour arithmetic: OKLCH to sRGB, relative luminance, contrast ratio, and the nearest colour that passes.

Sources: CSS Color 4 (OKLab matrices of Björn Ottosson, gamut mapping by chroma), WCAG 2.2 (relative luminance, contrast
ratio). All ratios are of the 8-bit colours that the browser is given: what is proved here is what an audit measures.
"""

from __future__ import annotations

import math
import re
from typing import Final, NamedTuple

_HEX: Final = re.compile(r"#[0-9a-f]{6}")
_SRGB_KNEE: Final = 0.0031308
_LUMINANCE_KNEE: Final = 0.04045
_EPSILON: Final = 1e-4


class Oklch(NamedTuple):
    """A colour as eyes sort it: lightness 0..1, chroma from 0 (grey) to about 0.37, hue in degrees."""

    lightness: float
    chroma: float
    hue: float


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


def luminance(colour: str) -> float:
    """Give the relative luminance of `#rrggbb`, 0 (black) to 1 (white); raises `ValueError` for other spellings."""
    if not _HEX.fullmatch(colour.lower()):
        msg = f"{colour!r} is not a colour such as #1a2b3c"
        raise ValueError(msg)
    total = 0.0
    for weight, start in ((0.2126, 1), (0.7152, 3), (0.0722, 5)):
        channel = int(colour[start : start + 2], 16) / 255
        linear = channel / 12.92 if channel <= _LUMINANCE_KNEE else ((channel + 0.055) / 1.055) ** 2.4
        total += weight * linear
    return total


def ratio(first: str, second: str) -> float:
    """Give the contrast ratio of two colours, 1 to 21; their order does not count."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def nearest(colour: Oklch, ground: str, least: float) -> str:
    """Give the colour of the same hue, nearest in lightness, that reaches the ratio on `ground`; empty if none does."""
    steps = 200
    for step in range(steps + 1):
        for sign in (-1, 1):
            lightness = colour.lightness + sign * step / steps
            if 0 <= lightness <= 1:
                candidate = to_hex(colour._replace(lightness=lightness))
                if ratio(candidate, ground) >= least:
                    return candidate
    return ""
