"""The run: fetch, serve, count once, then time in rounds from menu to menu."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

from selenium.common.exceptions import WebDriverException

from a11y_content.auditing.axe import AxeScript
from a11y_content.auditing.browser import PageError
from a11y_content.auditing.browser.chromium import Chromium
from benchmarks.menu import access, facts, timing
from benchmarks.menu.host import site
from benchmarks.menu.peers import AbsentError, fetch
from benchmarks.menu.serving import served
from benchmarks.menu.table import Column, Values
from benchmarks.menu.tool import Tool
from benchmarks.menu.visit import Visit

_Found = TypeVar("_Found")
_RELOADS, _FEW_RELOADS = 10, 2


def measure(
    stack: ExitStack, browser: Chromium, script: AxeScript, tools: Iterable[Tool], *, rounds: int, quick: bool
) -> list[Column]:
    """Measure every menu; a part that fails is told in its column and stops nothing."""
    columns, visits = [], dict[str, Visit]()
    for tool in tools:
        column = Column(name=tool.name, version=tool.version, bare=tool.bare)
        columns.append(column)
        try:
            folder = fetch(tool.package, tool.version) if tool.package else None
        except AbsentError as error:
            column.absent = str(error)
            continue
        files = site(tool.place(folder or Path()), (tool.strict or tool.place)(folder or Path()))
        visit = Visit(browser, tool, stack.enter_context(served(files)), files)
        visits[tool.name] = visit
        if not tool.bare:
            _once(column, visit, folder, script, quick=quick)
    _timed(columns, visits, rounds, quick=quick)
    return columns


def _once(column: Column, visit: Visit, folder: Path | None, script: AxeScript, *, quick: bool) -> None:
    _say(f"{column.name}: counting")
    bare = _nodes(visit)
    parts: dict[str, Callable[[], Values]] = {
        "bytes": lambda: facts.weigh(visit, folder),
        "nodes": lambda: facts.count(visit, bare),
        "axe": lambda: access.axe(visit, script),
        "keyboard": lambda: access.keyboard(visit),
        "no scripts": lambda: access.scriptless(visit),
        "strict policy": lambda: access.strict(visit),
    }
    if not quick:
        parts["other language"] = lambda: facts.elsewhere(visit)
        parts["contrast"] = lambda: access.contrast(visit, script)
        parts["long page"] = lambda: facts.long_page(visit)
    parts["text"] = lambda: facts.text(visit, _FEW_RELOADS if quick else _RELOADS)  # the last: its choice stays stored
    for name, work in parts.items():
        values = _part(column, name, work)
        column.values |= values or {}


def _nodes(visit: Visit) -> int:
    """Count the nodes of the page as it is sent without the menu."""
    return visit.files["small.html"].count(b" data-host")


def _part(column: Column, name: str, work: Callable[[], _Found]) -> _Found | None:
    try:
        return work()
    except (PageError, WebDriverException) as error:
        column.failures[name] = str(error).strip().partition("\n")[0] or type(error).__name__
        return None


def _timed(columns: list[Column], visits: dict[str, Visit], rounds: int, *, quick: bool) -> None:
    """Take the rounds, each beginning with another menu, and keep the medians."""
    samples: dict[str, list[timing.Sample]] = {name: [] for name in visits}
    ready = [column for column in columns if column.name in visits]
    for number in range(rounds):
        _say(f"round {number + 1} of {rounds}")
        turn = number % len(ready)
        for column in (*ready[turn:], *ready[:turn]):
            visit = visits[column.name]
            taken = _part(column, "timing", lambda visit=visit: timing.sample(visit, long=not quick))  # type: ignore[misc]
            samples[column.name] += [taken] if taken else []
    for column in ready:
        keys = dict.fromkeys(key for one in samples[column.name] for key in one)
        for key in keys:
            found = [one[key] for one in samples[column.name] if key in one]
            column.values[key] = float(statistics.median(found))
            column.values[f"{key}_wobble"] = statistics.median(abs(one - statistics.median(found)) for one in found)


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)
