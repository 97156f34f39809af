"""Focus by pixels: pictures decide where computed styles do not prove that the focus shows (WCAG 2.4.7).

A picture without the focus, one with it, and one without it again: what differs between the first and the last moves
by itself and does not count. Each distinct look is photographed once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from a11y_content.auditing.check import Need, Reads, Visit, resolver
from a11y_content.auditing.finding import Finding
from a11y_content.auditing.pixels import Picture
from a11y_content.design.mode import Mode
from a11y_content.problem import Level, fault

FOCUS_PIXELS = fault(
    "focus-pixels",
    "The focus could not be judged by styles alone",
    why="A ring may be cut off, covered or painted in the colour of its ground: only pictures tell.",
    mend="see `focus-visible`",
    criterion="2.4.7",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/focus-visible",
)

Box = dict[str, float]


def _on_screen(mode: Mode) -> bool:
    """Modes on a screen."""
    return not mode.printed


@resolver(
    FOCUS_PIXELS,
    of=("focus-visible",),
    conformance="AA",
    measures="Pictures of each open stop without the focus, with it, and without it again, once for every look; first"
    " of the stop and what is around it, then of the whole screen.",
    cannot_see="A focus that shows only while something else on the screen moves.",
    where=_on_screen,
    # The findings name their looks: where all of them are known, pictures tell nothing new.
    reads=Reads.PAGE,
    needs=frozenset({Need.KEYS, Need.PIXELS}),
)
def focus_pixels(visit: Visit, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Take pictures of what styles left open: where nothing changes it is an error, else it is gone."""
    # A real key puts the browser into the keyboard's mode: after a press of the mouse a script's focus shows no ring.
    visit.press("Tab")
    by_selector = {finding.selector: finding for finding in findings}
    place = f"{visit.mode.media} {visit.mode.viewport} {visit.mode.zoom}"
    answer = visit.call("focus-pixels", selectors=list(by_selector), reuse=visit.settings.reuse, place=place)
    for number, group in enumerate(answer):
        shows = group["shows"]
        if shows is None:
            shows = _shows(visit, number)
            visit.call("focus-pixels/judged", group=number, shows=shows)
        if not shows:
            for selector in group["selectors"]:
                message = "nothing changes on the screen when this gets the focus"
                yield replace(by_selector[selector], message=message, level=Level.ERROR)
    visit.call("focus-pixels/end")


def _shows(visit: Visit, group: int) -> bool:
    """Tell whether any pixel changes with the focus: in or around the stop, else anywhere on the screen."""
    near = visit.call("focus-pixels/aim", group=group)
    return (near is not None and _changes(visit, group, near)) or _changes(
        visit, group, visit.call("focus-pixels/screen")
    )


def _changes(visit: Visit, group: int, box: Box) -> bool:
    without = visit.pixels(box)
    visit.call("focus-pixels/focus", group=group)
    with_focus = visit.pixels(box)
    if without == with_focus:
        return False
    visit.call("focus-pixels/blur")
    again = visit.pixels(box)
    if again == without:
        return True
    first, focused, last = (Picture.read(one) for one in (without, with_focus, again))
    return focused.changed(first) > last.changed(first)
