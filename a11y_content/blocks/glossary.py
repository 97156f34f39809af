"""Glossary: words and what they mean."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass
from typing import ClassVar

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Body, Fence, block
from a11y_content.model.inline import Inlines, words
from a11y_content.model.items import Fact
from a11y_content.view import Draw, view


@block("glossary", Fence(argument=("title",), body=Body.TERMS))
@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary(Block):
    """A list of words with their meanings."""

    heads: ClassVar[str] = "title"
    title: Inlines = ()
    rows: tuple[Fact, ...]


@view(Glossary)
def glossary(it: Glossary, draw: Draw) -> Element:
    """Draw a `dl`; every word is a `dfn` with an id, so that other pages can link to it."""
    heading = draw.heading(it.title) if it.title else None
    made = el("dl", {"class": "a11y-glossary__list"})
    with draw.deeper() if it.title else nullcontext():
        for row in it.rows:
            word = el("dfn", {"id": draw.id(words(row.term))}, draw.inlines(row.term))
            term = el("dt", {"class": "a11y-glossary__term"}, word)
            meaning = el("dd", {"class": "a11y-glossary__meaning"}, draw.blocks(row.blocks))
            made.append(el("div", {"class": "a11y-glossary__row"}, term, meaning))
    return el("div", {"class": "a11y-glossary", "lang": it.lang or None}, heading, made)
