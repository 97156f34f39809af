"""Containers of blocks: what is open, where the next block goes, and how headings nest and fences close."""

from __future__ import annotations

import re
from typing import Any, Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.markdown.faults import (
    FENCE_OPEN,
    FENCE_STRAY,
    FOOTNOTE_BLOCKS,
    HEADING_ATTRIBUTES,
    HEADING_ONE,
    HEADING_SKIP,
    Reading,
)
from a11y_content.parsing.markdown.fences import finish
from a11y_content.parsing.markdown.inlines import Line
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.markdown.mask import FenceLine, Masked
from a11y_content.problem import Spot

KINDS: Final = {kind: Raw(kind) for kind in ("paragraph", "section", "list", "table", "figure", "quote")}
_ATTRIBUTES: Final = re.compile(r"\s*\{:?\s*[#.][^{}]*\}\s*$")


class Frame:
    """An open container of blocks."""

    __slots__ = ("argument", "data", "fence", "kind", "level", "out", "root", "sections", "start")

    def __init__(self, kind: str, start: int, data: Any = None) -> None:
        self.kind = kind
        self.start = start
        self.data = data
        self.root: list[Raw] = []
        self.out = self.root
        """Where blocks go now: the root, or the innermost open section."""
        self.sections: list[tuple[int, list[Raw]]] = []
        self.level = 0
        """The heading level around it; 0: not known, the first heading says."""
        self.fence: FenceLine | None = None
        self.argument: list[Raw] = []


class Containers:
    """The open containers of one document, outermost first; `frames[0].root` holds the document's blocks."""

    def __init__(self, reading: Reading, masked: Masked) -> None:
        self.reading = reading
        self.masked = masked
        self.at = reading.source.at_byte
        self.data = reading.source.data
        self.line = Line(reading)
        self.frames = [Frame("document", 0)]
        self.frames[0].level = 1
        self.references: list[Raw] = []
        self.title: tuple[str, Spot] | None = None
        """The first-level heading of a foreign text."""
        self.html_size = 0
        self.html_tags = 0

    @property
    def target(self) -> list[Raw]:
        """The list that takes the next block."""
        return self.frames[-1].out

    def paragraph(self, inlines: list[Raw], spot: Spot, target: list[Raw] | None = None) -> None:
        """Add a paragraph; one that holds nothing but pictures becomes figures."""
        target = self.target if target is None else target
        inlines, pictures = self.line.settle(inlines)
        if inlines:
            target.append(Raw({"kind": KINDS["paragraph"], "inlines": Raw(inlines, spot)}, spot))
        for one in pictures:
            fields = dict(one.value) if isinstance(one.value, dict) else {}
            target.append(Raw({**fields, "kind": KINDS["figure"]}, one.spot))

    def item(self, blocks: list[Raw], spot: Spot) -> Raw:
        """Make a list item: its first paragraph is the line, the rest stands under it."""
        if blocks and blocks[0].kind == "paragraph" and isinstance(blocks[0].value, dict):
            fields = {"inlines": blocks[0].value["inlines"]}
            if blocks[1:]:
                fields["blocks"] = Raw(blocks[1:], blocks[1].spot)
            return Raw(fields, spot)
        return Raw({"blocks": Raw(blocks, spot)}, spot)

    def list_of(self, items: list[Raw], start: int, *, ordered: bool, first: int | None = None) -> Raw:
        """Make a list of items."""
        while self.data[start : start + 1] in {b" ", b"\t"}:  # a nested list begins with its indent
            start += 1
        spot = self.at(start)
        fields = {"kind": KINDS["list"], "items": Raw(items, spot)}
        if ordered:
            fields["ordered"] = Raw(value=True, spot=spot)
        if first is not None and first != 1:
            fields["start"] = Raw(first, spot)
        return Raw(fields, spot)

    @staticmethod
    def table_of(head: list[Raw], rows: list[Raw], spot: Spot) -> Raw:
        """Make a table of the cells of its head and its rows."""
        return Raw({"kind": KINDS["table"], "columns": Raw(head, spot), "rows": Raw(rows, spot)}, spot)

    def footnote(self, frame: Frame) -> None:
        """Make a reference of a footnote."""
        spot = self.at(frame.start)
        first = frame.root[0] if frame.root else None
        inlines: list[Raw] = []
        if first is not None and first.kind == "paragraph" and isinstance(first.value, dict):
            inside = first.value["inlines"].value
            inlines = inside if isinstance(inside, list) else []
        rest = frame.root[1:] if inlines else frame.root
        if rest:
            self.reading.tell(FOOTNOTE_BLOCKS, rest[0].spot, "more than one paragraph stands in this footnote")
            self.target.extend(rest)
        self.references.append(Raw({"id": Raw(frame.data, spot), "text": Raw(inlines, spot)}, spot))

    def heading(self, level: int, inlines: list[Raw], spot: Spot) -> None:
        """Open a section under the nearest heading of a higher level."""
        last = inlines[-1] if inlines else None
        if last is not None and isinstance(last.value, str) and (found := _ATTRIBUTES.search(last.value)):
            self.reading.tell(HEADING_ATTRIBUTES, spot, f"`{found[0].strip()}` is left out")
            last.value = last.value[: found.start()]
        frame = self.frames[-1]
        if level == 1:
            if self.reading.foreign and self.title is None and len(self.frames) == 1 and words_of(inlines):
                self.title = (words_of(inlines), spot)
                return
            self.reading.tell(HEADING_ONE, spot, f"“{words_of(inlines)}” is a first-level heading")
            level = 2
        while frame.sections and frame.sections[-1][0] >= level:
            frame.sections.pop()
        above = frame.sections[-1][0] if frame.sections else frame.level
        if above and level > above + 1:
            message = f"“{words_of(inlines)}” is a heading of level {level} under one of level {above}"
            self.reading.tell(HEADING_SKIP, spot, message, f"write it with {'#' * (above + 1)}")
        if not frame.sections and (not frame.level or level > frame.level + 1):
            frame.level = level - 1
        inside: list[Raw] = []
        parent = frame.sections[-1][1] if frame.sections else frame.root
        section = {"kind": KINDS["section"], "title": Raw(inlines, spot), "blocks": Raw(inside, spot)}
        parent.append(Raw(section, spot))
        frame.sections.append((level, inside))
        frame.out = inside

    def close_at(self, start: int, colons: int) -> None:
        """Close the fence that a line of colons is meant for."""
        depth = len(self.frames)
        while depth and self.frames[depth - 1].kind == "fence":
            depth -= 1
        opened = [frame.fence.colons for frame in self.frames[depth:] if frame.fence is not None]
        if not opened:
            self.reading.tell(FENCE_STRAY, start, "this line closes no fence")
            return
        keep = len(opened) - 1
        while keep and opened[keep] != colons and colons in opened:
            keep -= 1
        while len(self.frames) > depth + keep + 1:
            self._close_fence(unclosed=True)
        self._close_fence()

    def close_fences(self) -> None:
        """Close what the container leaves open, and tell of it."""
        while self.frames[-1].kind == "fence":
            self._close_fence(unclosed=True)

    def _close_fence(self, *, unclosed: bool = False) -> None:
        frame = self.frames.pop()
        fence = frame.fence
        if fence is None:
            return
        if unclosed:
            name = fence.name or "fence"
            hint = f"add a line `{':' * fence.colons}` behind its text"
            self.reading.tell(FENCE_OPEN, fence.offset, f"`:::{{{name}}}` is not closed", hint)
        self.target.extend(finish(self.reading, fence, frame.argument, frame.root, self.line))
