"""axe-core: the rules of the chosen standard in every mode, and its best practices as warnings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from a11y_content.auditing.check import Reads, Visit, page_check
from a11y_content.auditing.finding import Finding
from a11y_content.problem import Level, UsageError, fault
from a11y_content.registry import suggest

AXE = fault(
    "axe",
    "An axe-core rule failed",
    why="axe-core finds what a machine can tell for sure: missing names, low contrast, broken structure. The part after"
    " the stroke, as in `axe/color-contrast`, is the rule; the report links to its page.",
    mend="open the rule's page: it shows who is kept out and how to mend it",
)

STANDARDS: Final[dict[str, tuple[str, ...]]] = {
    "wcag2a": ("wcag2a",),
    "wcag2aa": ("wcag2a", "wcag2aa"),
    "wcag21a": ("wcag2a", "wcag21a"),
    "wcag21aa": ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"),
    "wcag22aa": ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
    "wcag22aaa": ("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
}
"""axe's tags by the name of a standard."""

_CRITERION: Final = re.compile(r"wcag(\d)(\d)(\d+)")
_BEST_PRACTICE: Final = "best-practice"


def tags_of(standard: str) -> tuple[str, ...]:
    """Give axe's tags for a standard such as `wcag22aa`; raises `UsageError` for another word."""
    if standard not in STANDARDS:
        near = suggest(standard, STANDARDS)
        hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(STANDARDS)}"
        raise UsageError(f"no standard {standard!r}{hint}")
    return (*STANDARDS[standard], _BEST_PRACTICE)


@page_check(
    AXE,
    measures="Runs axe-core in the page: rules of the chosen standard, and its best practices as warnings.",
    cannot_see="What a machine cannot tell for sure: it is given as `review`. Contrast on paper and in forced"
    " colours, where axe reads colours that nobody sees; closed shadow roots.",
    reads=Reads.MODE,
    learns=True,
    options=lambda settings: {"tags": tags_of(settings.standard)},
)
def axe(answer: dict[str, Any], _: Visit) -> Iterator[Finding]:
    """Run axe; what it cannot tell (`incomplete`) is a review, never dropped and never an error."""
    for one in answer["found"]:
        yield _finding(one)


def _finding(one: dict[str, Any]) -> Finding:
    said = "; ".join(dict.fromkeys(one["messages"])) or one["help"]
    return Finding(
        code=f"axe/{one['rule']}",
        message=f"cannot tell: {said}" if one["kind"] == "incomplete" else said,
        selector=one["selector"],
        html=one["html"],
        path=one["path"],
        hint=one["help"],
        level=_level(one["kind"], one["tags"]),
        criterion=_criterion(one["tags"]),
        help_url=one["url"],
    )


def _level(kind: str, tags: list[str]) -> Level:
    if kind == "incomplete":
        return Level.REVIEW
    return Level.WARNING if _BEST_PRACTICE in tags else Level.ERROR


def _criterion(tags: list[str]) -> str:
    matches = (_CRITERION.fullmatch(tag) for tag in tags)
    return next((".".join(match.groups()) for match in matches if match), "")
