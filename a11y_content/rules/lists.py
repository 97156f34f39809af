"""Lists of every kind: they have items, the items have words, and there is more than one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from a11y_content.model.block import Block
from a11y_content.model.inline import words
from a11y_content.model.items import Fact, ListItem
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.rules.survey import Survey, required, rule

LIST_EMPTY = fault(
    "list-empty",
    "A list has no items",
    why="Screen readers announce a list and then nothing, or leave out what its heading promises.",
    mend="write the items, or take the block out",
    criterion="1.3.1",
)
LIST_ITEM_EMPTY = fault(
    "list-item-empty",
    "An item of a list has no words",
    why="It is counted and announced, and says nothing.",
    mend="write the item, or take its line out",
    criterion="1.3.1",
)
LIST_SINGLE = fault(
    "list-single",
    "A list has only one item",
    why="“List with one item” makes listeners wait for the others.",
    mend="write it as a paragraph, if there is nothing to add",
    level=Level.REVIEW,
)

_FIELDS: Final = ("items", "rows", "links")
"""Names of the fields in which blocks keep their items."""
_SINGLE: Final = frozenset({"list", "advice"})


@rule
def lists(survey: Survey) -> Iterator[Problem]:
    """Judge every block that is a list of something, and every item."""
    for part, place in survey.parts:
        if isinstance(part, Block):
            yield from _count(part, place.spot)
        elif isinstance(part, ListItem) and not words(part.inlines) and not part.blocks:
            yield LIST_ITEM_EMPTY.at(place.spot, "this item has no words")
        elif isinstance(part, Fact) and not (words(part.term) and part.blocks):
            term = words(part.term)
            said = f"nothing is said of “{term}”" if term else "this description has no term"
            yield LIST_ITEM_EMPTY.at(place.spot, said)


def _count(block: Block, spot: Spot) -> Iterator[Problem]:
    for name in _FIELDS:
        if name not in required(type(block)):
            continue
        count = len(getattr(block, name))
        if count == 0:
            yield LIST_EMPTY.at(spot, f"this {block.kind} has no {name}")
        elif count == 1 and block.kind in _SINGLE:
            yield LIST_SINGLE.at(spot, f"this {block.kind} has only one item")
