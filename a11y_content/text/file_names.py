"""Names of files that every system keeps as they are: the one place that decides, for what is imported and published.

A name must mean the same file on every system and host that a folder may be copied to: Linux, macOS (which normalises),
Windows (which folds case and has names for devices), a web server, an archive, a bucket.
"""

from __future__ import annotations

import unicodedata
from typing import Final

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
        if not allowed(sign):
            shown = sign if sign.isprintable() else f"U+{ord(sign):04X}"
            return f"holds a character that not every system allows: {shown}"
    if part.endswith((".", " ")) or part.startswith(" "):
        return "ends in a dot or a space, or begins with a space"
    return "is the name of a device on Windows" if is_device(part) else ""


def allowed(sign: str) -> bool:
    """Tell whether a character may stand in a name: letters, marks and numbers of any script, and some ASCII signs."""
    return sign in _SIGNS or unicodedata.category(sign)[0] in _KINDS


def is_device(part: str) -> bool:
    """Tell whether Windows takes a name for a device: it drops what follows the first dot, and reads `COM¹` as COM1."""
    return unicodedata.normalize("NFKC", part).split(".")[0].rstrip(" ").casefold() in _DEVICES
