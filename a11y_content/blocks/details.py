"""Details: text that only some readers need, folded under a summary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Blocks, Body, Context, Fence, block
from a11y_content.model.inline import Inlines, words
from a11y_content.problem import Level, Problem, fault
from a11y_content.view import Draw, view

DETAILS_GENERIC = fault(
    "details-generic",
    "A summary does not say what is folded under it",
    why="People decide by the summary alone whether to open it; “more” tells them nothing.",
    mend="name what is inside, such as “How the scan is done”",
    level=Level.WARNING,
    criterion="2.4.6",
)
DETAILS_EMPTY = fault(
    "details-empty",
    "Details with nothing to unfold, or no summary",
    why="A control that opens nothing, or has no name, is a dead end.",
    mend="write the summary after `{details}` and the text between the fence's lines",
    criterion="4.1.2",
)

_GENERIC: Final = frozenset(
    [
        "more",
        "show more",
        "read more",
        "see more",
        "more information",
        "more info",
        "details",
        "more details",
        "click here",
        "open",
        "expand",
        "info",
        "information",
        "learn more",
        "find out more",
        "más",
        "ver más",
        "leer más",
        "más información",
        "detalles",
        "más detalles",
        "información",
        "mostrar más",
        "plus",
        "en savoir plus",
        "voir plus",
        "détails",
        "mehr",
        "mehr anzeigen",
        "weitere informationen",
        "المزيد",
        "تفاصيل",
    ]
)


@block("details", Fence(argument=("summary",), body=Body.BLOCKS))
@dataclass(frozen=True, slots=True, kw_only=True)
class Details(Block):
    """Folded text; the summary says what is inside."""

    summary: Inlines
    blocks: Blocks

    def check(self, context: Context) -> Iterator[Problem]:
        """Refuse an empty one; warn of a summary that could stand over anything."""
        text = words(self.summary)
        if not text or not self.blocks:
            yield DETAILS_EMPTY.at(self.spot, "these details have no text" if text else "these details have no summary")
        elif text.casefold().strip(" .…:!?") in _GENERIC:
            yield DETAILS_GENERIC.at(self.spot, f"the summary “{text}” does not say what is inside")


@view(Details)
def details(it: Details, draw: Draw) -> Element:
    """Draw `details` as the browser knows it: it works with no script, and search in the page opens it."""
    return el(
        "details",
        {"class": "a11y-details", "lang": it.lang or None},
        el("summary", {"class": "a11y-details__summary"}, draw.exact(it.summary)),
        el("div", {"class": "a11y-details__body"}, draw.blocks(it.blocks)),
    )
