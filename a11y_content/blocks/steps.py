"""Steps: what to do in order, each step with its own heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from a11y_content.model.block import Block, Blocks, Body, Fence, block
from a11y_content.model.document import Part
from a11y_content.model.inline import Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Part):
    """One step: its title, and how to do it."""

    shorthand: ClassVar[str] = "title"
    title: Inlines
    blocks: Blocks = ()


@block("steps", Fence(argument=("title",), body=Body.TITLED))
@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Block):
    """Steps in the order in which they are done."""

    heads: ClassVar[str] = "title"
    title: Inlines = ()
    items: tuple[Step, ...]
