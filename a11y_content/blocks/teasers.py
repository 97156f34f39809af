"""Teasers: cards that lead to patient stories."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Body, Fence, block
from a11y_content.model.document import LinkItem
from a11y_content.model.inline import Inlines
from a11y_content.view import Draw, view


@block("teasers", Fence(argument=("title",), body=Body.LINKS))
@dataclass(frozen=True, slots=True, kw_only=True)
class Teasers(Block):
    """Stories to read; what a link leaves out comes from the story."""

    heads: ClassVar[str] = "title"
    title: Inlines
    links: tuple[LinkItem, ...]


def _cards(links: Iterable[LinkItem], draw: Draw) -> Element:
    """Draw the cards; `draw.level` is the level of their headings."""
    made = el("ul", {"class": "a11y-teasers__list", "role": "list"})
    for link in links:
        made.append(_card(link, draw))
    return made


def _card(link: LinkItem, draw: Draw) -> Element:
    """Draw one card with one link: its name begins with the words that everybody sees and ends with the story's title.

    CSS spreads the link over the card, so that all of it can be clicked while it stays one stop and one name
    (WCAG 2.4.4, 2.4.9, 2.5.3).
    """
    address, entry = draw.target(link.href)
    title = link.title or (entry.title if entry else link.href)
    text = link.text or (entry.summary if entry else "")
    foreign = entry.lang if entry and entry.lang != draw.lang else None
    more = draw.told("Read full story" if entry is None or entry.kind == "story" else "Read more")
    if foreign and isinstance(more, str):  # the card is in the story's language, these words in the page's
        more = el("span", {"lang": draw.lang}, more)
    return el(
        "li",
        {"class": "a11y-teaser", "lang": foreign},
        draw.heading(title),
        el("p", {"class": "a11y-teaser__text"}, text) if text else None,
        el(
            "p",
            {"class": "a11y-teaser__more"},
            el(
                "a",
                {"class": "a11y-teaser__link", "href": address, "hreflang": foreign},
                more,
                el("span", {"class": "a11y-hidden"}, f": {title}"),
            ),
        ),
    )


@view(Teasers)
def teasers(it: Teasers, draw: Draw) -> Element:
    """Draw a heading and a list of cards."""
    heading = draw.heading(it.title)
    with draw.deeper():
        cards = _cards(it.links, draw)
    return el("div", {"class": "a11y-teasers", "lang": it.lang or None}, heading, cards)
