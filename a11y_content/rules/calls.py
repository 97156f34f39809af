"""Calls to act in running text: who is told to call or to book is given the number or the link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from a11y_content.blocks.paragraph import Paragraph
from a11y_content.model.block import Block
from a11y_content.model.document import Document
from a11y_content.model.inline import Inlines, Link, Phone, walk, words
from a11y_content.model.items import ListItem
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.rules.survey import Survey, primary, rule

CALL_NOWHERE = fault(
    "call-no-target",
    "The text tells people to book or call, and gives no way to do it",
    why="Readers must search the site for a number or a form; some give up before they find it.",
    mend="link the words, write the number, or put a call to action right after: `:::{cta} Request an appointment`",
    level=Level.REVIEW,
)

_BEFORE: Final = r"(?:^|[.!?,;:]\s+|\b(?:please|and|or|then)\s+)"
_CALLS: Final[dict[str, re.Pattern[str]]] = {
    "en": re.compile(
        _BEFORE + r"((?:request|book|schedule|make|arrange)\s+(?:your|an?)\s+(?:\w+\s+){0,2}"
        r"(?:appointment|visit|consultation)\b|(?:call|phone|ring|text|e-?mail|contact)\s+(?:us|our\s+\w+)\b"
        r"|(?:sign\s+up|register|enrol+)\s+(?:now|today|here|online)\b)",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"(?:^|[.!?,;:]\s+|\b(?:y|o)\s+)((?:pida|solicite|reserve|concierte)\s+(?:su|una)\s+(?:cita|consulta)\b"
        r"|(?:llámenos|contáctenos|escríbanos)\b)",
        re.IGNORECASE,
    ),
}
_HOLDERS: Final = ("lede", "intro", "sections", "body", "blocks")
_WAYS: Final = frozenset({"cta", "contact"})
_NEAR: Final = 3
"""A call to action or contact among so many blocks after the text is its target."""


@rule
def calls(survey: Survey) -> Iterator[Problem]:
    """Look for words that tell people to call or book, in paragraphs and items without a link or number."""
    for part, place in survey.parts:
        pattern = _CALLS.get(primary(place.lang))
        if pattern is None or not isinstance(part, Document | Block | ListItem):
            continue
        if isinstance(part, ListItem):
            yield from _judge(part.inlines, part.blocks, place.spot, pattern)
        for name in _HOLDERS:
            blocks: tuple[Block, ...] = getattr(part, name, ())
            for at, block in enumerate(blocks):
                if isinstance(block, Paragraph):
                    yield from _judge(block.inlines, blocks[at + 1 : at + 1 + _NEAR], block.spot, pattern)


def _judge(inlines: Inlines, after: tuple[Block, ...], spot: Spot, pattern: re.Pattern[str]) -> Iterator[Problem]:
    found = pattern.search(words(inlines))
    if found is None or any(isinstance(one, Link | Phone) for one in walk(inlines)):
        return
    if not any(block.kind in _WAYS for block in after):
        yield CALL_NOWHERE.at(spot, f"“{found.group(1)}” has no link and no number")
