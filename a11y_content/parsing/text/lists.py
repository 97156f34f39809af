"""Lists of plain text: from lines with signs to nested items."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.repair_faults import GUESS_LIST
from a11y_content.parsing.text.guess import Guesses
from a11y_content.parsing.text.inlines import inlines, join
from a11y_content.parsing.text.lines import Chunk, Line, Mark, mark, paragraphs
from a11y_content.problem import Spot

_DEEPEST: Final = 6


@dataclass(slots=True)
class Item:
    """An item under way."""

    lines: list[Line]
    sign: Mark
    blocks: list[Raw] = field(default_factory=list)
    """Paragraphs and lists under it."""


@dataclass(slots=True)
class _Open:
    """A list under way."""

    indent: int
    first: Mark
    spot: Spot
    items: list[Item] = field(default_factory=list)

    def goes_on(self, sign: Mark) -> bool:
        """Say whether an item with this sign belongs to it: another bullet, or the next number."""
        last = self.items[-1].sign
        return sign.number == last.number + 1 if last.number else not sign.number


class Lists:
    """Reads chunks that are lists into blocks, nested by their indents."""

    def __init__(self, guesses: Guesses) -> None:
        self.guesses = guesses
        self.made: list[Raw] = []
        self._open: list[_Open] = []

    def chunk(self, chunk: Chunk) -> None:
        """Take a chunk whose first line has the sign of a list."""
        for line in chunk.lines:
            sign = mark(line)
            if sign is None:
                self._open[-1].items[-1].lines.append(line)
            else:
                self._item(line, sign)

    def below(self, chunk: Chunk) -> bool:
        """Take an indented chunk that belongs to the last item; False where it does not."""
        if not self._open or mark(chunk.lines[0]) is not None or chunk.lines[0].indent <= self._open[-1].indent:
            return False
        item = self._open[-1].items[-1]
        for lines in paragraphs(chunk.lines):
            run = join(lines, self.guesses)
            item.blocks.append(node("paragraph", run.spot, inlines=inlines(run, self.guesses)))
        return True

    def goes_on(self, chunk: Chunk) -> bool:
        """Say whether a chunk after a blank line is the next item of a list under way."""
        sign = mark(chunk.lines[0])
        if sign is None or not self._open:
            return False
        same = next((one for one in self._open if one.indent == chunk.lines[0].indent), None)
        return same.goes_on(sign) if same else chunk.lines[0].indent > self._open[0].indent

    def _item(self, line: Line, sign: Mark) -> None:
        while self._open and line.indent < self._open[-1].indent and len(self._open) > 1:
            self._close()
        if self._open and line.indent > self._open[-1].indent and len(self._open) < _DEEPEST:
            self._open.append(_Open(line.indent, sign, line.spot))
        elif not self._open or not self._open[-1].goes_on(sign):
            if self._open:
                self._close()
            self._open.append(_Open(line.indent, sign, line.spot))
        self._open[-1].items.append(Item([line], sign))

    def _close(self) -> None:
        done = self._open.pop()
        signs = [item.sign.sign for item in done.items]
        numbered = bool(done.first.number)
        what = "a numbered list" if numbered else "a list"
        said = " ".join(signs) if numbered or done.first.sign == "o" else signs[0]
        lines = "1 line that begins" if len(signs) == 1 else f"{len(signs)} lines that begin"
        self.guesses.tell(GUESS_LIST, done.spot, f"{lines} with “{said}” became {what}")
        items = []
        for item in done.items:
            run = join(item.lines, self.guesses, item.sign.width)
            fields = {"inlines": Raw(inlines(run, self.guesses), run.spot)}
            if item.blocks:
                fields["blocks"] = Raw(item.blocks, item.blocks[0].spot)
            items.append(Raw(fields, item.lines[0].spot))
        made = node("list", done.spot, items=items)
        if numbered and isinstance(made.value, dict):
            made.value["ordered"] = Raw(True, done.spot)  # noqa: FBT003  a value of the tree
            if done.first.number != 1:
                made.value["start"] = Raw(done.first.number, done.spot)
        if self._open:
            self._open[-1].items[-1].blocks.append(made)
        else:
            self.made.append(made)

    def close(self) -> list[Raw]:
        """End all lists under way and give the blocks."""
        while self._open:
            self._close()
        made, self.made = self.made, []
        return made
