"""What stands around the problems: what could not be audited, what is known, what ran, what needs a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from a11y_content.auditing.check import CHECKS
from a11y_content.auditing.report import Report
from a11y_content.html import Child, Element, el
from a11y_content.problem import Level
from a11y_content.reporting.words import code, count, said


def not_audited(report: Report) -> Iterator[Child]:
    """List pages and modes that could not be audited: they are no passes."""
    if not report.failed:
        return
    yield el("h2", None, "Could not be audited")
    yield el("p", None, "Nothing is known of these. They did not pass.")
    rows = [
        el("li", None, said(one.page), f", {said(one.mode)}" if one.mode else "", ": ", said(one.reason))
        for one in report.failed
    ]
    yield el("ul", None, rows)


def known(report: Report) -> Iterator[Child]:
    """Tell what the baseline holds, what of it is gone, and what does not hold any more."""
    held = report.held
    if held is None:
        return
    yield el("h2", None, "Known problems")
    yield el("p", None, f"{said(held.file)} holds {count(len(held.known), 'problem')} of these pages.")
    if held.wrong:
        yield el("p", None, "These entries do not hold, and fail the audit:")
        yield el("ul", None, [el("li", None, said(sentence)) for sentence in held.wrong])
    if held.stale:
        yield el("p", None, "These do not occur any more, and can be taken out:")
        yield el("ul", None, [el("li", None, code(one.code), f" on {said(one.page)}") for one in held.stale])
    if held.known:
        rows = [
            el("li", None, code(problem.code), f" on {said(problem.page)}, until {entry.expires}: {said(entry.reason)}")
            for problem, entry in held.known
        ]
        yield el("ul", None, rows)


def person() -> Iterator[Child]:
    """Say what no check can."""
    yield el("h2", None, "What needs a person")
    yield el(
        "p",
        None,
        "Whether alternatives and labels say the right thing, whether headings describe, whether the order makes sense,"
        " whether the words are plain, and whether people who use assistive technology reach what they came for. What"
        " stands above as “To review” a program saw and could not decide.",
    )


def ran(report: Report) -> Iterator[Child]:
    """List tools, checks, modes and pages."""
    yield el("h2", None, "What ran")
    names = {"a11y_content": "a11y-content", "axe": "axe-core"}
    tools = ", ".join(f"{names.get(name, name)} {version}" for name, version in report.tool.items())
    yield el("p", None, said(tools), f". {report.seconds:.1f} seconds.")
    yield el("h3", None, count(len(report.ran.checks), "check"))
    yield el("ul", {"class": "a11y-report__ran"}, [_check(name, report) for name in report.ran.checks])
    yield el("h3", None, count(len(report.ran.modes), "mode"))
    yield el("ul", {"class": "a11y-report__ran"}, [el("li", None, code(mode)) for mode in report.ran.modes])
    yield el("h3", None, count(len(report.ran.pages), "page"))
    counts = Counter((problem.page, problem.level) for problem in report.problems)
    broken = {one.page for one in report.failed}
    yield el("ul", {"class": "a11y-report__ran"}, [_page(page, report, counts, broken) for page in report.ran.pages])


def _check(name: str, report: Report) -> Element:
    skips = [skip for skip in report.ran.skipped if skip.check == name]
    title = CHECKS[name].fault.title if name in CHECKS else ""
    left_out = f". Did not run on {count(len(skips), 'page')}: {said(skips[0].reason)}" if skips else ""
    return el("li", None, code(name), f": {title}" if title else "", left_out)


def _page(page: str, report: Report, counts: Counter[tuple[str, Level]], broken: set[str]) -> Element:
    words = {Level.ERROR: "error", Level.WARNING: "warning", Level.REVIEW: "place to review"}
    found = [
        count(counts[page, level], word).replace("place to reviews", "places to review")
        for level, word in words.items()
        if counts[page, level]
    ]
    modes = len(report.ran.modes_of(page))
    told = ", ".join(found) or "nothing found"
    if page in broken:
        told = f"could not be audited, or not in all modes; {told}"
    return el("li", None, said(page), f": {told} in {count(modes, 'mode')}")
