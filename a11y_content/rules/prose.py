"""Prose: what running text must not do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from a11y_content.blocks.paragraph import Paragraph
from a11y_content.blocks.section import Section
from a11y_content.model.inline import LineBreak, Link, Text, words
from a11y_content.problem import Level, Problem, fault
from a11y_content.rules.survey import Survey, rule
from a11y_content.rules.word_lists import OVERLAYS

LINE_BREAK = fault(
    "line-break",
    "A line is broken by hand",
    why="At larger text and on narrow screens the break falls amid a line; lines that look like a list are none.",
    mend="write two paragraphs, or a list; only addresses and verse in a quotation may break lines",
    level=Level.WARNING,
    criterion="1.3.1",
)
DATE_AMBIGUOUS = fault(
    "date-ambiguous",
    "A date can be read in two ways",
    why="03/04/2026 is March to some readers and April to others; an appointment or a dose may be missed.",
    mend="write the month as a word: {time=2026-04-03}`3 April 2026`",
    level=Level.WARNING,
)
OVERLAY_WIDGET = fault(
    "overlay-widget",
    "The opener of an accessibility widget has been copied along",
    why="The words open nothing here. Pages have their own accessibility menu, which needs no words of the author.",
    mend="take the line out",
    level=Level.WARNING,
)

_DATE: Final = re.compile(r"(?<![\d/.-])(?:0?[1-9]|1[0-2])([/.])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?![\d/.-]*\d)")
_LONGEST: Final = 60


@rule
def line_breaks(survey: Survey) -> Iterator[Problem]:
    """Find breaks outside verse, which stands in quotations."""
    for _, place in survey.of(LineBreak):
        if "quote" not in place.inside:
            yield LINE_BREAK.at(place.spot, "this line is broken by hand")


@rule
def dates(survey: Survey) -> Iterator[Problem]:
    """Find dates in figures whose day could be the month. German-style `03.04.2026` in German pages is one way only."""
    for text, place in survey.of(Text):
        found = _DATE.search(text.text)
        if found is None or (found.group(1) == "." and not place.lang.lower().startswith("en")):
            continue
        yield DATE_AMBIGUOUS.at(place.spot, f"“{found.group()}” can be read in two ways")


@rule
def overlays(survey: Survey) -> Iterator[Problem]:
    """Find short lines, headings and links that are the words of a widget's opener and nothing more."""
    for part, place in survey.parts:
        match part:
            case Paragraph() | Link():
                text = words(part.inlines)
            case Section():
                text = words(part.title)
            case _:
                continue
        folded = text.casefold().strip(" .…:!")
        if len(folded) <= _LONGEST and folded in OVERLAYS:
            yield OVERLAY_WIDGET.at(place.spot, f"“{text}” is the opener of a widget")
