"""Inlines of Markdown: from parser events between the start and the end of a block to located inlines."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pyromark

from a11y_content.model.raw import Raw
from a11y_content.parsing.limits import LIMIT_DEPTH, MAX_DEPTH
from a11y_content.parsing.markdown.faults import (
    LINK_TITLE,
    MARKDOWN_CODE,
    RAW_HTML,
    ROLE_UNKNOWN,
    STRIKETHROUGH,
    Reading,
)
from a11y_content.parsing.markdown.html import Tag, read_tag
from a11y_content.parsing.markdown.marks import (
    HTML_KINDS,
    KINDS,
    MAX_ROLES,
    OPTIONS,
    ROLES,
    SPECIAL,
    STARTS,
    OpenMark,
    link_attributes,
    role_before,
    role_fields,
    undefined,
    words_of,
)
from a11y_content.parsing.markdown.pictures import Pictures
from a11y_content.registry import suggest


class Line(Pictures):
    """Collects the inlines of one block: `open`, the events, `close`.

    `base` is added to the offsets of a nested text (of a role or an option); `depth` counts the blocks around it.
    """

    def __init__(self, reading: Reading, base: int = 0, roles: int = 0) -> None:
        super().__init__(reading)
        self.base = base
        self.roles = roles
        self.out: list[Raw] = []
        self.frames: list[OpenMark] = []
        self.used: set[str] = set()
        """Labels of the reference links."""
        self._buffer: list[str] = []
        self._start = 0
        self._skip = 0
        self._deep = False
        self._tags: Counter[str] = Counter()

    def open(self) -> None:
        """Begin a block's inlines."""
        self.out = []
        self.images = 0

    def close(self) -> list[Raw]:
        """End the block and give its inlines."""
        if self._buffer:
            self._flush()
        while self.frames:
            self._pop()
        self._tags.clear()
        return self.out

    @property
    def pending(self) -> bool:
        """Tell whether text waits to be made an inline."""
        return bool(self._buffer)

    def text(self, piece: str, start: int, end: int) -> None:
        """Take a run of characters."""
        if start < self._skip:  # link attributes, already read
            if end <= self._skip:
                return
            piece = self.reading.source.data[self._skip + self.base : end + self.base].decode()
            start = self._skip
        if not self._buffer:
            self._start = start
        self._buffer.append(piece)

    def _flush(self) -> None:
        text = "".join(self._buffer)
        self._buffer.clear()
        if not text:
            return
        if "][" in text:
            undefined(self.reading, text, self._start + self.base)
        self.out.append(Raw(text, self.reading.source.at_byte(self._start + self.base)))

    def add(self, kind: str, start: int, /, **fields: Raw) -> None:
        """Add a finished inline."""
        if self._buffer:
            self._flush()
        self.out.append(Raw({"kind": KINDS[kind], **fields}, self.reading.source.at_byte(start + self.base)))

    def push(self, kind: str, start: int, value: Any = None, tag: str = "") -> None:
        """Open a mark around what follows."""
        if self._buffer:
            self._flush()
        self.frames.append(OpenMark(kind, start, self.out, value, tag))
        self.out = []

    def end(self, end: int) -> None:
        """Close the innermost mark of Markdown, and the HTML left open inside it."""
        if self._buffer:
            self._flush()
        while self.frames and self.frames[-1].tag:
            self._pop(end)
        if self.frames:
            self._pop(end)

    def _pop(self, end: int = 0) -> None:
        if self._buffer:
            self._flush()
        frame = self.frames.pop()
        inside, self.out = self.out, frame.out
        kind = frame.kind
        if kind in {"strong", "em", "sub", "sup", "quoted"}:
            self.add(kind, frame.start, inlines=Raw(inside, self.reading.source.at_byte(frame.start + self.base)))
        elif kind == "link":
            self._link(frame, inside, end)
        elif kind == "image":
            self._image(frame, inside)
        elif kind == "lang":
            spot = self.reading.source.at_byte(frame.start + self.base)
            self.add("lang", frame.start, tag=Raw(frame.value, spot), inlines=Raw(inside, spot))
        elif kind == "strikethrough":
            text = words_of(inside)
            self.reading.tell(STRIKETHROUGH, frame.start + self.base, f"“{text}” is struck through")
            self.out.extend(inside)
        else:
            self.out.extend(inside)

    def _link(self, frame: OpenMark, inside: list[Raw], end: int) -> None:
        reading, start = self.reading, frame.start
        spot = reading.source.at_byte(start + self.base)
        href, title = str(frame.value["dest_url"]), frame.value["title"]
        if frame.value["link_type"] == "Email":
            href = f"mailto:{href}"
        if frame.value["id"]:
            self.used.add(" ".join(frame.value["id"].split()).casefold())
        if title:
            reading.tell(LINK_TITLE, spot, f"the tooltip “{title}” of this link is not shown")
        if any(one.kind == "image" for one in inside):
            inside = [self.drop_image(one, "a link") if one.kind == "image" else one for one in inside]
        if href.startswith("tel:"):
            self.add("phone", start, number=Raw(href[4:], spot), text=Raw(words_of(inside), spot))
            return
        skip, fields, keys = link_attributes(reading.source, end + self.base) if end else (0, {}, {})
        self._skip = max(self._skip, skip - self.base)
        self.add("link", start, href=Raw(href, spot), inlines=Raw(inside, spot), **fields)
        self.out[-1].keys.update(keys)

    def _image(self, frame: OpenMark, inside: list[Raw]) -> None:
        spot = self.reading.source.at_byte(frame.start + self.base)
        if frame.value.get("id"):
            self.used.add(" ".join(frame.value["id"].split()).casefold())
        fields = {"src": Raw(frame.value["dest_url"], spot), "alt": Raw(words_of(inside), spot)}
        if frame.value["title"]:
            fields["caption"] = Raw(frame.value["title"], spot)
        self.images += 1
        self.add("image", frame.start, **fields)
        if self.frames and self.frames[-1].kind != "link":
            self.out[-1] = self.drop_image(self.out[-1], "a mark")

    def code(self, content: str, start: int, end: int) -> None:
        """Take a code span: the words of a role, or a problem."""
        data = self.reading.source.data
        first = start + self.base
        found = role_before(data, first)
        said = "".join(self._buffer) if found is not None else ""
        if found is None or not said.endswith(found[0].decode()):
            self.reading.tell(MARKDOWN_CODE, first, f"`{content}` is code")
            self.text(content, start, end)
            return
        self._buffer[:] = [said[: -len(found[0].decode())]]
        name = found[1].decode()
        spot = self.reading.source.at_byte(found.start())
        inner = data.find(content.encode(), first, end + self.base)
        role = ROLES.get(name)
        if role is None:
            near = suggest(name, ROLES)
            hint = f"did you mean `{near}`?" if near else f"the roles are {', '.join(ROLES)}"
            self.reading.tell(ROLE_UNKNOWN, spot, f"there is no role `{name}`", hint)
            self.text(content, start, end)
            return
        where = self.reading.source.at_byte(max(inner, first))
        fields, keys, skip = role_fields(self.reading.source, role, found, end + self.base)
        self._skip = max(self._skip, skip - self.base)
        if role.words:
            words = self.nested(content, max(inner, first)) if role.words == "inlines" else content
            fields[role.words] = Raw(words, where)
        self.add(role.kind, found.start() - self.base, **fields)
        self.out[-1].keys.update(keys)
        if not role.words and content.strip():
            self.out.append(Raw(content, where))

    def nested(self, content: str, offset: int) -> list[Raw]:
        """Read a text of one line as inlines; `offset` is its byte offset in the source."""
        if not SPECIAL.search(content):
            return [Raw(content, self.reading.source.at_byte(offset))] if content else []
        if self.roles >= MAX_ROLES:
            self.reading.tell(LIMIT_DEPTH, offset, f"roles are nested more than {MAX_ROLES} levels deep")
            return [Raw(content, self.reading.source.at_byte(offset))]
        line = Line(self.reading, offset - 2, self.roles + 1)
        marks = {found[1] for found in re.finditer(r"\[\^([^\]\s]+)\]", content)}
        extra = "".join(f"\n\n[^{one}]: x" for one in sorted(marks))
        event: Any
        # the text of a heading is always inline, whatever it begins with
        for event, span in pyromark.events_with_range("# " + content.replace("\n", " ") + extra, options=OPTIONS):
            if event.__class__ is dict and event.get("End") == {"Heading": "H1"}:
                break
            if event.__class__ is dict and isinstance(event.get("Start"), dict) and "Heading" in event["Start"]:
                continue
            line.take(event, span["start"], span["end"])
        self.used |= line.used
        inlines, pictures = line.settle(line.close())
        return [*inlines, *(self.drop_image(one, "a line of text") for one in pictures)]

    def take(self, event: Any, start: int, end: int) -> None:  # noqa: C901  one row an event
        """Take one inline event."""
        if event == "SoftBreak":
            self.text(" ", start, end)
            return
        if event == "HardBreak":
            self.add("line-break", start)
            return
        ((tag, value),) = event.items()
        if tag == "Text":
            self.text(value, start, end)
        elif tag == "Code":
            self.code(value, start, end)
        elif tag == "Start":
            if len(self.frames) == MAX_DEPTH:
                self.reading.tell(LIMIT_DEPTH, start + self.base, f"this is nested more than {MAX_DEPTH} levels deep")
            if value.__class__ is str:
                self.push(STARTS[value], start)
            else:
                ((kind, target),) = value.items()
                self.push(kind.lower(), start, target)
        elif tag == "End":
            self.end(end)
        elif tag == "FootnoteReference":
            self.add("cite", start, ref=Raw(value, self.reading.source.at_byte(start + self.base)))
        elif tag == "InlineHtml":
            self.html(read_tag(value), value, start)

    def html(self, tag: Tag, markup: str, start: int) -> None:
        """Take a tag inside a line: keep what it means where Markdown can say it, and tell that it was there."""
        if not self.mark(tag, start):
            self.reading.tell(RAW_HTML, start + self.base, f"`{markup}` is HTML")

    def mark(self, tag: Tag, start: int) -> bool:
        """Open or close what a tag means; True where it closes a tag that was seen."""
        if tag.closing:
            return self._close_tag(tag.name)
        if len(self.frames) >= MAX_DEPTH and tag.name != "br":
            if not self._deep:
                self.reading.tell(LIMIT_DEPTH, start + self.base, f"this is nested more than {MAX_DEPTH} levels deep")
            self._deep = True
            return False
        if tag.name == "br":
            self.add("line-break", start)
        elif tag.name == "img":
            self.push("image", start, {"dest_url": tag.attributes.get("src", ""), "title": "", "id": ""})
            self.text(tag.attributes.get("alt", ""), start, start)
            self._pop()
        elif tag.name == "a" and tag.attributes.get("href"):
            self.push("link", start, {"dest_url": tag.attributes["href"], "title": "", "link_type": "", "id": ""}, "a")
        elif tag.name in HTML_KINDS:
            self.push(HTML_KINDS[tag.name], start, None, tag.name)
        elif tag.name and tag.attributes.get("lang") and not tag.void:
            self.push("lang", start, tag.attributes["lang"], tag.name)
        elif tag.name and not tag.void:
            self._tags[tag.name] += 1
        return False

    def _close_tag(self, name: str) -> bool:
        if self.frames and self.frames[-1].tag == name:
            self._pop()
        elif self._tags[name]:
            self._tags[name] -= 1
        else:
            return any(frame.tag == name for frame in self.frames)
        return True
