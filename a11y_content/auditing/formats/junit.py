"""JUnit XML for the Jenkins schema: a suite for each page, a test case for each check, modes in the text.

Why so: docs/decisions/0033-junit.md.
"""

from __future__ import annotations

from lxml import etree

from a11y_content.auditing.formats.text import count, describe
from a11y_content.auditing.report import Report, report_format
from a11y_content.html import clean
from a11y_content.problem import one_line


@report_format("junit")
def as_junit(report: Report) -> str:
    """Write JUnit XML; what is less grave than `fail_on`, and what the baseline holds, is told in `system-out`."""
    suites = etree.Element("testsuites", name="a11y-content", time=f"{report.seconds:.3f}")
    for page in report.ran.pages:
        suites.append(_suite(report, page))
    if report.held is not None and report.held.wrong:
        suites.append(_baseline(report.held.file, report.held.wrong))
    text: bytes = etree.tostring(suites, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return text.decode("utf-8")


def _suite(report: Report, page: str) -> etree._Element:
    reasons = [f"{f.mode or 'all modes'}: {f.reason}" for f in report.failed if f.page == page]
    left_out = {skip.check: skip.reason for skip in report.ran.skipped if skip.page == page}
    suite = etree.Element("testsuite", name=_short(page))
    failures = 0
    notes: list[str] = []
    here = (p.code.partition("/")[0] for p in report.problems if p.page == page)
    checks = list(dict.fromkeys([*report.ran.checks, *here]))  # a check may tell under another one's code
    for check in checks:
        mine = [p for p in report.problems if p.page == page and p.code.partition("/")[0] == check]
        grave = [p for p in mine if report.fails(p)]
        case = etree.SubElement(suite, "testcase", classname=_short(page), name=check)
        told = [*(f"could not be audited in {reason}" for reason in reasons), *("\n".join(describe(p)) for p in grave)]
        if told:
            failures += 1
            codes = ", ".join(dict.fromkeys(p.code for p in grave))
            message = "could not be audited" if reasons else f"{count(len(grave), 'problem')}: {codes}"
            kind = "could-not-run" if reasons else check
            etree.SubElement(case, "failure", message=_short(message), type=kind).text = clean("\n\n".join(told))
        elif check in left_out:
            etree.SubElement(case, "skipped", message=_short(left_out[check]))
        notes += ["\n".join(describe(p)) for p in mine if p not in grave]
    skipped = sum(check in left_out for check in checks) if not reasons else 0
    numbers = {"tests": len(checks), "failures": failures, "errors": 0, "skipped": skipped}
    for name, number in numbers.items():
        suite.set(name, str(number))
    known = report.held.known if report.held else ()
    notes += [
        "\n".join([f"known until {entry.expires}: {one_line(entry.reason)}", *describe(problem)])
        for problem, entry in known
        if problem.page == page
    ]
    if notes:
        etree.SubElement(suite, "system-out").text = clean("\n\n".join(notes))
    return suite


def _baseline(file: str, sentences: tuple[str, ...]) -> etree._Element:
    suite = etree.Element("testsuite", name=_short(file), tests="1", failures="1", errors="0", skipped="0")
    case = etree.SubElement(suite, "testcase", classname=_short(file), name="baseline")
    message = f"{count(len(sentences), 'entry')} that does not hold".replace("entrys that does", "entries that do")
    etree.SubElement(case, "failure", message=message, type="baseline").text = clean("\n".join(sentences))
    return suite


def _short(text: str) -> str:
    return one_line(clean(text))
