"""Paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Context, block
from a11y_content.model.inline import Inlines, LineBreak, Strong, Text, words
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
LIST_FAKE = fault(
    "list-fake",
    "A paragraph begins with a bullet",
    why="It looks like a list and is none: screen readers announce neither the list nor how many items it has.",
    mend="write the lines as a list, each beginning with `- `",
    level=Level.WARNING,
    criterion="1.3.1",
)

_BULLET: Final = re.compile(r"\s*(?:[•◦▪▫●○■□‣⁃∙·–—*-]|\(?\d{1,2}[.)])\s+\S")


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
        if any(_BULLET.match(line) for line in _lines(self.inlines)):
            yield LIST_FAKE.at(self.spot, f"the paragraph “{text[:60]}” begins with the sign of a list")


def _lines(inlines: Inlines) -> Iterator[str]:
    """Give the beginnings of the lines: of the paragraph, and after every line break."""
    fresh = True
    for one in inlines:
        if fresh and isinstance(one, Text):
            yield one.text
        fresh = isinstance(one, LineBreak)


@view(Paragraph)
def paragraph(it: Paragraph, draw: Draw) -> Element:
    """Draw a `p`."""
    return el("p", {"lang": it.lang or None}, draw.inlines(it.inlines))
