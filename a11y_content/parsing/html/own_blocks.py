"""Our own markup read back: blocks of text."""

from __future__ import annotations

from typing import Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.html.flow import Reader
from a11y_content.parsing.html.own_words import head_and_rest, is_said, own, parts, variant, without_prefix
from a11y_content.parsing.html.reading_blocks import read_item
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.vocabulary import BLOCKS, HEADINGS, blank, elements, has_class
from a11y_content.parsing.markdown.marks import words_of

_PAIR: Final = 2
_CARE: Final = {
    "non-urgent": "Non-urgent advice:",
    "urgent": "Urgent advice:",
    "emergency": "Immediate action required:",
}
_TONES: Final = {"note": "Information:", "important": "Important:"}
_VERDICTS: Final = {"do": "Do", "dont": "Don’t"}


@own("a11y-section")
def section(reader: Reader, one: Node) -> list[Raw] | None:
    """Read a section: what stands behind it is not in it."""
    head, rest = head_and_rest(one)
    if head is None or one.name != "section":
        return None
    return [node("section", one.spot, title=reader.words(head, marked="heading"), blocks=reader.blocks(rest))]


@own("a11y-care")
def care(reader: Reader, one: Node) -> list[Raw] | None:
    """Read a care card: its urgency is the word of its class, which its own words must not contradict."""
    urgency, inside = variant(one, "a11y-care--", tuple(_CARE)), parts(one)
    if not urgency or len(inside) != _PAIR or not has_class(inside[1], "a11y-care__body"):
        return None
    head, rest = head_and_rest(inside[0])
    if head is None or rest:
        return None
    said, head = without_prefix(head, _CARE)
    if said and said != urgency:
        return None
    title = reader.words(head, marked="heading")
    return [node("care", one.spot, urgency=urgency, title=title, blocks=reader.blocks(inside[1].children))]


@own("a11y-callout")
def callout(reader: Reader, one: Node) -> list[Raw] | None:
    """Read a callout, with or without a title."""
    tone, inside = variant(one, "a11y-callout--", tuple(_TONES)), parts(one)
    if not tone or len(inside) != 1 or not has_class(inside[0], "a11y-callout__body"):
        return None
    head, rest = head_and_rest(inside[0])
    made = node("callout", one.spot, tone=tone)
    if not isinstance(made.value, dict):
        return None
    if head is not None:
        said, head = without_prefix(head, _TONES)
        if said not in {"", tone}:
            return None
        made.value["title"] = Raw(reader.words(head, marked="heading"), head.spot)
    elif rest and has_class(rest[0], "a11y-hidden") and is_said(rest[0].words(), _TONES[tone]):
        rest = rest[1:]
    made.value["blocks"] = Raw(reader.blocks(rest), one.spot)
    return [made]


@own("a11y-advice")
def advice(reader: Reader, one: Node) -> list[Raw] | None:
    """Read what to do, or what not to do."""
    verdict = variant(one, "a11y-advice--", tuple(_VERDICTS))
    head, rest = head_and_rest(one)
    if not verdict or head is None or len(rest) != 1 or rest[0].name != "ul":
        return None
    rows = [row for row in parts(rest[0]) if row.name == "li"]
    if len(rows) != len(parts(rest[0])):
        return None
    items = []
    for row in rows:
        inside = parts(row)
        if has_class(row, "a11y-advice__item") and len(inside) == 1 and has_class(inside[0], "a11y-advice__words"):
            items.append(item(reader, inside[0], loose=True))
        else:
            made = read_item(reader, row, inside)
            items += [made] if made is not None else []
    made = node("advice", one.spot, verdict=verdict, items=items)
    if isinstance(made.value, dict) and not is_said(head.words(), _VERDICTS[verdict]):
        made.value["title"] = Raw(reader.words(head, marked="heading"), head.spot)
    return [made]


def item(reader: Reader, one: Node, *, loose: bool = False) -> Raw:
    """Read an item of our own: bare text in front is its line. `loose`: a first paragraph is never the line."""
    inside = [child for child in one.children if child.name != "svg" or child.words()]
    count = next((i for i, child in enumerate(inside) if child.name in BLOCKS), len(inside))
    line, rest = inside[:count], inside[count:]
    fields: dict[str, Raw] = {}
    if any(child.name or child.text.strip() for child in line):
        fields["inlines"] = Raw(reader.line(line, one.spot)[0], one.spot)
    elif rest and not loose and _is_line(rest[0]) and not _lists(rest[1:]):
        fields["inlines"] = Raw(reader.line(rest[0].children, rest[0].spot)[0], rest[0].spot)
        rest = rest[1:]
    blocks = reader.blocks(rest)
    if blocks or not fields:
        fields["blocks"] = Raw(blocks, one.spot)
    return Raw(fields, one.spot)


def _lists(nodes: list[Node]) -> bool:
    """Tell whether nothing but lists stands there: behind these a line is never a paragraph."""
    return all(blank(one) or has_class(one, "a11y-list") for one in nodes)


def _is_line(one: Node) -> bool:
    return one.name == "p" and not one.attributes


@own("a11y-list")
def list_(reader: Reader, one: Node) -> list[Raw] | None:
    """Read a list."""
    rows = parts(one)
    if one.name not in {"ul", "ol"} or not rows or any(row.name != "li" for row in rows):
        return None
    made = node("list", one.spot, items=[item(reader, row) for row in rows])
    if one.name == "ol" and isinstance(made.value, dict):
        made.value["ordered"] = Raw(value=True, spot=one.spot)
        start = one.get("start")
        if start.isascii() and start.removeprefix("-").isdecimal():
            made.value["start"] = Raw(int(start[:9]), one.spot)
    return [made]


@own("a11y-steps")
def steps(reader: Reader, one: Node) -> list[Raw] | None:
    """Read steps."""
    head, rest = head_and_rest(one)
    rows = parts(rest[0]) if len(rest) == 1 and rest[0].name == "ol" else []
    if not rows or any(row.name != "li" or head_and_rest(row)[0] is None for row in rows):
        return None
    items = []
    for row in rows:
        title, inside = head_and_rest(row)
        if title is None:
            return None
        fields = {"title": Raw(reader.words(title, marked="heading"), title.spot)}
        if blocks := reader.blocks(inside):
            fields["blocks"] = Raw(blocks, row.spot)
        items.append(Raw(fields, row.spot))
    return [_titled(reader, node("steps", one.spot, items=items), head)]


def _titled(reader: Reader, made: Raw, head: Node | None) -> Raw:
    if head is not None and isinstance(made.value, dict):
        made.value["title"] = Raw(reader.words(head, marked="heading"), head.spot)
    return made


@own("a11y-facts", "a11y-glossary")
def facts(reader: Reader, one: Node) -> list[Raw] | None:
    """Read facts, or a glossary."""
    head, rest = head_and_rest(one)
    if len(rest) != 1 or rest[0].name != "dl":
        return None
    rows = []
    for pair in parts(rest[0]):
        inside = parts(pair)
        if [child.name for child in inside] != ["dt", "dd"]:
            return None
        term, said = inside
        only = parts(term)
        words = only[0] if len(only) == 1 and only[0].name == "dfn" else term
        fields = {"term": Raw(reader.words(words, marked="term"), term.spot)}
        fields["blocks"] = Raw(reader.blocks(said.children), said.spot)
        rows.append(Raw(fields, pair.spot))
    kind = "glossary" if has_class(one, "a11y-glossary") else "facts"
    return [_titled(reader, node(kind, one.spot, rows=rows), head)]


@own("a11y-details")
def details(reader: Reader, one: Node) -> list[Raw] | None:
    """Read details."""
    inside = parts(one)
    if one.name != "details" or [child.name for child in inside] != ["summary", "div"]:
        return None
    return [
        node(
            "details",
            one.spot,
            summary=reader.words(inside[0], marked="summary"),
            blocks=reader.blocks(inside[1].children),
        )
    ]


@own("a11y-quote")
def quote(reader: Reader, one: Node) -> list[Raw] | None:
    """Read a quotation: whose words they are stands behind them; a `cite` at its end is the work."""
    inside = parts(one)
    if not inside or inside[0].name != "blockquote" or len(inside) > _PAIR:
        return None
    made = node("quote", one.spot, blocks=reader.blocks(inside[0].children))
    if not isinstance(made.value, dict) or len(inside) == 1:
        return [made]
    by = inside[1]
    if not has_class(by, "a11y-quote__who"):
        return None
    children = list(by.children)
    if children and children[-1].name == "cite":
        work = children.pop()
        link = elements(work)
        source = {"title": Raw(work.words(), work.spot)}
        if len(link) == 1 and link[0].get("href"):
            source["url"] = Raw(link[0].get("href"), link[0].spot)
        made.value["source"] = Raw(source, work.spot)
        if children and not children[-1].name:
            last = children[-1]
            children[-1] = Node("", last.spot, text=last.text.removesuffix(", "))
            children = [one for one in children if one.name or one.text]
    if len(children) > 1 and children[-1].name == "bdi" and children[-2].text.endswith(", "):  # set apart from the name
        role, last = children.pop(), children.pop()
        made.value["role"] = Raw(role.words(), role.spot)
        children.append(Node("", last.spot, text=last.text.removesuffix(", ")))
    who = reader.line(children, by.spot)[0]
    if words_of(who):
        made.value["who"] = Raw(who, by.spot)
    return [made]


@own("a11y-contents")
def contents(reader: Reader, one: Node) -> list[Raw] | None:
    """Leave out a list of the page's sections, which a page makes by itself; any other that looks like one stays."""
    links = [part for part in one.walk() if part.name == "a"]
    head, rest = head_and_rest(one)
    if head is None or not is_said(head.words(), "On this page") or len(rest) != 1 or rest[0].name != "ul":
        return None
    shown = {part.words() for part in reader.nodes if part.name in HEADINGS}
    same = " ".join(part.words() for part in links) == rest[0].words()
    return [] if same and all(part.words() in shown for part in links) else None
