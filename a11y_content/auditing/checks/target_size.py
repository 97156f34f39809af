"""Target size: what is pressed is large enough, or has room around it (WCAG 2.5.8; 44 pixels: 2.5.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from a11y_content.auditing.check import Visit, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.design.mode import Mode
from a11y_content.problem import Level, fault

TARGET_SIZE = fault(
    "target-size",
    "A target is small and too near to another",
    why="With trembling hands or a head pointer, small targets side by side are missed for each other.",
    mend="make it 24 by 24 CSS pixels or larger, or keep a circle of 24 pixels around its middle free of other targets",
    criterion="2.5.8",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/target-size-minimum",
)
ENHANCED = fault(
    "target-size/enhanced",
    "A target is smaller than 44 by 44 pixels",
    why="44 pixels are about the width of a thumb: below it many people need more than one try.",
    mend="give it padding, or a label that is pressed along with it",
    criterion="2.5.5",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/target-size-enhanced",
)


def _on_screen(mode: Mode) -> bool:
    """Modes on a screen."""
    return not mode.printed


@page_check(
    TARGET_SIZE,
    conformance="AA",
    measures="Measures what is pressed, with its label and with what it holds: 24 by 24 CSS pixels, or a circle"
    " of 24 around its middle that meets neither another target nor the circle of another small one. Links in lines of"
    " text, controls that look as the browser made them, and links whose address a large target has too, are left out."
    " A review where one target lies within the other. With a standard of level AAA: 44 by 44, without the circles.",
    cannot_see="Whether the same can be done by another, larger control, unless both are links to one address; whether"
    " the size is essential; targets made by scripts alone (see `keyboard-reachable`); areas of image maps.",
    where=_on_screen,
    echoes=("axe/target-size",),
)
def target_size(answer: dict[str, Any], _: Visit) -> Iterator[Finding]:
    """Give every small target that has no room, and with level AAA every one under 44 pixels."""
    for one in answer["crowded"]:
        size = f"{one['width']:g} by {one['height']:g} pixels"
        message = f"{size}, and `{one['other']}` is within 12 pixels of its middle"
        level = Level.REVIEW if one["nested"] else Level.ERROR
        yield found(TARGET_SIZE, one["element"], message, level=level)
    for one in answer["small"]:
        yield found(ENHANCED, one["element"], f"{one['width']:g} by {one['height']:g} pixels")
