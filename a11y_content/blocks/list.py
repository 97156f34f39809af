"""List: bulleted or numbered."""

from __future__ import annotations

from dataclasses import dataclass

from a11y_content.html import Element, el
from a11y_content.model.block import Block, block
from a11y_content.model.items import ListItem
from a11y_content.view import Draw, view


@block("list")
@dataclass(frozen=True, slots=True, kw_only=True)
class List(Block):
    """A list; `ordered` where the order matters, counted from `start`."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    start: int = 1


@view(List)
def list_(it: List, draw: Draw) -> Element:
    """Draw `ul` or `ol`. Text stands bare in its `li` unless paragraphs follow it."""
    attributes = {"class": "a11y-list", "lang": it.lang or None}
    if it.ordered and it.start != 1:
        attributes["start"] = str(it.start)
    made = el("ol" if it.ordered else "ul", attributes)
    for item in it.items:
        line = draw.inlines(item.inlines)
        if line and any(not isinstance(one, List) for one in item.blocks):
            line = [el("p", None, line)]
        made.append(el("li", None, line, draw.blocks(item.blocks)))
    return made
