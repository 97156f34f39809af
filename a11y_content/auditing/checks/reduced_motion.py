"""Reduced motion: who asks for stillness gets it, and what moves for long can be stopped (WCAG 2.2.2, 2.3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from a11y_content.auditing.check import Reads, Visit, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.design.mode import DEFAULT, Mode
from a11y_content.problem import Level, fault

REDUCED_MOTION = fault(
    "reduced-motion",
    "Something moves although the reader asked for stillness",
    why="Movement on a screen makes people with vestibular disorders dizzy and sick, and takes the words away from"
    " people who cannot look past it. They have said so in their system.",
    mend="stop it under @media (prefers-reduced-motion: reduce), and where the page's own menu says so",
    level=Level.WARNING,
    criterion="2.3.3",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/animation-from-interactions",
)
MOVING = fault(
    "reduced-motion/moving",
    "Something moves by itself for more than five seconds",
    why="What moves all the time keeps people with attention disorders from reading: they must be able to stop it.",
    mend="let it end within five seconds, or give a button that pauses it",
    level=Level.REVIEW,
    criterion="2.2.2",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/pause-stop-hide",
)

_SAID: Final = {
    "animation": "an animation goes on",
    "drawing": "an animation in an SVG goes on",
    "image": "an animated picture goes on",
    "film": "a film plays by itself",
    "marquee": "text runs across the page",
    "script": "a script moves it",
    "transition": "changes are still drawn as a movement",
    "scroll": "jumps within the page still scroll smoothly",
}
_REDUCED: Final = ("prefers-reduced-motion", "reduce")


def still(mode: Mode) -> bool:
    """The default mode, and modes in which the reader asked for less motion."""
    asked = _REDUCED in mode.media or dict(mode.choices).get("motion") == "reduced"
    return mode.id == DEFAULT or (asked and not mode.printed)


@page_check(
    REDUCED_MOTION,
    conformance="A",
    measures="Where less motion was asked for, all that repeats or lasts more than five seconds: animations of CSS and"
    " scripts, also of pseudo elements, SVG animations, animated GIF and WebP, films, marquees, what a script changes"
    " frame by frame, smooth scrolling; on pages with our menu every transition. In the default mode the same, where no"
    " control on the page stops it, as a review.",
    cannot_see="Movement that begins later, or by scrolling or hovering; pictures and films of other sites; what script"
    " draws in WebGL. What shows progress or a state (role progressbar or status) may move.",
    where=still,
    reads=Reads.MODE,
)
def reduced_motion(answer: list[dict[str, Any]], visit: Visit) -> Iterator[Finding]:
    """Tell what moves."""
    for element in answer:
        said = _SAID[element["kind"]]
        if visit.mode.id == DEFAULT:
            yield found(MOVING, element, f"{said}, and no control that stops it was found")
        else:
            level = Level.ERROR if visit.own else Level.WARNING
            yield found(REDUCED_MOTION, element, f"{said} although less motion was asked for", level=level)
