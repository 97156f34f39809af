"""A walk through a page with real keys, made once in a mode and shared by the checks that need it."""

from __future__ import annotations

from typing import Final

from a11y_content.auditing.check import Visit
from a11y_content.design.mode import Mode

FORWARD: Final = "forward"
BACK: Final = "back"
LONGEST: Final = 400
"""Keys pressed in one direction: what comes after so many stops is not seen."""
_MORE: Final = 20
_USUAL: Final = 100
_LARGE: Final = 300
"""Per cent."""
_KEY: Final = "walk"


def walked(mode: Mode) -> bool:
    """Modes without choices or device wishes: the plain page, its menu open, 320 pixels, 400 %.

    A walk costs half a second, and colours or spacing move no stop past another.
    """
    plain = not (mode.choices or mode.media or mode.printed) and mode.font_size == _USUAL
    return plain and (mode.zoom == _USUAL or mode.zoom >= _LARGE)


def walk(visit: Visit) -> dict[str, str]:
    """Press Tab from the beginning to the end, then Shift+Tab; what was seen stays in the page (`walk.walks`).

    Gives how each direction ended: `left` (the focus left the page's content), `round` (it came to the first stop
    again), `repeat` (to another one), `stuck` (a key did nothing) or nothing (too many stops).
    """
    if _KEY not in visit.memory:
        visit.memory[_KEY] = {direction: _go(visit, direction) for direction in (FORWARD, BACK)}
    found: dict[str, str] = visit.memory[_KEY]
    return found


def _go(visit: Visit, direction: str, *, slow: bool = False) -> str:
    """Walk in one direction; where a script moves the focus, again with a pause after every key.

    A script that moves the focus some time after a key does so on the way forward too.
    """
    # Two more than there are stops: the one that leaves the page, and the one that comes round.
    more = int(visit.call("walk/begin", standard=visit.settings.standard)) + 2
    pressed = 0
    now = {"ended": "", "restless": False}
    while not now["ended"] and pressed < LONGEST:
        times = 1 if slow else min(more, LONGEST - pressed)
        visit.press("Tab", shift=direction == BACK, times=times)
        pressed += times
        more = _MORE
        now = visit.call("walk/noted", keys=pressed, wait=slow or direction == FORWARD)
        if now["restless"] and not slow:
            visit.call("walk/end", direction=direction)
            return _go(visit, direction, slow=True)
    return str(visit.call("walk/end", direction=direction)["ended"])
