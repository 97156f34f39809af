"""Callout: something that stands out of the text. It never says how soon to get care: that is a care card's work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from a11y_content.model.block import Block, Blocks, Body, Fence, block
from a11y_content.model.inline import Inlines

Tone = Literal["note", "important"]


@block("callout", Fence(argument=("tone", "title"), body=Body.BLOCKS))
@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Block):
    """A note, or something important: a common mistake, an effect on health."""

    heads: ClassVar[str] = "title"
    tone: Tone
    title: Inlines = ()
    """Required for `important` (rule `callout-title`)."""
    blocks: Blocks
