"""Report formats: one function each, registered under its name; pure, from a report to text."""

from __future__ import annotations

import json
from typing import Final

from lxml import etree

from a11y_content.auditing.report import Report, report_format
from a11y_content.html import clean
from a11y_content.problem import Level, Problem, one_line

_MODES_SHOWN: Final = 6


@report_format("json")
def as_json(report: Report) -> str:
    """Write `report.json` (schema `a11y-content/report/1`)."""
    return json.dumps(report.as_json(), ensure_ascii=False, indent=1) + "\n"


@report_format("text")
def as_text(report: Report) -> str:
    """Write what a person reads in a terminal."""
    lines: list[str] = []
    for problem in report.problems:
        lines += [*describe(problem), ""]
    lines += [
        one_line(f"{f.page}{f' [{f.mode}]' if f.mode else ''}: could not be audited: {f.reason}") for f in report.failed
    ]
    if report.failed:
        lines.append("")
    return "\n".join([*lines, *closing(report)]) + "\n"


def describe(problem: Problem) -> list[str]:
    """Tell one problem in a few lines without control characters: place, what, element, modes, hint."""
    criterion = f", WCAG {problem.criterion}" if problem.criterion else ""
    facts = [
        ("written at", str(problem.where)),
        ("element", f"{problem.selector}  {problem.html}"),
        ("modes", shown_modes(problem.modes)),
        ("hint", problem.hint),
        ("see", problem.help_url),
    ]
    head = f"{problem.page}: {problem.level}: {problem.message} [{problem.code}{criterion}]"
    return [one_line(head), *(one_line(f"  {name}: {fact}") for name, fact in facts if fact.strip())]


def shown_modes(modes: tuple[str, ...]) -> str:
    """List modes, the first few by name."""
    more = len(modes) - _MODES_SHOWN
    listed = "; ".join(modes[:_MODES_SHOWN])
    return f"{listed}; and {more} more" if more > 0 else listed


def closing(report: Report) -> list[str]:
    """Sum a report up in two lines: counts, and what was measured with what."""
    s = report.summary
    tool = report.tool
    used = ", ".join(
        filter(None, [f"axe {tool['axe']}", tool.get("browser", ""), f"checks {' '.join(report.ran.checks)}"])
    )
    where = f"{_count(s['pages'], 'page')} in {_count(s['modes'], 'mode')}"
    what = f"{_count(s['errors'], 'error')}, {_count(s['warnings'], 'warning')}, {s['reviews']} to review"
    return [
        f"{where}: {what}, {s['failed']} could not be audited ({s['seconds']:.1f} s)",
        f"measured with {used}; what no machine can tell still needs a person",
    ]


def _count(number: float, what: str) -> str:
    return f"{number:g} {what}{'' if number == 1 else 's'}"


@report_format("junit")
def as_junit(report: Report) -> str:
    """Write JUnit XML for the Jenkins schema: a suite for each page, a test case for each check, modes in the text.

    Why so: docs/decisions/0033-junit.md. What is less grave than `fail_on` is told in `system-out`.
    """
    suites = etree.Element("testsuites", name="a11y-content", time=f"{report.seconds:.3f}")
    for page in report.ran.pages:
        suites.append(_suite(report, page))
    text: bytes = etree.tostring(suites, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return text.decode("utf-8")


def _suite(report: Report, page: str) -> etree._Element:
    reasons = [f"{f.mode or 'all modes'}: {f.reason}" for f in report.failed if f.page == page]
    suite = etree.Element("testsuite", name=clean(page))
    failures = 0
    notes: list[str] = []
    for check in report.ran.checks:
        mine = [p for p in report.problems if p.page == page and p.code.partition("/")[0] == check]
        grave = [p for p in mine if _fails(p, report.fail_on)]
        case = etree.SubElement(suite, "testcase", classname=clean(page), name=check)
        told = [*(f"could not be audited in {reason}" for reason in reasons), *("\n".join(describe(p)) for p in grave)]
        if told:
            failures += 1
            codes = ", ".join(dict.fromkeys(p.code for p in grave))
            message = "could not be audited" if reasons else f"{_count(len(grave), 'problem')}: {codes}"
            kind = "could-not-run" if reasons else check
            etree.SubElement(case, "failure", message=_short(message), type=kind).text = clean("\n\n".join(told))
        notes += ["\n".join(describe(p)) for p in mine if p not in grave]
    for name, number in {"tests": len(report.ran.checks), "failures": failures, "errors": 0, "skipped": 0}.items():
        suite.set(name, str(number))
    if notes:
        etree.SubElement(suite, "system-out").text = clean("\n\n".join(notes))
    return suite


def _fails(problem: Problem, fail_on: Level) -> bool:
    order = (Level.ERROR, Level.WARNING, Level.REVIEW)
    return order.index(problem.level) <= order.index(fail_on)


def _short(text: str) -> str:
    return one_line(clean(text))
