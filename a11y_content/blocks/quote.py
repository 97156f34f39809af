"""Quote: somebody's words as a block, with who said them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from a11y_content.html import Child, Element, apart, append, el
from a11y_content.model.block import Block, Blocks, Body, Context, Fence, block
from a11y_content.model.document import Part
from a11y_content.model.inline import Inlines, words
from a11y_content.problem import Level, Problem, fault
from a11y_content.text import direction
from a11y_content.view import Draw, view

QUOTE_EMPTY = fault(
    "quote-empty",
    "A quotation has no words",
    why="An empty quotation is announced and then says nothing.",
    mend="write what was said, or take the quotation out",
)
QUOTE_ATTRIBUTION = fault(
    "quote-attribution",
    "A quotation does not say whose words it is",
    why="Readers cannot judge a statement about health without knowing who makes it.",
    mend="end it with a paragraph that begins with a dash: `> -- Maria, physiotherapist`",
    level=Level.WARNING,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Part):
    """The work that a quotation is taken from."""

    shorthand: ClassVar[str] = "title"
    title: str
    url: str = ""


@block("quote", Fence(argument=("who",), body=Body.QUOTE))
@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Block):
    """A quotation; `who` said it, in the role of `role`."""

    blocks: Blocks
    who: Inlines = ()
    role: str = ""
    source: Source | None = None

    def check(self, context: Context) -> Iterator[Problem]:
        """Refuse an empty one; ask whose words it is, with an error in a story."""
        if not self.blocks:
            yield QUOTE_EMPTY.at(self.spot, "this quotation has no words")
        if not words(self.who) and self.source is None:
            level = Level.ERROR if context.document == "story" else Level.WARNING
            yield QUOTE_ATTRIBUTION.at(self.spot, "this quotation does not say whose words it is", level=level)


@view(Quote)
def quote(it: Quote, draw: Draw) -> Element:
    """Draw the words in `blockquote` and who said them after it; `cite` is for the title of a work, never a person."""
    by = el("p", {"class": "a11y-quote__who"}, draw.inlines(it.who))
    if it.role:
        append(by, ", " if it.who else None)
        append(by, apart(it.role, direction(draw.lang)))
    if it.source:
        title: Child = apart(it.source.title, direction(draw.lang))
        if it.source.url:
            title = el("a", {"href": draw.target(it.source.url)[0]}, title)
        append(by, ", " if it.who or it.role else None)
        append(by, el("cite", None, title))
    return el(
        "div",
        {"class": "a11y-quote", "lang": it.lang or None},
        el("blockquote", {"class": "a11y-quote__words"}, draw.blocks(it.blocks)),
        by if it.who or it.role or it.source else None,
    )
