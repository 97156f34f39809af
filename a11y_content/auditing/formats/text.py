"""For people at a terminal: one block a code, its first places, and counts of the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from a11y_content.auditing.grouping import GRAVITY
from a11y_content.auditing.ran import Ran
from a11y_content.auditing.report import Report, report_format
from a11y_content.problem import Problem, one_line

_MODES_SHOWN: Final = 4
_PLACES_SHOWN: Final = 10
"""Places of one code that are told; the report as JSON or HTML has them all."""
_ELEMENT: Final = 160


@report_format("text")
def as_text(report: Report) -> str:
    """Write what a person reads in a terminal: problems by code, the first ten places of each, counts."""
    lines: list[str] = []
    for problems in by_code(report.problems):
        lines += [*_block(problems, report.ran), ""]
    failed = [f"{f.page}{f' [{f.mode}]' if f.mode else ''}: could not be audited: {f.reason}" for f in report.failed]
    lines += [one_line(sentence) for sentence in [*failed, *_baseline(report)]]
    if failed or report.held:
        lines.append("")
    return "\n".join([*lines, *closing(report)]) + "\n"


def by_code(problems: Iterable[Problem]) -> list[list[Problem]]:
    """Put problems of one code and level together, the gravest and most frequent first."""
    groups: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.code, problem.level), []).append(problem)
    return sorted(groups.values(), key=lambda ones: (GRAVITY[ones[0].level], -len(ones)))


def _block(problems: list[Problem], ran: Ran) -> list[str]:
    first = problems[0]
    pages = len({problem.page for problem in problems})
    many = f": {len(problems)} times on {count(pages, 'page')}" if len(problems) > 1 else ""
    criterion = f", WCAG {first.criterion}" if first.criterion else ""
    lines = [one_line(f"{first.level} [{first.code}{criterion}]{many}")]
    lines += [one_line(f"  {name}: {fact}") for name, fact in (("hint", first.hint), ("see", first.help_url)) if fact]
    for problem in problems[:_PLACES_SHOWN]:
        lines += _place(problem, ran)
    more = len(problems) - _PLACES_SHOWN
    if more > 0:
        lines.append(f"  and {more} more: --format html=report.html or json=report.json lists all")
    return lines


def _place(problem: Problem, ran: Ran) -> list[str]:
    facts = [
        ("written at", str(problem.where)),
        ("element", _shortened(f"{problem.selector}  {problem.html}".strip())),
        ("modes", shown_modes(problem.modes, ran.modes_of(problem.page))),
    ]
    head = f"  {problem.page}: {problem.message}"
    return [one_line(head), *(one_line(f"    {name}: {fact}") for name, fact in facts if fact)]


def _shortened(text: str) -> str:
    return text if len(text) <= _ELEMENT else f"{text[: _ELEMENT - 1]}…"


def describe(problem: Problem, every: Sequence[str] = ()) -> list[str]:
    """Tell one problem in a few lines without control characters: place, what, element, modes, hint."""
    criterion = f", WCAG {problem.criterion}" if problem.criterion else ""
    facts = [
        ("written at", str(problem.where)),
        ("element", f"{problem.selector}  {problem.html}"),
        ("modes", shown_modes(problem.modes, every)),
        ("hint", problem.hint),
        ("see", problem.help_url),
    ]
    head = f"{problem.page}: {problem.level}: {problem.message} [{problem.code}{criterion}]"
    return [one_line(head), *(one_line(f"  {name}: {fact}") for name, fact in facts if fact.strip())]


def shown_modes(modes: Sequence[str], every: Sequence[str] = ()) -> str:
    """Say modes shortly, the first few by name where there are many; `every`: the modes that the page ran in."""
    few = few_modes(modes, every)
    return f"{counted_modes(modes, every)}: {'; '.join(modes[:_MODES_SHOWN])}; …" if few is None else few


def few_modes(modes: Sequence[str], every: Sequence[str]) -> str | None:
    """Name modes in a few words: `all 23 modes`, `all modes but text=200`, each by its id; `None` if that is long."""
    left = [mode for mode in every if mode not in modes]
    if len(every) > 1 and not left:
        return f"all {len(every)} modes"
    if len(modes) <= _MODES_SHOWN:
        return "; ".join(modes)
    return f"all modes but {'; '.join(left)}" if every and len(left) <= _MODES_SHOWN else None


def counted_modes(modes: Sequence[str], every: Sequence[str]) -> str:
    """Say how many modes of how many."""
    return f"{len(modes)} of {len(every)} modes" if every else f"{len(modes)} modes"


def _baseline(report: Report) -> list[str]:
    held = report.held
    if held is None:
        return []
    lines = [f"baseline {held.file}: {sentence}" for sentence in held.wrong]
    lines += [
        f"baseline {held.file}: {one.code} on {one.page} does not occur any more ({one.element}): take the entry out,"
        " or write the file anew with --update-baseline"
        for one in held.stale
    ]
    return [*lines, f"baseline {held.file}: {count(len(held.known), 'known problem')} not counted"]


def closing(report: Report) -> list[str]:
    """Sum a report up: counts, what was measured with what, and which checks did not run."""
    s = report.summary
    tool = report.tool
    used = ", ".join(
        filter(None, [f"axe {tool.get('axe', '')}", tool.get("browser", ""), f"checks {' '.join(report.ran.checks)}"])
    )
    where = f"{count(s['pages'], 'page')} in {count(s['modes'], 'mode')}"
    what = f"{count(s['errors'], 'error')}, {count(s['warnings'], 'warning')}, {s['reviews']} to review"
    skipped: dict[str, tuple[str, int]] = {}
    for one in report.ran.skipped:
        skipped[one.check] = (one.reason, skipped.get(one.check, ("", 0))[1] + 1)
    return [
        f"{where}: {what}, {s['failed']} could not be audited ({s['seconds']:.1f} s)",
        *(
            one_line(f"did not run: {check} on {count(pages, 'page')}: {reason}")
            for check, (reason, pages) in skipped.items()
        ),
        one_line(f"measured with {used}; what no machine can tell still needs a person", 2000),
    ]


def count(number: float, what: str) -> str:
    """Say a number of things, such as `1 page` or `2 pages`."""
    return f"{number:g} {what}{'' if number == 1 else 's'}"
