"""Details: text that only some readers need, folded under a summary."""

from __future__ import annotations

from dataclasses import dataclass

from a11y_content.model.block import Block, Blocks, Body, Fence, block
from a11y_content.model.inline import Inlines


@block("details", Fence(argument=("summary",), body=Body.BLOCKS))
@dataclass(frozen=True, slots=True, kw_only=True)
class Details(Block):
    """Folded text; the summary says what is inside."""

    summary: Inlines
    blocks: Blocks
