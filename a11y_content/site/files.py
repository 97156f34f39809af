"""Files of the content folder that are no documents: which are published, as what, and under which names."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from a11y_content.model.site import Entry
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.site.captions import MAX_BYTES, captions_fault
from a11y_content.site.entries import page_path
from a11y_content.site.folders import Content, open_inside
from a11y_content.site.names import NAME_COLLISION, clashes, published, same_name
from a11y_content.site.pictures import RASTERS, size
from a11y_content.site.store import Made, Store, key
from a11y_content.site.svg import SvgError, clean_svg

PICTURE_BROKEN = fault(
    "picture-broken",
    "A picture cannot be read",
    why="Readers would see a hole where it should be.",
    mend="open it in a picture program and save it anew, as JPEG, PNG, WebP or AVIF",
)
PICTURE_HUGE = fault(
    "picture-huge",
    "A picture is too large",
    why="It would fill the memory of readers' devices, and of this program.",
    mend="save it smaller: 2,560 pixels of width are more than a page shows",
)
PICTURE_MOVES = fault(
    "picture-moves",
    "A picture moves by itself",
    why="What moves beside a text keeps people from reading it, and they cannot stop it.",
    mend="make it a film (`:::{media} video`), which has buttons, or a picture that stands still",
    criterion="2.2.2",
)
PICTURE_DATA = fault(
    "picture-data",
    "A picture says more than it shows",
    why="Cameras and programs write places, names and notes into the file, which everybody can read.",
    mend="it was taken out of what is published; name whom the picture is owed to in `credit`",
    level=Level.WARNING,
)
SVG_REFUSED = fault(
    "svg-refused",
    "An SVG file cannot be made safe",
    why="Browsers run scripts and load files that such a file asks for.",
    mend="save it as plain SVG from a drawing program, without links to other files",
)
SVG_CLEANED = fault(
    "svg-cleaned",
    "Something was taken out of an SVG file",
    why="It could run, load or lead elsewhere, or is not known to draw anything.",
    mend="look at the picture; save it as plain SVG if something is missing",
    level=Level.WARNING,
)
CAPTIONS_BROKEN = fault(
    "captions-broken",
    "A track of a film cannot be shown",
    why="Players drop it without a word, and who cannot hear the film has nothing.",
    mend="save it as WebVTT in UTF-8: a first line WEBVTT, then times and words",
    criterion="1.2.2",
)
FILE_KIND = fault(
    "file-kind",
    "A file is of a kind that is not published",
    why="Browsers could run it, or nobody could open it.",
    mend="move it out of the content folder, or save it in another form (PDF, CSV, MP4, WebVTT)",
    level=Level.WARNING,
)
FILE_DOCUMENT = fault(
    "file-document",
    "A file with text in it is published as it is",
    why="What stands in it is not checked here: whether it has headings, tags, text alternatives and a language.",
    mend="put its content into a page; or have a person check the file",
    level=Level.REVIEW,
)

_TEXTS: Final = frozenset({".pdf", ".epub", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".rtf"})
_OTHERS: Final = frozenset(
    [
        *(".mp4", ".m4v", ".webm", ".ogv", ".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wav"),
        *(".csv", ".tsv", ".ics", ".vcf"),
    ]
)
"""Films, recordings, tables, dates and cards: nothing that a browser runs."""
_MOST: Final = 100_000_000
"""Bytes of a picture that are read."""
_TOLD: Final = 8
"""Problems of one file; one more says how many there are besides."""
_FAULTS: Final = {
    one.code: one for one in (PICTURE_BROKEN, PICTURE_HUGE, PICTURE_MOVES, PICTURE_DATA, SVG_REFUSED, SVG_CLEANED)
}


@dataclass(frozen=True, slots=True)
class File:
    """A file of the content folder as the site has it."""

    source: str
    path: str = ""
    """Where it is published; empty where it is not."""
    size: tuple[int, int] | None = None
    """Of a picture, in CSS pixels."""
    copies: tuple[tuple[str, int], ...] = ()
    """Path and width of the smaller copies of a picture."""
    problems: tuple[Problem, ...] = ()
    refused: str = ""
    """Why it is not published."""
    key: str = ""
    """Its name in the store; empty where it is published as it is."""
    parts: tuple[tuple[str, str], ...] = ()
    """What is published of it: path, and digest in the store or nothing for the file itself."""


def prepare_files(root: str, shown: str, store: str, sources: Sequence[str]) -> list[File]:
    """Look at some files and make what is published of them; runs in any process.

    `shown` is the content folder as the author gave it. With a `store` (a folder) what is made is kept there; without,
    pictures are judged alone, and what is said of their paths fits no published site.
    """
    kept = Store(Path(store)) if store else None
    return [_prepare(Path(root), source, Spot(PurePosixPath(shown, source).as_posix()), kept) for source in sources]


def _prepare(root: Path, source: str, spot: Spot, store: Store | None) -> File:
    suffix = PurePosixPath(source).suffix.lower()
    try:
        if suffix in RASTERS or suffix == ".svg":
            return _picture(root, source, spot, store, "svg" if suffix == ".svg" else "raster")
        if suffix == ".vtt":
            with open_inside(root, source) as file:
                broken = captions_fault(file.read(MAX_BYTES + 1))
            if broken:
                line, why = broken
                told = CAPTIONS_BROKEN.at(Spot(spot.file, line, 1) if line else spot, f"{source} {why}")
                return File(source, problems=(told,), refused=why)
        elif suffix not in _TEXTS | _OTHERS:
            why = (
                f"a {suffix} file is of no kind that is" if suffix else "a file without a suffix is of no kind that is"
            )
            return File(source, problems=(FILE_KIND.at(spot, f"{source} is not published: {why}"),), refused=why)
        with open_inside(root, source) as file:
            short = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=4)).hexdigest()
    except OSError as error:
        why = f"it cannot be read: {error.strerror or error}"
        return File(source, problems=(PICTURE_BROKEN.at(spot, f"{source}: {why}"),), refused=why)
    path = _named(source, short, PurePosixPath(source).suffix)
    text = FILE_DOCUMENT.at(spot, f"{source} is published as it is; nobody has checked what stands in it")
    return File(source, path, problems=(text,) if suffix in _TEXTS else (), parts=((path, ""),))


def _picture(root: Path, source: str, spot: Spot, store: Store | None, kind: str) -> File:
    with open_inside(root, source) as file:
        data = file.read(_MOST + 1)
    name = key(kind, data)
    made = store.get(name) if store else None
    if made is None:
        made = make(kind, data, judge=store is None)
        if store:
            store.put(name, made)
    told = [
        _FAULTS[code].at(Spot(spot.file, line, 1) if line else spot, f"{source} {message}")
        for code, line, message in made.told
    ]
    if made.refused:
        return File(source, problems=tuple(told), refused=made.refused)
    suffix = PurePosixPath(source).suffix
    # A suffix that says the format in another way (.JPG, .jpeg) stays as the author wrote it.
    if {".jpeg": ".jpg"}.get(suffix.lower(), suffix.lower()) != made.suffix:
        suffix = made.suffix
    short = made.main[:8] or hashlib.blake2b(data, digest_size=4).hexdigest()
    path = _named(source, short, suffix)
    copies = [(_named(source, part[:8], suffix, width), width, part) for width, suffix, part in made.copies]
    return File(
        source,
        path,
        size=made.size if kind == "raster" else size(root / source),
        copies=tuple((where, width) for where, width, _ in copies),
        problems=tuple(told),
        key=name,
        parts=((path, made.main), *((where, part) for where, _, part in copies)),
    )


def make(kind: str, data: bytes, *, judge: bool = False) -> Made:
    """Make what is published of a picture (`svg` or `raster`), or judge it alone."""
    if len(data) > _MOST:
        why = f"has more than {_MOST // 1_000_000} MB"
        return Made(told=[(PICTURE_HUGE.code, 0, why)], refused=why)
    return _make_svg(data) if kind == "svg" else _make_raster(data, judge=judge)


def _make_svg(data: bytes) -> Made:
    try:
        clean = clean_svg(data)
    except SvgError as error:
        return Made(told=[(SVG_REFUSED.code, error.line, str(error))], refused=str(error))
    made = Made(suffix=".svg")
    made.main = made.keep(clean.data)
    made.told = [(SVG_CLEANED.code, line, f"is published without {what}") for line, what in clean.told[:_TOLD]]
    if (more := len(clean.told) - _TOLD) > 0:
        made.told.append((SVG_CLEANED.code, 0, f"is published without {more} more things of such kinds"))
    return made


def _make_raster(data: bytes, *, judge: bool) -> Made:
    from a11y_content.site import rasters  # noqa: PLC0415  Pillow is loaded only where a picture is made

    try:
        raster = rasters.make(data, judge=judge)
    except rasters.RasterError as error:
        code = (PICTURE_HUGE if error.huge else PICTURE_BROKEN).code
        return Made(told=[(code, 0, str(error))], refused=str(error))
    made = Made(suffix=raster.suffix, size=(raster.width, raster.height))
    made.main = made.keep(raster.data) if raster.data is not None else ""
    made.copies = [(width, suffix, made.keep(part)) for width, suffix, part in raster.copies]
    if raster.personal:
        made.told.append((PICTURE_DATA.code, 0, f"held {'; '.join(raster.personal)}: taken out of what is published"))
    if raster.seconds > rasters.LONGEST:
        long = "without end" if math.isinf(raster.seconds) else f"for {raster.seconds:.1f} seconds"
        made.told.append((PICTURE_MOVES.code, 0, f"moves by itself, {long}"))
    return made


def _named(source: str, short: str, suffix: str, width: int = 0) -> str:
    """Name a published file: as the author did, with a hash of its content, so that it may be cached for ever."""
    path = PurePosixPath(source)
    wide = f"-{width}" if width else ""
    return published((path.parent / f"{path.stem}{wide}.{short}{suffix}").as_posix())


def name_collisions(content: Content, entries: Iterable[Entry], files: Iterable[File]) -> Iterator[Problem]:
    """Find files whose published names some system takes for one, or for the folder of another page or file.

    Two pages with one address are told elsewhere (`address-taken`).
    """
    pages = {entry.path: entry.source for entry in entries}
    claims = [*pages.items(), *((path, file.source) for file in files for path, _ in file.parts)]
    told = set()
    for path, source, other in clashes(claims):
        taken = pages.get(path) == source and same_name(page_path(other)) == same_name(path)
        if not taken and (source, other) not in told:
            told.add((source, other))
            said = f"{source} would be published as {path}, which is one with {content.shown(other)} on some systems"
            yield NAME_COLLISION.at(Spot(content.shown(source)), said)


def contents(root: Path, store: Path, file: File) -> Iterator[tuple[str, bytes]]:
    """Give path and bytes of all that is published of a file; what the store has lost is made again."""
    kept = Store(store)
    made: Made | None = None
    for path, part in file.parts:
        data = kept.part(file.key, part) if part else None
        if data is None:
            with open_inside(root, file.source) as opened:
                data = opened.read()
            if part:
                if made is None:
                    kind = "svg" if file.path.endswith(".svg") else "raster"
                    made = make(kind, data)
                    kept.put(file.key, made)
                data = made.parts.get(part, b"")
        yield path, data
