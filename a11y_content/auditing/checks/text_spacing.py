"""Text spacing: with the spacing that WCAG 1.4.12 names, no text is cut off and none lies over another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from a11y_content.auditing.check import NARROWEST, Visit, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.design.mode import DEFAULT, Mode
from a11y_content.problem import Level, fault

TEXT_SPACING = fault(
    "text-spacing",
    "Text is cut off or overlaps when its spacing is widened",
    why="Many people with dyslexia or low vision set wider lines, words and letters in their browser: boxes of a fixed"
    " height, and lines that may not wrap, then swallow words.",
    mend="let boxes grow with their text: min-height for height, no white-space: nowrap with hidden overflow",
    criterion="1.4.12",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/text-spacing",
)

_SAID: Final = {
    "cut": "is cut off with the spacing of WCAG 1.4.12, and was whole before",
    "over": "lies over other text with the spacing of WCAG 1.4.12, and did not before",
}


def plain(mode: Mode) -> bool:
    """The default mode, and narrow viewports without a choice of the reader."""
    return mode.id == DEFAULT or (mode.viewport[0] <= NARROWEST and not mode.choices and not mode.printed)


@page_check(
    TEXT_SPACING,
    conformance="AA",
    measures="Sets line height 1.5, paragraph spacing 2, letter spacing 0.12 and word spacing 0.16 by a style sheet of"
    " its own, proves that they hold, and compares every text with what clips it and with all other text, before and"
    " after.",
    cannot_see="Text whose author forbids other spacing by an inline `!important`; text that an ellipsis cuts off where"
    " a link or a `title` gives it whole is a review.",
    where=plain,
)
def text_spacing(answer: list[dict[str, Any]], _: Visit) -> Iterator[Finding]:
    """Tell which texts are lost by wider spacing."""
    for element in answer:
        level = Level.REVIEW if element["given"] else Level.ERROR
        yield found(TEXT_SPACING, element, _SAID[element["kind"]], level=level)
