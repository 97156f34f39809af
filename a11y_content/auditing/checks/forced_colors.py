"""Forced colours: where the reader's system picks all colours, icons, states and edges are still there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from a11y_content.auditing.check import Visit, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.design.mode import DEFAULT, Mode
from a11y_content.problem import Level, fault

FORCED_COLORS = fault(
    "forced-colors",
    "Something is gone in forced colours",
    why="Windows' contrast themes replace all colours, drop shadows and paint every ground alike: what only a"
    " background, a shadow or a mask shows is gone for the people who cannot do without these themes.",
    mend="give it a border (transparent is enough: it becomes visible), a text, an outline, or currentcolor as fill",
    criterion="1.4.11",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/non-text-contrast",
)

_SAID: Final = {
    "mask": "an icon that is cut out of a background colour has the colour of its ground in forced colours",
    "drawing": "an icon has the colour of its ground in forced colours",
    "edge": "a field loses its edge in forced colours: only a background or a shadow draws it",
    "state": "in forced colours nothing shows whether this is on or off",
    "filled": "in forced colours nothing shows how full this is",
    "text": "text that keeps its own colour has too little contrast in forced colours",
    "picture": "an icon that is a picture lies on another ground in forced colours: see whether it still shows",
}


def forced(mode: Mode) -> bool:
    """The default mode, which is compared with, and modes of forced colours."""
    return mode.id == DEFAULT or ("forced-colors", "active") in mode.media


@page_check(
    FORCED_COLORS,
    conformance="AA",
    measures="With forced-colors: active, against the default mode: colours of masks and SVG shapes in controls on the"
    " ground, edges of fields, looks of what can be checked or pressed in both of its states, fill of progress bars,"
    " text with forced-color-adjust: none.",
    cannot_see="The colours inside of icons that are pictures: where the ground behind them changes, this is a review."
    " Whether the focus still shows is asked by `focus-visible`.",
    where=forced,
    baseline=True,
)
def forced_colors(answer: list[dict[str, Any]], _: Visit) -> Iterator[Finding]:
    """Tell what is lost in forced colours."""
    for element in answer:
        level = Level.REVIEW if element["kind"] == "picture" else Level.ERROR
        yield found(FORCED_COLORS, element, _SAID[element["kind"]], level=level)
