"""Pictures made for tests."""

from __future__ import annotations

import io
from typing import Any

from PIL import ExifTags, Image


def photo(width: int, height: int, turn: int = 0) -> Image.Image:
    """Make a picture with some grain, the same each time."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.radial_gradient("L").resize((width, height))
    return Image.merge("RGB", [(across, down, across), (down, across, down)][turn])


def encoded(image: Image.Image, kind: str, **settings: Any) -> bytes:
    """Write a picture as a file."""
    out = io.BytesIO()
    image.save(out, kind, **settings)
    return out.getvalue()


def exif(artist: str = "", orientation: int = 1) -> Image.Exif:
    """Make what a camera writes, with a place."""
    made = Image.Exif()
    made[ExifTags.Base.Orientation] = orientation
    if artist:
        made[ExifTags.Base.Artist] = artist
    made.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (51.0, 30.0, 0.0)
    return made
