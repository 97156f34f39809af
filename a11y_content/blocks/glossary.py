"""Glossary: words and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from a11y_content.model.block import Block, Body, Fence, block
from a11y_content.model.inline import Inlines
from a11y_content.model.items import Fact


@block("glossary", Fence(argument=("title",), body=Body.TERMS))
@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary(Block):
    """A list of words with their meanings."""

    heads: ClassVar[str] = "title"
    title: Inlines = ()
    rows: tuple[Fact, ...]
