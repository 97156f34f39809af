"""Evidence: pictures of elements with problems, each in the first mode in which its problem was seen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Protocol

from a11y_content.auditing.browser import PageError
from a11y_content.auditing.finding import Finding
from a11y_content.auditing.grouping import GRAVITY
from a11y_content.design.mode import DEFAULT, Mode

MOST: Final = 60
"""Pictures of one page, the gravest problems first: a report is read, and must open."""
MARGIN: Final = 20
"""CSS pixels around the element: what it stands on and beside belongs to the picture."""
_WIDTH, _HEIGHT = 720, 400
"""CSS pixels of the largest picture; of a larger element the beginning is shown."""
_HEAVIEST: Final = 200_000
"""Bytes: a photograph of that size tells no more in a report."""

Pictures = dict[tuple[str, str], bytes]


class Standing(Protocol):
    """A page that can be put into modes (`visit.PageVisit`)."""

    url: str

    def load(self, url: str, *, before: str = "") -> None:
        """Load the page."""

    def enter(self, mode: Mode) -> None:
        """Put the page into a mode."""

    def call(self, name: str, **options: object) -> Any:
        """Run a function of the injected scripts."""

    def pixels(self, box: dict[str, float]) -> bytes:
        """Take a picture of a box of the page."""


def photograph(visit: Standing, seen: Iterable[tuple[Mode, Finding]]) -> Pictures:
    """Give PNG of elements with problems by code and selector, each in one mode; the page is loaded anew for it.

    No picture is worth a page: where one cannot be taken, there is none.
    """
    wanted: dict[tuple[str, str], tuple[Mode, int]] = {}
    for mode, finding in seen:
        if finding.selector:
            wanted.setdefault((finding.code, finding.selector), (mode, GRAVITY[finding.level]))
    places = sorted(wanted.items(), key=lambda one: one[1][1])[:MOST]
    modes = {mode.id: mode for _, (mode, _) in places}
    taken: Pictures = {}
    try:
        if places:
            visit.load(visit.url)
        for mode in sorted(modes.values(), key=lambda one: one.id != DEFAULT):
            visit.enter(mode)
            same: dict[str, bytes | None] = {}
            for place, (first, _) in places:
                if first.id == mode.id:
                    selector = place[1]
                    if selector not in same:
                        same[selector] = _picture(visit, selector)
                    if png := same[selector]:
                        taken[place] = png
    except PageError:
        pass
    return taken


def _picture(visit: Standing, selector: str) -> bytes | None:
    box = visit.call("evidence", selector=selector, margin=MARGIN, width=_WIDTH, height=_HEIGHT)
    if box is None:
        return None
    png = visit.pixels(box)
    return png if len(png) <= _HEAVIEST else None
