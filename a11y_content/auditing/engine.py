"""The engine: one page in all its modes by all checks, with one browser.

First the page's own script goes through all modes and runs the in-page checks there, environment by environment, in as
few commands as possible. Then the checks that drive the page run, in the modes whose state they have not judged before;
last those that leave the page otherwise than it was, each on the page loaded anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from a11y_content.auditing.axe import AxeScript
from a11y_content.auditing.browser import Browser, PageError
from a11y_content.auditing.check import Check, Need, Settings
from a11y_content.auditing.evidence import photograph
from a11y_content.auditing.finding import Finding
from a11y_content.auditing.page_modes import modes_of
from a11y_content.auditing.phases import TIMED_OUT, Phases
from a11y_content.auditing.target import Page
from a11y_content.auditing.visit import PageVisit
from a11y_content.design.mode import DEFAULT, Mode, Table

__all__ = ["TIMED_OUT", "PageResult", "Progress", "Work", "audit_page"]

Progress = Callable[[int, int, str], None]
"""Called after each page with the number of pages done, the number of all pages, and the page's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What is run on every page."""

    modes: tuple[Mode, ...]
    checks: tuple[Check, ...]
    axe: AxeScript
    settings: Settings
    names: tuple[str, ...]
    """Names of all preferences."""
    words: str = ""
    """The set of modes as the caller wrote it, from which each page's own are made; empty: `modes` as they are."""
    table: Table | None = None
    """The preferences that the pages offer; `None`: as each page's own menu says."""


@dataclass(slots=True, kw_only=True)
class PageResult:
    """What came of one page."""

    page: Page
    seen: list[tuple[Mode, Finding]] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    """Id of the mode (empty: the whole page) and the reason."""
    modes: tuple[Mode, ...] = ()
    """The modes in which it was audited."""
    skipped: dict[str, str] = field(default_factory=dict)
    """Checks that could not run on it, and why."""
    pictures: dict[tuple[str, str], bytes] = field(default_factory=dict)
    """PNG of elements with problems, by code and selector."""


def audit_page(browser: Browser, page: Page, work: Work, modes: Sequence[Mode]) -> PageResult:
    """Audit a page; raises `BrowserGoneError` only, and gives what went wrong with the page in its result."""
    result = PageResult(page=page, modes=tuple(modes))
    visit = PageVisit(browser, work.checks, work.axe, work.settings, work.names)
    visit.steps = page.steps
    try:
        visit.load(page.url)
        if work.words:
            own = modes_of(work.words, visit.form, work.table)
            result.modes = own.modes
            result.failed.extend(own.failed)
            visit.names = own.names
        result.modes = tuple(_reachable(browser, result))
        checks = tuple(_runnable(work.checks, visit, browser, result))
        ordered = sorted(result.modes, key=lambda mode: mode.id != DEFAULT)
        phases = Phases(visit, ordered, states=any(check.judge is None for check in checks))
        phases.look([check for check in checks if check.judge is not None])
        phases.drive([check for check in checks if check.judge is None and not check.disturbs])
        phases.drive([check for check in checks if check.judge is None and check.disturbs])
        visit.still_here()
        result.seen = phases.seen(result.modes)
        result.failed.extend(phases.failed.items())
        if work.settings.pictures and Need.PIXELS in browser.offers:
            result.pictures = photograph(visit, result.seen)
        visit.leave()
    except PageError as error:
        result.failed.append(("", str(error)))
        if TIMED_OUT not in str(error):
            with suppress(PageError):
                visit.leave()
    return result


def _reachable(browser: Browser, result: PageResult) -> Iterator[Mode]:
    """Give the modes that this browser can take on, and note the others; raises `PageError` where none is left."""
    for mode in result.modes:
        if lack := browser.lacks(mode):
            result.skipped[f"mode {mode.id}"] = lack
        else:
            yield mode
    if result.modes and all(f"mode {mode.id}" in result.skipped for mode in result.modes):
        raise PageError("this browser can take on none of the modes")


def _runnable(checks: Iterable[Check], visit: PageVisit, browser: Browser, result: PageResult) -> Iterator[Check]:
    """Give the checks that this page and this browser allow, and note the others."""
    for check in checks:
        if lacking := sorted(check.needs - browser.offers):
            result.skipped[check.name] = f"the browser gives no {', '.join(lacking)}"
        elif check.lacks and (lack := check.lacks()):
            result.skipped[check.name] = lack
        elif not check.own or visit.own:
            yield check
