"""The flow of a page: blocks one after the other, lines between them, sections under their headings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from a11y_content.effort import tick
from a11y_content.model.raw import Raw, node
from a11y_content.parsing.html.context import Reading
from a11y_content.parsing.html.faults import HTML_CONTROL, HTML_IMAGE, HTML_LOOKS, HTML_UNKNOWN
from a11y_content.parsing.html.reading_inlines import Line
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.vocabulary import (
    BLOCKS,
    CONTROLS,
    EMBEDDED,
    HEADINGS,
    LOOKS,
    PLAIN,
    blank,
    classes,
    lang_of,
)
from a11y_content.parsing.markdown.faults import HEADING_ONE, HEADING_SKIP
from a11y_content.parsing.markdown.marks import says, words_of
from a11y_content.problem import Spot

_DEEPEST: Final = 6
_MARKED: Final = frozenset({"a", "b", "em", "i", "strong", "q", "sub", "sup"})


class Box:
    """One container of blocks; headings open sections inside it. `level`: the heading level around it, 0: not known."""

    __slots__ = ("level", "out", "root", "sections")

    def __init__(self, level: int = 0) -> None:
        self.level = level
        self.root: list[Raw] = []
        self.out = self.root
        self.sections: list[tuple[int, list[Raw]]] = []


class Reader:
    """Reads nodes into raw blocks; kinds of element are in `READERS`, our own markup in `OWN`."""

    def __init__(self, reading: Reading, root: Node) -> None:
        self.reading = reading
        self.nodes = list(root.walk())  # kept, so that no other node gets the `id` of one of them
        self._blocky = _blocky(self.nodes)

    # ------------------------------------------------------------------------------------------------ containers
    def blocks(self, nodes: list[Node], *, level: int = 0, lang: str = "") -> list[Raw]:
        """Read nodes as one container of blocks."""
        box = Box(level)
        line: list[Node] = []
        around: list[Node] = []
        """The open wrappers: elements that are no blocks of their own."""
        langs = [lang]
        stack: list[list[Node]] = [nodes[::-1]]
        while stack:
            if not stack[-1]:
                stack.pop()
                self._flush(line, box, around, langs[-1])
                if around:
                    around.pop()
                    langs.pop()
                continue
            one = stack[-1].pop()
            if self._in_line(one):
                line.append(one)
                continue
            self._flush(line, box, around, langs[-1])
            if self.reading.hides(one):
                continue
            inner = lang_of(one) or langs[-1]
            if not self._whole(one, box, inner if inner != self.reading.lang else "", around):
                around.append(one)
                langs.append(inner)
                stack.append(one.children[::-1])
        return self._finish(box)

    def _in_line(self, one: Node) -> bool:
        return one.name not in BLOCKS and (one.name in EMBEDDED or id(one) not in self._blocky)

    def _whole(self, one: Node, box: Box, lang: str, around: list[Node]) -> bool:
        """Read an element that is a block of its own; False where it only stands around others."""
        name = one.name
        made = self._own(one)
        if made is None and (name in HEADINGS or one.get("role") == "heading"):
            self._heading(one, box, lang, around)
            return True
        if made is None and name == "p" and id(one) not in self._blocky:
            self.reading.attributes(one)
            self._flush([one], box, around, lang)
            return True
        if made is None and name in READERS:
            made = READERS[name](self, one)
        if made is None:
            self._around(one)
            return False
        for block in made:
            if lang and isinstance(block.value, dict) and block.kind != "section":
                block.value.setdefault("lang", Raw(lang, one.spot))
        box.out.extend(made)
        return True

    def _own(self, one: Node) -> list[Raw] | None:
        if "class" not in one.attributes:
            return None
        read = next((OWN[cls] for cls in classes(one) if cls in OWN), None)
        if read is None and PANEL and one.name in _BOXES:
            read = PANEL[0]
        return read(self, one) if read is not None else None

    def _around(self, one: Node) -> None:
        """Tell of a wrapper what does not stay of it."""
        name, reading = one.name, self.reading
        if one.attributes:
            reading.attributes(one)
        if name in CONTROLS:
            reading.tell(HTML_CONTROL, one.spot, f"`<{name}>` was taken apart; its words were kept", once=name)
        elif name in LOOKS:
            reading.tell(HTML_LOOKS, one.spot, f"`<{name}>` has no meaning here; its words were kept", once=name)
        elif name not in BLOCKS and name not in PLAIN and name not in _MARKED:
            reading.tell(HTML_UNKNOWN, one.spot, f"`<{name}>` is not known; what stands in it was kept", once=name)

    # ------------------------------------------------------------------------------------------------ lines
    def _flush(self, line: list[Node], box: Box, around: list[Node], lang: str) -> None:
        """Make a paragraph of the nodes of a line, and figures of its pictures; empties the line."""
        if not any(not blank(one) for one in line):
            line.clear()
            return
        first = next(one for one in line if not blank(one))
        spot = first.spot
        lang = lang if lang != self.reading.lang else ""
        nodes = first.children if len(line) == 1 and first.name == "p" else line
        own = lang_of(first) if nodes is first.children else ""
        own = own if self.reading.exact or own != self.reading.lang else ""
        inlines, pictures = self.line(nodes, spot, around, foreign=bool(lang or own))
        if inlines:
            made = node("paragraph", spot, inlines=inlines)
            if isinstance(made.value, dict) and (own or lang):
                made.value["lang"] = Raw(own or lang, spot)
            box.out.append(made)
        for one in pictures:
            if inlines:
                said = f"the picture “{one.get('alt') or one.get('src')}” was moved behind its paragraph"
                self.reading.tell(HTML_IMAGE, one.spot, said)
            box.out.extend(READERS["img"](self, one) or [])
        line.clear()

    def line(
        self, nodes: list[Node], spot: Spot, around: list[Node] | None = None, *, foreign: bool = False
    ) -> tuple[list[Raw], list[Node]]:
        """Read a line: its inlines (none where they say nothing), and the pictures that stood in it."""
        tick()
        reader = Line(self.reading, pictures=True, foreign=foreign)
        inlines = reader.read(wrapped(nodes, around or []), spot)
        while inlines and inlines[-1].kind == "line-break":
            inlines.pop()
        while inlines and inlines[0].kind == "line-break":
            inlines.pop(0)
        return (inlines if says(inlines) or _linked(inlines) else []), reader.pictures or []

    def is_blocky(self, one: Node) -> bool:
        """Tell whether blocks stand inside an element."""
        return id(one) in self._blocky

    def words(self, one: Node, *, marked: str = "") -> list[Raw]:
        """Read all inside a node as one line: a heading, a summary, a cell, a caption; line breaks stay in a cell."""
        inlines = Line(self.reading).read(one.children, one.spot)
        while inlines and inlines[-1].kind == "line-break":
            inlines.pop()
        if marked and any(part.kind == "line-break" for part in inlines):
            inlines = [Raw(" ", part.spot) if part.kind == "line-break" else part for part in inlines]
        lang = lang_of(one)
        if lang and lang != self.reading.lang and says(inlines):
            inlines = [node("lang", one.spot, tag=lang, inlines=inlines)]
        return inlines

    # ------------------------------------------------------------------------------------------------ headings
    def _heading(self, one: Node, box: Box, lang: str, around: list[Node]) -> None:
        """Open a section under the nearest heading of a higher level; gaps between levels are closed, and told."""
        reading, spot = self.reading, one.spot
        reading.attributes(one)
        level = HEADINGS.get(one.name, 2)
        said = one.get("aria-level")
        if one.get("role") == "heading" and said.isdecimal():
            level = min(max(int(said[:2]), 1), _DEEPEST)
        line = Line(reading)
        inlines = line.read(wrapped(one.children, around), spot)
        inlines = [Raw(" ", part.spot) if part.kind == "line-break" else part for part in inlines]
        words = words_of(inlines)
        if not words:
            return
        if lang and lang != reading.lang:
            inlines = [node("lang", spot, tag=lang, inlines=inlines)]
        if level == 1:
            reading.tell(HEADING_ONE, spot, f"“{words}” is a first-level heading")
            level = 2
        while box.sections and box.sections[-1][0] >= level:
            box.sections.pop()
        above = box.sections[-1][0] if box.sections else box.level
        if above and level > above + 1:
            said = f"“{words}” is a heading of level {level} under one of level {above}; the gap was closed"
            reading.tell(HEADING_SKIP, spot, said)
        if not box.sections and (not box.level or level > box.level + 1):
            box.level = level - 1
        inside: list[Raw] = []
        parent = box.sections[-1][1] if box.sections else box.root
        parent.append(node("section", spot, title=inlines, blocks=inside))
        box.sections.append((level, inside))
        box.out = inside

    def _finish(self, box: Box) -> list[Raw]:
        if box.sections:
            for turn in SECTIONS:
                turn(self.reading, box.root)
        return box.root


OWN: Final[dict[str, Callable[[Reader, Node], list[Raw] | None]]] = {}
"""Readers of our own markup by class; None: it is not in the form that our renderer writes."""
READERS: Final[dict[str, Callable[[Reader, Node], list[Raw] | None]]] = {}
"""Readers of elements that are blocks of their own; None: what stands inside is to be read in its place."""
PANEL: Final[list[Callable[[Reader, Node], list[Raw] | None]]] = []
"""What reads a box whose words say its kind."""
SECTIONS: Final[list[Callable[[Reading, list[Raw]], None]]] = []
"""What looks once more at the sections of a container, in place."""
_BOXES: Final = frozenset({"div", "section", "aside", "article"})


def wrapped(nodes: list[Node], around: list[Node]) -> list[Node]:
    """Put the marks that stand around a whole block (`<b><p>…</p></b>`) around its line."""
    for outer in reversed(around):
        if outer.name in _MARKED:
            nodes = [Node(outer.name, outer.spot, outer.attributes, nodes)]
    return nodes


def _linked(inlines: list[Raw]) -> bool:
    return any(one.kind == "link" for one in inlines)


def _blocky(nodes: list[Node]) -> set[int]:
    """Find the elements inside of which blocks stand, by `id`."""
    found: set[int] = set()
    for one in reversed(nodes):
        for child in one.children:
            if child.name in BLOCKS or id(child) in found:
                found.add(id(one))
                break
    return found
