"""Resize text: at a zoom of 200 %, or with text twice as large, every text really is larger (WCAG 1.4.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from a11y_content.auditing.check import Reads, Visit, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.design.mode import DEFAULT, Mode
from a11y_content.problem import Level, fault

RESIZE_TEXT = fault(
    "resize-text",
    "Text does not grow when the reader enlarges it",
    why="People who need larger letters zoom in: text whose size hangs on the width of the window alone stays as small"
    " as it was, whatever they do.",
    mend="give sizes in rem or em; where a size follows the window, add a part that does not: calc(1rem + 1vw)",
    criterion="1.4.4",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/resize-text",
)

_TWICE: Final = 200
_SAME: Final = 1.1
"""Text that grew less did not grow."""


def enlarged(mode: Mode) -> bool:
    """The default mode, and modes in which text should be twice as large: zoom of 200 %, or our own text size."""
    larger = mode.zoom == _TWICE or dict(mode.choices).get("text") == str(_TWICE)
    return mode.id == DEFAULT or (larger and not mode.printed)


@page_check(
    RESIZE_TEXT,
    conformance="AA",
    measures="Compares the size of every text on the screen with that in the default mode, at a zoom of 200 % and with"
    " the menu's text of 200 %: less than 1.1 times is an error, less than 1.25 times a review.",
    cannot_see="Text in pictures. Text in `px` that ignores the browser's own font size is no failure, as zoom enlarges"
    " it; text that is cut off when it grows is told by `content-lost`.",
    where=enlarged,
    reads=Reads.MODE,
    baseline=True,
)
def resize_text(answer: list[dict[str, Any]], _: Visit) -> Iterator[Finding]:
    """Tell which texts stay as small as they were."""
    for element in answer:
        grew = element["ratio"]
        message = f"is {grew:.2f} times as large as in the default mode, where 2 times was asked for"
        yield found(RESIZE_TEXT, element, message, level=Level.ERROR if grew < _SAME else Level.REVIEW)
