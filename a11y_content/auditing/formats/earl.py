"""EARL as JSON-LD (https://www.w3.org/TR/EARL10-Schema/), in the shape in which tools report to W3C's ACT rules.

A subject for each page. What a check found is `failed`; what needs a person is `cantTell`; what did not run is
`untested`. A check that found nothing passed as that check, and names no success criterion: it proves none.
"""

from __future__ import annotations

from typing import Any, Final

from a11y_content.auditing.check import CHECKS
from a11y_content.auditing.json_text import json_text
from a11y_content.auditing.report import Report, report_format
from a11y_content.auditing.rule import Rule, rules_of
from a11y_content.problem import Level, Problem

_CONTEXT: Final[dict[str, Any]] = {
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "WCAG2": "http://www.w3.org/TR/WCAG22/#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "sch": "https://schema.org/",
    "ptr": "http://www.w3.org/2009/pointers#",
    "title": "dct:title",
    "description": "dct:description",
    "source": {"@id": "dct:source", "@type": "@id"},
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "assertedBy": {"@type": "@id"},
    "mode": {"@type": "@id"},
    "outcome": {"@type": "@id"},
    "assertions": {"@reverse": "subject"},
    "pointer": {"@type": "@id"},
    "expression": "ptr:expression",
}
_TOOL: Final = "https://pypi.org/project/a11y-content/"
_OUTCOMES: Final = {Level.ERROR: "failed", Level.WARNING: "failed", Level.REVIEW: "cantTell"}


@report_format("earl")
def as_earl(report: Report) -> str:
    """Write EARL as JSON-LD: a TestSubject a page, with what failed, what a person must tell, what did not run."""
    rules = rules_of(report.problems)
    tool = {
        "@id": _TOOL,
        "@type": ["Assertor", "Software", "doap:Project"],
        "doap:name": "a11y-content",
        "doap:release": {"@type": "doap:Version", "doap:revision": report.tool["a11y_content"]},
    }
    subjects = [_subject(page, report, rules) for page in report.ran.pages]
    return json_text({"@context": _CONTEXT, "@graph": [tool, *subjects]})


def _subject(page: str, report: Report, rules: dict[str, Rule]) -> dict[str, Any]:
    mine = [problem for problem in report.problems if problem.page == page]
    found = {problem.code.partition("/")[0] for problem in mine}
    broken = [one for one in report.failed if one.page == page]
    left_out = {skip.check: skip.reason for skip in report.ran.skipped if skip.page == page}
    made = [_found(problem, rules[problem.code]) for problem in mine]
    for check in report.ran.checks:
        if check in left_out:
            made.append(_assertion(check, "untested", left_out[check]))
        elif broken:
            made.append(_assertion(check, "untested", "; ".join(f"{one.mode}: {one.reason}" for one in broken)))
        elif check not in found:
            modes = len(report.ran.modes_of(page))
            made.append(_assertion(check, "passed", f"this check found nothing in {modes} modes"))
    return {"@type": ["TestSubject", "sch:WebPage"], "source": page, "title": page, "assertions": made}


def _found(problem: Problem, rule: Rule) -> dict[str, Any]:
    test: dict[str, Any] = {"@type": "TestCase", "title": problem.code, "description": rule.title}
    if rule.help_url:
        test["@id"] = rule.help_url
    if problem.criterion:
        test["isPartOf"] = [f"WCAG2:{_anchor(rule)}"]
    return {
        "@type": "Assertion",
        "mode": "earl:automatic",
        "assertedBy": _TOOL,
        "test": test,
        "result": {
            "@type": "TestResult",
            "outcome": f"earl:{_OUTCOMES[problem.level]}",
            "description": problem.message,
            "dct:conformsTo": list(problem.modes),
            "pointer": {"@type": "ptr:CSSSelectorPointer", "expression": problem.selector},
        },
    }


def _anchor(rule: Rule) -> str:
    """Give the anchor of a criterion in the standard: its name in small letters."""
    name = rule.criterion_name.partition(" ")[2].rpartition(", level")[0] or rule.criterion
    words = "".join(letter if letter.isalnum() or letter == "-" else " " for letter in name.lower()).split()
    return "-".join(words)


def _assertion(check: str, outcome: str, said: str) -> dict[str, Any]:
    known = CHECKS.get(check)
    return {
        "@type": "Assertion",
        "mode": "earl:automatic",
        "assertedBy": _TOOL,
        "test": {"@type": "TestCase", "title": check, "description": known.measures if known else check},
        "result": {"@type": "TestResult", "outcome": f"earl:{outcome}", "description": said},
    }
