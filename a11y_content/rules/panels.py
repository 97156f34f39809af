"""Panels: care cards, advice, callouts and details among their neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from a11y_content.blocks.care import Care
from a11y_content.model.block import Block
from a11y_content.model.inline import words
from a11y_content.problem import Level, Problem, fault
from a11y_content.rules.survey import Survey, primary, rule
from a11y_content.rules.word_lists import CARE_ACTIONS

TEXT_AFTER_PANEL = fault(
    "text-after-panel",
    "Text follows a panel without a heading of its own",
    why="Who cannot see the box does not know that it has ended: the text sounds like part of the advice.",
    mend="give the text its own heading, or move it before the panel",
    level=Level.REVIEW,
    criterion="1.3.1",
)
CARE_MANY = fault(
    "care-many",
    "A page has several emergency cards",
    why="In an emergency people act on the first one that they find, which may not be theirs.",
    mend="gather the signs of an emergency in one card",
    level=Level.REVIEW,
)
CARE_ACTION = fault(
    "care-action",
    "The title of a care card does not say what to do",
    why="In a list of headings it is the whole message: who hears “Warning signs” knows nothing of whom to call.",
    mend="begin with the action: “Call your doctor today if:”",
    level=Level.REVIEW,
    criterion="2.4.6",
)
DETAILS_FIRST = fault(
    "details-first",
    "A page begins with folded text",
    why="What comes first is what most readers need; folded, many never see it.",
    mend="begin with the text itself, and fold what only some readers need",
    level=Level.REVIEW,
)

_WORD: Final = re.compile(r"[^\W\d_]+")
_PANELS: Final = frozenset({"care", "advice", "callout"})
_HOLDERS: Final = ("lede", "intro", "sections", "body", "blocks")


@rule
def panels(survey: Survey) -> Iterator[Problem]:
    """Look at the neighbours of every panel, at the first block of the page, and count the emergencies."""
    for part, _ in survey.parts:
        for name in _HOLDERS:
            blocks = getattr(part, name, ())
            for before, after in pairwise(blocks):
                if before.kind in _PANELS and not _headed(after) and after.kind != "cta":
                    said = f"this {after.kind} follows a {before.kind} without a heading of its own"
                    yield TEXT_AFTER_PANEL.at(after.spot, said)
    first = next((block for block, _ in survey.of(Block) if block.kind != "section"), None)
    if first is not None and first.kind == "details":
        yield DETAILS_FIRST.at(first.spot, "this page begins with folded text")
    for card, place in survey.of(Care):
        verbs = CARE_ACTIONS.get(primary(place.lang), frozenset())
        title = words(card.title)
        if title and verbs and verbs.isdisjoint(_WORD.findall(title.casefold())):
            yield CARE_ACTION.at(card.spot, f"“{title}” does not say what to do")
    emergencies = [card for card, _ in survey.of(Care) if card.urgency == "emergency"]
    for card in emergencies[1:]:
        yield CARE_MANY.at(card.spot, f"this is one of {len(emergencies)} emergency cards on the page")


def _headed(block: Block) -> bool:
    """Tell whether a block begins with a heading, or is a panel of its own."""
    return (
        block.kind in _PANELS
        or bool(block.heads and getattr(block, block.heads))
        or block.kind in {"related", "references"}
    )
