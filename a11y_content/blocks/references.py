"""References: the sources of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from a11y_content.model.block import Block, Body, Fence, block
from a11y_content.model.document import LinkItem
from a11y_content.model.inline import Inlines


@block("references", Fence(argument=("title",), body=Body.LINKS))
@dataclass(frozen=True, slots=True, kw_only=True)
class References(Block):
    """The page's references, where they are not to stand at its end; and further sources in `links`."""

    heads: ClassVar[str] = "title"
    title: Inlines = ()
    links: tuple[LinkItem, ...] = ()
