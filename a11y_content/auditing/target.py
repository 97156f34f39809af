"""What to audit: folders, HTML files, addresses, sitemaps and lists of these become pages with names that last."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from a11y_content.auditing.access import Access
from a11y_content.auditing.actions.reading import Actions
from a11y_content.auditing.actions.steps import Step
from a11y_content.auditing.server import LOOPBACK, address_of, serve
from a11y_content.auditing.targets import lists, sitemaps
from a11y_content.auditing.targets.addresses import fault_of, is_address, moved, refuse_other, site_of
from a11y_content.auditing.targets.fetching import fetch
from a11y_content.auditing.targets.folders import MARKER, Folder, Spots, folder_of, source_map
from a11y_content.auditing.targets.patterns import Patterns
from a11y_content.problem import NOWHERE, Spot, UsageError, one_line

__all__ = ["MARKER", "Page", "Spots", "Wanted", "is_address", "opened"]

_SPOT_PARTS: Final = 3
_NOTHING: Final = "nothing to audit: name a folder, an HTML file, an address or a sitemap"


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
    steps: tuple[Step, ...] = ()
    """What is done on it before it is audited."""

    def spot(self, path: str | None) -> Spot:
        """Give the author's place of the nearest element at or above `path` that has one."""
        while path is not None:
            entry = self.spots.get(path)
            if isinstance(entry, list) and len(entry) == _SPOT_PARTS:
                return Spot(str(entry[0]), int(entry[1]), int(entry[2]))
            path = (path.rpartition("/")[0]) if path else None
        return NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which pages of the targets are wanted, and how they are reached."""

    include: Iterable[str] = ()
    """Patterns (`targets.patterns`): only pages that match one of them; none: all."""
    exclude: Iterable[str] = ()
    """Patterns of pages to leave out."""
    at: str = ""
    """The site at which the addresses of sitemaps are audited instead of their own, such as a preview of it."""
    access: Access = field(default_factory=Access)
    timeout: float = 30
    """Seconds for a sitemap to arrive."""
    actions: Actions = field(default_factory=Actions)
    """What is done on pages before they are audited."""
    host: str = LOOPBACK
    """The interface on which folders are served."""


@contextmanager
def opened(targets: Iterable[str | os.PathLike[str]], wanted: Wanted | None = None) -> Iterator[tuple[Page, ...]]:
    """Find all pages of the targets and serve their folders while the block runs; no page comes twice.

    Raises `UsageError` for a target that is no folder with HTML pages, no HTML file, no address, no sitemap, no list,
    and where no page is left; `CouldNotRunError` for a sitemap that cannot be reached.
    """
    wanted = wanted or Wanted()
    gathered = _Gathered(wanted)
    for target in targets:
        gathered.take(os.fspath(target))
    include, exclude = Patterns(wanted.include), Patterns(wanted.exclude)
    with ExitStack() as stack:
        pages = tuple(gathered.pages(lambda root: stack.enter_context(serve(root, host=wanted.host))))
        if not pages:
            raise UsageError(_NOTHING)
        left = tuple(
            page for page in pages if (not include or include.match(page.name)) and not exclude.match(page.name)
        )
        if not left:
            raise UsageError(f"no page is left of {len(pages):,}: none matches --include, or all match --exclude")
        yield left


class _Gathered:
    """Folders with their pages, and addresses with their names."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._folders: dict[Path, list[str]] = {}
        self._addresses: dict[str, str] = {}
        if wanted.at and (fault := fault_of(wanted.at)):
            raise UsageError(f"--at: {fault}")

    def take(self, word: str, *, listed: bool = False) -> None:
        """Take a target, which may stand in a list."""
        if is_address(word):
            self._take_address(word)
        elif word == lists.STANDARD_INPUT and not listed:
            self._take_list("standard input", sys.stdin.buffer.read(lists.LARGEST + 1))
        else:
            refuse_other(word)
            self._take_path(Path(word), word, listed=listed)

    def _take_address(self, word: str) -> None:
        if fault := fault_of(word):
            raise UsageError(fault)
        path = urlsplit(word).path
        if sitemaps.is_sitemap(path):
            there, data = self._get(word)
            self._take_sitemap(word, data, there)
        else:
            self._add(word, word)

    def _take_path(self, path: Path, word: str, *, listed: bool) -> None:
        if path.is_file() and sitemaps.is_sitemap(path.name):
            self._take_sitemap(word, _bytes(path, word, sitemaps.LARGEST), "")
        elif path.is_file() and lists.is_list(path.name) and not listed:
            self._take_list(word, _bytes(path, word, lists.LARGEST))
        else:
            found: Folder = folder_of(path, word)
            self._folders.setdefault(found.root, []).extend(found.names)

    def _take_list(self, name: str, data: bytes) -> None:
        for line, target in lists.read_list(name, data):
            try:
                self.take(target, listed=True)
            except UsageError as error:
                raise UsageError(f"{name}:{line}: {error}") from error

    def _take_sitemap(self, word: str, data: bytes, fetched_from: str) -> None:
        """Take the addresses of a sitemap: those of its own site, or moved to the one that was asked for."""

        def get(address: str) -> bytes:
            self._refuse_foreign([address], word, fetched_from)
            return self._get(self._here(address))[1]

        found = sitemaps.read_sitemap(word, data, get)
        self._refuse_foreign(found, word, fetched_from)
        for address in found:
            self._add(address, self._here(address))

    def _refuse_foreign(self, found: Sequence[str], word: str, fetched_from: str) -> None:
        """Raise `UsageError` for addresses of another site, unless the caller says where they are audited."""
        foreign = [one for one in found if fetched_from and site_of(one) != site_of(fetched_from)]
        if foreign and not self._wanted.at:
            raise UsageError(
                f"{word}: {len(foreign)} of its {len(found)} addresses are of another site, such as"
                f" {one_line(foreign[0])}; --at {_origin(fetched_from)} audits them there, --at {_origin(foreign[0])}"
                " where they say"
            )

    def _here(self, address: str) -> str:
        return moved(address, self._wanted.at) if self._wanted.at else address

    def _add(self, name: str, url: str) -> None:
        parts = urlsplit(url)
        self._addresses.setdefault(url if parts.path else f"{url}/", name)
        if len(self._addresses) > sitemaps.MOST:
            raise UsageError(f"more than {sitemaps.MOST:,} addresses; audit them in parts")

    def _get(self, address: str) -> tuple[str, bytes]:
        return fetch(address, self._wanted.access, timeout=self._wanted.timeout, most=sitemaps.LARGEST)

    def pages(self, base_of: Callable[[Path], str]) -> Iterator[Page]:
        """Give all pages; `base_of` serves a folder and gives its address."""
        called = _told_apart(self._folders)
        for root, names in self._folders.items():
            base = base_of(root)
            maps = source_map(root)
            for name in dict.fromkeys(names):
                shown = f"{called[root]}{name}"
                address = f"{base}/{address_of(name)}"
                steps = self._wanted.actions.steps_for(shown)
                yield Page(name=shown, url=address, spots=maps.get(name, {}), file=str(root / name), steps=steps)
        for url, name in self._addresses.items():
            yield Page(name=name, url=url, steps=self._wanted.actions.steps_for(name))


def _told_apart(roots: Iterable[Path]) -> dict[Path, str]:
    """Give what stands before the names of pages of each folder: nothing for one, else as much of its path as it takes.

    No two pages have one name: reports, baselines and shards know pages by it.
    """
    found = tuple(roots)
    names = dict.fromkeys(found, "")
    count = 0
    while len(set(names.values())) < len(found):
        count += 1
        names = {root: "/".join(root.parts[-count:]).lstrip("/") + "/" for root in found}
    return names


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def _bytes(path: Path, word: str, most: int) -> bytes:
    try:
        with path.open("rb") as opened_file:
            data = opened_file.read(most + 1)
    except OSError as error:
        raise UsageError(f"{word}: cannot be read: {error.strerror or error}") from error
    if len(data) > most:
        raise UsageError(f"{word}: more than {most:,} bytes")
    return data
