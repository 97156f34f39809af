"""Related: where to read on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Body, Fence, block
from a11y_content.model.document import LinkItem
from a11y_content.model.inline import Inlines
from a11y_content.view import Draw, view


@block("related", Fence(argument=("title",), body=Body.LINKS))
@dataclass(frozen=True, slots=True, kw_only=True)
class Related(Block):
    """Links to other pages."""

    heads: ClassVar[str] = "title"
    title: Inlines = ()
    links: tuple[LinkItem, ...]


def _list(links: Iterable[LinkItem], draw: Draw) -> Element:
    """Draw the links, each with the words after it."""
    made = el("ul", {"class": "a11y-related__list"})
    for link in links:
        address, entry = draw.target(link.href)
        title = link.title or (entry.title if entry else link.href)
        foreign = entry.lang if entry and entry.lang != draw.lang else None
        words = el("a", {"href": address, "hreflang": foreign, "lang": foreign}, title)
        text = el("p", {"class": "a11y-related__text"}, link.text) if link.text else None
        made.append(el("li", {"class": "a11y-related__item"}, words, text))
    return made


@view(Related)
def related(it: Related, draw: Draw) -> Element:
    """Draw a `nav` that is named by its heading, so that landmarks of one page stay apart."""
    heading = draw.heading(it.title or draw.words("Related pages"))
    attributes = {"class": "a11y-related", "aria-labelledby": heading.get("id"), "lang": it.lang or None}
    return el("nav", attributes, heading, _list(it.links, draw))
