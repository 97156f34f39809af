"""OpenACR (https://github.com/GSA/openacr): evidence for a conformance report, and never a claim.

A criterion is `does-not-support` where a check proved a failure, and `not-evaluated` everywhere else: that a machine
found nothing proves nothing. OpenACR keeps `not-evaluated` of levels A and AA out of a finished report, which this is
not: a person fills it in. It is JSON, which every reader of YAML takes.
"""

from __future__ import annotations

from typing import Any, Final

from a11y_content.auditing.clock import today
from a11y_content.auditing.criteria import CRITERIA, Criterion
from a11y_content.auditing.formats.text import closing, count
from a11y_content.auditing.json_text import json_text
from a11y_content.auditing.report import Report, report_format
from a11y_content.problem import Level, Problem, one_line

_CATALOG: Final = "2.5-edition-wcag-2.2-en"
_PERSON: Final = "Needs a person."
_OTHERS: Final = ("electronic-docs", "software", "authoring-tool")
_LONGEST: Final = 2000
_DISCLAIMER: Final = (
    "Made by a program. It holds what checks found in the audited pages and modes, and says nothing of anything else."
    " It is no statement of conformance: a person must evaluate every criterion before it is used as a report."
)


@report_format("openacr")
def as_openacr(report: Report) -> str:
    """Write OpenACR, catalog 2.5-edition-wcag-2.2-en: what checks proved to fail; all else needs a person."""
    made = {
        "title": "Evidence for an Accessibility Conformance Report (draft, needs a person)",
        "product": {
            "name": "the audited pages",
            "description": one_line(", ".join(report.ran.pages), _LONGEST) or "none",
        },
        "author": {"name": f"a11y-content {report.tool['a11y_content']} (a program)", "email": ""},
        "report_date": today().isoformat(),
        "last_modified_date": today().isoformat(),
        "catalog": _CATALOG,
        "notes": "\n".join(closing(report)),
        "evaluation_methods_used": _methods(report),
        "legal_disclaimer": _DISCLAIMER,
        "chapters": {
            f"success_criteria_level_{level.lower()}": _chapter(level, report) for level in ("A", "AA", "AAA")
        },
    }
    return json_text(made)


def _chapter(level: str, report: Report) -> dict[str, Any]:
    rows = [one for one in CRITERIA.values() if one.level == level]
    return {"notes": _DISCLAIMER, "criteria": [_row(one, report) for one in rows]}


def _row(criterion: Criterion, report: Report) -> dict[str, Any]:
    known = tuple(problem for problem, _ in report.held.known) if report.held is not None else ()
    mine = [problem for problem in (*report.problems, *known) if problem.criterion == criterion.number]
    proved = [problem for problem in mine if problem.level is Level.ERROR]
    web = {"level": "does-not-support" if proved else "not-evaluated", "notes": _notes(criterion, proved, mine)}
    others = [{"name": name, "adherence": {"level": "not-evaluated", "notes": _PERSON}} for name in _OTHERS]
    return {"num": criterion.number, "components": [{"name": "web", "adherence": web}, *others]}


def _notes(criterion: Criterion, proved: list[Problem], mine: list[Problem]) -> str:
    if criterion.number == "4.1.1":
        return f"{_PERSON} WCAG 2.2 took this criterion out."
    if proved:
        pages = list(dict.fromkeys(problem.page for problem in proved))
        codes = ", ".join(dict.fromkeys(problem.code for problem in proved))
        told = f"Checks proved {count(len(proved), 'failure')} on {count(len(pages), 'page')}: {codes}."
        listed = one_line(f"Pages: {', '.join(pages)}.", _LONGEST)
        return f"{told} {listed} {_PERSON} Whether the rest of the criterion is met was not judged."
    if mine:
        return f"{_PERSON} Checks could not tell in {count(len(mine), 'place')}; the report of the audit lists them."
    return f"{_PERSON} No check proved a failure in what was audited, which proves nothing."


def _methods(report: Report) -> str:
    tool = ", ".join(f"{name} {version}" for name, version in report.tool.items())
    modes = one_line("; ".join(report.ran.modes), _LONGEST)
    return f"Automatic checks only ({', '.join(report.ran.checks)}) with {tool}, in these modes: {modes}"
