"""The text of a line as it is gathered, white space folded as browsers fold it."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.html.context import Reading
from a11y_content.parsing.html.tree import Node
from a11y_content.problem import Spot

_SPACE: Final = re.compile(r"[ \t\n\f\r]+")
_LONGEST: Final = 10_000
"""Letters from which a text is not made longer: each time would copy it."""


class Frame:
    """An open element of a line: what of it is still to be read, and what was made of the rest."""

    __slots__ = ("after", "foreign", "node", "nodes", "out")

    def __init__(self, node: Node, nodes: list[Node], out: list[Raw], *, foreign: bool) -> None:
        self.node = node
        self.nodes = nodes[::-1]
        self.out = out
        self.foreign = foreign
        self.after = ""
        """Words for screen readers behind the text of a link."""


class Gathered:
    """What a line has so far."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.gap = True
        """True where white space would be the second in a row, or the first of the line."""
        self.last: Raw | None = None
        """The text that came last, and the inlines among which it stands."""
        self.target: list[Raw] = []

    def text(self, text: str, spot: Spot, out: list[Raw]) -> None:
        """Take a run of characters."""
        if not self.reading.exact:
            text = _SPACE.sub(" ", text)
            if self.gap and text[:1] == " ":
                text = text[1:]
        if not text:
            return
        self.gap = text[-1] == " "
        if out and out[-1].value.__class__ is str and len(str(out[-1].value)) < _LONGEST:
            out[-1].value = str(out[-1].value) + text
        else:
            out.append(Raw(text, spot))
        self.last, self.target = out[-1], out

    def trim(self) -> None:
        """Take the space off the end of the line so far."""
        last = self.last
        if self.reading.exact or last is None or last.value.__class__ is not str:
            return
        last.value = str(last.value).rstrip(" ")
        if not last.value and self.target and self.target[-1] is last:
            self.target.pop()

    def add(self, kind: str, spot: Spot, out: list[Raw], **fields: Raw) -> None:
        """Add an inline that has no inlines inside."""
        out.append(Raw({"kind": Raw(kind, spot), **fields}, spot))
        self.gap, self.last = False, None

    def join(self, inside: list[Raw], out: list[Raw]) -> None:
        """Put inlines behind others; two runs of text become one."""
        if inside and out and out[-1].value.__class__ is str and inside[0].value.__class__ is str:
            first = inside.pop(0)
            out[-1].value = str(out[-1].value) + str(first.value)
            if self.last is first:
                self.last, self.target = out[-1], out
        out.extend(inside)
        if self.last is not None and out and out[-1] is self.last:
            self.target = out
