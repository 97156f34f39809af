"""Lists, definitions, details, quotations and addresses of HTML, as raw blocks."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.model.inline import dial
from a11y_content.model.raw import Raw, node
from a11y_content.parsing.html.faults import HTML_ATTRIBUTE, HTML_BLOCK, HTML_LOOKS
from a11y_content.parsing.html.flow import READERS, Reader
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.vocabulary import (
    HEADINGS,
    SILENT,
    blank,
    classes,
    elements,
    find,
    is_hidden,
    lang_of,
    solid,
)
from a11y_content.parsing.markdown.marks import says, words_of

_IN_ADDRESS: Final = frozenset({"a", "address", "b", "bdi", "br", "div", "em", "i", "p", "span", "strong"})
_DASH: Final = re.compile(r"^\s*(?:—|–|--|―)\s*")


# ---------------------------------------------------------------------------------------------------- lists
def read_list(reader: Reader, one: Node) -> list[Raw] | None:
    """Read `ul`, `ol`, `menu`: items of a line and blocks; an `ol` whose items all begin with a heading is steps."""
    reader.reading.attributes(one)
    rows = _rows(reader, one)
    heads = [_head(nodes) for _, nodes in rows]
    if one.name == "ol" and rows and all(heads):
        return [_steps(reader, one, rows, heads)]
    items = [item for item in (read_item(reader, at, nodes) for at, nodes in rows) if item is not None]
    if not items:
        return []
    made = node("list", one.spot, items=items)
    if isinstance(made.value, dict):
        made.value.update(_order(one))
        if lang_of(one) and lang_of(one) != reader.reading.lang:
            made.value["lang"] = Raw(lang_of(one), one.spot)
    return [made]


def _rows(reader: Reader, one: Node) -> list[tuple[Node, list[Node]]]:
    """List the items with what stands in them; a list between items belongs to the one before it."""
    rows: list[tuple[Node, list[Node]]] = []
    for child in one.children:
        if blank(child) or child.name in SILENT:
            continue
        if child.name == "li":
            if not reader.reading.hides(child):
                reader.reading.attributes(child)
                rows.append((child, child.children))
        elif child.name in {"ul", "ol", "menu"} and rows:
            rows[-1] = (rows[-1][0], [*rows[-1][1], child])
        else:
            rows.append((child, [child]))
    return rows


def _order(one: Node) -> dict[str, Raw]:
    """Give the fields of a list whose items are numbered."""
    if one.name != "ol":
        return {}
    fields = {"ordered": Raw(value=True, spot=one.spot)}
    start = one.get("start")
    if start.isascii() and start.removeprefix("-").isdecimal() and int(start[:9]) != 1:
        fields["start"] = Raw(int(start[:9]), one.spot)
    return fields


def _head(nodes: list[Node]) -> Node | None:
    """Give the heading with which an item begins, or None."""
    first = next((one for one in nodes if not blank(one)), None)
    return first if first is not None and first.name in HEADINGS and first.words() else None


def read_item(reader: Reader, at: Node, nodes: list[Node]) -> Raw | None:
    """Read an item: its first paragraph is its line, the rest stands under it; None where it says nothing."""
    blocks = reader.blocks(nodes, lang=lang_of(at))
    first = blocks[0] if blocks else None
    if first is not None and first.kind == "paragraph" and isinstance(first.value, dict):
        inlines = first.value["inlines"]
        if "lang" in first.value and isinstance(inlines.value, list):
            inlines = Raw([node("lang", first.spot, tag=first.value["lang"], inlines=inlines)], first.spot)
        fields = {"inlines": inlines}
        if blocks[1:]:
            fields["blocks"] = Raw(blocks[1:], blocks[1].spot)
        return Raw(fields, at.spot)
    return Raw({"blocks": Raw(blocks, at.spot)}, at.spot) if blocks else None


def _steps(reader: Reader, one: Node, rows: list[tuple[Node, list[Node]]], heads: list[Node | None]) -> Raw:
    items = []
    for (at, nodes), head in zip(rows, heads, strict=True):
        if head is None:
            continue
        fields = {"title": Raw(reader.words(head, marked="heading"), head.spot)}
        blocks = reader.blocks([inner for inner in nodes if inner is not head], lang=lang_of(at))
        if blocks:
            fields["blocks"] = Raw(blocks, blocks[0].spot)
        items.append(Raw(fields, at.spot))
    return node("steps", one.spot, items=items)


def read_items(reader: Reader, one: Node) -> list[Raw] | None:
    """Read an item that stands in no list: a list of one."""
    return read_list(reader, Node("ul", one.spot, children=[one]))


# ---------------------------------------------------------------------------------------------------- definitions
def read_terms(reader: Reader, one: Node) -> list[Raw] | None:
    """Read `dl` as facts, or as a glossary where its class or its `dfn` say so."""
    reader.reading.attributes(one)
    rows: list[Raw] = []
    before: list[Raw] = []
    terms: list[Node] = []
    """The terms that no description has followed yet."""
    for child in _pairs(one):
        if blank(child) or reader.reading.hides(child):
            continue
        if child.name == "dt":
            terms.append(child)
            continue
        reader.reading.attributes(child)
        blocks = reader.blocks(child.children if child.name == "dd" else [child], lang=lang_of(child))
        if terms:
            rows.append(_row(reader, terms, blocks))
            terms = []
        elif rows:
            _more(rows[-1], blocks)
        else:
            before += blocks
    if terms:
        rows.append(_row(reader, terms, []))
    if not rows:
        return before
    named = find(one, "dfn") is not None or any("glossary" in cls for cls in classes(one))
    return [*before, node("glossary" if named else "facts", one.spot, rows=rows)]


def _pairs(one: Node) -> list[Node]:
    """List what stands in a `dl`, also what stands in a `div` around a pair."""
    found: list[Node] = []
    for child in one.children:
        found.extend(child.children if child.name == "div" else [child])
    return found


def _more(row: Raw, blocks: list[Raw]) -> None:
    inside = row.value["blocks"].value if isinstance(row.value, dict) else None
    if isinstance(inside, list):
        inside.extend(blocks)


def _row(reader: Reader, terms: list[Node], blocks: list[Raw]) -> Raw:
    """Make one row; several terms with one description are told, and stand together."""
    inlines: list[Raw] = []
    for term in terms:
        reader.reading.attributes(term)
        inside = term.children
        only = solid(term)
        if len(only) == 1 and only[0].name == "dfn":
            inside = only[0].children
        made = reader.words(Node(term.name, term.spot, term.attributes, inside), marked="term")
        inlines += [Raw(", ", term.spot), *made] if inlines else made
    if len(terms) > 1:
        reader.reading.tell(HTML_BLOCK, terms[0].spot, f"the terms “{words_of(inlines)}” share one description")
    spot = terms[0].spot if terms else blocks[0].spot
    return Raw({"term": Raw(inlines, spot), "blocks": Raw(list(blocks), spot)}, spot)


# ---------------------------------------------------------------------------------------------------- details
def read_details(reader: Reader, one: Node) -> list[Raw] | None:
    """Read `details`; without a summary it is no control, and what stands inside is read in its place."""
    summary = next((child for child in elements(one) if child.name == "summary"), None)
    if summary is None or not summary.words():
        return None
    reader.reading.attributes(one)
    if reader.is_blocky(summary):
        reader.reading.tell(
            HTML_BLOCK, summary.spot, f"the summary “{summary.words()}” became one line", once="summary"
        )
    title = reader.words(summary, marked="summary")
    blocks = reader.blocks([child for child in one.children if child is not summary])
    return [node("details", one.spot, summary=title, blocks=blocks)]


# ---------------------------------------------------------------------------------------------------- quotations
def read_quote(reader: Reader, one: Node, caption: Node | None = None) -> list[Raw] | None:
    """Read `blockquote`, and who said it: a `footer`, a last line that is a `cite` or begins with a dash, a caption."""
    reader.reading.attributes(one)
    inside = solid(one)
    by = caption
    if by is None and len(inside) > 1 and _attributes(inside[-1]):
        by = inside.pop()
    blocks = reader.blocks(one.children if by is caption else inside)
    made = node("quote", one.spot, blocks=blocks)
    if by is not None and isinstance(made.value, dict):
        who = reader.words(by, marked="attribution")
        if who and isinstance(who[0].value, str):
            who[0].value = _DASH.sub("", who[0].value, count=1)
        made.value["who"] = Raw([part for part in who if part.value != ""], by.spot)
    if one.get("cite"):
        reader.reading.tell(HTML_ATTRIBUTE, one.spot, f"`cite` of `<blockquote>` is `{one.get('cite')}`")
    return [made] if says([Raw(blocks)]) or blocks or by is not None else []


def _attributes(last: Node) -> bool:
    """Tell whether the last part of a quotation says whose words it is."""
    if last.name in {"footer", "cite"}:
        return True
    only = solid(last)
    return last.name == "p" and ((len(only) == 1 and only[0].name == "cite") or bool(_DASH.match(last.words())))


# ---------------------------------------------------------------------------------------------------- addresses
def read_address(reader: Reader, one: Node) -> list[Raw] | None:
    """Read `address`: its first line is the name; numbers, mail and links by their addresses, the rest as it stands."""
    inside = [part for part in one.walk() if part.name and part.name != "#comment"]
    if not one.words() or any(part.name not in _IN_ADDRESS or is_hidden(part) for part in inside):
        return None
    for part in inside:
        reader.reading.attributes(part)
    lines = [line for line in _lines(one) if any(part.words() for part in line)]
    fields: dict[str, Raw] = {}
    phones: list[Raw] = []
    rest: list[Raw] = []
    for line in lines:
        links = [inner for part in line for inner in part.walk() if inner.name == "a" and inner.get("href")]
        words = " ".join(" ".join(part.words() for part in line).split())
        spot = line[0].spot
        if len(links) != 1 or not _reach(links[0], words, fields, phones):
            rest += [Raw(words, spot)]
            if links:
                came = ", ".join(inner.get("href") for inner in links)
                reader.reading.tell(HTML_BLOCK, spot, f"the links of “{words}” were left out: {came}")
    name = rest.pop(0) if rest else next(iter(fields.values()), phones[0] if phones else Raw("", one.spot))
    made = node("contact", one.spot, name=Raw(words_of([name]), name.spot))
    if isinstance(made.value, dict):
        if phones:
            made.value["phones"] = Raw(phones, phones[0].spot)
        made.value.update(fields)
        if rest:
            made.value["address"] = Raw(rest, rest[0].spot)
    return [made]


def _reach(link: Node, words: str, fields: dict[str, Raw], phones: list[Raw]) -> bool:
    """Take one line with one link as a way to get in touch; False where it is none, or says more."""
    href, shown = link.get("href"), link.words()
    label = words.replace(shown, "", 1).strip(" :\u00a0")
    if href.lower().startswith("tel:"):
        number = shown if dial(shown) == href else href[4:]
        label = label if number == shown else words
        value = {"number": Raw(number, link.spot)}
        if label:
            value["label"] = Raw(label, link.spot)
        phones.append(Raw(value, link.spot))
        return True
    mail = href.lower().startswith("mailto:") and shown == href[7:].partition("?")[0]
    if mail and not fields.get("email") and label.casefold() in {"", "email", "e-mail", "mail"}:
        fields["email"] = Raw(shown, link.spot)
        return True
    return False


def _lines(one: Node) -> list[list[Node]]:
    """Cut what stands in an address at its line breaks and paragraphs."""
    lines: list[list[Node]] = [[]]
    stack = one.children[::-1]
    while stack:
        part = stack.pop()
        if part.name == "br":
            lines.append([])
        elif part.name in {"p", "div"} or (part.name == "span" and find(part, "br") is not None):
            lines.append([])
            stack += [Node("br", part.spot), *reversed(part.children)]
        elif part.name != "#comment":
            lines[-1].append(part)
    return [line for line in lines if line]


def read_rule(reader: Reader, one: Node) -> list[Raw] | None:
    """Tell of a line across the text."""
    reader.reading.attributes(one)
    reader.reading.tell(HTML_LOOKS, one.spot, "`<hr>` draws a line across the text")
    return []


READERS.update({
    "ul": read_list, "ol": read_list, "menu": read_list, "dir": read_list, "li": read_items, "dl": read_terms,
    "details": read_details, "blockquote": read_quote, "address": read_address, "hr": read_rule,
})  # fmt: skip
