"""Our own markup read back: contacts, calls to action, lists of links, tables."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.model.inline import dial
from a11y_content.model.raw import Raw, node
from a11y_content.parsing.html.flow import Reader
from a11y_content.parsing.html.own_words import head_and_rest, is_said, own, parts, text_of
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.vocabulary import BLOCKS, HEADINGS, find, has_class
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.problem import Spot

_NUMBER: Final = re.compile(r"[+(]?\d[\d\s().\-/*]*(?:(?:ext\.?|x|#)\s*\d+)?")
_PAIR: Final = 2
_REFERENCE: Final = re.compile(r"a11y-reference-(\d+)\Z")


def plain(text: str, spot: Spot) -> Raw:
    """Make a plain text of one place."""
    return Raw(text, spot)


def link_fields(href: str, shown: str, spot: Spot) -> dict[str, Raw]:
    """Give the fields of a link in a list; a title that is only its address is none."""
    if shown == href or (shown.endswith(".md") and f"{shown[:-3]}.html" == href):
        return {"href": plain(shown, spot)}
    return {"href": plain(href, spot), "title": plain(shown, spot)}


# ---------------------------------------------------------------------------------------------------- contact
@own("a11y-contact")
def contact(reader: Reader, one: Node) -> list[Raw] | None:
    """Read a contact: each of its lines has a label of ours, or the author's for a telephone number."""
    del reader
    inside = parts(one)
    if one.name != "address" or not inside or not has_class(inside[0], "a11y-contact__name"):
        return None
    phones: list[Raw] = []
    fields: dict[str, Raw] = {"kind": Raw("contact", one.spot), "name": plain(text_of(inside[0]), inside[0].spot)}
    for line in inside[1:]:
        if not has_class(line, "a11y-contact__line") or not _contact_line(line, fields, phones):
            return None
    if phones:
        fields["phones"] = Raw(phones, phones[0].spot)
    return [Raw(fields, one.spot)]


def _contact_line(line: Node, fields: dict[str, Raw], phones: list[Raw]) -> bool:
    """Take one line; False where it is none of ours."""
    inside, spot = parts(line), line.spot
    if len(inside) == 1 and inside[0].name == "a" and inside[0].get("href"):
        fields["url"] = plain(inside[0].get("href"), spot)
        return True
    if not inside or not has_class(inside[0], "a11y-contact__label"):
        return False
    label = text_of(inside[0])
    link = next((child for child in inside[1:] if child.name == "a"), None)
    if link is not None and link.get("href").startswith("tel:") and len(inside) == _PAIR:
        shown = text_of(link)
        value = {"number": plain(shown, link.spot)}
        if not is_said(label, "Phone:"):
            value["label"] = plain(label.removesuffix(":"), inside[0].spot)
        phones.append(Raw(value, spot))
        return dial(shown) == link.get("href")
    if link is not None and link.get("href") == f"mailto:{text_of(link)}" and len(inside) == _PAIR:
        fields["email"] = plain(text_of(link), link.spot)
        return is_said(label, "Email:")
    if is_said(label, "Address:"):
        rows = [child for child in inside[1:] if child.name == "bdi"]
        fields["address"] = Raw([plain(text_of(row), row.spot) for row in rows], spot)
        return all(child.name in {"bdi", "br"} for child in inside[1:])
    fields["hours"] = plain("".join(text_of(child) for child in line.children[1:]).removeprefix(" "), spot)
    return is_said(label, "Opening hours:")


@own("a11y-cta")
def cta(reader: Reader, one: Node) -> list[Raw] | None:
    """Read a call to action: a link, a number, or both."""
    inside = parts(one)
    if one.name == "p" and len(inside) == 1 and inside[0].name == "strong":
        return [node("cta", one.spot, text=reader.words(inside[0]))]
    made = node("cta", one.spot)
    if not isinstance(made.value, dict) or one.name != "p" or not inside or {child.name for child in inside} != {"a"}:
        return None
    for link in inside:
        number = find(link, "span", cls="a11y-phone")
        href = link.get("href")
        if has_class(link, "a11y-cta__link"):
            children = [child for child in link.children if child is not number]
            if number is not None and children and not children[-1].name:
                last = children[-1]
                children[-1] = Node("", last.spot, text=last.text.removesuffix(" "))
            text = reader.line(children, link.spot)[0]
            made.value["text"] = Raw(text, link.spot)
            if not href.startswith("tel:"):
                made.value["href"] = plain(href, link.spot)
            else:
                shown = text_of(number) if number is not None else _number_in(words_of(text), href)
                made.value["phone"] = plain(shown, link.spot)
        elif has_class(link, "a11y-cta__phone") and number is not None:
            made.value["phone"] = plain(text_of(number), link.spot)
        else:
            return None
    return [made] if "text" in made.value else None


def _number_in(words: str, href: str) -> str:
    """Find the number in a text that an address calls; otherwise the address says it."""
    shown = [found[0].strip() for found in _NUMBER.finditer(words)]
    return next((one for one in shown if dial(one) == href), href.removeprefix("tel:"))


# ---------------------------------------------------------------------------------------------------- links
@own("a11y-teasers")
def teasers(reader: Reader, one: Node) -> list[Raw] | None:
    """Read cards that lead to stories."""
    head, rest = head_and_rest(one)
    if head is None or len(rest) != 1:
        return None
    links = []
    for card in parts(rest[0]):
        link, text = find(card, "a", cls="a11y-teaser__link"), find(card, "p", cls="a11y-teaser__text")
        title, more = head_and_rest(card)
        if link is None or title is None or len(more) != (_PAIR if text is not None else 1):
            return None
        fields = link_fields(link.get("href"), text_of(title), link.spot)
        if text is not None:
            fields["text"] = plain(text_of(text), text.spot)
        links.append(Raw(fields, card.spot))
    return [node("teasers", one.spot, title=reader.words(head, marked="heading"), links=links)]


@own("a11y-related")
def related(reader: Reader, one: Node) -> list[Raw] | None:
    """Read links to other pages, each with the words behind it."""
    head, rest = head_and_rest(one)
    if head is None or len(rest) != 1 or rest[0].name != "ul":
        return None
    links = listed(rest[0])
    if links is None:
        return None
    made = node("related", one.spot, links=links)
    if isinstance(made.value, dict) and not is_said(head.words(), "Related pages"):
        made.value["title"] = Raw(reader.words(head, marked="heading"), head.spot)
    return [made]


def listed(one: Node) -> list[Raw] | None:
    """Read the items of a list of links, each a link and words behind it; None where one of them is not."""
    links = []
    for row in parts(one):
        inside = parts(row)
        if not inside or inside[0].name != "a" or len(inside) > _PAIR:
            return None
        fields = link_fields(inside[0].get("href"), text_of(inside[0]), row.spot)
        if len(inside) == _PAIR:
            fields["text"] = plain(text_of(inside[1]).strip(), inside[1].spot)
        links.append(Raw(fields, row.spot))
    return links


@own("a11y-references")
def references(reader: Reader, one: Node) -> list[Raw] | None:
    """Read a list of sources: what is cited becomes a reference of the page, the rest a link of the block."""
    head, rest = head_and_rest(one)
    if head is None or len(rest) != 1 or rest[0].name != "ol":
        return None
    links: list[Raw] = []
    for row in parts(rest[0]):
        inside = [child for child in row.children if not has_class(child, "a11y-references__return")]
        only = [child for child in inside if child.name or child.text.strip()]
        found = _REFERENCE.search(row.get("id"))
        text = only[-1] if len(only) == _PAIR and has_class(only[-1], "a11y-references__text") else None
        if found is None and only and only[0].name == "a" and len(only) == (1 if text is None else _PAIR):
            fields = link_fields(only[0].get("href"), text_of(only[0]), row.spot)
            if text is not None:
                fields["text"] = plain(text_of(text).strip(), text.spot)
            links.append(Raw(fields, row.spot))
            continue
        fields = {"id": plain(found[1], row.spot)} if found is not None else {}
        fields["text"] = Raw(reader.line(inside, row.spot)[0], row.spot)
        reader.reading.references.append(Raw(fields, row.spot))
    made = node("references", one.spot)
    if isinstance(made.value, dict):
        if links:
            made.value["links"] = Raw(links, one.spot)
        if not is_said(head.words(), "References"):
            made.value["title"] = Raw(reader.words(head, marked="heading"), head.spot)
    return [made]


# ---------------------------------------------------------------------------------------------------- table
@own("a11y-table")
def table(reader: Reader, one: Node) -> list[Raw] | None:
    """Read a table: every cell stands where it is, and a column of numbers says so by its class."""
    grid, note = find(one, "table"), find(one, "p", cls="a11y-table__note")
    if grid is None or any(child.name in {"table", *HEADINGS} for child in grid.walk() if child is not grid):
        return None
    caption, head, body = (find(grid, name) for name in ("caption", "thead", "tbody"))
    top = [row for row in parts(head) if row.name == "tr"] if head is not None else []
    if caption is None or len(top) != 1 or len(parts(head or grid)) != 1:
        return None
    rows = parts(body) if body is not None else []
    cells = [cell for row in (top[0], *rows) for cell in parts(row)]
    if any(
        cell.name not in {"td", "th"} or any(part.name in BLOCKS for part in cell.walk() if part is not cell)
        for cell in cells
    ):
        return None
    if {"rowspan", "colspan"} & {name for cell in cells for name in cell.attributes}:
        return None
    made = node("table", one.spot, caption=reader.words(caption))
    if not isinstance(made.value, dict):
        return None
    made.value["columns"] = Raw([Raw(reader.words(cell), cell.spot) for cell in parts(top[0])], top[0].spot)
    lines = [Raw([Raw(reader.words(cell), cell.spot) for cell in parts(row)], row.spot) for row in rows]
    made.value["rows"] = Raw(lines, one.spot)
    firsts = {parts(row)[0].name for row in rows if parts(row)}
    if firsts == {"td"}:
        made.value["row_header"] = Raw(value=False, spot=one.spot)
    numbers = [place for place, cell in enumerate(parts(top[0]), 1) if has_class(cell, "a11y-table__number")]
    if numbers:
        made.value["numeric"] = Raw([Raw(place, one.spot) for place in numbers], one.spot)
    if note is not None:
        made.value["note"] = Raw(reader.words(note), note.spot)
    return [made]


def _is_cell(one: Node) -> bool:
    """Tell whether a cell is as ours are: of one row and column, with nothing but a line in it."""
    inside = any(part.name in BLOCKS for part in one.walk() if part is not one)
    return one.name in {"td", "th"} and not inside and not {"rowspan", "colspan"} & set(one.attributes)
