"""Annotations of GitHub Actions: workflow commands, which the runner shows at the author's lines.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions. A step shows ten of each level, so each
code is told once for a file, with its count.
"""

from __future__ import annotations

from typing import Final

from a11y_content.auditing.formats.text import count, shown_modes
from a11y_content.auditing.place import place_of
from a11y_content.auditing.report import Report, report_format
from a11y_content.problem import Level, Problem, one_line

_WORDS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.REVIEW: "notice"}


@report_format("github")
def as_github(report: Report) -> str:
    """Write workflow commands for GitHub Actions, one for each code and file, the gravest first."""
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in report.problems:
        place = place_of(problem, report.ran)
        groups.setdefault((problem.level, problem.code, place.file if place else problem.page), []).append(problem)
    lines = [_told(problems, report) for problems in groups.values()]
    lines += [
        _command("error", {"title": "could not be audited"}, f"{one.page} {one.mode}: {one.reason}")
        for one in report.failed
    ]
    if report.held is not None:
        lines += [_command("error", {"title": "baseline"}, sentence) for sentence in report.held.wrong]
        if stale := report.held.stale:
            word = "error" if report.held.fail_on_stale else "notice"
            codes = ", ".join(dict.fromkeys(entry.code for entry in stale))
            told = f"{count(len(stale), 'known problem')} not there any more: {codes}; write {report.held.file} anew"
            lines.append(_command(word, {"title": "baseline"}, told))
    return "".join(f"{line}\n" for line in lines)


def _told(problems: list[Problem], report: Report) -> str:
    first = problems[0]
    place = place_of(first, report.ran)
    facts = {"title": f"{first.code}{f' (WCAG {first.criterion})' if first.criterion else ''}"}
    if place is not None:
        facts = {"file": place.file, "line": str(place.line or 1), "col": str(place.column or 1), **facts}
    more = f" (and {len(problems) - 1} more of this)" if len(problems) > 1 else ""
    hint = f": {first.hint}" if first.hint else ""
    modes = shown_modes(first.modes, report.ran.modes_of(first.page))
    said = f"{first.page}: {first.message}{hint} [{first.selector}] in {modes}{more}"
    return _command(_WORDS[first.level], facts, said)


def _command(word: str, facts: dict[str, str], said: str) -> str:
    written = ",".join(f"{name}={_value(value)}" for name, value in facts.items())
    return f"::{word} {written}::{_data(said)}"


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
