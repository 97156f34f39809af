"""The list of problems: once a code what it means and how to mend it, then every place."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Final

from a11y_content.auditing.formats.text import by_code
from a11y_content.auditing.report import Report
from a11y_content.auditing.rule import Rule
from a11y_content.html import Child, Element, el
from a11y_content.problem import Problem
from a11y_content.reporting.filters import Filters
from a11y_content.reporting.words import code, count, link, modes, said, sentence

MOST: Final = 5000
"""Problems in one page; a browser still scrolls it. The report as JSON has all."""
_LEVELS: Final = {"error": "Error", "warning": "Warning", "review": "To review"}


def problems(report: Report, filters: Filters) -> Iterator[Child]:
    """Give the section of the problems."""
    yield el("h2", {"id": "problems"}, "Problems")
    if not report.problems:
        yield el("p", None, "None was found by what ran; the end of this page lists it.")
        return
    left = MOST
    groups = by_code(report.problems)
    if len(report.problems) > MOST:
        told = f"{count(len(report.problems), 'problem')} were found; the first {MOST} are shown, report.json has all."
        yield el("p", None, told)
    yield filters.form(min(len(report.problems), MOST))
    for ones in groups:
        shown = ones[:left]
        left -= len(shown)
        if shown:
            yield _group(shown, report, filters)


def _group(ones: list[Problem], report: Report, filters: Filters) -> Element:
    first = ones[0]
    rule = filters.rules[first.code]
    pages = len({one.page for one in ones})
    number = f"{count(len(ones), 'place')} on {count(pages, 'page')}"
    return el(
        "section",
        {"class": "a11y-report__group", "aria-labelledby": f"group-{filters.of(first)['data-code']}-{first.level}"},
        el(
            "h3",
            {"id": f"group-{filters.of(first)['data-code']}-{first.level}"},
            el("span", {"class": f"a11y-report__level a11y-report__level--{first.level}"}, _LEVELS[first.level]),
            " ",
            said(rule.title),
        ),
        el("p", {"class": "a11y-report__facts"}, code(first.code), f", {number}", _criterion(rule)),
        _advice(rule),
        el("ol", {"class": "a11y-report__places", "role": "list"}, [_place(one, report, filters) for one in ones]),
    )


def _criterion(rule: Rule) -> Child:
    return f", WCAG {rule.criterion_name}" if rule.criterion else None


def _advice(rule: Rule) -> Element:
    about = link(rule.help_url, f"About {rule.code}")
    more = [about, ". " if about is not None else None, "In a terminal: ", code(f"a11y-content explain {rule.code}")]
    rows: list[tuple[str, str | list[Child]]] = [
        ("Who it hurts", sentence(rule.who)),
        ("How to mend it", sentence(rule.mend) if rule.mend != rule.title else ""),
        ("More", more),
    ]
    made = [el("div", None, el("dt", None, name), el("dd", None, words)) for name, words in rows if words]
    return el("dl", {"class": "a11y-report__advice"}, made)


def _place(problem: Problem, report: Report, filters: Filters) -> Element:
    every = report.ran.modes_of(problem.page)
    address = link(problem.page, said(problem.page))
    rows: list[tuple[str, Child]] = [
        ("Written at", code(str(problem.where)) if problem.where else None),
        ("Element", code(problem.selector) if problem.selector else None),
        ("Modes", modes(problem.modes, every)),
        ("Fingerprint", code(problem.fingerprint)),
    ]
    return el(
        "li",
        {"class": "a11y-report__problem", **filters.of(problem)},
        el("h4", None, address if address is not None else said(problem.page)),
        el("p", None, sentence(problem.message)),
        _picture(problem, report),
        el("pre", {"class": "a11y-report__html"}, code(problem.html)) if problem.html else None,
        el(
            "dl",
            {"class": "a11y-report__where"},
            [el("div", None, el("dt", None, name), el("dd", None, words)) for name, words in rows if words is not None],
        ),
    )


def _picture(problem: Problem, report: Report) -> Child:
    png = report.pictures.get(problem.fingerprint)
    if not png:
        return None
    data = base64.b64encode(png).decode("ascii")
    words = f"The element in the mode {problem.modes[0]}" if problem.modes else "The element"
    picture = el("img", {"src": f"data:image/png;base64,{data}", "alt": said(words), "class": "a11y-report__picture"})
    return el("p", {"class": "a11y-report__shot"}, picture)
