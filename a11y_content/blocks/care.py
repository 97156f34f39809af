"""Care card: what to do, how soon. The urgency is a word of a closed set and stands inside the heading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Blocks, Body, Context, Fence, block, walk
from a11y_content.model.inline import Inlines, Link
from a11y_content.problem import Level, Problem, fault
from a11y_content.view import Draw, icon, view

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

CARE_LINK = fault(
    "care-link",
    "An emergency card offers something to read",
    why="In an emergency every link but the telephone is a way to lose time.",
    mend="move the link below the card, or give the number to call",
    level=Level.REVIEW,
)

_UNWANTED: Final = frozenset({"details", "teasers", "care"})
_SIGNS: Final[dict[str, str]] = {
    "non-urgent": "M4 3h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1h-7l-5 4.5V17H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Z"
    "m1 2v10h5v2l2.3-2H19V5ZM7 7h10v2H7Zm0 4h7v2H7Z",
    "urgent": "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm0 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm-1 2.5h2v5l4 2.4-1 1.7-5-3Z",
    "emergency": "M8.2 2h7.6L22 8.2v7.6L15.8 22H8.2L2 15.8V8.2Zm2.6 4v8h2.4V6Zm0 9.6V18h2.4v-2.4Z",
}
"""A speech bubble, a clock, and an octagon with an exclamation mark: three outlines that differ without colour."""


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
                yield CARE_NESTED.at(part.spot or self.spot, f"{part.kind} stands inside a care card")
            elif self.urgency == "emergency" and part is not self and _leads_away(part):
                spot = getattr(part, "spot", self.spot) or self.spot
                yield CARE_LINK.at(spot, "a link to read on stands inside an emergency card")


def _leads_away(part: object) -> bool:
    if isinstance(part, Link):
        return not part.href.startswith("tel:")
    return isinstance(part, Block) and part.kind in {"cta", "related"} and not getattr(part, "phone", "")


@view(Care)
def care(it: Care, draw: Draw) -> Element:
    """Draw a `div`, not a region and not an alert: the heading carries it, and its first words say how urgent it is."""
    heading = draw.heading(it.title, hidden=draw.say(HIDDEN[it.urgency]))
    # The words of the urgency are shown too: a colour alone would tell it to some and not to others (WCAG 1.4.1).
    for span in heading.iter("span"):
        if span.get("class") == "a11y-hidden":
            span.set("class", "a11y-care__word")
            break
    with draw.deeper():
        body = draw.blocks(it.blocks)
    return el(
        "div",
        {"class": f"a11y-care a11y-care--{it.urgency}", "lang": it.lang or None},
        el("div", {"class": "a11y-care__title"}, icon(it.urgency, _SIGNS[it.urgency]), heading),
        el("div", {"class": "a11y-care__body"}, body),
    )
