"""Order of focus: the keyboard goes through the page as the eye does (WCAG 2.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from a11y_content.auditing.check import Need, Visit, check
from a11y_content.auditing.finding import Finding, found
from a11y_content.auditing.walk import walk, walked
from a11y_content.problem import Level, fault

TAB_ORDER = fault(
    "tab-order",
    "The focus goes against the order on the screen",
    why="Who sees the page and uses the keyboard loses a focus that jumps; who magnifies it does not find it again.",
    mend="put the elements into the order in which they are read; no tabindex above 0, no reversed rows",
    criterion="2.4.3",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/focus-order",
)

_WORDS: Final = {
    "up": "the focus comes here from {before}, which stands below it",
    "back": "the focus comes here from {before}, which stands after it on the same line",
}


@check(
    TAB_ORDER,
    conformance="A",
    measures="Walks through the page with Tab and compares each step with the places on the screen: up without going to"
    " a later column, or back on the same line (right to left where the text runs so). An error where a tabindex above"
    " 0 causes it within one form, list or line of controls; a review elsewhere, since the eye may be led otherwise.",
    cannot_see="Whether an order makes sense; steps to and from what is fixed, sticky or laid over the page; lines of"
    " vertical text; stops after the 400th.",
    where=walked,
    needs=frozenset({Need.KEYS}),
)
def tab_order(visit: Visit) -> Iterator[Finding]:
    """Compare every step of the walk with the places of its two stops."""
    walk(visit)
    for step in visit.call("tab-order"):
        message = _WORDS[step["how"]].format(before=f"`{step['before']}`")
        if step["tabindex"]:
            message += f" (tabindex {step['tabindex']})"
        yield found(TAB_ORDER, step["element"], message, level=Level.ERROR if step["sure"] else Level.REVIEW)
