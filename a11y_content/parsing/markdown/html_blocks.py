"""HTML blocks inside Markdown: their words as paragraphs, headings, lists, tables and figures, as best they can be."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.limits import LIMIT_NODES, MAX_HTML, MAX_NODES
from a11y_content.parsing.markdown.containers import Containers
from a11y_content.parsing.markdown.faults import RAW_HTML
from a11y_content.parsing.markdown.html import Tag, Token, tokenize
from a11y_content.parsing.markdown.marks import HTML_KINDS, words_of
from a11y_content.parsing.repair_faults import HTML_UNCLOSED

_SPACE: Final = re.compile(r"\s+")
_INLINE: Final = frozenset(
    {*HTML_KINDS, "a", "abbr", "br", "cite", "code", "font", "img", "kbd", "label", "small", "span", "time", "u", "wbr"}
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN: Final = frozenset({"script", "style", "template"})


class HtmlBlock:
    """Reads one HTML block. `lines` are (byte offset, text) of its lines in the source."""

    def __init__(self, reader: Containers, lines: list[tuple[int, str]]) -> None:
        self.reader = reader
        self.lines = lines
        self.hidden = ""
        self.opened = 0
        """The line in the block where what is hidden began."""
        self.heading = 0
        self.lists: list[tuple[list[Raw], bool, int]] = []
        """(items, ordered, byte offset) of the open lists."""
        self.targets: list[list[Raw]] = []
        """Where the blocks go: the last one takes them."""
        self.rows: list[list[Raw]] | None = None
        self.table_start = 0
        self.cell: list[Raw] | None = None

    def read(self) -> None:
        """Read the block into the reader's open container."""
        whole = "".join(text for _, text in self.lines)
        start = self.lines[0][0]
        self.reader.html_size += len(whole)
        if self.reader.html_size > MAX_HTML:
            self.reader.reading.tell(RAW_HTML, start, f"more than {MAX_HTML:,} characters of HTML are kept as text")
            self.reader.line.open()
            self.reader.line.text(_SPACE.sub(" ", whole), start, start)
            self._flush()
            return
        tokens = tokenize(whole)
        self.reader.html_tags += sum(one.tag is not None for one in tokens)
        if self.reader.html_tags > 2 * MAX_NODES:
            self.reader.reading.tell(LIMIT_NODES, start, f"the HTML has more than {2 * MAX_NODES:,} tags")
            return
        if any(one.markup for one in tokens):
            said = " ".join(self._quote(tokens))
            self.reader.reading.tell(RAW_HTML, start, f"`{_SPACE.sub(' ', said)}` is HTML")
        self.reader.line.open()
        for one in tokens:
            if one.tag is None:
                self._text(one)
            else:
                self._tag(one, one.tag)
        if self.hidden:
            said = _SPACE.sub(" ", "".join(one.text for one in tokens if one.line >= self.opened)).strip()
            if said:
                said = f"`<{self.hidden}>` is opened here and never closed; it takes all that follows: “{said}”"
                self.reader.reading.tell(HTML_UNCLOSED, self.lines[min(self.opened, len(self.lines) - 1)][0], said)
        self._flush()
        while self.lists:
            self._end_list()
        self._end_table()

    @staticmethod
    def _quote(tokens: list[Token]) -> list[str]:
        out, hidden = [], ""
        for one in tokens:
            if one.tag is not None and one.tag.name in _HIDDEN:
                hidden = "" if one.tag.closing else one.tag.name
            if one.markup or hidden:
                out.append(one.markup or one.text)
        return out

    def offset(self, token: Token, lead: str = "") -> int:
        """Give the byte offset of a token, or of what follows its leading white space."""
        line, column = token.line + lead.count("\n"), token.column + len(lead)
        if "\n" in lead:
            column = len(lead) - lead.rfind("\n") - 1
        if line >= len(self.lines):
            return self.lines[-1][0]
        start, text = self.lines[line]
        return start + len(text[:column].encode())

    def _text(self, token: Token) -> None:
        if self.hidden:
            return
        text = token.text.lstrip()
        line = self.reader.line
        lead = token.text[: len(token.text) - len(text)]
        begun = bool(line.out or line.frames or line.pending)
        if not text and not begun:
            return
        said = _SPACE.sub(" ", text)
        where = self.offset(token, lead)
        line.text(" " + said if lead and begun else said, where, where)

    def _tag(self, token: Token, tag: Tag) -> None:
        name = tag.name
        if name in _HIDDEN:
            self.hidden, self.opened = ("" if tag.closing else name), token.line
        elif self.hidden or not name:
            return
        elif name in _INLINE:
            self.reader.line.mark(tag, self.offset(token))
        else:
            self._block(token, tag, name)

    def _block(self, token: Token, tag: Tag, name: str) -> None:  # noqa: C901, PLR0912  one row an element
        if self.cell is not None and name not in {"td", "th", "tr", "table"}:
            self.reader.line.text(" ", self.offset(token), self.offset(token))
            return
        self._flush()
        where = self.offset(token)
        if name in {"ul", "ol", "menu"}:
            if not tag.closing:
                self.lists.append(([], name == "ol", where))
            elif self.lists:
                self._end_list()
        elif name == "li" and not tag.closing:
            if not self.lists:
                self.lists.append(([], False, where))
            elif len(self.targets) == len(self.lists):
                self._end_item()
            self.targets.append([])
        elif name == "li":
            if self.targets and len(self.targets) == len(self.lists):
                self._end_item()
        elif name in _HEADINGS:
            self.heading = 0 if tag.closing else int(name[1])
        elif name == "table":
            self._end_table()
            if not tag.closing:
                self.rows, self.table_start = [], where
        elif name == "tr" and self.rows is not None:
            if not tag.closing:
                self.rows.append([])
        elif name in {"td", "th"} and self.rows is not None:
            if tag.closing:
                self.cell = None
            else:
                if not self.rows:
                    self.rows.append([])
                self.cell = []
                self.rows[-1].append(Raw(self.cell, self.reader.at(where)))

    def _flush(self) -> None:
        line = self.reader.line
        inlines = line.close()
        images = line.images
        if inlines and isinstance(inlines[-1].value, str):
            inlines[-1].value = inlines[-1].value.rstrip()
            if not inlines[-1].value:
                inlines.pop()
        if self.cell is not None:
            self.cell.extend(inlines)
            self.cell = None
        elif self.heading and words_of(inlines):
            self.reader.heading(self.heading, inlines, inlines[0].spot)
        elif words_of(inlines) or images:
            self.reader.paragraph(inlines, inlines[0].spot, self.targets[-1] if self.targets else None)
        line.open()

    def _end_item(self) -> None:
        blocks = self.targets.pop()
        items, _, where = self.lists[-1]
        items.append(self.reader.item(blocks, blocks[0].spot if blocks else self.reader.at(where)))

    def _end_list(self) -> None:
        if len(self.targets) == len(self.lists):
            self._end_item()
        items, ordered, where = self.lists.pop()
        if items:
            made = self.reader.list_of(items, where, ordered=ordered)
            (self.targets[-1] if self.targets else self.reader.target).append(made)

    def _end_table(self) -> None:
        rows, self.rows, self.cell = self.rows, None, None
        if rows:
            spot = self.reader.at(self.table_start)
            made = self.reader.table_of(rows[0], [Raw(list(row), spot) for row in rows[1:]], spot)
            (self.targets[-1] if self.targets else self.reader.target).append(made)
