"""No keyboard trap: whatever the keyboard comes to, it can leave again (WCAG 2.1.2).

The walk says where the focus goes round in a part of the page, or stays. Before the verdict every usual way out is
tried there, slowly: Tab, Shift+Tab, Escape, arrow keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from a11y_content.auditing.check import Need, Visit, check
from a11y_content.auditing.finding import Finding, found
from a11y_content.auditing.walk import walk, walked
from a11y_content.problem import Level, fault

KEYBOARD_TRAP = fault(
    "keyboard-trap",
    "The keyboard cannot leave a part of the page",
    why="Who has no mouse cannot go on, nor back: all that is left is to close the page.",
    mend="let Tab and Shift+Tab go on; where a widget needs Tab for itself, let Escape leave it, and say so",
    criterion="2.1.2",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/no-keyboard-trap",
)

_TRIES: Final = 12
"""Keys pressed in one direction before it counts as closed, at most; a part of fewer stops needs fewer."""


@check(
    KEYBOARD_TRAP,
    conformance="A",
    measures="Walks through the page with Tab and Shift+Tab; where the focus comes round without having met all stops,"
    " or stays, tries Tab, Shift+Tab, Escape and arrow keys again and waits after each. An error where none of them"
    " leads out; a review where only Shift+Tab does, in a dialog that has buttons, and where the page names a key.",
    cannot_see="A trap that needs a special input to begin; a trap around the whole page; stops after the 400th; what"
    " happens within a frame of another site or a date field, where nobody tells the place of the focus.",
    where=walked,
    needs=frozenset({Need.KEYS}),
)
def keyboard_trap(visit: Visit) -> Iterator[Finding]:
    """Try to leave every part in which the walk went round or stayed."""
    ended = walk(visit)
    for direction in ended:
        suspect = visit.call("keyboard-trap", direction=direction)
        if suspect is None:
            continue
        said = _judge(visit, suspect)
        visit.call("keyboard-trap/end")
        if said is not None:
            message, level = said
            yield found(KEYBOARD_TRAP, suspect["element"], message, level=level)
        return


def _judge(visit: Visit, suspect: dict[str, Any]) -> tuple[str, Level] | None:
    """Say what keeps the focus in this part; `None` where it can be left by the usual keys."""
    tries = min(suspect["stops"] + 2, _TRIES)
    if _leaves(visit, "Tab", tries) or _leaves(visit, "Escape", 1) or _leaves(visit, "Escape", 1, then="Tab"):
        return None
    if any(_leaves(visit, key, 1, then="Tab") for key in ("ArrowDown", "ArrowRight")):
        return None
    if _leaves(visit, "Tab", tries, shift=True):
        return "Tab never leads on from here; only Shift+Tab leads back", Level.REVIEW
    if suspect["dialog"]:
        return "the focus stays in this dialog, also after Escape: see that its buttons close it", Level.REVIEW
    if named := suspect["named"] or visit.call("keyboard-trap/help"):
        return f"Tab, Shift+Tab, Escape and arrows stay here; the page names a key ({named}): try it", Level.REVIEW
    return "Tab, Shift+Tab, Escape and arrow keys all leave the focus here", Level.ERROR


def _leaves(visit: Visit, key: str, times: int, *, shift: bool = False, then: str = "") -> bool:
    """Press a key inside the part, again and again, and tell whether the focus is outside after one of them."""
    visit.call("keyboard-trap/enter")
    for _ in range(times):
        visit.press(key, shift=shift)
        if then:
            visit.press(then)
        if visit.call("keyboard-trap/outside"):
            return True
    return False
