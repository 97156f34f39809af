"""The report: what ran, what was found (one problem with all its modes), and what could not be audited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from a11y_content.about import __version__
from a11y_content.auditing.check import Finding
from a11y_content.auditing.target import Page
from a11y_content.design.mode import Mode
from a11y_content.problem import Level, Problem, UsageError
from a11y_content.registry import Registry

SCHEMA: Final = "a11y-content/report/1"
_GRAVITY: Final = {Level.ERROR: 0, Level.WARNING: 1, Level.REVIEW: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A page, or one mode of it, that could not be audited."""

    page: str
    mode: str
    """Id of the mode; empty where the whole page failed."""
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What was run: without this list, "no problems" is not a result."""

    pages: tuple[str, ...]
    modes: tuple[str, ...]
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of an audit."""

    tool: Mapping[str, str]
    """Versions: `a11y_content`, `axe`, `browser`, `driver`, `selenium`."""
    ran: Ran
    problems: tuple[Problem, ...]
    failed: tuple[Failure, ...]
    seconds: float
    fail_on: Level = Level.ERROR

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
        """0: nothing as grave as `fail_on`; 1: something is; 3: a page or mode could not be audited."""
        if self.failed:
            return 3
        return int(any(_GRAVITY[problem.level] <= _GRAVITY[self.fail_on] for problem in self.problems))

    def as_json(self) -> dict[str, Any]:
        """Give the report as JSON data of schema `a11y-content/report/1`."""
        return {
            "schema": SCHEMA,
            "tool": dict(self.tool),
            "ran": {
                "pages": list(self.ran.pages),
                "modes": list(self.ran.modes),
                "checks": list(self.ran.checks),
            },
            "problems": [_problem_as_json(problem) for problem in self.problems],
            "failed": [{"page": one.page, "mode": one.mode, "reason": one.reason} for one in self.failed],
            "summary": self.summary,
        }

    def write(self, format: str, path: str | Path) -> None:  # noqa: A002  the contract's word
        """Write the report to a file as `text`, `json` or `junit`; `UsageError` for another word or a bad path."""
        text = writer(format)(self)
        try:
            Path(path).write_text(text, "utf-8")
        except OSError as error:
            raise UsageError(f"{path}: the report cannot be written: {error.strerror or error}") from error


Writer = Callable[[Report], str]
WRITERS: Final[Registry[Writer]] = Registry("report format")


def report_format(name: str) -> Callable[[Writer], Writer]:
    """Register a function that writes a report, under the name of its format."""

    def register(function: Writer) -> Writer:
        WRITERS.add(name, function)
        return function

    return register


def writer(name: str) -> Writer:
    """Give the writer of a format; raises `UsageError` with a "did you mean"."""
    if name not in WRITERS:
        near = WRITERS.near(name)
        hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(WRITERS)}"
        raise UsageError(f"no report format {name!r}{hint}")
    return WRITERS[name]


def level_of(word: str) -> Level:
    """Read a level of `--fail-on`; raises `UsageError`."""
    try:
        return Level(word)
    except ValueError:
        raise UsageError(f"no level {word!r}; there are {', '.join(Level)}") from None


def group(page: Page, seen: Iterable[tuple[Mode, Finding]]) -> list[Problem]:
    """Make problems of one page: what differs only in its mode is one problem with all its modes."""
    groups: dict[tuple[str, str, Level], list[tuple[Mode, Finding]]] = {}
    for mode, finding in seen:
        groups.setdefault((finding.code, finding.selector, finding.level), []).append((mode, finding))
    made = [_problem(page, sightings) for sightings in groups.values()]
    return sorted(made, key=lambda problem: (_GRAVITY[problem.level], problem.code))


def _problem(page: Page, sightings: list[tuple[Mode, Finding]]) -> Problem:
    first = sightings[0][1]
    return Problem(
        code=first.code,
        message=first.message,
        where=page.spot(first.path),
        hint=first.hint,
        level=first.level,
        criterion=first.criterion,
        modes=tuple(dict.fromkeys(mode.id for mode, _ in sightings)),
        page=page.name,
        selector=first.selector,
        html=first.html,
        help_url=first.help_url,
    )


def _problem_as_json(problem: Problem) -> dict[str, Any]:
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
