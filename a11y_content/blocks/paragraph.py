"""Paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Context, block
from a11y_content.model.inline import Inlines, Strong, words
from a11y_content.problem import Level, Problem, fault
from a11y_content.view import Draw, view

HEADING_FAKE = fault(
    "heading-fake",
    "A bold paragraph stands for a heading",
    why="People who move by headings never find it.",
    mend="make it a heading: `## ` and the words",
    level=Level.WARNING,
    criterion="1.3.1",
)
PARAGRAPH_EMPTY = fault(
    "paragraph-empty",
    "A paragraph has no words",
    why="Screen readers stop at it and say nothing, or `blank`.",
    mend="remove it, or write its text",
)


@block("paragraph")
@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Block):
    """Running text."""

    inlines: Inlines

    def check(self, context: Context) -> Iterator[Problem]:
        """Refuse an empty paragraph; a bold one alone looks like a heading."""
        text = words(self.inlines)
        if not text:
            yield PARAGRAPH_EMPTY.at(self.spot, "this paragraph has no words")
        elif len(self.inlines) == 1 and isinstance(self.inlines[0], Strong):
            yield HEADING_FAKE.at(self.spot, f"the bold paragraph “{text[:60]}” looks like a heading")


@view(Paragraph)
def paragraph(it: Paragraph, draw: Draw) -> Element:
    """Draw a `p`."""
    return el("p", {"lang": it.lang or None}, draw.inlines(it.inlines))
