"""The engine: one page in all its modes by all checks, with one browser."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from a11y_content.auditing.axe import AxeScript
from a11y_content.auditing.browser import Browser, PageError
from a11y_content.auditing.check import Check, Finding, Settings
from a11y_content.auditing.target import Page
from a11y_content.auditing.visit import PageVisit
from a11y_content.design.mode import DEFAULT, Mode
from a11y_content.problem import Level

Progress = Callable[[int, int, str], None]
"""Called after each page with the number of pages done, the number of all pages, and the page's name."""
TIMED_OUT = "no answer within"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What is run on every page."""

    modes: tuple[Mode, ...]
    checks: tuple[Check, ...]
    axe: AxeScript
    settings: Settings
    names: tuple[str, ...]
    """Names of all preferences."""


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
    try:
        visit.load(page.url)
        checks = tuple(_runnable(work.checks, visit, browser, result))
        ordered = sorted(modes, key=lambda mode: mode.id != DEFAULT)
        if ordered[0].id != DEFAULT:
            visit.enter(Mode())
            for check in checks:
                if check.baseline:
                    list(_findings(check, visit, []))
        for mode in ordered:
            _run_mode(visit, mode, [check for check in checks if check.applies(mode)], result)
        visit.still_here()
        visit.leave()
    except PageError as error:
        result.failed.append(("", str(error)))
        result.seen.clear()
        if TIMED_OUT not in str(error):
            with suppress(PageError):
                visit.leave()
    return result


def _runnable(checks: Iterable[Check], visit: PageVisit, browser: Browser, result: PageResult) -> Iterator[Check]:
    """Give the checks that this page and this browser allow, and note the others."""
    for check in checks:
        if lacking := sorted(check.needs - browser.offers):
            result.skipped[check.name] = f"the browser gives no {', '.join(lacking)}"
        elif check.lacks and (lack := check.lacks()):
            result.skipped[check.name] = lack
        elif not check.own or visit.own:
            yield check


def _run_mode(visit: PageVisit, mode: Mode, checks: Sequence[Check], result: PageResult) -> None:
    seen: list[Finding] = []
    try:
        visit.enter(mode)
        for check in sorted(checks, key=lambda one: (one.disturbs, bool(one.resolves))):
            if check.disturbs:
                visit.reload()
            seen = [*_findings(check, visit, seen)]
        if checks and checks[-1].disturbs:
            visit.reload()
    except PageError as error:
        if TIMED_OUT in str(error):
            raise
        visit.still_here()
        result.failed.append((mode.id, str(error)))
    else:
        result.seen.extend((mode, finding) for finding in seen)


def _findings(check: Check, visit: PageVisit, seen: list[Finding]) -> Iterator[Finding]:
    """Give what was seen so far, with what this check adds to it or makes of it."""
    if check.resolve is not None:
        open_ones = [one for one in seen if one.code in check.resolves and one.level is Level.REVIEW]
        yield from (one for one in seen if one not in open_ones)
        if open_ones:
            yield from check.resolve(visit, open_ones)
        return
    yield from seen
    if check.judge is not None:
        yield from check.judge(visit.ask(check), visit)
    elif check.run is not None:
        yield from check.run(visit)
