"""Content that the default mode shows and another mode does not (WCAG 1.4.4, 1.4.12, 1.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from a11y_content.auditing.check import Finding, Visit, check, found
from a11y_content.design.mode import DEFAULT
from a11y_content.problem import fault

CONTENT_LOST = fault(
    "content-lost",
    "Text is gone in one mode",
    why="A reader who asks for larger text, other colours or more space must get the same words: text that is hidden,"
    " cut off or pushed out in that mode is lost for exactly the people who need it.",
    mend="take out the rule that hides or cuts this text in this mode (a fixed height, hidden overflow, display: none)",
    criterion="1.4.4",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/resize-text",
)


@check(CONTENT_LOST, baseline=True)
def content_lost(visit: Visit) -> Iterator[Finding]:
    """Compare the text of `main` that is rendered in this mode with that of the default mode, node by node."""
    lost = visit.call("content-lost", isDefault=visit.mode.id == DEFAULT, reuse=visit.settings.reuse)
    for element in lost:
        yield found(CONTENT_LOST, element, "text that the default mode shows is hidden or cut off in this mode")
