"""Related: where to read on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from a11y_content.model.block import Block, Body, Fence, block
from a11y_content.model.document import LinkItem
from a11y_content.model.inline import Inlines


@block("related", Fence(argument=("title",), body=Body.LINKS))
@dataclass(frozen=True, slots=True, kw_only=True)
class Related(Block):
    """Links to other pages."""

    heads: ClassVar[str] = "title"
    title: Inlines = ()
    links: tuple[LinkItem, ...]
