"""References: the sources of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from a11y_content.html import Child, Element, apart, el
from a11y_content.model.block import Block, Body, Fence, block
from a11y_content.model.document import LinkItem, Reference
from a11y_content.model.inline import Inlines, Link, walk
from a11y_content.model.inline import words as plain_words
from a11y_content.text import direction
from a11y_content.view import Draw, view


@block("references", Fence(argument=("title",), body=Body.LINKS))
@dataclass(frozen=True, slots=True, kw_only=True)
class References(Block):
    """The page's references, where they are not to stand at its end; and further sources in `links`."""

    heads: ClassVar[str] = "title"
    title: Inlines = ()
    links: tuple[LinkItem, ...] = ()


def _list(references: Iterable[Reference], links: Iterable[LinkItem], draw: Draw) -> Element:
    """Draw the numbered list.

    Each entry has links back to where it is cited; their names are all different, as `Back to text, reference 2`.
    """
    made = el("ol", {"class": "a11y-references__list"})
    for reference in references:
        words: list[Child] = [*draw.inlines(reference.text)]
        if not isinstance(apart(plain_words(reference.text), direction(draw.lang)), str):
            words = [el("bdi", None, words)]
        if reference.url and not any(isinstance(one, Link) for one in walk(reference.text)):
            words = [el("a", {"href": draw.target(reference.url)[0]}, words)]
        entry = el("li", {"id": draw.reference_id(reference.id) if reference.id else None}, words)
        made.append(entry)
        number = draw.cite_number(reference.id)
        marks = draw.cited(reference.id)
        for count, mark in enumerate(marks, 1):
            which = draw.told(", reference {number}", number=number)
            if len(marks) > 1:
                which = draw.told(", reference {number}, mention {count}", number=number, count=count)
            back = el("a", {"class": "a11y-references__back", "href": f"#{mark}"}, draw.told("Back to text"))
            back.append(el("span", {"class": "a11y-hidden"}, which))
            entry.append(el("span", {"class": "a11y-references__return"}, " ", back))
    for link in links:
        address, known = draw.target(link.href)
        title = link.title or (known.title if known else link.href)
        text = el("span", {"class": "a11y-references__text"}, f" {link.text}") if link.text else None
        made.append(el("li", None, el("a", {"href": address}, apart(title, direction(draw.lang))), text))
    return made


@view(References)
def references(it: References, draw: Draw) -> Element:
    """Draw a heading and the list."""
    heading = draw.heading(it.title or draw.words("References"))
    made = _list(draw.references(), it.links, draw)
    return el("div", {"class": "a11y-references", "lang": it.lang or None}, heading, made)
