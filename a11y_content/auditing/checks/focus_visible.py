"""Focus is seen: every stop of the keyboard looks different when it has the focus (WCAG 2.4.7).

Computed styles decide where they can: a new outline, whole, on a ground of another colour. What they leave open (no
change, a ring that may be cut off or have the ground's colour, a shadow) `focus-pixels` decides by pictures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from a11y_content.auditing.check import Reads, Visit, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.design.mode import Mode
from a11y_content.problem import Level, fault

FOCUS_VISIBLE = fault(
    "focus-visible",
    "The keyboard's focus cannot be seen",
    why="People who use a keyboard, a switch or their voice must see where they are, also in the colours they chose.",
    mend="give :focus-visible an outline that shows on this ground, and room so that nothing cuts it off",
    criterion="2.4.7",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/focus-visible",
)


def _on_screen(mode: Mode) -> bool:
    """Modes on a screen."""
    return not mode.printed


@page_check(
    FOCUS_VISIBLE,
    conformance="AA",
    measures="Focuses every stop, in frames and open shadow roots too, and compares computed styles: of the stop, its"
    " pseudo boxes, its label, its neighbour, its parent. Pictures decide what these leave open (`focus-pixels`).",
    cannot_see="Whether a change of a few pixels is enough to be noticed (`focus-appearance`); a cover over the ring"
    " alone; the inside of closed shadow roots and of frames of other sites.",
    where=_on_screen,
    # Styles of the focus do not show in the state of a page in which nothing has the focus.
    reads=Reads.MODE,
)
def focus_visible(answer: list[dict[str, Any]], _: Visit) -> Iterator[Finding]:
    """Give every stop at which styles do not prove that the focus shows."""
    for element in answer:
        one = found(FOCUS_VISIBLE, element, "no style proves that the focus shows here", level=Level.REVIEW)
        yield replace(one, look=element["look"])
