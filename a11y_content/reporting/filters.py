"""Filters of the list: selects of the page's own form, and the CSS that follows them; no script is needed.

Every value gets a short name of ours (`p3`), so that nothing of an audited page comes into the styles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from a11y_content.auditing.report import Report
from a11y_content.auditing.rule import Rule, rules_of
from a11y_content.html import Element, el
from a11y_content.problem import Problem
from a11y_content.reporting.words import count, said

Facet = tuple[str, str, str, Sequence[tuple[str, str]]]
"""Id, label, word for all, and pairs of a value and what it says."""


class Filters:
    """What the problems of one report can be filtered by."""

    def __init__(self, report: Report) -> None:
        """Number all values."""
        self.rules: dict[str, Rule] = rules_of(report.problems)
        problems = report.problems
        self._levels = _numbered("l", (str(problem.level) for problem in problems))
        self._codes = _numbered("c", self.rules)
        self._pages = _numbered("p", (problem.page for problem in problems))
        self._modes = _numbered("m", (mode for problem in problems for mode in problem.modes))
        self._criteria = _numbered("w", sorted({rule.criterion for rule in self.rules.values()} - {""}, key=_order))

    def of(self, problem: Problem) -> dict[str, str | None]:
        """Give the attributes by which a problem is found."""
        return {
            "data-level": self._levels[problem.level],
            "data-code": self._codes[problem.code],
            "data-page": self._pages[problem.page],
            "data-mode": " ".join(self._modes[mode] for mode in problem.modes),
            "data-criterion": self._criteria.get(self.rules[problem.code].criterion),
        }

    def _facets(self) -> Iterable[Facet]:
        names = {one.criterion: one.criterion_name for one in self.rules.values()}
        yield "level", "Level", "All levels", [(name, word) for word, name in self._levels.items()]
        yield "code", "Problem", "All problems", [(name, word) for word, name in self._codes.items()]
        yield "criterion", "WCAG criterion", "All criteria", [(name, names[w]) for w, name in self._criteria.items()]
        yield "page", "Page", "All pages", [(name, word) for word, name in self._pages.items()]
        yield "mode", "Mode", "All modes", [(name, word) for word, name in self._modes.items()]

    def form(self, problems: int) -> Element:
        """Make the form; without styles or `:has()` it does nothing, and the list stays whole."""
        fields = [
            el(
                "p",
                {"class": "a11y-report__field"},
                el("label", {"for": f"filter-{id}"}, label),
                el(
                    "select",
                    {"id": f"filter-{id}"},
                    el("option", {"value": ""}, every),
                    [el("option", {"value": value}, said(words)) for value, words in values],
                ),
            )
            for id, label, every, values in self._facets()  # noqa: A001  it is an id
            if len(values) > 1
        ]
        shown = el("p", {"class": "a11y-report__shown", "role": "status"}, f"{count(problems, 'problem')} shown")
        reset = el("button", {"type": "reset", "class": "a11y-report__reset"}, "Show all")
        state = el("div", {"class": "a11y-report__state"}, reset if fields else None, shown)
        inside = el("div", {"class": "a11y-report__fields"}, fields) if fields else None
        return el("form", {"class": "a11y-report__filter", "aria-label": "Filter problems"}, inside, state)

    def css(self) -> str:
        """Write the rules: what does not match a chosen value is not there, and neither is a group without any."""
        rules = []
        for id, _, _, values in self._facets():  # noqa: A001  it is an id
            for value, _ in values:
                chosen = f".a11y-report:has(#filter-{id} > [value={value}]:checked)"
                match = f"[data-{id}~={value}]"
                rules.append(
                    f"{chosen} .a11y-report__problem:not({match}),"
                    f"{chosen} .a11y-report__group:not(:has({match})){{display:none}}"
                )
        return "@layer page{" + "".join(rules) + "}\n" if rules else ""


def _numbered(letter: str, words: Iterable[str]) -> dict[str, str]:
    return {word: f"{letter}{number}" for number, word in enumerate(dict.fromkeys(words))}


def _order(number: str) -> list[int]:
    return [int(part) for part in number.split(".") if part.isdecimal()]
