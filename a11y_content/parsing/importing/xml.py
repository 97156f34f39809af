"""XML with places: a tree without document types, entities or network, within limits.

Expat (in Python) tells the byte of everything that it finds, so that each character has its place; a document type is
refused as soon as it begins, before any entity in it is known.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from xml.parsers import expat

from a11y_content.parsing.importing.faults import XML_SYNTAX, XML_UNSAFE
from a11y_content.parsing.importing.words import Words, words
from a11y_content.parsing.limits import LIMIT_DEPTH, LIMIT_NODES, MAX_DEPTH, MAX_NODES
from a11y_content.parsing.source import Source
from a11y_content.problem import Problem, Spot


@dataclass(slots=True, eq=False)
class Element:
    """An element: its name, its attributes, and its text in pieces, each with the byte at which it stands."""

    name: str
    spot: Spot
    source: Source
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    pieces: list[tuple[str, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Where each piece begins in the text; made when a place is asked for."""

    @property
    def text(self) -> str:
        """The text right inside it."""
        return "".join(text for text, _ in self.pieces)

    def at(self, offset: int) -> Spot:
        """Give the place of a character of `text`."""
        if len(self.starts) <= len(self.pieces):
            self.starts = [0, *accumulate(len(text) for text, _ in self.pieces)]
        starts = self.starts
        number = min(bisect_right(starts, offset) - 1, len(self.pieces) - 1)
        if number < 0:
            return self.spot
        text, byte = self.pieces[number]
        return self.source.at_byte(byte + len(text[: offset - starts[number]].encode("utf-8", "replace")))

    def all(self, *names: str) -> Iterator[Element]:
        """Go through the elements inside that have one of these names, in reading order."""
        stack = [self]
        while stack:
            one = stack.pop()
            if one.name.lower() in names:
                yield one
            stack.extend(reversed(one.children))


class _StopError(Exception):
    """The XML is refused; the problem that says why has been told."""


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.root: Element | None = None
        self.open: list[Element] = []
        self.count = 0
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = False
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def _spot(self) -> Spot:
        return self.source.at_byte(max(self.parser.CurrentByteIndex, 0))

    def _doctype(self, name: str, *_: object) -> None:
        self.problems.append(XML_UNSAFE.at(self._spot(), f"this declares `{name}`; nothing of the file was read"))
        raise _StopError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        made = Element(name, self._spot(), self.source, attributes)
        if len(self.open) >= MAX_DEPTH:
            said = f"the XML is nested more than {MAX_DEPTH} levels deep"
            self.problems.append(LIMIT_DEPTH.at(made.spot, said))
            raise _StopError
        if self.count > MAX_NODES:
            self.problems.append(LIMIT_NODES.at(made.spot, f"the XML has more than {MAX_NODES:,} elements"))
            raise _StopError
        if self.open:
            self.open[-1].children.append(made)
        else:
            self.root = made
        self.open.append(made)

    def _end(self, _: str) -> None:
        self.open.pop()

    def _text(self, text: str) -> None:
        self.open[-1].pieces.append((text, self.parser.CurrentByteIndex))

    def read(self) -> None:
        try:
            self.parser.Parse(self.source.data, True)  # noqa: FBT003  positional in C
        except expat.ExpatError as error:
            self.root = None
            line, column = max(error.lineno, 1), error.offset + 1
            said = f"this is not well-formed XML: {expat.ErrorString(error.code)}"
            self.problems.append(XML_SYNTAX.at(Spot(self.source.name, line, column), said))
        except _StopError:
            self.root = None


def read_xml(source: Source) -> tuple[Element | None, list[Problem]]:
    """Read XML; None where it cannot be read, or declares a document type. Never raises on content."""
    reader = _Reader(source)
    reader.read()
    return reader.root, reader.problems


def xml_words(root: Element, silent: frozenset[str]) -> Words:
    """Count the words of all text, each element's at its place; elements named in `silent` (small letters) are not."""
    counted: Words = []
    stack = [root]
    while stack:
        one = stack.pop()
        if one.name.lower() in silent:
            continue
        text = one.text
        if text.strip():
            counted.append((one.at(len(text) - len(text.lstrip())), (Counter(words(text)),)))
        stack.extend(reversed(one.children))
    return counted
