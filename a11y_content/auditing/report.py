"""The report: what ran, what was found, what is known already, and what could not be audited."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from a11y_content.about import __version__
from a11y_content.auditing.baseline import Baseline, Held
from a11y_content.auditing.grouping import GRAVITY
from a11y_content.auditing.ran import Failure, Ran
from a11y_content.problem import Level, Problem, UsageError
from a11y_content.registry import Registry

SCHEMA: Final = "a11y-content/report/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of an audit."""

    tool: Mapping[str, str]
    """Versions: `a11y_content`, `axe`, `browser`, `driver`, `selenium`."""
    ran: Ran
    problems: tuple[Problem, ...]
    """Without those that the baseline holds."""
    failed: tuple[Failure, ...]
    seconds: float
    fail_on: Level = Level.ERROR
    held: Held | None = None
    """What the baseline says of this audit; `None` without one."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """PNG of elements with problems, by fingerprint."""

    @property
    def summary(self) -> dict[str, int | float]:
        """Counts of pages, modes, problems by level, failures; and seconds."""
        levels = Counter(problem.level for problem in self.problems)
        return {
            "pages": len(self.ran.pages),
            "modes": len(self.ran.modes),
            "errors": levels[Level.ERROR],
            "warnings": levels[Level.WARNING],
            "reviews": levels[Level.REVIEW],
            "failed": len(self.failed),
            "seconds": round(self.seconds, 3),
        }

    @property
    def exit_status(self) -> int:
        """0: nothing as grave as `fail_on`; 1: something is, or the baseline is wrong; 3: not everything was audited.

        "Not everything": a page, or a mode of one, could not be audited.
        """
        if self.failed:
            return 3
        wrong = self.held is not None and self.held.fails
        return int(wrong or any(self.fails(problem) for problem in self.problems))

    def fails(self, problem: Problem) -> bool:
        """Tell whether a problem is grave enough to fail the audit."""
        return GRAVITY[problem.level] <= GRAVITY[self.fail_on]

    def as_json(self) -> dict[str, Any]:
        """Give the report as JSON data of schema `a11y-content/report/1` (`report_schema`)."""
        ran = self.ran
        made: dict[str, Any] = {
            "schema": SCHEMA,
            "tool": dict(self.tool),
            "ran": {
                "pages": list(ran.pages),
                "modes": list(ran.modes),
                "checks": list(ran.checks),
                "skipped": [{"page": one.page, "check": one.check, "reason": one.reason} for one in ran.skipped],
                "page_modes": {page: list(modes) for page, modes in ran.page_modes.items()},
                "files": {page: {"path": file.path, "digest": file.digest} for page, file in ran.files.items()},
            },
            "problems": [problem_as_json(problem) for problem in self.problems],
            "failed": [{"page": one.page, "mode": one.mode, "reason": one.reason} for one in self.failed],
            "summary": self.summary,
        }
        if self.held is not None:
            made["baseline"] = {
                "file": self.held.file,
                "known": [
                    {**problem_as_json(problem), "reason": entry.reason, "expires": entry.expires}
                    for problem, entry in self.held.known
                ],
                "stale": [entry.as_json() for entry in self.held.stale],
                "wrong": list(self.held.wrong),
                "fail_on_stale": self.held.fail_on_stale,
            }
        return made

    def write(self, format: str, path: str | Path) -> None:  # noqa: A002  the contract's word
        """Write the report to a file in a registered format; `UsageError` for another word or a bad path."""
        text = writer(format)(self)
        try:
            Path(path).write_text(text, "utf-8", errors="replace")
        except OSError as error:
            raise UsageError(f"{path}: the report cannot be written: {error.strerror or error}") from error


def held(report: Report, baseline: Baseline, today: dt.date, *, strict: bool = False) -> Report:
    """Give the report of what the baseline does not hold; `strict`: an entry whose problem is gone fails it."""
    failed = {one.page for one in report.failed}

    def looked(page: str, code: str, mode: str) -> bool:
        return page not in failed and report.ran.looked(page, code, mode)

    left, told = baseline.hold(report.problems, looked, today=today, fail_on_stale=strict)
    return replace(report, problems=left, held=told)


Writer = Callable[[Report], str]
WRITERS: Final[Registry[Writer]] = Registry("report format")


def report_format(name: str) -> Callable[[Writer], Writer]:
    """Register a function that writes a report, under the name of its format; its docstring is its row in the docs."""

    def register(function: Writer) -> Writer:
        WRITERS.add(name, function)
        return function

    return register


def writer(name: str) -> Writer:
    """Give the writer of a format; raises `UsageError` with a "did you mean"."""
    if name not in WRITERS:
        near = WRITERS.near(name)
        hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(WRITERS)}"
        if name == "html":  # made above the audit, which knows no renderer: docs/decisions/0091-html-report.md
            hint = " here: import a11y_content.reporting, which makes it"
        raise UsageError(f"no report format {name!r}{hint}")
    return WRITERS[name]


def level_of(word: str) -> Level:
    """Read a level of `--fail-on`; raises `UsageError`."""
    try:
        return Level(word)
    except ValueError:
        raise UsageError(f"no level {word!r}; there are {', '.join(Level)}") from None


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """Give a problem as the contract's JSON object."""
    where = problem.where
    return {
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "level": str(problem.level),
        "criterion": problem.criterion,
        "page": problem.page,
        "selector": problem.selector,
        "html": problem.html,
        "where": {"file": where.file, "line": where.line, "column": where.column} if where else None,
        "modes": list(problem.modes),
        "help_url": problem.help_url,
        "fingerprint": problem.fingerprint,
    }


def tool_versions(axe: str, browser: Mapping[str, str]) -> dict[str, str]:
    """Name everything that took part."""
    return {"a11y_content": __version__, "axe": axe, **browser}
