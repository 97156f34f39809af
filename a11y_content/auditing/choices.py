"""The choices for an audit, each in one place: `audit()`, `Session`, the command and the plugin take the same."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import TypedDict

from a11y_content.auditing.access import Access
from a11y_content.auditing.actions.reading import Actions, read_actions
from a11y_content.auditing.check import Check, Settings, chosen
from a11y_content.auditing.checks.axe import tags_of
from a11y_content.auditing.programs import KINDS
from a11y_content.auditing.report import level_of
from a11y_content.auditing.routing import reached_from
from a11y_content.auditing.selection import part_of
from a11y_content.auditing.server import LOOPBACK
from a11y_content.auditing.target import Wanted
from a11y_content.design.mode import mode_set
from a11y_content.design.preference import Preference
from a11y_content.design.preferences import preferences
from a11y_content.problem import UsageError

Path = str | os.PathLike[str]
Table = tuple[Preference, ...]


class Chosen(TypedDict, total=False):
    """The keyword arguments of `audit` and `Session`; `Choices` says what each means."""

    modes: str
    checks: Iterable[str] | None
    standard: str
    axe_script: Path | None
    timeout: float
    fail_on: str
    table: Table | None
    exhaustive: bool
    workers: int | None
    browser: str
    grid: str
    serve: str
    retries: int
    include: Iterable[str]
    exclude: Iterable[str]
    at: str
    actions: Path | None
    headers: Mapping[str, str]
    cookies: Mapping[str, str]
    auth: str
    baseline: Path | None
    fail_on_stale: bool
    today: dt.date | None
    shard: str
    changed_since: str
    pictures: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the caller of an audit chose. Raises `UsageError` for a value that cannot be."""

    modes: str = "each"
    """A set of modes, or ids joined by `;` (`design.mode.mode_set`)."""
    checks: Iterable[str] | None = None
    """Names of checks; `None`: all (those of level AAA only where the standard asks for it)."""
    standard: str = "wcag22aa"
    """WCAG version and level by which axe's rules are chosen."""
    axe_script: Path | None = None
    """The axe-core script to use instead of the newest that is installed."""
    timeout: float = 30
    """Seconds for a load, and for every step in a mode."""
    fail_on: str = "error"
    """The gravest level that does not pass."""
    table: Table | None = None
    """The preferences that the pages offer; `None`: as each page's own menu says."""
    exhaustive: bool = False
    """Whether every check runs anew in every mode, also where the state of the page is proved to be the same."""
    workers: int | None = None
    """Browsers side by side; `None`: two for several pages on several cores."""
    browser: str = "chromium"
    """`chromium`, `firefox` or `webkit`."""
    grid: str = ""
    """Address of a Selenium Grid whose browsers are used instead of local ones."""
    serve: str = ""
    """Address of this machine at which the Grid's nodes find folders; empty: that of the interface to the Grid."""
    retries: int = 2
    """New browsers that a page gets when its browser dies; what failed is never run again."""
    include: Iterable[str] = ()
    """Patterns of pages (`targets.patterns`): only those that match one of them."""
    exclude: Iterable[str] = ()
    """Patterns of pages to leave out."""
    at: str = ""
    """The site at which the addresses of sitemaps are audited instead of their own, such as a preview of it."""
    actions: Path | None = None
    """A file with what is done on pages before they are audited."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Request headers for audited addresses."""
    cookies: Mapping[str, str] = field(default_factory=dict)
    """Cookies for audited addresses."""
    auth: str = ""
    """`USER:PASSWORD` for basic authentication."""
    baseline: Path | None = None
    """A file of known problems: only others count."""
    fail_on_stale: bool = False
    """Whether an entry of the baseline whose problem is gone makes the audit fail."""
    today: dt.date | None = None
    """The day that entries of the baseline are held against; `None`: SOURCE_DATE_EPOCH, else the clock."""
    shard: str = ""
    """`1/4`: the first of four parts of all pages."""
    changed_since: str = ""
    """A Git revision, or a `report.json`: only pages whose HTML differs from what it was then (`selection`)."""
    pictures: bool = False
    """Whether elements with problems are photographed for the HTML report."""

    def __post_init__(self) -> None:
        """Judge every choice at once."""
        level_of(self.fail_on)
        tags_of(self.standard)
        next(mode_set(self.modes, self.preferences))
        chosen(self.checks, self.standard)
        if not 0 < self.timeout < float("inf"):
            raise UsageError(
                f"a timeout of {self.timeout:g} seconds leaves no time or has no end; it must be more than 0"
            )
        if self.workers is not None and self.workers < 1:
            raise UsageError(f"{self.workers} workers cannot audit; at least 1 is needed")
        if self.browser not in KINDS:
            raise UsageError(f"no browser {self.browser!r}; there are {', '.join(KINDS)}")
        if self.grid and self.browser != KINDS[0]:
            raise UsageError(f"a Grid is driven with {KINDS[0]} only, not with {self.browser}")
        if self.retries < 0:
            raise UsageError(f"{self.retries} retries cannot be; 0 means none")
        part_of(self.shard)
        _ = self.access

    @property
    def preferences(self) -> Table:
        """The table of preferences that modes are made of."""
        return preferences() if self.table is None else self.table

    @property
    def access(self) -> Access:
        """What opens closed pages."""
        return Access(headers=self.headers, cookies=self.cookies, auth=self.auth)

    @property
    def wanted(self) -> Wanted:
        """Which pages of the targets are audited."""
        return Wanted(
            include=tuple(self.include),
            exclude=tuple(self.exclude),
            at=self.at,
            access=self.access,
            timeout=self.timeout,
            actions=read_actions(FilePath(self.actions)) if self.actions is not None else Actions(),
            host=self.serve or (reached_from(self.grid) if self.grid else LOOPBACK),
        )

    @property
    def picked(self) -> tuple[Check, ...]:
        """The checks that run."""
        return chosen(self.checks, self.standard)

    @property
    def settings(self) -> Settings:
        """What checks need to know of the choices."""
        return Settings(standard=self.standard, reuse=not self.exhaustive, pictures=self.pictures)
