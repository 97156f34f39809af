"""Facts: short terms, each with what is to be known about it."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import ClassVar

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Body, Fence, block
from a11y_content.model.inline import Inlines
from a11y_content.model.items import Fact
from a11y_content.view import Draw, view


@block("facts", Fence(argument=("title",), body=Body.TERMS))
@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(Block):
    """Pairs of term and description."""

    heads: ClassVar[str] = "title"
    title: Inlines = ()
    rows: tuple[Fact, ...]


@view(Facts)
def facts(it: Facts, draw: Draw) -> Element:
    """Draw a `dl` whose pairs stand in `div`s, so that a pair can be laid out together."""
    heading = draw.heading(it.title) if it.title else None
    made = el("dl", {"class": "a11y-facts__list"})
    with draw.deeper() if it.title else nullcontext():
        for row in it.rows:
            term = el("dt", {"class": "a11y-facts__term"}, draw.inlines(row.term))
            said = el("dd", {"class": "a11y-facts__words"}, draw.blocks(row.blocks))
            made.append(el("div", {"class": "a11y-facts__row"}, term, said))
    return el("div", {"class": "a11y-facts", "lang": it.lang or None}, heading, made)
