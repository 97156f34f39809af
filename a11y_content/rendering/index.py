"""An index as an article: a list of documents, or of their names by letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from a11y_content.blocks.teasers import Teasers
from a11y_content.html import Child, Element, apart, el
from a11y_content.model.document import Index, IndexItem, LinkItem
from a11y_content.model.site import Entry, Site
from a11y_content.rendering.article import ending, title
from a11y_content.rendering.draw import Drawing
from a11y_content.text import direction
from a11y_content.text.collation import order

_MOST_LETTERS: Final = 60
"""Of a longer alphabet (the strokes of Chinese characters) only what is found is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of an index."""

    name: str
    href: str
    text: str = ""
    see: str = ""
    """The title to which this other name leads."""
    sort_as: str = ""


def rows(document: Index, site: Site | None, source: str = "") -> list[Row]:
    """Give the lines of an index: the author's own items in their order, then the site's documents by name.

    `source` is the index's own path in the content folder, from which its items count.
    """
    items = [item for item in document.items if _there(item, site, source)]
    own = [Row(name=item.title, href=item.href, text=item.text) for item in items]
    key = order(document.lang).key
    found: list[Row] = []
    for entry in listed(document, site):
        href = f"/{entry.source}"
        text = "" if document.by_letter else entry.summary
        found.append(Row(name=entry.title, href=href, text=text, sort_as=entry.sort_as))
        if document.by_letter:
            names = [name for name in entry.also_called if name != entry.title]
            found.extend(Row(name=name, href=href, see=entry.title) for name in names)
    return own + sorted(found, key=lambda row: key(row.sort_as or row.name))


def _there(item: IndexItem, site: Site | None, source: str) -> bool:
    """Tell whether an item leads to a page, as far as is known: that of a document with errors is not made."""
    entry = site.find(item.href, source) if site is not None else None
    return entry is None or not entry.refused


def listed(document: Index, site: Site | None) -> list[Entry]:
    """Give the entries of the site that an index lists by itself: of its kind, in its language, by name.

    A guide is listed by its first page alone.
    """
    if site is None or not document.of:
        return []
    kind, key = document.of, order(document.lang).key
    found = [one for one in site.entries.values() if one.kind == kind and one.lang == document.lang]
    return sorted(
        (one for one in found if not one.refused and not one.guide), key=lambda one: key(one.sort_as or one.title)
    )


def index(document: Index, draw: Drawing) -> list[Child]:
    """Draw an index; an empty one says so in a sentence."""
    drawn: list[Child] = [title(document, draw)]
    if document.intro:
        drawn.append(el("div", {"class": "a11y-lede"}, draw.blocks(document.intro)))
    lines = [_named(row, draw) for row in rows(document, draw.place.site, draw.place.source)]
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
    """Group lines by the letters of the page's language; its letters without lines are shown, and are no links."""
    told = order(draw.page_lang)
    groups: dict[str, list[Row]] = {}
    for line in sorted(lines, key=lambda row: told.key(row.sort_as or row.name)):
        groups.setdefault(told.letter(line.sort_as or line.name), []).append(line)
    ids = {name: draw.id(f"letter {name}") for name in groups}
    items = [
        el("li", None, el("a", {"href": f"#{ids[one]}"}, one) if one in ids else el("span", None, one))
        for one in _letters(list(groups), told.letters)
    ]
    label = draw.say("Letters")
    nav = draw.interface("nav", {"class": "a11y-letters", "aria-label": label}, el("ul", {"role": "list"}, items))
    drawn: list[Child] = [nav]
    for name, found in groups.items():
        heading = draw.heading(name, id=ids[name])
        drawn.append(el("section", {"class": "a11y-letter"}, heading, _list(found, draw)))
    return drawn


def _letters(found: Sequence[str], alphabet: Sequence[str]) -> list[str]:
    """Put the letters found into their alphabet: what comes before its letters, these, and what comes behind."""
    first = next((place for place, one in enumerate(found) if one in alphabet), None)
    if first is None or len(alphabet) > _MOST_LETTERS:
        return list(found)
    return [*found[:first], *alphabet, *(one for one in found[first:] if one not in alphabet)]


def _list(lines: Iterable[Row], draw: Drawing) -> Element:
    return el("ul", {"class": "a11y-index", "role": "list"}, (_item(row, draw) for row in lines))


def _item(row: Row, draw: Drawing) -> Element:
    address, entry = draw.target(row.href)
    foreign = entry.lang if entry is not None and entry.lang != draw.lang else None
    link = el(
        "a",
        {"href": address, "hreflang": foreign, "lang": foreign},
        apart(row.see or row.name, direction(foreign or draw.lang)),
    )
    if row.see:
        return draw.sentence("li", {"class": "a11y-index__item"}, "{name}: see {link}", name=row.name, link=link)
    text = el("p", {"class": "a11y-index__text"}, row.text) if row.text else None
    return el("li", {"class": "a11y-index__item"}, link, text)
