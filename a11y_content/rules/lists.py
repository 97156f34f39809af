"""Lists of every kind: they have items, the items have words, and there is more than one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from a11y_content.model.block import Block
from a11y_content.model.inline import words
from a11y_content.model.items import Fact, ListItem
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.rules.survey import Survey, primary, required, rule
from a11y_content.rules.word_lists import VERBS_FIRST

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
LIST_MIXED = fault(
    "list-mixed",
    "The items of a list are not made alike",
    why="Each item is heard as the end of the sentence before the list; one that is made otherwise makes listeners "
    "stop and go back.",
    mend="let all items be words, or all be sentences; begin and end them alike",
    level=Level.REVIEW,
)

_FIELDS: Final = ("items", "rows", "links")
"""Names of the fields in which blocks keep their items."""
_SEVERAL: Final = 3
_BOTH: Final = 2
"""How many items must begin with each kind of letter: one alone may begin with a name."""
_NAMED: Final = re.compile(r"[A-Z][A-Z0-9]|[A-Z]-|I\b|\W|\d")
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


@rule
def parallel(survey: Survey) -> Iterator[Problem]:
    """Compare beginnings and ends of the items of a list: signs of what a reader stumbles over, no grammar."""
    for part, place in survey.parts:
        if not isinstance(part, Block) or part.kind not in {"list", "advice"}:
            continue
        items = [words(item.inlines) for item in getattr(part, "items", ()) if not item.blocks]
        texts = [text for text in items if text]
        if len(texts) >= _SEVERAL and (said := _mixed(texts, primary(place.lang))):
            yield LIST_MIXED.at(part.spot or place.spot, f"the items of this list are not made alike: {said}")


def _mixed(texts: list[str], lang: str) -> str:
    """Say what differs among the items, or give an empty string; a stop after the last alone is a custom."""
    stops = [text.endswith((".", "!", "?", "。", "؟", ".”", ".)")) for text in texts]
    if len(set(stops[:-1])) > 1 or (stops[0] and not stops[-1]):
        return "some end with a full stop, others do not"
    starts = [text[0] for text in texts if not _NAMED.match(text)]
    small = sum(letter.islower() for letter in starts)
    if min(small, sum(letter.isupper() for letter in starts)) >= _BOTH:
        return "some begin with a capital letter, others do not"
    firsts = [text.split()[0].casefold() for text in texts]
    verbs = [first in VERBS_FIRST.get(lang, ()) for first in firsts]
    # No list of verbs is whole: beside one of them, a first word that ends as it does is one too (“stays”).
    if len(set(verbs)) > 1 and not all(verb or first.endswith("s") for verb, first in zip(verbs, firsts, strict=True)):
        odd = texts[verbs.index(sum(verbs) * 2 <= len(verbs))]
        return f"“{odd[:40]}” begins otherwise than the rest"
    return ""


def _count(block: Block, spot: Spot) -> Iterator[Problem]:
    for name in _FIELDS:
        if name not in required(type(block)):
            continue
        count = len(getattr(block, name))
        if count == 0:
            yield LIST_EMPTY.at(spot, f"this {block.kind} has no {name}")
        elif count == 1 and block.kind in _SINGLE:
            yield LIST_SINGLE.at(spot, f"this {block.kind} has only one item")
