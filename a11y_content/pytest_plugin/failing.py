"""What a failed test says: in a line for pytest's summary, then every problem with all that helps to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from a11y_content.auditing.report import Report
    from a11y_content.problem import Problem

_TOLD: Final = 25
"""Problems that are told in full."""


def told(report: Report) -> str:
    """Say what fails: counts, codes and pages; each problem; what could not be audited; what ran."""
    from a11y_content.auditing.formats.text import closing, describe  # noqa: PLC0415  only where somebody audits

    problems = [one for one in report.problems if report.fails(one)]
    lines = [_headline(report, problems), ""]
    for problem in problems[:_TOLD]:
        lines += [*describe(problem, report.ran.modes_of(problem.page)), ""]
    if (more := len(problems) - _TOLD) > 0:
        lines += [f"and {more} more problems: --a11y-report text=FILE writes all of them", ""]
    lines += [f"baseline: {one}" for one in (report.held.wrong if report.held else ())]
    lines += [
        f"{one.page}{f' [{one.mode}]' if one.mode else ''}: could not be audited: {one.reason}" for one in report.failed
    ]
    return "\n".join([*lines, *closing(report)])


def _headline(report: Report, problems: list[Problem]) -> str:
    pages = list(dict.fromkeys([*(one.page for one in problems), *(one.page for one in report.failed)]))
    where = pages[0] if len(pages) == 1 else f"{len(pages)} of {len(report.ran.pages)} pages"
    said = []
    if problems:
        codes = dict.fromkeys(one.code for one in problems)
        modes = {mode for one in problems for mode in one.modes}
        s = "" if len(problems) == 1 else "s"
        said.append(f"{len(problems)} problem{s} in {len(modes)} of {len(report.ran.modes)} modes: {', '.join(codes)}")
    if report.failed:
        said.append(f"could not be audited: {report.failed[0].reason}")
    if not said:
        return "the baseline is wrong"
    return f"{where}: {'; '.join(said)}"
