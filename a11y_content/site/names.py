"""Names of published files: one place decides which may be written, and finds those that take each other's place.

A published name must mean the same file on every system and host that a site may be copied to: Linux, macOS (which
normalises), Windows (which folds case and has names for devices), a web server, an archive, a bucket.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from a11y_content.problem import fault

NAME_UNSAFE = fault(
    "name-unsafe",
    "A file name cannot be published everywhere",
    why="Some systems and web hosts refuse or change such names, and links to them break.",
    mend="rename the file: letters, digits, hyphens; no device names, no dot or space at the end",
)
NAME_COLLISION = fault(
    "name-collision",
    "Two files would be published under one name",
    why="Some systems tell neither upper from lower case nor two ways to write a letter: one would replace the other.",
    mend="rename one of the files, so that more than case differs",
)

LONGEST: Final = 200
"""Bytes of UTF-8 in a part of a path; file systems allow 255, and what writes them wants some room."""
LONGEST_PATH: Final = 1000
"""Bytes in a whole path; buckets allow 1,024."""
_ADDED: Final = len("-1920.01234567.webp")
"""What publishing may add to the name of a content file."""
_SIGNS: Final = frozenset(" -_.,'()[]+&@!~=#%;$")
_KINDS: Final = frozenset({"L", "M", "N"})
_DEVICES: Final = frozenset(
    {
        *("con", "prn", "aux", "nul", "conin$", "conout$", "clock$"),
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
    }
)


def unsafe(path: str, *, added: int = 0) -> str:
    """Say why a path (with `/`, from the folder that it lies in) cannot be a published name, or give an empty string.

    The alphabet is closed: letters, marks and numbers of any script, a space, and some ASCII signs. `added` is the
    number of bytes that the last part must leave free.
    """
    if len(path.encode("utf-8", "replace")) > LONGEST_PATH:
        return f"is longer than {LONGEST_PATH} bytes"
    *folders, last = path.split("/")
    for part in (*folders, last):
        if reason := _unsafe_part(part, added if part is last else 0):
            return reason
    return ""


def unsafe_source(source: str) -> str:
    """Say why a content file cannot be published under its name and what is added to it, or give an empty string."""
    return unsafe(source, added=_ADDED)


def _unsafe_part(part: str, added: int) -> str:
    if part in {"", ".", ".."}:
        return "leads to another folder than it seems to"
    if len(part.encode("utf-8", "replace")) + added > LONGEST:
        return f"has a part of more than {LONGEST - added} bytes"
    for sign in part:
        if sign not in _SIGNS and unicodedata.category(sign)[0] not in _KINDS:
            shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
            return f"holds a character that not every system allows: {shown}"
    if part.endswith((".", " ")) or part.startswith(" "):
        return "ends in a dot or a space, or begins with a space"
    # Windows drops what follows the first dot, and spaces before it; it reads `COM¹` as COM1.
    if unicodedata.normalize("NFKC", part).split(".")[0].rstrip(" ").casefold() in _DEVICES:
        return "is the name of a device on Windows"
    return ""


def published(path: str) -> str:
    """Give the one form of a name that is published: NFC, which keyboards and browsers write."""
    return unicodedata.normalize("NFC", path)


def same_name(path: str) -> str:
    """Fold a path so that two names that some file system takes for one compare equal."""
    folded = unicodedata.normalize("NFC", path).casefold()
    return unicodedata.normalize("NFC", folded)


def clashes(claims: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Find published paths that are one name on some system, or of which one is a folder of the other.

    `claims` are (path, who wants it); given are (path, who came second, who has it already).
    """
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path, owner in claims:
        parts = same_name(path).split("/")
        above = ["/".join(parts[:count]) for count in range(1, len(parts))]
        folded = "/".join(parts)
        taken = next((files[one] for one in (folded, *above) if one in files), None) or folders.get(folded)
        if taken is not None and taken != owner:
            yield path, owner, taken
            continue
        files.setdefault(folded, owner)
        for one in above:
            folders.setdefault(one, owner)
