"""The outline of headings: no level skipped, one first heading, none empty (WCAG 1.3.1, best practice)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from a11y_content.auditing.check import Reads, Visit, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.problem import Fault, Level, fault

_HELP: Final = "https://www.w3.org/WAI/tutorials/page-structure/headings/"
HEADING_OUTLINE = fault(
    "heading-outline",
    "A level of headings is skipped",
    why="Screen reader users go through a page by its headings and their levels: a missing level reads like a part that"
    " they have overlooked.",
    mend="give the heading the level that follows from the one above it; its size is a matter of style",
    level=Level.WARNING,
    criterion="1.3.1",
    help_url=_HELP,
)
NO_FIRST = fault(
    "heading-outline/first",
    "A page with headings has none of level 1",
    why="The heading of level 1 says where a reader has arrived; many jump to it first.",
    mend="make the page's title in its main part an h1",
    level=Level.WARNING,
    criterion="1.3.1",
    help_url=_HELP,
)
SEVERAL = fault(
    "heading-outline/several",
    "A page has several headings of level 1",
    why="With several, a reader cannot tell which names the page and which a part of it.",
    mend="keep one h1 for the page, and make the others h2",
    level=Level.WARNING,
    criterion="1.3.1",
    help_url=_HELP,
)
EMPTY = fault(
    "heading-outline/empty",
    "A heading has no words",
    why="A screen reader stops at it and says “heading” and nothing else.",
    mend="write the words of the heading, or take the element out; space is a matter of style",
    level=Level.WARNING,
    criterion="1.3.1",
    help_url=_HELP,
)
_PLAIN: Final[dict[str, tuple[Fault, str]]] = {
    "none": (NO_FIRST, "the page has headings, and none of level 1"),
    "empty": (EMPTY, "a heading without words"),
}


@page_check(
    HEADING_OUTLINE,
    conformance="A",
    measures="Reads the headings of each document (page, frame) in their order, with those in open shadow roots and in"
    " closed details: a level that is more than one below the heading before it, no heading or several of level 1,"
    " headings without words. Headings of dialogs stand aside.",
    cannot_see="Whether the words name what follows, and text that only looks like a heading.",
    reads=Reads.PRESENCE,
    echoes=("axe/heading-order", "axe/empty-heading", "axe/page-has-heading-one"),
)
def heading_outline(answer: list[dict[str, Any]], _: Visit) -> Iterator[Finding]:
    """Tell what is odd about the outline."""
    for heading in answer:
        if heading["kind"] == "skipped":
            message = f"a heading of level {heading['level']} follows one of level {heading['last']}"
            yield found(HEADING_OUTLINE, heading, message)
        elif heading["kind"] == "several":
            yield found(SEVERAL, heading, f"one of {heading['count']} headings of level 1")
        else:
            fault_, message = _PLAIN[heading["kind"]]
            yield found(fault_, heading, message)
