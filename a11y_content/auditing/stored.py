"""Stored reports: `report.json` is read back, and those of several shards become one report."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from a11y_content.auditing.ran import Failure, PageFile, Ran, Skip
from a11y_content.auditing.report import SCHEMA, Report
from a11y_content.problem import Level, Problem, Spot, UsageError, one_line

_KEPT: Final = ("code", "message", "hint", "criterion", "page", "selector", "html", "help_url")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredProblem(Problem):
    """A problem of a stored report: it brings its fingerprint along."""

    stored: str = ""

    @property
    def fingerprint(self) -> str:
        """Give the fingerprint that stands in the report."""
        return self.stored


def read_report(path: str | Path) -> Report:
    """Read a `report.json`; raises `UsageError` for what is none.

    Problems that its baseline held count again: a baseline is said anew. Pictures are not in the file.
    """
    try:
        data: Any = json.loads(Path(path).read_text("utf-8"))
        if not isinstance(data, dict) or data.get("schema") != SCHEMA:
            raise UsageError(f"{path}: no report of the schema {SCHEMA}; `audit --format json=FILE` writes one")
        known = data.get("baseline", {}).get("known", [])
        return Report(
            tool={str(name): str(value) for name, value in data["tool"].items()},
            ran=_ran(data["ran"]),
            problems=tuple(_problem(one) for one in [*data["problems"], *known]),
            failed=tuple(Failure(page=one["page"], mode=one["mode"], reason=one["reason"]) for one in data["failed"]),
            seconds=float(data["summary"]["seconds"]),
        )
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path}: this report is damaged ({one_line(str(error), 160)})") from error


def merged(reports: Sequence[Report]) -> Report:
    """Make one report of several, such as those of all shards; of a page in two of them the last one counts.

    Raises `UsageError` where they were not made with the same tools and checks: they say different things then; and
    where the last one looked at a page in fewer modes: what was found in the others would be lost.
    """
    first = reports[0]
    for other in reports[1:]:
        for word in ("a11y_content", "axe"):
            if other.tool.get(word) != first.tool.get(word):
                told = f"{first.tool.get(word)} and {other.tool.get(word)}"
                raise UsageError(f"reports of different {word} cannot be one: {told}")
        if set(other.ran.checks) != set(first.ran.checks):
            raise UsageError("reports of different checks cannot be one: audit all shards with the same options")
    home: dict[str, Report] = {}
    for one in reports:
        for page in one.ran.pages:
            if page in home and (lost := {*home[page].ran.modes_of(page)} - {*one.ran.modes_of(page)}):
                told = f"{page} is in two reports, and the last one counts, which did not look at it in {min(lost)}"
                raise UsageError(one_line(f"{told}: audit it in the same modes"))
            home[page] = one
    modes = tuple(dict.fromkeys(mode for one in reports for mode in one.ran.modes))
    of_page = {page: one.ran.modes_of(page) for page, one in home.items()}
    ran = Ran(
        pages=tuple(home),
        modes=modes,
        checks=first.ran.checks,
        skipped=tuple(skip for one in reports for skip in one.ran.skipped if home[skip.page] is one),
        page_modes={page: ids for page, ids in of_page.items() if set(ids) != set(modes)},
        files={page: file for one in reports for page, file in one.ran.files.items()},
    )
    return Report(
        tool={name: value for one in reversed(reports) for name, value in one.tool.items()},
        ran=ran,
        problems=tuple(problem for one in reports for problem in one.problems if home.get(problem.page) is one),
        failed=tuple(failure for one in reports for failure in one.failed if home.get(failure.page) is one),
        seconds=sum(one.seconds for one in reports),
    )


def _ran(data: dict[str, Any]) -> Ran:
    return Ran(
        pages=tuple(data["pages"]),
        modes=tuple(data["modes"]),
        checks=tuple(data["checks"]),
        skipped=tuple(
            Skip(page=one["page"], check=one["check"], reason=one["reason"]) for one in data.get("skipped", ())
        ),
        page_modes={page: tuple(ids) for page, ids in data.get("page_modes", {}).items()},
        files={page: PageFile(one["path"], one["digest"]) for page, one in data.get("files", {}).items()},
    )


def _problem(data: dict[str, Any]) -> StoredProblem:
    where = data["where"]
    texts = {name: str(data[name]) for name in _KEPT}
    return StoredProblem(
        **texts,
        level=Level(data["level"]),
        where=Spot(str(where["file"]), int(where["line"]), int(where["column"])) if where else Spot(),
        modes=tuple(str(mode) for mode in data["modes"]),
        stored=str(data["fingerprint"]),
    )
