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
    """Tell whether a mode is walked through.

    These are the plain page, the page with our menu open, and where little fits on the screen (320 pixels, 400 %): a
    walk costs half a second, and colours or spacing move no stop past another.
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


def _go(visit: Visit, direction: str) -> str:
    # Two more than there are stops: the one that leaves the page, and the one that comes round.
    more = int(visit.call("walk/begin", standard=visit.settings.standard)) + 2
    pressed = 0
    ended = ""
    while not ended and pressed < LONGEST:
        times = min(more, LONGEST - pressed)
        visit.press("Tab", shift=direction == BACK, times=times)
        pressed += times
        more = _MORE
        ended = visit.call("walk/noted", keys=pressed)
    return str(visit.call("walk/end", direction=direction)["ended"])
