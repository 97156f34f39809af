"""Autoplay: nothing sounds by itself for more than three seconds without a control (WCAG 1.4.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from a11y_content.auditing.check import Reads, Visit, by_default, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.problem import Level, fault

AUTOPLAY = fault(
    "autoplay",
    "Sound plays by itself",
    why="Sound that begins by itself drowns out a screen reader: its user cannot hear where the button is that would"
    " stop it.",
    mend="take autoplay away and let the reader start it",
    criterion="1.4.2",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/audio-control",
)

_SAID: Final = {
    "sound": "plays sound by itself for more than three seconds, and has no control",
    "perhaps": "plays by itself, not muted: see whether it sounds for more than three seconds, and can be stopped",
    "frame": "asks to play by itself in a frame of another site: see whether it sounds, and can be stopped",
    "policy": "plays by itself: content of ours never does",
}
_LEVELS: Final = {"perhaps": Level.REVIEW, "frame": Level.REVIEW}


@page_check(
    AUTOPLAY,
    conformance="A",
    measures="Audio and video that play by themselves, not muted, for more than three seconds (`#t=` counts), without"
    " controls; frames whose address asks for it. On pages with our menu: any that plays by itself.",
    cannot_see="Whether a film has a sound track; sound that a script makes or starts; buttons elsewhere that stop it.",
    where=by_default,
    reads=Reads.PAGE,
)
def autoplay(answer: list[dict[str, Any]], _: Visit) -> Iterator[Finding]:
    """Tell what plays by itself."""
    for element in answer:
        kind = element["kind"]
        yield found(AUTOPLAY, element, _SAID[kind], level=_LEVELS.get(kind))
