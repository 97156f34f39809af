"""Quote: somebody's words as a block, with who said them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from a11y_content.model.block import Block, Blocks, Body, Fence, block
from a11y_content.model.document import Part
from a11y_content.model.inline import Inlines


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
