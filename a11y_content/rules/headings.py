"""Headings: every one has words, lies no deeper than HTML goes, and differs from its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from a11y_content.model.block import Block
from a11y_content.model.document import Document, Part
from a11y_content.model.inline import words
from a11y_content.problem import Level, Problem, fault
from a11y_content.rules.survey import Survey, required, rule

HEADING_EMPTY = fault(
    "heading-empty",
    "A heading has no words",
    why="Screen readers list it as a blank, and people who move by headings land on nothing.",
    mend="write the words of the heading",
    criterion="1.3.1",
)
HEADING_DEPTH = fault(
    "heading-depth",
    "A heading lies deeper than HTML can say",
    why="There are six levels of headings. A seventh cannot be told from running text.",
    mend="move the part one level up, or make the text around it shorter instead of deeper",
    criterion="1.3.1",
)
SECTION_DUPLICATE = fault(
    "section-duplicate",
    "Two sections side by side have the same heading",
    why="In a list of headings nobody can tell them apart.",
    mend="say in each heading what only this section is about",
    level=Level.WARNING,
    criterion="2.4.6",
)

_DEEPEST: Final = 5
"""Headings below the `h1`: `h2` to `h6`."""


@rule
def headings(survey: Survey) -> Iterator[Problem]:
    """Judge the page's title, and the heading of every block and step."""
    if not survey.document.heading.strip():
        yield HEADING_EMPTY.at(survey.document.spot, "this page has no title", "write it in the front matter")
    for part, place in survey.parts:
        field = getattr(type(part), "heads", "")
        if not field or not isinstance(part, Block | Part):
            continue
        given = getattr(part, field)
        title = words(given)
        what = part.kind if isinstance(part, Block) else type(part).__name__.lower()
        if not title and (given or field in required(type(part))):
            yield HEADING_EMPTY.at(place.spot, f"the heading of this {what} has no words")
        if place.headings >= _DEEPEST and (title or what == "advice"):
            said = f"the heading “{title}” lies {place.headings + 1} levels below the page's title"
            yield HEADING_DEPTH.at(place.spot, f"{said}; {_DEEPEST} can be written")


@rule
def siblings(survey: Survey) -> Iterator[Problem]:
    """Warn of sections side by side with the same words; those of other parents may repeat them."""
    for part, _ in survey.parts:
        if not isinstance(part, Block | Document):
            continue
        for name in ("lede", "sections", "body", "blocks"):
            seen: set[str] = set()
            for block in getattr(part, name, ()):
                if not isinstance(block, Block) or block.kind != "section":
                    continue
                title = words(getattr(block, "title", ()))
                folded = title.casefold()
                if folded and folded in seen:
                    yield SECTION_DUPLICATE.at(
                        block.spot, f"“{title}” is the heading of another section beside this one"
                    )
                seen.add(folded)
