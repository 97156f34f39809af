"""StreamField blocks of facts, tables and links."""

from __future__ import annotations

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.importing.making import link, paragraph
from a11y_content.parsing.importing.records import many, part, text_of
from a11y_content.parsing.importing.stream import Stream
from a11y_content.parsing.importing.stream_blocks import blocks_in, known, title_in


# ----------------------------------------------------------------------------------------------------- facts, tables
@known("summary_list", "facts", "definition_list", "key_facts")
def _facts(stream: Stream, value: Raw) -> None:
    rows = []
    for one in many(part(value, "rows") or part(value, "items")):
        term = title_in(stream, one, "key", "term", "title", "label")
        said = part(one, "value") or part(one, "definition") or part(one, "text")
        blocks = blocks_in(stream, said)
        if term or blocks:
            rows.append(Raw({"term": Raw(term, one.spot), "blocks": Raw(blocks, one.spot)}, one.spot))
    if rows:
        title = title_in(stream, value, "title", "heading")
        fields: dict[str, list[Raw]] = {"title": title} if title else {}
        stream.flow.add([node("facts", value.spot, rows=rows, **fields)])


@known("table", "table_block", "typed_table")
def _table(stream: Stream, value: Raw) -> None:
    """Read a table of Wagtail's editor, or of typed columns."""
    inner = part(value, "table") or value
    caption = title_in(stream, value, "caption", "title", "table_caption") or title_in(stream, inner, "table_caption")
    columns: list[Raw] = []
    if part(inner, "columns") is not None:
        columns = [Raw(title_in(stream, one, "heading"), one.spot) for one in many(part(inner, "columns"))]
        rows = [many(part(one, "values")) for one in many(part(inner, "rows"))]
    else:
        rows = [many(row) for row in many(part(inner, "data"))]
    cells = [[Raw(stream.line(_cell(stream, cell)), cell.spot) for cell in row] for row in rows]
    choice = text_of(part(inner, "table_header_choice"))
    header = text_of(part(inner, "first_row_is_table_header")) == "True" or choice in {"row", "both"}
    if cells and not columns and (header or not choice):
        columns, cells = cells[0], cells[1:]
    elif cells and not columns:
        columns = [Raw([], one.spot) for one in cells[0]]
    if columns or cells:
        fields: dict[str, Raw | list[Raw] | bool] = {"columns": columns}
        fields["rows"] = [Raw(row, value.spot) for row in cells]
        if caption:
            fields["caption"] = caption
        if choice in {"row", "neither"} or text_of(part(inner, "first_col_is_header")) == "False":
            fields["row_header"] = False
        stream.flow.add([node("table", value.spot, **fields)])


def _cell(stream: Stream, cell: Raw) -> Raw | None:
    raw = cell if not isinstance(cell.value, dict) else part(cell, "value")
    if raw is not None and raw.value is not None and not isinstance(raw.value, str | list | dict):
        raw = Raw(str(raw.value), raw.spot)
    return stream.count(raw)


# ----------------------------------------------------------------------------------------------------- links, pictures
@known("action_link", "button", "cta", "call_to_action")
def _action(stream: Stream, value: Raw) -> None:
    words = title_in(stream, value, "text", "title", "label", "button_text")
    url = part(value, "external_url") or part(value, "url") or part(value, "link")
    href = stream.target(url, part(value, "internal_page") or part(value, "page"))
    if words and href:
        stream.flow.add([node("cta", value.spot, text=words, href=href)])
    elif words:
        stream.flow.add([paragraph([node("link", value.spot, href="", inlines=words)], value.spot)])


@known("page", "page_link", "related_page", "link")
def _page(stream: Stream, value: Raw) -> None:
    if isinstance(value.value, dict):
        _action(stream, value)
        return
    number = text_of(value)
    href = stream.page(number) or (number if "/" in number else "")
    name = stream.fixture.title_of(number) if stream.fixture is not None else ""
    words = name or (number if href == number else f"page {number}")
    stream.flow.add([paragraph([link(href, words, value.spot)], value.spot)])


@known("embed", "video", "media")
def _embed(stream: Stream, value: Raw) -> None:
    """Read something from elsewhere: it is linked, since a page of ours loads nothing from other servers."""
    url = text_of(value) or text_of(part(value, "url")) or text_of(part(value, "embed"))
    words = title_in(stream, value, "title", "caption", "heading")
    if url:
        made = node("link", value.spot, href=url, inlines=words or [Raw(url, value.spot)])
        stream.flow.add([paragraph([made], value.spot)])
