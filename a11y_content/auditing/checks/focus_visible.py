"""Focus is seen: every stop of the keyboard looks different when it has the focus (WCAG 2.4.7).

Computed styles decide where they can (a new outline, whole, on a ground of another colour). Where they cannot (no
change, a ring that may be cut off or have the ground's colour, a shadow), a picture before and after decides, once for
every distinct look. A real key sets the browser's keyboard mode first: a bare `element.focus()` does not match
`:focus-visible`.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11y_content.auditing.check import Finding, Need, Visit, check, found
from a11y_content.problem import fault

FOCUS_VISIBLE = fault(
    "focus-visible",
    "The keyboard's focus cannot be seen",
    why="People who use a keyboard, a switch or their voice must see where they are, also in the colours they chose.",
    mend="give :focus-visible an outline that shows on this ground, and room so that nothing cuts it off",
    criterion="2.4.7",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/focus-visible",
)


@check(
    FOCUS_VISIBLE,
    conformance="AA",
    measures="Focuses every stop and compares computed styles; where these do not decide, takes a picture with and"
    " without the focus.",
    cannot_see="Whether a change of a few pixels is enough to be noticed: see `focus-appearance`.",
    needs=frozenset({Need.KEYS, Need.PIXELS}),
)
def focus_visible(visit: Visit) -> Iterator[Finding]:
    """Focus every stop, compare its looks, and take pictures where looks do not decide."""
    visit.press("Tab")
    lost: list[int] = []
    for number, group in enumerate(visit.call("focus-visible", reuse=visit.settings.reuse)):
        shows = group["shows"]
        if shows is None:
            shows = _shows(visit, group["stops"][0])
            visit.call("focus-visible/judged", group=number, shows=shows)
        if not shows:
            lost += group["stops"]
    if lost:
        for element in visit.call("focus-visible/describe", indexes=sorted(lost)):
            yield found(FOCUS_VISIBLE, element, "nothing changes on the screen when this gets the focus")


def _shows(visit: Visit, index: int) -> bool:
    """Tell whether any pixel changes with the focus: in or around the stop, else anywhere on the screen."""
    near = visit.call("focus-visible/aim", index=index)
    return (near is not None and _changes(visit, index, near)) or _changes(
        visit, index, visit.call("focus-visible/screen")
    )


def _changes(visit: Visit, index: int, box: dict[str, float]) -> bool:
    before = visit.pixels(box)
    visit.call("focus-visible/focus", index=index)
    return visit.pixels(box) != before
