"""An index as an article: a list of documents, or of their names by letter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from a11y_content.blocks.teasers import Teasers
from a11y_content.html import Child, Element, el
from a11y_content.model.document import Index, LinkItem
from a11y_content.model.site import Entry, Site
from a11y_content.rendering.article import ending, title
from a11y_content.rendering.draw import Drawing

_LATIN: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS: Final = "0-9"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of an index."""

    name: str
    href: str
    text: str = ""
    see: str = ""
    """The title to which this other name leads."""


def rows(document: Index, site: Site | None) -> list[Row]:
    """Give the lines of an index: the author's own items in their order, then the site's documents by name."""
    own = [Row(name=item.title, href=item.href, text=item.text) for item in document.items]
    found: list[Row] = []
    for entry in listed(document, site):
        href = f"/{entry.source}"
        found.append(Row(name=entry.title, href=href, text="" if document.by_letter else entry.summary))
        if document.by_letter:
            found.extend(Row(name=name, href=href, see=entry.title) for name in entry.also_called)
    return own + sorted(found, key=lambda row: collation(row.name))


def listed(document: Index, site: Site | None) -> list[Entry]:
    """Give the entries of the site that an index lists by itself: of its kind, in its language, by name."""
    if site is None or not document.of:
        return []
    found = [one for one in site.entries.values() if one.kind == document.of and one.lang == document.lang]
    return sorted(found, key=lambda one: collation(one.title))


def collation(name: str) -> tuple[str, str]:
    """Give a key for sorting names: by letters without their marks and case, then as written."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not "\u0300" <= c <= "\u036f")
    start = next((place for place, c in enumerate(folded) if c.isalnum()), 0)
    return folded[start:], name


def letter(name: str) -> str:
    """Give the letter under which a name is listed: its first letter without marks; `0-9` for a digit."""
    first = collation(name)[0][:1]
    if not first.isalnum():
        return "#"
    return _DIGITS if first.isdigit() else first.upper()


def index(document: Index, draw: Drawing) -> list[Child]:
    """Draw an index; an empty one says so in a sentence."""
    drawn: list[Child] = [title(document, draw)]
    if document.intro:
        drawn.append(el("div", {"class": "a11y-lede"}, draw.blocks(document.intro)))
    lines = [_named(row, draw) for row in rows(document, draw.place.site)]
    if not lines:
        drawn.append(draw.sentence("p", {"class": "a11y-index__empty"}, "There is nothing in this list yet."))
    elif document.by_letter:
        drawn.extend(_by_letter(lines, draw))
    elif document.of == "story":
        links = tuple(LinkItem(href=row.href, title=row.name, text=row.text) for row in lines)
        drawn.extend(draw.blocks((Teasers(title=draw.words("All stories"), links=links),)))
    else:
        drawn.append(_list(lines, draw))
    drawn.extend(ending(document, draw))
    return drawn


def _named(row: Row, draw: Drawing) -> Row:
    """Take the name of a line from the document that it leads to, where the author gave none."""
    if row.name:
        return row
    entry = draw.target(row.href)[1]
    return Row(name=entry.title if entry else row.href, href=row.href, text=row.text)


def _by_letter(lines: Iterable[Row], draw: Drawing) -> list[Child]:
    groups: dict[str, list[Row]] = {}
    for line in sorted(lines, key=lambda row: collation(row.name)):
        groups.setdefault(letter(line.name), []).append(line)
    names = sorted(groups, key=lambda name: (name == _DIGITS, name))
    ids = {name: draw.id(f"letter {name}") for name in names}
    shown = sorted({*names, *_LATIN}, key=lambda name: (name == _DIGITS, name)) if set(names) & set(_LATIN) else names
    items = [
        el("li", None, el("a", {"href": f"#{ids[one]}"}, one) if one in ids else el("span", None, one)) for one in shown
    ]
    label = draw.say("Letters")
    nav = draw.interface("nav", {"class": "a11y-letters", "aria-label": label}, el("ul", {"role": "list"}, items))
    drawn: list[Child] = [nav]
    for name in names:
        heading = draw.heading(name, id=ids[name])
        drawn.append(el("section", {"class": "a11y-letter"}, heading, _list(groups[name], draw)))
    return drawn


def _list(lines: Iterable[Row], draw: Drawing) -> Element:
    return el("ul", {"class": "a11y-index", "role": "list"}, (_item(row, draw) for row in lines))


def _item(row: Row, draw: Drawing) -> Element:
    address, entry = draw.target(row.href)
    foreign = entry.lang if entry is not None and entry.lang != draw.lang else None
    link = el("a", {"href": address, "hreflang": foreign, "lang": foreign}, row.see or row.name)
    if row.see:
        return draw.sentence("li", {"class": "a11y-index__item"}, "{name}: see {link}", name=row.name, link=link)
    text = el("p", {"class": "a11y-index__text"}, row.text) if row.text else None
    return el("li", {"class": "a11y-index__item"}, link, text)
