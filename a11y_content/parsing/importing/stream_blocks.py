"""The kinds of StreamField blocks that are known: Wagtail's own, those of wagtail-nhsuk-frontend, and a site's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.importing.fragments import plain_words, unsure
from a11y_content.parsing.importing.making import TOP
from a11y_content.parsing.importing.records import many, part, strings, text_of
from a11y_content.parsing.importing.stream import HANDLERS, SILENT, Said, Stream, is_stream
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.problem import Spot

Handler = Callable[[Stream, Raw], None]
_URGENCY: Final = {"non-urgent": "non-urgent", "urgent": "urgent", "immediate": "emergency", "emergency": "emergency"}
_LEVELS: Final = {f"h{level}": level for level in range(2, 7)}


class StreamPage:
    """What the handler of a site's own block may ask for; `spot` is the place of the block."""

    def __init__(self, stream: Stream, spot: Spot) -> None:
        self._stream = stream
        self.spot = spot

    def html(self, text: str) -> list[Raw]:
        """Read a string of HTML into blocks, to be put where blocks belong."""
        return self._stream.html(text.raw if isinstance(text, Said) else Raw(str(text), self.spot))

    def blocks(self, stream: list[dict[str, Any]]) -> list[Raw]:
        """Read a stream inside the block, by the handlers of its blocks."""
        return self._stream.apart(lambda: self._stream.stream(self._raw(stream), self._stream.path))

    def tell(self, message: str) -> None:
        """Put words into the report that have no place in the document."""
        self._stream.tell_field("own block", Raw(message, self.spot))

    def _raw(self, value: object) -> Raw:
        return self._stream.located(value, self.spot)


def streamfield_block(name: str) -> Callable[[Callable[[Any, StreamPage], Any]], Callable[[Any, StreamPage], Any]]:
    """Register a function that reads a block of a site's own: from its value to blocks in the JSON form of content.

    The function gets the block's value as plain Python, and the page, whose `html` reads a string of HTML and whose
    `blocks` reads a stream inside the block. It gives a block `{"kind": ...}`, or a list of them. Raises `ValueError`
    where the name is taken.
    """

    def register(read: Callable[[Any, StreamPage], Any]) -> Callable[[Any, StreamPage], Any]:
        def handler(stream: Stream, value: Raw) -> None:
            made = read(stream.plain(value), StreamPage(stream, value.spot))
            for one in made if isinstance(made, list | tuple) else [made]:
                stream.flow.add([stream.located(one, value.spot)])
            stream.counted += strings(value, SILENT)

        HANDLERS.add(name, handler)
        return read

    return register


def known(*names: str) -> Callable[[Handler], Handler]:
    """Register a handler of ours."""

    def register(handler: Handler) -> Handler:
        for name in names:
            HANDLERS.add(name, handler)
        return handler

    return register


# ----------------------------------------------------------------------------------------------------- parts of blocks
def title_in(stream: Stream, value: Raw, *names: str) -> list[Raw]:
    """Give the first of these fields that says something, as inlines."""
    for name in names:
        raw = part(value, name)
        if text_of(raw).strip():
            return stream.line(stream.count(raw))
    return []


def blocks_in(stream: Stream, raw: Raw | None) -> list[Raw]:
    """Give the blocks of a stream or of HTML that stands inside a block."""
    if raw is None:
        return []
    if isinstance(raw.value, str):
        return stream.html(stream.count(raw))
    if is_stream(raw):
        return stream.apart(lambda: stream.stream(raw, stream.path))
    return [block for one in many(raw) for block in blocks_in(stream, one)] if isinstance(raw.value, list) else []


def level_of(value: Raw) -> int:
    """Give the level of a block's heading, as its editor chose it."""
    given = part(value, "heading_level") or part(value, "level") or part(value, "size")
    said = text_of(given)
    return _LEVELS.get(said, int(said) if said in {"2", "3", "4", "5", "6"} else TOP + 1)


# ----------------------------------------------------------------------------------------------------- text
@known("richtext", "rich_text", "paragraph", "text", "html", "raw_html", "body", "content", "textblock", "markdown")
def _text(stream: Stream, value: Raw) -> None:
    if isinstance(value.value, str):
        stream.add_html(stream.count(value))
    else:
        for name in ("heading", "title"):
            title = part(value, name)
            if text_of(title).strip() and title is not None:
                stream.flow.open(Raw(words_of(stream.line(stream.count(title))), title.spot), level_of(value))
        for name in ("text", "body", "content", "paragraph", "html", "value"):
            stream.flow.add(blocks_in(stream, part(value, name)))


@known("heading", "subheading", "h2", "h3", "h4", "title")
def _heading(stream: Stream, value: Raw) -> None:
    raw = value if isinstance(value.value, str) else None
    for name in ("heading_text", "text", "heading", "title", "value"):
        raw = raw or part(value, name)
    words = words_of(stream.line(stream.count(raw)))
    if raw is not None and words:
        level = TOP if isinstance(value.value, str) else level_of(value)
        stream.flow.open(Raw(words, raw.spot), level)


@known("quote", "blockquote", "pullquote", "block_quote")
def _quote(stream: Stream, value: Raw) -> None:
    raw = value if isinstance(value.value, str) else part(value, "text") or part(value, "quote")
    blocks = stream.html(stream.count(raw))
    who = title_in(stream, value, "attribute_name", "attribution", "author", "source", "cite")
    if blocks:
        fields: dict[str, list[Raw]] = {"who": who} if who else {}
        stream.flow.add([node("quote", value.spot, blocks=blocks, **fields)])


@known("list", "bullet_list", "ordered_list", "numbered_list")
def _list(stream: Stream, value: Raw) -> None:
    items = []
    for one in many(value if isinstance(value.value, list) else part(value, "items")):
        raw = one if isinstance(one.value, str) else part(one, "value") or part(one, "text")
        if raw is not None:
            items.append(Raw({"inlines": Raw(stream.line(stream.count(raw)), raw.spot)}, raw.spot))
    if items:
        stream.flow.add([node("list", value.spot, items=items)])


# ----------------------------------------------------------------------------------------------------- care, advice
@known("care_card", "carecard")
def _care(stream: Stream, value: Raw) -> None:
    """Read a care card; its urgency is a word of the source, in its type or at the beginning of its title."""
    title = title_in(stream, value, "title", "heading")
    blocks = blocks_in(stream, part(value, "body"))
    kind = text_of(part(value, "type"))
    urgency = _URGENCY.get(plain_words(kind))
    if urgency is None and plain_words(words_of(title)).startswith("non-urgent"):
        urgency = "non-urgent"
    if urgency is not None:
        stream.care(urgency, title, blocks, value.spot)
        return
    held = [node("section", value.spot, title=title, blocks=blocks)] if title else blocks
    made, problem = unsure(kind or "care card", held, value.spot, quiet=False)
    stream.tell(problem)
    stream.flow.add(made)


def _advice(verdict: str, name: str) -> Handler:
    def handler(stream: Stream, value: Raw) -> None:
        title = title_in(stream, value, "label", "title", "heading")
        items = []
        for one in many(part(value, name) or part(value, "items")):
            raw = one if isinstance(one.value, str) else part(one, "value") or part(one, "item")
            if raw is not None and text_of(raw).strip():
                items.append(Raw({"inlines": Raw(stream.line(stream.count(raw)), raw.spot)}, raw.spot))
        if items:
            stream.advise(verdict, title, [node("list", value.spot, items=items)], value.spot)

    return handler


known("do_list")(_advice("do", "do"))
known("dont_list", "do_not_list")(_advice("dont", "dont"))


# ----------------------------------------------------------------------------------------------------- boxes
@known("details", "expander", "accordion_item")
def _details(stream: Stream, value: Raw) -> None:
    title = title_in(stream, value, "title", "summary", "heading")
    body = part(value, "body") or part(value, "content") or part(value, "text")
    stream.details(title, blocks_in(stream, body), value.spot)


@known("expander_group", "accordion", "accordions")
def _group(stream: Stream, value: Raw) -> None:
    for name in ("expanders", "items", "accordions"):
        for one in many(part(value, name)):
            inner = part(one, "value") if part(one, "type") is not None else None
            _details(stream, inner or one)


@known("inset_text", "inset")
def _inset(stream: Stream, value: Raw) -> None:
    body = value if isinstance(value.value, str) else part(value, "body") or part(value, "text")
    stream.note(blocks_in(stream, body), value.spot)


@known("warning_callout", "callout")
def _callout(stream: Stream, value: Raw) -> None:
    title = title_in(stream, value, "title", "heading", "label")
    stream.callout(title, blocks_in(stream, part(value, "body") or part(value, "text")), value.spot)


@known("image", "picture", "figure")
def _image(stream: Stream, value: Raw) -> None:
    """Read a picture: a number of the database, or a record with its text alternative."""
    number = text_of(value) or text_of(part(value, "content_image")) or text_of(part(value, "image"))
    src = stream.picture(number) or f"image {number} of the old site"
    alt = stream.count(part(value, "alt_text") or part(value, "alt"))
    caption = title_in(stream, value, "caption")
    stream.figure(src, alt, caption, value.spot)


@known("panel", "feature_card", "card_feature", "card_basic", "card_image", "card_clickable", "promo", "small_promo")
def _card(stream: Stream, value: Raw) -> None:
    """Read a card: a link with its words where it leads somewhere, else a section."""
    title = title_in(stream, value, "heading", "feature_heading", "label", "title")
    body = part(value, "body") or part(value, "description")
    blocks = blocks_in(stream, body)
    href = stream.target(part(value, "url"), part(value, "internal_page") or part(value, "link_page"))
    if part(value, "content_image") is not None and text_of(part(value, "content_image")):
        _image(stream, value)
    if href and title:
        item = {"inlines": Raw([node("link", value.spot, href=href, inlines=title)], value.spot)}
        if blocks:
            item["blocks"] = Raw(blocks, value.spot)
        here = stream.flow.here
        last = here[-1] if here and here[-1].kind == "list" else None
        kept = last.value["items"].value if last is not None and isinstance(last.value, dict) else None
        if isinstance(kept, list) and last is not None and last.keys.get("\0cards"):
            kept.append(Raw(item, value.spot))  # cards that follow each other are one list
        else:
            made = node("list", value.spot, items=[Raw(item, value.spot)])
            made.keys["\0cards"] = value.spot
            stream.flow.add([made])
    elif title:
        stream.flow.add([node("section", value.spot, title=title, blocks=blocks)], level_of(value))
    else:
        stream.flow.add(blocks)


@known("card_group", "promo_group", "panel_list", "grid", "columns")
def _cards(stream: Stream, value: Raw) -> None:
    for name in ("heading", "title"):
        title = part(value, name)
        if text_of(title).strip() and title is not None:
            stream.flow.open(Raw(words_of(stream.line(stream.count(title))), title.spot), level_of(value))
    for name in ("body", "cards", "promos", "panels"):
        raw = part(value, name)
        for number, one in enumerate(many(raw)):
            place = f"{stream.path}.{name}[{number}]"
            if raw is not None and is_stream(raw):
                stream.block(text_of(part(one, "type")), part(one, "value") or Raw(None, one.spot), one, place)
            elif part(one, "left_panel") is not None or part(one, "right_panel") is not None:
                for side in ("left_panel", "right_panel"):
                    panel = part(one, side)
                    if panel is not None:
                        _card(stream, panel)
            else:
                _card(stream, one)


@known("struct", "stream", "section", "container")
def _container(stream: Stream, value: Raw) -> None:
    """Read a block that only holds others."""
    title = title_in(stream, value, "heading", "title")
    if title:
        stream.flow.open(Raw(words_of(title), value.spot), level_of(value))
    for one in [value] if is_stream(value) else list(value.value.values()) if isinstance(value.value, dict) else []:
        if is_stream(one):
            stream.stream(one, stream.path)
