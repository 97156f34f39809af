"""Tables of HTML, as raw blocks: one header a column, one a row, one cell for each place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.html.faults import HTML_BLOCK, HTML_TABLE
from a11y_content.parsing.html.flow import READERS, Reader
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.vocabulary import blank, elements, lang_of
from a11y_content.parsing.markdown.marks import says, words_of
from a11y_content.problem import Spot

_WIDEST: Final = 100
"""Most columns to which a table is filled up by cells that say that they are that wide."""
_MANY: Final = 50_000
"""Most cells that may be repeated."""
_GROUPS: Final = ("thead", "tbody", "tfoot")


@dataclass(slots=True)
class _Cell:
    node: Node
    inlines: list[Raw]
    copied: bool = False


@dataclass(slots=True)
class _Row:
    node: Node
    group: str
    cells: list[_Cell] = field(default_factory=list)


def read_table(reader: Reader, one: Node) -> list[Raw] | None:
    """Read `table`; one without a word is nothing."""
    reader.reading.attributes(one)
    caption = next((child for child in elements(one) if child.name == "caption"), None)
    rows = _grid(reader, one, _rows(reader, one))
    stray = _stray(reader, one, caption)
    if not rows or not any(says(cell.inlines) for row in rows for cell in row.cells):
        return [*stray, *(reader.blocks(caption.children) if caption is not None else [])]
    columns, body = _head(reader, one, rows)
    fields: dict[str, Raw] = {}
    if caption is not None and (words := reader.words(caption, marked="caption")):
        fields["caption"] = Raw(words, caption.spot)
    lang = lang_of(one)
    if lang and lang != reader.reading.lang:
        fields["lang"] = Raw(lang, one.spot)
    fields["columns"] = Raw([Raw(cell.inlines, cell.node.spot) for cell in columns], one.spot)
    cells = [Raw([Raw(cell.inlines, cell.node.spot) for cell in row.cells], row.node.spot) for row in body]
    fields["rows"] = Raw(cells, one.spot)
    firsts = [row.cells[0].node.name for row in body if row.cells]
    if firsts and "th" not in firsts:
        fields["row_header"] = Raw(value=False, spot=one.spot)
    elif "td" in firsts and "th" in firsts:
        reader.reading.tell(HTML_TABLE, one.spot, "some rows begin with a header and some do not; all of them do now")
    return [*stray, node("table", one.spot, **fields)]


def _rows(reader: Reader, one: Node) -> list[_Row]:
    """List the rows in the order in which they are shown: a foot stands at the end wherever it was written."""
    found: dict[str, list[_Row]] = {name: [] for name in _GROUPS}
    for child in elements(one):
        group = child.name if child.name in found else "tbody"
        for row in elements(child) if child.name in found else [child]:
            if row.name == "tr" and not reader.reading.hides(child) and not reader.reading.hides(row):
                found[group].append(_Row(row, group))
    if found["tfoot"] and found["tbody"]:
        reader.reading.tell(HTML_TABLE, found["tfoot"][0].node.spot, "the foot of the table became its last rows")
    return [row for name in _GROUPS for row in found[name]]


def _stray(reader: Reader, one: Node, caption: Node | None) -> list[Raw]:
    """Read what stands in a table and in none of its cells (a script put it there: parsers move it out)."""
    loose = []
    for part in (one, *(child for child in elements(one) if child.name in _GROUPS)):
        loose += [
            child
            for child in part.children
            if child is not caption and not blank(child) and child.name not in {*_GROUPS, "tr", "colgroup", "col"}
        ]
    return reader.blocks(loose) if loose else []


def _grid(reader: Reader, one: Node, rows: list[_Row]) -> list[_Row]:
    """Read the cells; one over several rows or columns is repeated in each of them, and told."""
    spans: dict[int, tuple[int, _Cell]] = {}
    budget, told = _MANY, False
    below = Counter(row.group for row in rows)
    for row in rows:
        place = 0
        left = below[row.group]
        below[row.group] -= 1
        cells = [child for child in elements(row.node) if child.name in {"td", "th"}]
        for child in cells:
            place = _fill(row, spans, place)
            if reader.reading.hides(child):
                continue
            cell = _Cell(child, _cell(reader, child))
            wide, high = _span(child, "colspan", _WIDEST), min(_span(child, "rowspan", left), left)
            if wide * high > 1:
                told = True
                if wide * high > budget or len(row.cells) + wide > _WIDEST:
                    wide = high = 1
                budget -= wide * high
            for step in range(wide):
                row.cells.append(cell if not step else _Cell(child, _again(cell.inlines), copied=True))
                if high > 1:
                    spans[place + step] = (high - 1, cell)
            place += wide
        _fill(row, spans, place)
    if told:
        reader.reading.tell(HTML_TABLE, one.spot, "cells over several rows or columns were repeated in each of them")
    return [row for row in rows if row.cells]


def _fill(row: _Row, spans: dict[int, tuple[int, _Cell]], place: int) -> int:
    """Put the cells of rows above that reach down here; the next free place."""
    while place in spans:
        left, above = spans.pop(place)
        if left > 1:
            spans[place] = (left - 1, above)
        row.cells.append(_Cell(above.node, _again(above.inlines), copied=True))
        place += 1
    return place


def _again(inlines: list[Raw]) -> list[Raw]:
    """Copy inlines, so that a repair of one cell changes no other."""
    made: list[Raw] = []
    stack: list[tuple[list[Raw], list[Raw]]] = [(inlines, made)]
    while stack:
        source, target = stack.pop()
        for one in source:
            if not isinstance(one.value, dict):
                target.append(Raw(one.value, one.spot))
                continue
            fields = {name: Raw(part.value, part.spot) for name, part in one.value.items()}
            target.append(Raw(fields, one.spot))
            inner = fields.get("inlines")
            if inner is not None and isinstance(inner.value, list):
                inside: list[Raw] = []
                stack.append((inner.value, inside))
                inner.value = inside
    return made


def _span(one: Node, name: str, most: int) -> int:
    """Read `colspan` or `rowspan`; 0 is all that are left."""
    said = one.get(name)
    if not (said.isascii() and said.isdecimal()):
        return 1
    number = int(said[:6])
    return min(number, most) if number else (most if name == "rowspan" else 1)


def _cell(reader: Reader, one: Node) -> list[Raw]:
    reader.reading.attributes(one)
    if reader.is_blocky(one):
        inner = [child.name for child in one.walk() if child.name in {"ul", "ol", "dl", "table", "blockquote"}]
        if inner:
            said = f"`<{inner[0]}>` in a cell became one line: “{one.words()}”"
            reader.reading.tell(HTML_BLOCK, one.spot, said)
    inlines = reader.words(one)
    return inlines if says(inlines) else []


def _head(reader: Reader, one: Node, rows: list[_Row]) -> tuple[list[_Cell], list[_Row]]:
    """Split off the columns' headers: the rows of the head, or a first row of headers alone."""
    head = [row for row in rows if row.group == "thead"]
    if not head and all(cell.node.name == "th" for cell in rows[0].cells) and len(rows) > 1:
        head = [rows[0]]
    body = [row for row in rows if row not in head]
    if not head:
        return [], body
    if len(head) == 1:
        return head[0].cells, body
    reader.reading.tell(HTML_TABLE, one.spot, f"{len(head)} rows of headers became one")
    columns: list[_Cell] = []
    for place in range(max(len(row.cells) for row in head)):
        parts: list[_Cell] = []
        for row in head:
            cell = row.cells[place] if place < len(row.cells) else None
            if cell is not None and words_of(cell.inlines) and not any(_same(cell, part) for part in parts):
                parts.append(cell)
        columns.append(_joined(parts, head[0].node.spot))
    return columns, body


def _same(one: _Cell, other: _Cell) -> bool:
    return one.node is other.node


def _joined(parts: list[_Cell], spot: Spot) -> _Cell:
    inlines: list[Raw] = []
    for part in parts:
        inlines += [Raw(": ", part.node.spot), *part.inlines] if inlines else part.inlines
    return _Cell(parts[0].node if parts else Node("th", spot), inlines)


READERS["table"] = read_table
