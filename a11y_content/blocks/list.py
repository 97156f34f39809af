"""List: bulleted or numbered."""

from __future__ import annotations

from dataclasses import dataclass

from a11y_content.model.block import Block, block
from a11y_content.model.items import ListItem


@block("list")
@dataclass(frozen=True, slots=True, kw_only=True)
class List(Block):
    """A list; `ordered` where the order matters, counted from `start`."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1
