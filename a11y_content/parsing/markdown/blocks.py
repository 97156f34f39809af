"""Blocks of Markdown: from parser events to located blocks, on a stack of its own, never on Python's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from a11y_content.effort import tick
from a11y_content.model.raw import Raw
from a11y_content.parsing.limits import LIMIT_DEPTH, LIMIT_NODES, MAX_DEPTH, MAX_NODES
from a11y_content.parsing.markdown.containers import KINDS, Containers, Frame
from a11y_content.parsing.markdown.faults import (
    FENCE_STRAY,
    MARKDOWN_CODE,
    MARKDOWN_RULE,
    Reading,
)
from a11y_content.parsing.markdown.fences import quote
from a11y_content.parsing.markdown.html_blocks import HtmlBlock
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.markdown.mask import Masked

_INLINE_STARTS: Final = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})
_FENCED: Final = re.compile(r"\{?([\w-]+)\}?")


class BlockReader(Containers):
    """Reads the events of one document; afterwards `frames[0].root` holds its blocks."""

    def __init__(self, reading: Reading, masked: Masked) -> None:
        super().__init__(reading, masked)
        self._implicit: int | None = None
        self._verbatim: list[tuple[int, int]] | None = None
        self._code = ""
        self._cells_end = 0

    def read(self, events: Iterable[Any]) -> None:  # noqa: C901, PLR0912, PLR0915  the hot loop is flat on purpose
        """Read all events; stops at a limit, with a problem whose code is in `limits.FATAL`."""
        line = self.line
        nodes = 0
        in_line = False
        size = len(self.data)
        fences = bool(self.masked.fences or self.masked.closers)
        for event, span in events:
            start = span["start"]
            if event.__class__ is str:
                if event == "Rule":
                    self._end_implicit()
                    in_line = False
                    colons = self.masked.closers.get(start)
                    if colons is None:
                        self.reading.tell(MARKDOWN_RULE, start, "this draws a line across the text")
                    else:
                        self.close_at(start, colons)
                elif self._verbatim is None:
                    if not in_line:
                        in_line = self._begin_implicit(start)
                    line.take(event, start, span["end"])
                continue
            ((tag, value),) = event.items()
            if tag == "Text":
                if self._verbatim is not None:
                    if start < size:
                        self._verbatim.append((start, span["end"]))
                    continue
                if not in_line:
                    in_line = self._begin_implicit(start)
                if fences and (start in self.masked.fences or start in self.masked.closers):
                    value = self._indented_fence(start, value)
                line.text(value, start, span["end"])
            elif tag == "Start":
                name = value if value.__class__ is str else next(iter(value))
                if start >= size and self.frames[-1].kind in {"document", "fence"}:
                    break  # what mask() added behind the text
                nodes += 1
                tick()
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
                    self._end(name, start, span["end"], int(value["Heading"][1:]) if name == "Heading" else 0)
            elif tag == "Html":
                if self._verbatim is not None and start < size:
                    self._verbatim.append((start, span["end"]))
            else:
                if not in_line:
                    in_line = self._begin_implicit(start)
                line.take(event, start, span["end"])
                nodes += tag in {"InlineHtml", "Code", "FootnoteReference"} and not str(value).startswith("</")
                if nodes > MAX_NODES:
                    self.reading.tell(LIMIT_NODES, start, f"the document has more than {MAX_NODES:,} parts")
                    return
        self._end_implicit()
        self.close_fences()

    # ------------------------------------------------------------------------------------------------ starts and ends
    def _begin_implicit(self, start: int) -> bool:
        self._implicit = start
        self.line.open()
        return True

    def _end_implicit(self) -> None:
        if self._implicit is not None:
            start, self._implicit = self._implicit, None
            self.paragraph(self.line.close(), self.at(start))

    def _start(self, name: str, value: Any, start: int, end: int) -> bool:
        """Open a block; True where inlines follow."""
        if name in {"Paragraph", "Heading", "TableCell"}:
            self.line.open()
            return True
        if name in {"HtmlBlock", "CodeBlock"}:
            self._verbatim = []
            about = value["CodeBlock"] if name == "CodeBlock" else None
            self._code = about.get("Fenced", "") if isinstance(about, dict) else ""
            return False
        data = next(iter(value.values())) if isinstance(value, dict) else None
        if name == "TableRow":
            self._cells_end = start
        self.frames.append(Frame(name, start, data))
        return False

    def _end(self, name: str, start: int, end: int, level: int) -> None:
        if name == "Paragraph":
            self.paragraph(self.line.close(), self.at(start))
        elif name == "Heading":
            self._end_heading(start, level)
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
            self.close_fences()
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
            target.append(Raw({"kind": KINDS["quote"], **quote(frame.root, spot)}, spot))
        elif name == "FootnoteDefinition":
            self.footnote(frame)
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

    # ------------------------------------------------------------------------------------------------ headings
    def _end_heading(self, start: int, level: int) -> None:
        inlines, pictures = self.line.settle(self.line.close())
        inlines += [Raw(words_of([one]), one.spot) for one in pictures]
        fence = self.masked.fences.get(start)
        if fence is None:
            self.heading(level, inlines, self.at(start))
            return
        frame = Frame("fence", start)
        frame.fence, frame.argument = fence, inlines
        self.frames.append(frame)

    # ------------------------------------------------------------------------------------------------ fences
    def _indented_fence(self, start: int, value: str) -> str:
        end = self.data.find(b"\n", start)
        row = self.data[start : end if end >= 0 else len(self.data)].decode()
        said = f"`{row}` stands too far to the right to be a fence"
        self.reading.tell(FENCE_STRAY, start, said, "take the spaces away")
        return row
