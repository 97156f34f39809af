"""Section: a heading and what belongs to it. Its level comes from its nesting, never from the author."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Blocks, Context, block
from a11y_content.model.inline import Inlines, words
from a11y_content.problem import Problem, fault
from a11y_content.view import Draw, view

SECTION_EMPTY = fault(
    "section-empty",
    "A heading has nothing under it",
    why="People who move by headings land on it and find no text: they cannot tell whether something failed to load.",
    mend="write the text of the section, or take the heading out",
    criterion="1.3.1",
)


@block("section")
@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Block):
    """A part of a document under its own heading."""

    heads: ClassVar[str] = "title"
    title: Inlines
    blocks: Blocks

    def check(self, context: Context) -> Iterator[Problem]:
        """Refuse a heading without text."""
        if not self.blocks:
            yield SECTION_EMPTY.at(self.spot, f"nothing stands under the heading “{words(self.title)}”")


@view(Section)
def section(it: Section, draw: Draw) -> Element:
    """Draw a `section` without a name: twenty landmarks on a page are noise, the heading is the way in."""
    heading = draw.heading(it.title)
    with draw.deeper():
        body = draw.blocks(it.blocks)
    return el("section", {"class": "a11y-section", "lang": it.lang or None}, heading, body)
