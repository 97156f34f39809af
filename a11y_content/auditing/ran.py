"""What was run: without it, "no problems" is not a result."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from a11y_content.auditing.target import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A page, or one mode of it, that could not be audited."""

    page: str
    mode: str
    """Id of the mode; empty where the whole page failed."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """A check that did not run on a page."""

    page: str
    check: str
    reason: str


@dataclass(frozen=True, slots=True)
class PageFile:
    """The HTML file of a page."""

    path: str
    """Relative to the folder in which the audit ran, with `/`; empty where the file lies outside of it."""
    digest: str
    """Of its bytes: a later audit can leave out what did not change (`--changed-since report.json`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """The pages, modes and checks of an audit."""

    pages: tuple[str, ...]
    modes: tuple[str, ...]
    """Ids of all modes in which any page was audited."""
    checks: tuple[str, ...]
    skipped: tuple[Skip, ...] = ()
    page_modes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The modes of pages that were not audited in all of `modes`."""
    files: Mapping[str, PageFile] = field(default_factory=dict)
    """Files of pages that are files."""

    def modes_of(self, page: str) -> tuple[str, ...]:
        """Give the ids of the modes in which a page was audited."""
        return self.page_modes.get(page, self.modes)

    def looked(self, page: str, code: str, mode: str) -> bool:
        """Tell whether the check of a problem's code ran on a page in a mode."""
        check = code.partition("/")[0]
        return (
            page in self.pages
            and check in self.checks
            and mode in self.modes_of(page)
            and not any(skip.page == page and skip.check == check for skip in self.skipped)
        )


def page_files(pages: Iterable[Page], root: Path | None = None) -> dict[str, PageFile]:
    """Note the files of pages that are files; `root` is the folder that paths are relative to, by default this one."""
    top = (root or Path()).resolve()
    found: dict[str, PageFile] = {}
    for page in pages:
        if not page.file:
            continue
        file = Path(page.file).resolve()
        try:
            digest = hashlib.blake2b(file.read_bytes(), digest_size=16).hexdigest()
        except OSError:  # taken away since: the audit says so
            continue
        path = file.relative_to(top).as_posix() if file.is_relative_to(top) else ""
        found[page.name] = PageFile(path, digest)
    return found
