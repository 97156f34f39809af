"""Facts: short terms, each with what is to be known about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from a11y_content.model.block import Block, Body, Fence, block
from a11y_content.model.inline import Inlines
from a11y_content.model.items import Fact


@block("facts", Fence(argument=("title",), body=Body.TERMS))
@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(Block):
    """Pairs of term and description."""

    heads: ClassVar[str] = "title"
    title: Inlines = ()
    rows: tuple[Fact, ...]
