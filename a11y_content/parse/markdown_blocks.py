"""Blocks of Markdown: from parser events to located blocks, with an explicit stack, so that no nesting exhausts Python's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from a11y_content.model.raw import Raw
from a11y_content.parse.limits import LIMIT_DEPTH, LIMIT_NODES, MAX_DEPTH, MAX_NODES
from a11y_content.parse.markdown_faults import (
    FENCE_OPEN,
    FENCE_STRAY,
    FOOTNOTE_BLOCKS,
    FOOTNOTE_TWICE,
    HEADING_ATTRIBUTES,
    HEADING_ONE,
    HEADING_SKIP,
    MARKDOWN_CODE,
    MARKDOWN_RULE,
    Reading,
)
from a11y_content.parse.markdown_fences import finish, quote
from a11y_content.parse.markdown_html_blocks import HtmlBlock
from a11y_content.parse.markdown_inlines import Line, words_of
from a11y_content.parse.markdown_mask import FenceLine, Masked
from a11y_content.problem import Spot

_INLINE_STARTS: Final = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})
_KINDS: Final = {kind: Raw(kind) for kind in ("paragraph", "section", "list", "table", "figure", "quote")}
_ATTRIBUTES: Final = re.compile(r"\s*\{:?\s*[#.][^{}]*\}\s*$")
_FENCED: Final = re.compile(r"\{?([\w-]+)\}?")


class Frame:
    """An open container of blocks."""

    __slots__ = ("argument", "data", "fence", "kind", "level", "out", "root", "sections", "start")

    def __init__(self, kind: str, start: int, data: Any = None) -> None:  # noqa: ANN401
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


class BlockReader:
    """Reads the events of one document; afterwards `frames[0].root` holds its blocks."""

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
        self._implicit: int | None = None
        self._verbatim: list[tuple[int, int]] | None = None
        self._code = ""
        self._cells_end = 0

    @property
    def target(self) -> list[Raw]:
        """The list that takes the next block."""
        return self.frames[-1].out

    def read(self, events: Iterable[Any]) -> None:
        """Read all events; stops at a limit, with a problem whose code is in `limits.FATAL`."""
        line = self.line
        nodes = 0
        in_line = False
        fences = bool(self.masked.fences or self.masked.closers)
        for event, span in events:
            start = span["start"]
            if event.__class__ is str:
                if event == "Rule":
                    self._end_implicit()
                    in_line = False
                    self._rule(start)
                elif self._verbatim is None:
                    if not in_line:
                        in_line = self._begin_implicit(start)
                    line.take(event, start, span["end"])
                continue
            ((tag, value),) = event.items()
            if tag == "Text":
                if self._verbatim is not None:
                    self._verbatim.append((start, span["end"]))
                    continue
                if not in_line:
                    in_line = self._begin_implicit(start)
                if fences and value[0:1] in {"#", "*"} and (start in self.masked.fences or start in self.masked.closers):
                    value = self._indented_fence(start, value)  # noqa: PLW2901
                line.text(value, start, span["end"])
            elif tag == "Start":
                name = value if value.__class__ is str else next(iter(value))
                nodes += 1
                if name in _INLINE_STARTS:
                    if not in_line:
                        in_line = self._begin_implicit(start)
                    line.take(event, start, span["end"])
                else:
                    self._end_implicit()
                    in_line = self._start(name, value, start, span["end"])
                if len(self.frames) + len(line.frames) > MAX_DEPTH:
                    self.reading.tell(LIMIT_DEPTH, start, f"this is nested more than {MAX_DEPTH} levels deep")
                    return
                if nodes > MAX_NODES:
                    self.reading.tell(LIMIT_NODES, start, f"the document has more than {MAX_NODES:,} parts")
                    return
            elif tag == "End":
                name = value if value.__class__ is str else next(iter(value))
                if name in _INLINE_STARTS:
                    line.end(span["end"])
                else:
                    if name in {"Item", "BlockQuote", "FootnoteDefinition"}:
                        self._end_implicit()
                    in_line = False
                    self._end(name, start, span["end"])
            elif tag == "Html":
                if self._verbatim is not None:
                    self._verbatim.append((start, span["end"]))
            else:
                if not in_line:
                    in_line = self._begin_implicit(start)
                line.take(event, start, span["end"])
        self._end_implicit()
        self._close_fences()

    # ------------------------------------------------------------------------------------------------ starts and ends
    def _begin_implicit(self, start: int) -> bool:
        self._implicit = start
        self.line.open()
        return True

    def _end_implicit(self) -> None:
        if self._implicit is not None:
            start, self._implicit = self._implicit, None
            self.paragraph(self.line.close(), self.at(start))

    def _start(self, name: str, value: Any, start: int, end: int) -> bool:  # noqa: ANN401
        """Open a block; True where inlines follow."""
        if name in {"Paragraph", "Heading", "TableCell"}:
            self.line.open()
            return True
        if name in {"HtmlBlock", "CodeBlock"}:
            self._verbatim = []
            self._code = value["CodeBlock"].get("Fenced", "") if name == "CodeBlock" and isinstance(value["CodeBlock"], dict) else ""
            return False
        data = next(iter(value.values())) if isinstance(value, dict) else None
        if name == "TableRow":
            self._cells_end = start
        self.frames.append(Frame(name, start, data))
        return False

    def _end(self, name: str, start: int, end: int) -> None:  # noqa: C901, PLR0912  one row an event
        if name == "Paragraph":
            self.paragraph(self.line.close(), self.at(start))
        elif name == "Heading":
            self._end_heading(start)
        elif name == "TableCell":
            inlines, images = self.line.settle(self.line.close())
            words = inlines + [Raw(words_of([one]), one.spot) for one in images]
            spot = words[0].spot if words else self.at(min(start, len(self.data)))
            self.frames[-1].root.append(Raw(words, spot))
            self._cells_end = end
        elif name == "HtmlBlock":
            ranges, self._verbatim = self._verbatim or [], None
            if ranges:
                HtmlBlock(self, [(first, self.data[first:last].decode()) for first, last in ranges]).read()
        elif name == "CodeBlock":
            self._end_code(start)
        else:
            self._close_fences()
            frame = self.frames.pop()
            self._finish(name, frame, end)

    def _finish(self, name: str, frame: Frame, end: int) -> None:
        target = self.target
        if name == "Item":
            target.append(self.item(frame.root, self.at(frame.start)))
        elif name == "List":
            target.append(self.list_of(frame.root, frame.start, ordered=frame.data is not None, first=frame.data))
        elif name == "BlockQuote":
            spot = self.at(frame.start)
            target.append(Raw({"kind": _KINDS["quote"], **quote(frame.root, spot)}, spot))
        elif name == "FootnoteDefinition":
            self._footnote(frame)
        elif name in {"TableHead", "TableRow"}:
            if name == "TableRow":
                self._extra_cells(frame, end)
            target.append(Raw(frame.root, self.at(frame.start)))
        elif name == "Table":
            head = frame.root[0].value if frame.root and isinstance(frame.root[0].value, list) else []
            table = self.table_of(head, frame.root[1:], self.at(frame.start))
            numeric = [Raw(i, table.spot) for i, one in enumerate(frame.data or (), 1) if one == "Right"]
            if numeric and isinstance(table.value, dict):
                table.value["numeric"] = Raw(numeric, table.spot)
            target.append(table)

    def _extra_cells(self, frame: Frame, end: int) -> None:
        """Take the cells that a row has beyond the table's columns: CommonMark drops them, a rule tells of them."""
        if self._cells_end >= end:
            return
        rest = self.data[self._cells_end : end]
        first = self._cells_end + 1
        if not rest.strip(b" \t\n|>"):
            return
        for cell in re.split(rb"(?<!\\)\|", rest.strip().removeprefix(b"|").removesuffix(b"|")):
            where = self.data.find(cell, first, end)
            lead = len(cell) - len(cell.lstrip())
            frame.root.append(Raw(self.line.nested(cell.decode().strip(), where + lead), self.at(where + lead)))

    # ------------------------------------------------------------------------------------------------ leaves
    def paragraph(self, inlines: list[Raw], spot: Spot, target: list[Raw] | None = None) -> None:
        """Add a paragraph; one that holds nothing but pictures becomes figures."""
        target = self.target if target is None else target
        inlines, pictures = self.line.settle(inlines)
        if inlines:
            target.append(Raw({"kind": _KINDS["paragraph"], "inlines": Raw(inlines, spot)}, spot))
        for one in pictures:
            fields = dict(one.value) if isinstance(one.value, dict) else {}
            target.append(Raw({**fields, "kind": _KINDS["figure"]}, one.spot))

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
        fields = {"kind": _KINDS["list"], "items": Raw(items, spot)}
        if ordered:
            fields["ordered"] = Raw(value=True, spot=spot)
        if first is not None and first != 1:
            fields["start"] = Raw(first, spot)
        return Raw(fields, spot)

    @staticmethod
    def table_of(head: list[Raw], rows: list[Raw], spot: Spot) -> Raw:
        """Make a table of the cells of its head and its rows."""
        return Raw({"kind": _KINDS["table"], "columns": Raw(head, spot), "rows": Raw(rows, spot)}, spot)

    def _end_code(self, start: int) -> None:
        ranges, self._verbatim = self._verbatim or [], None
        text = "".join(self.data[first:last].decode() for first, last in ranges)
        hint = ""
        named = _FENCED.match(self._code)
        if self._code.startswith("{") and named is not None:
            hint = f"write `:::{{{named[1]}}}` in place of the backticks"
        label = f" ({self._code})" if self._code else ""
        where = ranges[0][0] if ranges else start
        first_line = text.strip().partition("\n")[0]
        self.reading.tell(MARKDOWN_CODE, where, f"“{first_line}” is code{label}; its words were kept as text", hint)
        offset = where
        for part in re.split(r"(\n[ \t]*\n)", text):
            if part.strip():
                lead = len(part) - len(part.lstrip())
                spot = self.at(offset + len(part[:lead].encode()))
                self.paragraph([Raw(" ".join(part.split()), spot)], spot)
            offset += len(part.encode())

    def _footnote(self, frame: Frame) -> None:
        if frame.start >= len(self.data):  # added by mask()
            return
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
        if any(one.value["id"].value == frame.data for one in self.references if isinstance(one.value, dict)):
            self.reading.tell(FOOTNOTE_TWICE, spot, f"there are two footnotes `{frame.data}`")
        self.references.append(Raw({"id": Raw(frame.data, spot), "text": Raw(inlines, spot)}, spot))

    # ------------------------------------------------------------------------------------------------ headings
    def _end_heading(self, start: int) -> None:
        inlines, pictures = self.line.settle(self.line.close())
        inlines += [Raw(words_of([one]), one.spot) for one in pictures]
        fence = self.masked.fences.get(start)
        if fence is None:
            mark = self.data[start : start + 6]
            level = len(mark) - len(mark.lstrip(b"#"))
            if not level:  # underlined
                level = 1 if self._underline(start) else 2
            self.heading(level, inlines, self.at(start))
            return
        frame = Frame("fence", start)
        frame.fence, frame.argument = fence, inlines
        self.frames.append(frame)

    def _underline(self, start: int) -> bool:
        for row in self.data[start:].splitlines():
            text = row.strip(b" \t>")
            if text and not text.strip(b"="):
                return True
            if text and not text.strip(b"-"):
                return False
        return False

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
        section = {"kind": _KINDS["section"], "title": Raw(inlines, spot), "blocks": Raw(inside, spot)}
        parent.append(Raw(section, spot))
        frame.sections.append((level, inside))
        frame.out = inside

    # ------------------------------------------------------------------------------------------------ fences
    def _rule(self, start: int) -> None:
        colons = self.masked.closers.get(start)
        if colons is None:
            self.reading.tell(MARKDOWN_RULE, start, "this draws a line across the text")
            return
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

    def _close_fences(self) -> None:
        while self.frames[-1].kind == "fence":
            self._close_fence(unclosed=True)

    def _close_fence(self, *, unclosed: bool = False) -> None:
        frame = self.frames.pop()
        fence = frame.fence
        if fence is None:
            return
        if unclosed:
            name = fence.name or "fence"
            self.reading.tell(FENCE_OPEN, fence.offset, f"`:::{{{name}}}` is not closed", f"add a line `{':' * fence.colons}`")
        self.target.extend(finish(self.reading, fence, frame.argument, frame.root, self.line))

    def _indented_fence(self, start: int, value: str) -> str:
        end = self.data.find(b"\n", start)
        row = self.data[start : end if end >= 0 else len(self.data)].decode()
        self.reading.tell(FENCE_STRAY, start, f"`{row}` stands too far to the right to be a fence", "take the spaces away")
        return row


