"""Content that the default mode shows and another mode does not (WCAG 1.4.4, 1.4.12, 1.3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from a11y_content.auditing.check import Visit, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.design.mode import Mode
from a11y_content.problem import Level, fault

CONTENT_LOST = fault(
    "content-lost",
    "Text is gone in one mode",
    why="A reader who asks for larger text, other colours or more space must get the same words: text that is hidden,"
    " cut off or pushed out in that mode is lost for exactly the people who need it.",
    mend="take out the rule that hides or cuts this text in this mode (a fixed height, hidden overflow, display: none)",
    criterion="1.4.4",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/resize-text",
)


@page_check(
    CONTENT_LOST,
    conformance="AA",
    measures="Compares the text of `main` that is rendered, whole and inside its clipping boxes, with that of the"
    " default mode, text by text. What a page without our menu hides on a narrow screen or on paper is a review, and"
    " none where the same words are shown elsewhere. Navigation is not missed on paper.",
    cannot_see="Text that another element covers, pictures, text outside of `main`, and text in frames and in shadow"
    " roots.",
    baseline=True,
)
def content_lost(answer: list[dict[str, Any]], visit: Visit) -> Iterator[Finding]:
    """Tell what text of the default mode is hidden or cut off in this mode."""
    narrow = visit.mode.viewport[0] < Mode().viewport[0] or visit.mode.printed
    for element in answer:
        level = Level.REVIEW if narrow and element["hidden"] and not visit.own else Level.ERROR
        message = "text that the default mode shows is hidden or cut off in this mode"
        yield found(CONTENT_LOST, element, message, level=level)
