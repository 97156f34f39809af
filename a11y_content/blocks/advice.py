"""Advice: a list of what to do, or of what not to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from a11y_content.model.block import Block, Body, Fence, block
from a11y_content.model.inline import Inlines
from a11y_content.model.items import ListItem

Verdict = Literal["do", "dont"]


@block("advice", Fence(argument=("verdict", "title"), body=Body.LIST))
@dataclass(frozen=True, slots=True, kw_only=True)
class Advice(Block):
    """What to do (`do`), or what not to do (`dont`)."""

    heads: ClassVar[str] = "title"
    verdict: Verdict
    title: Inlines = ()
    """Left out, the heading is "Do" or "Don't"."""
    items: tuple[ListItem, ...]
