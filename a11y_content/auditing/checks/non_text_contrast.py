"""Contrast of what is no text: fields, boxes to tick and icons stand out from their ground (WCAG 1.4.11)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from a11y_content.auditing.check import Visit, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.design.mode import Mode
from a11y_content.problem import Level, fault

NON_TEXT_CONTRAST = fault(
    "non-text-contrast",
    "A field or an icon hardly stands out from its ground",
    why="Who does not see the edge of a field does not know where to write; a pale icon is a button that is not there.",
    mend="give the border of a field, or the icon, a colour with a contrast of at least 3:1 to what is around it",
    criterion="1.4.11",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/non-text-contrast",
)

_SAID: Final = {"field": "its edge has", "icon": "its icon has"}


def coloured(mode: Mode) -> bool:
    """Modes in which the page chooses the colours: not forced ones, and not paper."""
    return not mode.printed and ("forced-colors", "active") not in mode.media


@page_check(
    NON_TEXT_CONTRAST,
    conformance="AA",
    measures="The best contrast that the border, outline, shadow ring or fill of a field, or the fill or stroke of an"
    " SVG icon in a control without text, has to the flat colour around or in it.",
    cannot_see="What lies on pictures or gradients; icons that are pictures or letters of an icon font; boxes to tick"
    " that are drawn by pseudo elements beside a hidden one; controls that the browser draws itself; states.",
    where=coloured,
)
def non_text_contrast(answer: list[dict[str, Any]], _: Visit) -> Iterator[Finding]:
    """Tell which fields and icons have less than 3:1."""
    for element in answer:
        message = f"{_SAID[element['kind']]} a contrast of {element['ratio']:.2f}:1 at best, less than 3:1"
        yield found(NON_TEXT_CONTRAST, element, message, level=None if element["sure"] else Level.REVIEW)
