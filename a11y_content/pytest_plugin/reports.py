"""The report of a whole run: what every test audited, gathered from all workers, merged and written once."""

from __future__ import annotations

import base64
import pickle
from collections import ChainMap, Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import pytest

from a11y_content.pytest_plugin.auditing import NOTES

if TYPE_CHECKING:
    from a11y_content.auditing.baseline import Held
    from a11y_content.auditing.ran import Ran
    from a11y_content.auditing.report import Report
    from a11y_content.problem import Problem

_T = TypeVar("_T")

_FIELD: Final = "a11y_content"
"""The attribute of pytest's own report under which ours travel."""


def attach(item: pytest.Item, report: pytest.TestReport) -> None:
    """Put the reports of a test's audits onto pytest's report of it.

    pytest-xdist carries that to the controller as plain data, test by test: a worker that dies loses only the test
    that it was at. What is packed comes from this run's own processes and from nowhere else.
    """
    notes = item.stash.get(NOTES, [])
    if notes:
        setattr(report, _FIELD, [base64.b64encode(pickle.dumps(one)).decode("ascii") for one in notes])
        notes.clear()


class Reports:
    """A plugin of its own: gathers where pytest's reports come together, and writes at the end."""

    def __init__(self, config: pytest.Config, wanted: Iterable[tuple[str, Path]]) -> None:
        """Take formats and paths."""
        self._config = config
        self._wanted = tuple(wanted)
        self._packed: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Gather what came with pytest's report."""
        self._packed += getattr(report, _FIELD, [])

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Write the reports of the whole run, and sum up in a line."""
        if hasattr(self._config, "workerinput") or not (self._packed or self._wanted):
            return
        if not self._packed:
            terminalreporter.write_line("a11y: nothing was audited, so no report is written")
            return
        report = merged([pickle.loads(base64.b64decode(one)) for one in self._packed])  # noqa: S301  ours: see `attach`
        from a11y_content.auditing.formats.text import closing  # noqa: PLC0415  only where somebody audits

        terminalreporter.write_sep("-", "accessibility")
        for line in closing(report):
            terminalreporter.write_line(line)
        for name, path in self._wanted:
            report.write(name, path)
            terminalreporter.write_line(f"a11y: {name} report in {path}")


def merged(reports: list[Report]) -> Report:
    """Make one report of many: pages, modes and checks together, and a problem seen in several audits once."""
    first = reports[0]
    return replace(
        first,
        ran=_ran([report.ran for report in reports]),
        problems=_problems(report.problems for report in reports),
        failed=_union(report.failed for report in reports),
        seconds=sum(report.seconds for report in reports),
        held=_held([report.held for report in reports if report.held is not None]),
        pictures=dict(ChainMap(*(dict(report.pictures) for report in reports))),
    )


def _problems(audits: Iterable[Iterable[Problem]]) -> tuple[Problem, ...]:
    """Put together what several audits say of one element; several problems of one audit there stay apart."""
    found: dict[tuple[str | int, ...], Problem] = {}
    for problems in audits:
        told: Counter[tuple[str, ...]] = Counter()
        for one in problems:
            place = (one.page, one.code, one.selector, one.level)
            told[place] += 1
            known = found.get((*place, told[place]))
            found[*place, told[place]] = (
                one if known is None else replace(known, modes=_union([known.modes, one.modes]))
            )
    return tuple(found.values())


def _ran(all_ran: list[Ran]) -> Ran:
    pages = _union(ran.pages for ran in all_ran)
    modes = _union(ran.modes for ran in all_ran)
    by_page = {page: _union(ran.modes_of(page) for ran in all_ran if page in ran.pages) for page in pages}
    return replace(
        all_ran[0],
        pages=pages,
        modes=modes,
        checks=_union(ran.checks for ran in all_ran),
        skipped=_union(ran.skipped for ran in all_ran),
        page_modes={page: own for page, own in by_page.items() if set(own) != set(modes)},
        files=dict(ChainMap(*(dict(ran.files) for ran in all_ran))),
    )


def _held(all_held: list[Held]) -> Held | None:
    if not all_held:
        return None
    known = _union(held.known for held in all_held)
    found = [entry for _, entry in known]
    return replace(
        all_held[0],
        known=known,
        stale=tuple(one for one in _union(held.stale for held in all_held) if one not in found),
        wrong=_union(held.wrong for held in all_held),
    )


def _union(parts: Iterable[Iterable[_T]]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(one for part in parts for one in part))
