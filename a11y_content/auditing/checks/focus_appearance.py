"""Focus appearance: the mark of the focus is large and strong enough (WCAG 2.4.13).

Styles prove it where a solid outline of two pixels or more stands whole around the stop, 3:1 against its ground. Else
pictures without and with the focus are compared: pixels that changed by 3:1 are counted against a line of two pixels
around the stop.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from a11y_content.auditing.check import Need, Reads, Visit, check
from a11y_content.auditing.finding import Finding, found
from a11y_content.auditing.pixels import Picture
from a11y_content.design.mode import Mode
from a11y_content.problem import Level, fault

FOCUS_APPEARANCE = fault(
    "focus-appearance",
    "The mark of the focus is small or weak",
    why="Who sees little, or looks at a large screen from afar, does not notice a thin or pale line that moves about.",
    mend="give :focus-visible a solid outline of 3 pixels in a colour that stands 3:1 against its ground",
    criterion="2.4.13",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/focus-appearance",
)

_CONTRAST: Final = 3.0
_SURE: Final = 0.75
"""Share of the wanted pixels below which it is an error: round corners and letters' edges cost some of them."""


def _on_screen(mode: Mode) -> bool:
    """Modes on a screen."""
    return not mode.printed


@check(
    FOCUS_APPEARANCE,
    conformance="AAA",
    measures="Solid outlines of two pixels and 3:1 by computed styles; else pictures without and with the focus: pixels"
    " that changed by 3:1, against a line of two pixels around the stop. Below three quarters of it an error, below all"
    " of it a review. A ring as the browser draws it by itself is left out.",
    cannot_see="Whether the page changed the ground under the browser's own ring; a mark far from its stop.",
    where=_on_screen,
    reads=Reads.MODE,
    needs=frozenset({Need.KEYS, Need.PIXELS}),
)
def focus_appearance(visit: Visit) -> Iterator[Finding]:
    """Measure the mark of every look that styles do not prove to be strong."""
    visit.press("Tab")
    for number, group in enumerate(visit.call("focus-appearance", reuse=visit.settings.reuse)):
        share = group["share"]
        if share is None:
            share = _share(visit, number)
            visit.call("focus-appearance/judged", group=number, share=share)
        if share < 1:
            level = Level.ERROR if share < _SURE else Level.REVIEW
            message = f"the focus changes {share:.0%} of the pixels that a line of 2 pixels around it has, by 3:1"
            for element in group["elements"]:
                yield found(FOCUS_APPEARANCE, element, message, level=level)
    visit.call("focus-appearance/end")


def _share(visit: Visit, group: int) -> float:
    """Give the pixels that change by 3:1 as a share of those wanted."""
    aim = visit.call("focus-appearance/aim", group=group)
    if aim is None:
        return 1.0  # it cannot be brought onto the screen: `focus-visible` judges it
    box = aim["box"]
    without = Picture.read(visit.pixels(box))
    visit.call("focus-appearance/focus", group=group)
    focused = Picture.read(visit.pixels(box))
    scale = without.width / box["width"]
    return float(focused.changed(without, at_least=_CONTRAST) / (aim["line"] * scale * scale))
