"""Care card: what to do, how soon. The urgency is a word of a closed set and stands inside the heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Blocks, Body, Context, Fence, block, walk
from a11y_content.model.inline import Inlines
from a11y_content.problem import Problem, fault
from a11y_content.view import Draw, view

Urgency = Literal["non-urgent", "urgent", "emergency"]

HIDDEN: Final[dict[str, str]] = {
    "non-urgent": "Non-urgent advice:",
    "urgent": "Urgent advice:",
    "emergency": "Immediate action required:",
}

CARE_EMPTY = fault(
    "care-empty",
    "A care card says nothing",
    why="A card that shows an urgency and no advice leaves a reader in need without the one thing that matters.",
    mend="write under the title what to look for or what to do",
)
CARE_NESTED = fault(
    "care-nested-details",
    "A care card hides or diverts",
    why="Folded text, stories and further links keep people from what they must do now.",
    mend="take it out of the card; a card holds text, lists and a telephone number",
)

_UNWANTED: Final = frozenset({"details", "teasers", "care"})


@block("care", Fence(argument=("urgency", "title"), body=Body.BLOCKS))
@dataclass(frozen=True, slots=True, kw_only=True)
class Care(Block):
    """Advice on how soon to act, for `non-urgent`, `urgent` or `emergency` needs."""

    heads: ClassVar[str] = "title"
    urgency: Urgency
    title: Inlines
    """A call to action, such as `Call your doctor today if:`."""
    blocks: Blocks

    def check(self, context: Context) -> Iterator[Problem]:
        """Refuse an empty card, and what hides or diverts inside one."""
        if not self.blocks:
            yield CARE_EMPTY.at(self.spot, "this care card has no text under its title")
        for part, _ in walk(self):
            if isinstance(part, Block) and part is not self and part.kind in _UNWANTED:
                yield CARE_NESTED.at(part.spot, f"{part.kind} stands inside a care card")


@view(Care)
def care(it: Care, draw: Draw) -> Element:
    """Draw a `div`, not a region and not an alert: the heading carries it."""
    heading = draw.heading(it.title, hidden=draw.say(HIDDEN[it.urgency]))
    with draw.deeper():
        body = draw.blocks(it.blocks)
    return el(
        "div",
        {"class": f"a11y-care a11y-care--{it.urgency}", "lang": it.lang or None},
        el("div", {"class": "a11y-care__title"}, heading),
        el("div", {"class": "a11y-care__body"}, body),
    )
