"""Section: a heading and what belongs to it. Its level comes from its nesting, never from the author."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from a11y_content.model.block import Block, Blocks, block
from a11y_content.model.inline import Inlines


@block("section")
@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Block):
    """A part of a document under its own heading."""

    heads: ClassVar[str] = "title"
    title: Inlines
    blocks: Blocks
