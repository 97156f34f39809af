"""Folders and HTML files: their pages, the site that they are part of, and its authors' lines."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from a11y_content.problem import UsageError

Spots = Mapping[str, Any]
MARKER: Final = ".a11y-content"
"""The file that marks the folder of a built site."""
_HTML: Final = (".html", ".htm")
_HEAD: Final = 4096
"""Bytes of a page in which a refresh is looked for; those of `build` stand in the first thousand."""
_REFRESH: Final = re.compile(rb"""<meta\s+http-equiv=["']?refresh["']?\s+content=["']?\s*0\s*;\s*url=""", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A folder to serve, and the paths of the pages in it that are to be audited."""

    root: Path
    names: tuple[str, ...]


def folder_of(path: Path, word: str) -> Folder:
    """Give the pages of a folder, or the one that a file is; raises `UsageError` that names them by `word`."""
    if path.is_dir():
        folder = path.resolve()
        names = tuple(_pages_in(folder))
        if not names:
            raise UsageError(f"{word}: no HTML page in this folder")
        root = _top(folder)
        return Folder(root=root, names=tuple((folder / name).relative_to(root).as_posix() for name in names))
    if path.is_file():
        if path.suffix.lower() not in _HTML:
            raise UsageError(f"{word}: not an HTML file; audit a folder, an HTML file, an address or a sitemap")
        file = path.resolve()
        root = _top(file.parent)
        return Folder(root=root, names=(file.relative_to(root).as_posix(),))
    raise UsageError(f"{word}: there is no such file or folder; name a folder, an HTML file or an http(s) address")


def _top(folder: Path) -> Path:
    """Give the top of the site that a folder is part of, where its styles and pictures are; else the folder itself."""
    return next((one for one in (folder, *folder.parents) if (one / MARKER).is_file()), folder)


def _pages_in(root: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(folder) / name
            if name.lower().endswith(_HTML) and not name.startswith(".") and not _leads_on(file):
                yield file.relative_to(root).as_posix()


def _leads_on(file: Path) -> bool:
    """Tell whether a page leads to another one at once: readers never see it, and no browser stays there to look."""
    try:
        with file.open("rb") as opened_file:
            return bool(_REFRESH.search(opened_file.read(_HEAD)))
    except OSError:  # told when it is opened
        return False


def source_map(root: Path) -> dict[str, Spots]:
    """Read the map that `build` keeps beside the published folder; none or a damaged one gives no lines."""
    file = root.parent / f".{root.name}.a11y-content" / "source-map.json"
    try:
        read = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(read, dict):
        return {}
    return {name: spots for name, spots in read.items() if isinstance(spots, dict)}
