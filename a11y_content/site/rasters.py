"""Pictures of pixels: checked, freed of what they say about people, and made in smaller sizes. Needs Pillow.

Imported only where a picture is not in the cache: docs/decisions/0068-pictures.md. The same bytes in give the same
bytes out (for one version of Pillow), since nothing here depends on time, place or the number of processors.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

MAX_PIXELS: Final = 50_000_000
"""More than cameras make; a file of some kilobytes may ask for gigabytes of memory."""
LARGEST: Final = 2560
"""Pixels of width that no column of ours can use up; a wider picture is published this wide."""
WIDTHS: Final = (320, 640, 960, 1280, 1920)
"""Widths of the smaller copies."""
_APART: Final = 1.2
"""A copy is worth its place when the picture is this many times wider."""
LONGEST: Final = 5.0
"""Seconds that something may move by itself (WCAG 2.2.2)."""
_FRAMES: Final = 200
_SHOWN: Final = 80

_FORMATS: Final = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "AVIF": ".avif", "GIF": ".gif", "MPO": ".jpg"}
_MOVING: Final = frozenset({"GIF", "PNG", "WEBP", "AVIF"})
_LYING: Final = range(5, 9)
"""Orientations in which width and height change places."""
_MODES: Final = frozenset({"RGB", "RGBA", "L", "LA", "P", "PA", "1"})
_KEPT: Final = frozenset({"icc_profile", "transparency", "jfif", "jfif_version", "progressive", "gamma"})
"""What stays in `info`: it is about colours."""
_PARTS: Final = frozenset({"APP0", "APP2", "APP14"})
"""Parts of a JPEG file that are about colours."""
_WORDS: Final = {
    ExifTags.Base.ImageDescription: "description",
    ExifTags.Base.Artist: "artist",
    ExifTags.Base.Copyright: "copyright",
}
_XMP: Final = re.compile(rb"<(?:dc:(?:creator|rights|description)|photoshop:Credit)>(.{0,2000}?)</", re.DOTALL)

# All that Pillow's readers raise for broken data.
_BROKEN: Final = (
    *(OSError, ValueError, SyntaxError, TypeError, LookupError, EOFError, ArithmeticError, RuntimeError),
    *(struct.error, zlib.error, MemoryError),
)


class RasterError(Exception):
    """A picture that cannot be published; the message follows its name: `is cut short`."""

    def __init__(self, reason: str, *, huge: bool = False) -> None:
        """Keep the reason, and whether it is the size alone."""
        self.huge = huge
        super().__init__(reason)


@dataclass(slots=True)
class Raster:
    """What was made of a picture."""

    width: int
    height: int
    suffix: str
    """The suffix of its real format."""
    data: bytes | None = None
    """The picture as it is published; None where the file may be published as it is."""
    copies: list[tuple[int, str, bytes]] = field(default_factory=list)
    """Smaller ones: width, suffix, bytes; from narrow to wide."""
    personal: list[str] = field(default_factory=list)
    """What it said about people and places, now taken out."""
    seconds: float = 0
    """How long it moves by itself; infinite where it never ends."""


def make(data: bytes, *, judge: bool = False) -> Raster:
    """Check a picture and make what is published of it; raises `RasterError` for one that cannot be.

    To `judge` it alone is several times faster: nothing is made then.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it mends silently, and of sizes that are judged here
            return _make(data, judge=judge)
    except UnidentifiedImageError as error:
        raise RasterError("is no picture of a kind that browsers show: JPEG, PNG, WebP, AVIF, GIF") from error
    except Image.DecompressionBombError as error:
        raise RasterError(f"has more than {MAX_PIXELS // 1_000_000} million pixels", huge=True) from error
    except _BROKEN as error:
        said = " ".join(str(error).split())[:_SHOWN]
        raise RasterError(f"cannot be read as a picture: {said or type(error).__name__}") from error


def _make(data: bytes, *, judge: bool) -> Raster:
    formats = [name for name in _FORMATS if name != "MPO"]
    with Image.open(io.BytesIO(data), formats=formats) as image:
        kind = "JPEG" if image.format == "MPO" else str(image.format)
        if image.width * image.height > MAX_PIXELS:
            many = f"{image.width} x {image.height} pixels, more than {MAX_PIXELS // 1_000_000} million"
            raise RasterError(f"has {many}", huge=True)
        if kind in _MOVING and getattr(image, "is_animated", False):
            return Raster(image.width, image.height, _FORMATS[kind], seconds=_seconds(image))
        wide, high = image.size
        if judge:
            image.draft(None, (wide // 8, high // 8))  # a JPEG is then read as a whole, but not worked out in full
        image.load()
        personal = list(dict.fromkeys(_personal(image)))
        if judge:
            lying = image.getexif().get(ExifTags.Base.Orientation, 1) in _LYING
            return Raster(*((high, wide) if lying else (wide, high)), _FORMATS[kind], personal=personal)
        plain = _plain(image)
        if plain is image and image.width <= LARGEST:
            made = Raster(image.width, image.height, _FORMATS[kind], personal=personal)
            if _says_more(image):
                made.data = _again(image, kind)
        else:
            plain = _narrow(plain, LARGEST)
            made = Raster(plain.width, plain.height, _FORMATS[kind], _encode(plain, kind), personal=personal)
        made.copies = list(_copies(plain, kind, len(made.data or data)))
        return made


def _seconds(image: Image.Image) -> float:
    """Tell how long an animation goes on, as far as it matters."""
    loops = 0 if image.format == "AVIF" else image.info.get("loop", 1)  # Pillow cannot tell how often an AVIF repeats
    total = 0.0
    frames = min(_FRAMES, 4 * MAX_PIXELS // (image.width * image.height))
    for frame in range(frames):
        try:
            image.seek(frame)
            image.load()  # only then does it know how long a frame stays
        except EOFError:
            break
        total += max(float(image.info.get("duration", 0)), 20) / 1000
        if total * max(loops, 1) > LONGEST:
            break
    return float("inf") if loops == 0 else total * loops


def _personal(image: Image.Image) -> Iterator[str]:
    """Go through what a picture says about people and places."""
    exif = image.getexif()
    xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    xmp = xmp if isinstance(xmp, bytes) else str(xmp).encode()
    if exif.get_ifd(ExifTags.IFD.GPSInfo) or b"GPSL" in xmp:
        yield "the place where it was taken (GPS)"
    said: list[tuple[str, Any]] = [(name, exif.get(tag)) for tag, name in _WORDS.items()]
    said.append(("comment", exif.get_ifd(ExifTags.IFD.Exif).get(ExifTags.Base.UserComment)))
    said += [("about it", re.sub(rb"<[^>]*>", b" ", found)) for found in _XMP.findall(xmp)]
    said.append(("comment", image.info.get("comment")))
    texts = getattr(image, "text", {}).items()
    said += [(key[:20], value) for key, value in texts if "xmp" not in key.lower() and "profile" not in key.lower()]
    for name, value in said:
        if words := _text(value):
            yield f"{name}: “{words}”"


def _text(value: Any) -> str:
    """Give a value of metadata as one short line."""
    if isinstance(value, bytes):
        value = value.removeprefix(b"ASCII\0\0\0").decode("utf-8", "replace")
    words = " ".join(str(value or "").replace("\0", " ").split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


def _says_more(image: Image.Image) -> bool:
    """Tell whether a file holds more than a picture and its colours."""
    parts = {name for name, _ in getattr(image, "applist", ())}
    return bool(
        parts - _PARTS
        or getattr(image, "text", None)
        or image.info.keys() & {"exif", "xmp", "comment", "photoshop", "XML:com.adobe.xmp"}
        or image.format == "MPO"
    )


def _plain(image: Image.Image) -> Image.Image:
    """Turn a picture the way it is to be seen, in colours that every browser shows; itself where it is so already."""
    plain = ImageOps.exif_transpose(image) if image.getexif().get(ExifTags.Base.Orientation, 1) != 1 else image
    if plain.mode in _MODES:
        return plain
    if plain.mode.startswith("I") or plain.mode == "F":
        return plain.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    profile = plain.info.get("icc_profile")
    if plain.mode == "CMYK" and profile:
        try:
            colours = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(plain, *colours, outputMode="RGB")
        except (ImageCms.PyCMSError, *_BROKEN):
            turned = None
        if turned is not None:
            turned.info.pop("icc_profile", None)
            return turned
    turned = plain.convert("RGB")
    turned.info.pop("icc_profile", None)
    return turned


def _narrow(image: Image.Image, width: int) -> Image.Image:
    """Give a picture at most as wide."""
    if image.width <= width:
        return image
    if image.mode in {"P", "PA", "1"}:
        clear = image.mode == "PA" or "transparency" in image.info
        image = image.convert("RGBA" if clear else "RGB" if image.mode == "P" else "L")
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _copies(image: Image.Image, kind: str, size: int) -> Iterator[tuple[int, str, bytes]]:
    """Make the smaller copies, each in its own format or, where that is less, as WebP; `size`: bytes of the whole."""
    made = []
    for width in reversed(WIDTHS):
        if image.width < width * _APART:
            continue
        small = _narrow(image, width)
        own, web = _encode(small, kind), _encode(small, "WEBP", lossless=kind in {"PNG", "GIF"})
        suffix, data = (".webp", web) if len(web) < len(own) else (_FORMATS[kind], own)
        if len(data) < size:
            made.append((width, suffix, data))
            size = len(data)
    yield from reversed(made)


def _again(image: Image.Image, kind: str) -> bytes:
    """Write a picture anew without what it says besides; a JPEG keeps its tables, so that it loses next to nothing."""
    for key in [key for key in image.info if key not in _KEPT]:
        del image.info[key]
    if kind != "JPEG" or image.format == "MPO":
        return _encode(image, kind)
    out = io.BytesIO()
    image.save(out, "JPEG", quality="keep", optimize=True, exif=b"", comment=b"", **_colours(image))
    return out.getvalue()


def _encode(image: Image.Image, kind: str, *, lossless: bool = False) -> bytes:
    """Write a picture with nothing but its colours."""
    if kind == "JPEG" and image.mode not in {"RGB", "L"}:
        image = image.convert("RGB")
    if kind in {"WEBP", "AVIF"} and image.mode not in {"RGB", "RGBA"}:
        image = image.convert("RGBA" if image.mode in {"LA", "PA"} or "transparency" in image.info else "RGB")
    each: dict[str, dict[str, Any]] = {
        "JPEG": {"quality": 82, "optimize": True, "progressive": True, "comment": b""},
        "PNG": {"compress_level": 9},
        "GIF": {},
        "WEBP": {"lossless": True, "method": 2} if lossless else {"quality": 80, "method": 4},
        "AVIF": {"quality": 65, "speed": 8, "max_threads": 1},
    }
    out = io.BytesIO()
    empty = {} if kind == "GIF" else {"exif": b""}
    image.save(out, kind, **each[kind], **empty, **_colours(image))
    return out.getvalue()


def _colours(image: Image.Image) -> dict[str, Any]:
    return {"icc_profile": image.info.get("icc_profile")}
