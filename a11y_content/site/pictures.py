"""Sizes of pictures, so that a page keeps their place before they are there and nothing jumps."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import imagesize
from lxml import etree

RASTERS: Final = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
"""Suffixes of pictures of pixels; a test holds them to the formats that `rasters` makes."""
_BOX: Final = 4
"""Numbers of an SVG `viewBox`: left, top, width, height."""


def size(path: Path) -> tuple[int, int] | None:
    """Give the natural width and height of a picture in CSS pixels, or None where the file does not say."""
    if path.suffix.lower() not in RASTERS | {".svg"}:
        return None
    width, height = imagesize.get(path)
    if (width <= 0 or height <= 0) and path.suffix.lower() == ".svg":
        width, height = _view_box(path)
    return (round(width), round(height)) if round(width) > 0 and round(height) > 0 else None


def _view_box(path: Path) -> tuple[float, float]:
    """Read the proportions of an SVG file from its first tag; entities are never resolved, nothing is fetched."""
    try:
        with path.open("rb") as file:
            _, root = next(
                etree.iterparse(file, events=("start",), resolve_entities=False, no_network=True, load_dtd=False)
            )
            numbers = [float(word) for word in (root.get("viewBox") or "").replace(",", " ").split()]
    except (etree.XMLSyntaxError, StopIteration, ValueError):
        return 0, 0
    return (numbers[2], numbers[3]) if len(numbers) == _BOX else (0, 0)
