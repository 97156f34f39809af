"""Names of published files: which may be written (`text/file_names.py` decides), and which take each other's place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from a11y_content.problem import fault
from a11y_content.text.file_names import LONGEST, LONGEST_PATH, unsafe, unsafe_source

__all__ = [
    "LONGEST",
    "LONGEST_PATH",
    "NAME_COLLISION",
    "NAME_UNSAFE",
    "clashes",
    "published",
    "same_name",
    "unsafe",
    "unsafe_source",
]

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
