"""Focus not obscured: nothing lies over the element that the keyboard has come to (WCAG 2.4.11, in parts 2.4.12).

Points of each stop are asked for what is on top of them, with covers that let the pointer through made solid for that
time. Where something is on top, pictures decide: the stop is painted in a loud colour, and what does not change under
the points is hidden.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from a11y_content.auditing.check import Need, Visit, check
from a11y_content.auditing.finding import Finding, found
from a11y_content.auditing.pixels import Picture
from a11y_content.auditing.walk import walk, walked
from a11y_content.problem import Level, fault

FOCUS_OBSCURED = fault(
    "focus-obscured",
    "Something lies over the element with the focus",
    why="Under a fixed header, a cookie bar or a chat button, people who use a keyboard lose sight of where they are.",
    mend="give the page scroll-padding as high as what is fixed, or let it scroll with the page",
    criterion="2.4.11",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-minimum",
)
PARTLY = fault(
    "focus-obscured/partly",
    "Something lies over a part of the element with the focus",
    why="People who magnify the page see a part of the screen only, and it may be just the hidden part.",
    mend="give the page scroll-padding as high as what is fixed, or let it scroll with the page",
    criterion="2.4.12",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-enhanced",
)

_MOST: Final = 24
"""Stops that are photographed in one mode."""
_LEAST: Final = 2
"""Points of a stop that must be hidden for `partly`: one may be a rounded corner."""


@check(
    FOCUS_OBSCURED,
    conformance="AA",
    measures="Walks through the page with Tab and Shift+Tab (plain, menu open, 320 pixels, 400 %), asks points of every"
    " stop what is on top of them, also in frames and open shadow roots, and proves by pictures that it hides the stop."
    " An error where the cover is fixed or sticky, a review where it is not. With a standard of level AAA also parts"
    " (2.4.12).",
    cannot_see="Covers that come up some time after the focus; stops after the 400th; the inside of closed shadow roots"
    " and of frames of other sites; whether the reader opened the cover and may move it away.",
    where=walked,
    needs=frozenset({Need.KEYS, Need.PIXELS}),
)
def focus_obscured(visit: Visit) -> Iterator[Finding]:
    """Look at every stop of the walk over which something lay, and prove it by pictures."""
    walk(visit)
    for suspect in visit.call("focus-obscured", standard=visit.settings.standard)[:_MOST]:
        hidden = _hidden(visit, suspect["index"])
        if hidden is None:
            continue
        cover = f"`{suspect['cover']}` lies over it"
        if hidden["all"]:
            level = Level.ERROR if suspect["fixed"] else Level.REVIEW
            yield found(
                FOCUS_OBSCURED, suspect["element"], f"nothing of it is seen when it has the focus: {cover}", level=level
            )
        elif suspect["fixed"] and suspect["parts"] and hidden["points"] >= _LEAST:
            yield found(PARTLY, suspect["element"], f"a part of it is not seen when it has the focus: {cover}")
    visit.call("focus-obscured/end")


def _hidden(visit: Visit, index: int) -> dict[str, Any] | None:
    """Count the points at which a stop is hidden; `None` where nothing lies over it any more."""
    aim = visit.call("focus-obscured/aim", index=index)
    if aim is None:
        return None
    before = Picture.read(visit.pixels(aim["box"]))
    visit.call("focus-obscured/paint", index=index)
    after = Picture.read(visit.pixels(aim["box"]))
    visit.call("focus-obscured/unpaint")
    scale = before.width / aim["box"]["width"]
    same = 0
    for left, top in aim["shut"]:
        x, y = min(int(left * scale), before.width - 1), min(int(top * scale), before.height - 1)
        same += before.at(x, y) == after.at(x, y)
    return {"points": same, "all": not aim["open"] and same == len(aim["shut"])}
