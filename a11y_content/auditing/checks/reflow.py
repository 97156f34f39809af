"""Reflow: at a width of 320 CSS pixels nothing needs scrolling sideways (WCAG 1.4.10)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from a11y_content.auditing.check import Visit, narrow, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.problem import Level, fault

REFLOW = fault(
    "reflow",
    "A narrow page needs scrolling sideways",
    why="People who magnify a page to 400 % see 320 pixels of it: a line that sticks out must be scrolled to and fro.",
    mend="let it wrap: no fixed widths, overflow-wrap: anywhere for long words, and a scrolling box around wide tables",
    criterion="1.4.10",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/reflow",
)

BARS = fault(
    "reflow/bars",
    "Bars that stay fill most of a narrow screen",
    why="At 400 % a window is as high as 256 pixels: where bars that never scroll away take more than half of it, a"
    " reader sees two lines at a time.",
    mend="let the bars scroll with the page on narrow or low screens: position: static in a media query",
    level=Level.WARNING,
    criterion="1.4.10",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/reflow",
)

_LARGEST_ASKED = 200
"""Per cent: WCAG 1.4.4 asks for text of this size; above it, at 320 pixels, sticking out is a warning."""


@page_check(
    REFLOW,
    conformance="AA",
    measures="In modes at most 320 CSS pixels wide: text and controls that end beyond the viewport, but for tables,"
    " pictures and code in a scrolling box of their own (a warning where such a table or code makes the page scroll);"
    " whether the page itself scrolls sideways (a warning where nothing to read or see is there, or only a film or a"
    " frame); and whether bars that stay take more than half of a height of 256 pixels.",
    cannot_see="Whether a part in a scrolling box really needs two dimensions; slides and panels that wait beside their"
    " window; words after an ellipsis, which `content-lost` tells where the default mode shows them.",
    where=narrow,
)
def reflow(answer: dict[str, Any], visit: Visit) -> Iterator[Finding]:
    """Find text and controls that end beyond the viewport, but for tables, pictures and code in a scrolling box."""
    result = answer
    size = int(dict(visit.mode.choices).get("text", "100"))
    level = Level.WARNING if size > _LARGEST_ASKED else Level.ERROR
    width = visit.mode.viewport[0]
    for element in result["out"]:
        message = f"ends at {element['end']} pixels in a viewport of {width}"
        yield found(REFLOW, element, message, level=Level.WARNING if element["free"] else level)
    if result["scrolls"] and not result["out"]:
        message = f"the page is {result['width']} pixels wide in a viewport of {width}"
        empty = None if result["pictures"] else Level.WARNING
        yield found(REFLOW, result["page"], message, level=empty or level)
    for bar in result["bars"]:
        yield found(BARS, bar, f"with all bars that stay, {bar['share']} % of a screen of 256 pixels is taken")
