"""What to audit: a folder, HTML files or addresses become pages with a name, an address and their authors' lines."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from a11y_content.auditing.server import address_of, serve
from a11y_content.problem import NOWHERE, Spot, UsageError

Spots = Mapping[str, Any]
MARKER: Final = ".a11y-content"
"""The file that marks the folder of a built site."""
_HTML: Final = (".html", ".htm")
_HEAD: Final = 4096
"""Bytes of a page in which a refresh is looked for; those of `build` stand in the first thousand."""
_REFRESH: Final = re.compile(rb"""<meta\s+http-equiv=["']?refresh["']?\s+content=["']?\s*0\s*;\s*url=""", re.IGNORECASE)
_SPOT_PARTS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page to audit."""

    name: str
    """Its path in its folder, or its address."""
    url: str
    spots: Spots = field(default_factory=dict)
    """Where its elements were written: path of child indexes to `[file, line, column]`."""
    file: str = ""
    """Path of its HTML file; empty for an address."""

    def spot(self, path: str | None) -> Spot:
        """Give the author's place of the nearest element at or above `path` that has one."""
        while path is not None:
            entry = self.spots.get(path)
            if isinstance(entry, list) and len(entry) == _SPOT_PARTS:
                return Spot(str(entry[0]), int(entry[1]), int(entry[2]))
            path = (path.rpartition("/")[0]) if path else None
        return NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    root: Path
    names: tuple[str, ...]


def is_address(target: str) -> bool:
    """Tell whether a target is an http(s) address and not a path."""
    return target.startswith(("http://", "https://"))


@contextmanager
def opened(targets: Iterable[str | os.PathLike[str]]) -> Iterator[tuple[Page, ...]]:
    """Find all pages of the targets and serve their folders while the block runs.

    Raises `UsageError` for a target that is no folder with HTML pages, no HTML file and no address.
    """
    words = [os.fspath(target) for target in targets]
    if not words:
        raise UsageError("nothing to audit: name a folder, an HTML file or an address")
    sites: dict[Path, list[str]] = {}
    addresses: list[str] = []
    for word in words:
        if is_address(word):
            addresses.append(word)
        else:
            site = _site(Path(word), word)
            sites.setdefault(site.root, []).extend(site.names)
    with ExitStack() as stack:
        pages: dict[str, Page] = {}
        for root, names in sites.items():
            base = stack.enter_context(serve(root))
            maps = _source_map(root)
            for name in dict.fromkeys(names):
                shown = name if len(sites) == 1 else f"{root.name}/{name}"
                pages[f"{root}/{name}"] = Page(
                    name=shown,
                    url=f"{base}/{address_of(name)}",
                    spots=maps.get(name, {}),
                    file=str(root / name),
                )
        pages.update({address: Page(name=address, url=address) for address in addresses})
        yield tuple(pages.values())


def _site(path: Path, word: str) -> _Site:
    if path.is_dir():
        folder = path.resolve()
        names = tuple(_pages_in(folder))
        if not names:
            raise UsageError(f"{word}: no HTML page in this folder")
        root = _top(folder)
        return _Site(root=root, names=tuple((folder / name).relative_to(root).as_posix() for name in names))
    if path.is_file():
        if path.suffix.lower() not in _HTML:
            raise UsageError(f"{word}: not an HTML file; audit a folder, an HTML file or an address")
        file = path.resolve()
        root = _top(file.parent)
        return _Site(root=root, names=(file.relative_to(root).as_posix(),))
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


def _source_map(root: Path) -> dict[str, Spots]:
    """Read the map that `build` keeps beside the published folder; none or a damaged one gives no lines."""
    file = root.parent / f".{root.name}.a11y-content" / "source-map.json"
    try:
        read = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(read, dict):
        return {}
    return {name: spots for name, spots in read.items() if isinstance(spots, dict)}
