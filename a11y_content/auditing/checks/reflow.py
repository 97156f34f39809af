"""Reflow: at a width of 320 CSS pixels nothing needs scrolling sideways (WCAG 1.4.10)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from a11y_content.auditing.check import Finding, Visit, found, narrow, page_check
from a11y_content.problem import Level, fault

REFLOW = fault(
    "reflow",
    "A narrow page needs scrolling sideways",
    why="People who magnify a page to 400 % see 320 pixels of it: a line that sticks out must be scrolled to and fro.",
    mend="let it wrap: no fixed widths, overflow-wrap: anywhere for long words, and a scrolling box around wide tables",
    criterion="1.4.10",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/reflow",
)

_LARGEST_ASKED = 200
"""Per cent: WCAG 1.4.4 asks for text of this size; above it, at 320 pixels, sticking out is a warning."""


@page_check(
    REFLOW,
    conformance="AA",
    measures="In modes at most 320 CSS pixels wide: text and controls that end beyond the viewport, but for tables,"
    " pictures and code in a scrolling box of their own; and whether the page itself scrolls sideways.",
    cannot_see="Whether a part in a scrolling box really needs two dimensions.",
    where=narrow,
)
def reflow(answer: dict[str, Any], visit: Visit) -> Iterator[Finding]:
    """Find text and controls that end beyond the viewport, but for tables, pictures and code in a scrolling box."""
    result = answer
    size = int(dict(visit.mode.choices).get("text", "100"))
    level = Level.WARNING if size > _LARGEST_ASKED else Level.ERROR
    width = visit.mode.viewport[0]
    for element in result["out"]:
        message = f"ends at {element['right']} pixels in a viewport of {width}"
        yield found(REFLOW, element, message, level=level)
    if result["scrolls"] and not result["out"]:
        message = f"the page is {result['width']} pixels wide in a viewport of {width}"
        yield found(REFLOW, result["page"], message, level=level)
