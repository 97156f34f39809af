"""What an author says outright in plain text: front matter, fences and roles, read as the Markdown door reads them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.markdown import read_body
from a11y_content.parsing.markdown.faults import Reading
from a11y_content.parsing.markdown.inlines import Line
from a11y_content.parsing.source import Source
from a11y_content.parsing.yaml_front import YAML_SYNTAX, read_yaml, split_front
from a11y_content.problem import Problem, Spot

_FRONT: Final = re.compile(r"---[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*[A-Za-z_][\w-]*[ \t]*:(?:\s|$)")
"""A front matter, and not a line drawn above the title: a field follows."""
_OPENS: Final = re.compile(r"[ \t]*(:{3,})[ \t]*\{[ \t]*[A-Za-z]")
_INSIDE: Final = re.compile(r"(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*+(:{3,}+)(.*)")
_HEAD: Final = re.compile(r"(?<!\\)\{[A-Za-z][\w-]*(?:=[^{}`\s]*)?\}(`++)")
_ATTRIBUTES: Final = re.compile(r"\{[^{}\n`]*\}(?!`)")
_TICKS: Final = re.compile(r"`+")
_PIECE: Final = "\0"
"""Stands for the file's name in the places of a piece of text, until they are those of the file."""


@dataclass(slots=True)
class Marked:
    """The marks of one text. `lines` holds the first and last line of each fence, `blocks` what each one gave."""

    front: Raw
    hidden: int = 0
    """Lines of the front matter."""
    lines: list[tuple[int, int]] = field(default_factory=list)
    blocks: list[list[Raw]] = field(default_factory=list)
    glossary: list[Raw] = field(default_factory=list)
    references: list[Raw] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def fields(self) -> dict[str, Raw]:
        """What the front matter says."""
        return self.front.value if isinstance(self.front.value, dict) else {}


def read_marked(source: Source) -> Marked:
    """Read the front matter and the fences of a plain text."""
    made = Marked(Raw({}, Spot(source.name, 1, 1)))
    if _FRONT.match(source.text):
        _front(source, made)
    if ":::" in source.text:
        _fences(source, made)
    return made


def _front(source: Source, made: Marked) -> None:
    end, body, problems = split_front(source)
    made.problems += problems
    made.hidden = source.text.count("\n", 0, body) + 1
    if end:
        front, problems = read_yaml(source.text[:end], source.name)
        made.problems += problems
        if front is not None and isinstance(front.value, dict):
            made.front = front
        elif front is not None:
            said = "the front matter must be lines of `name: value`"
            made.problems.append(YAML_SYNTAX.at(front.spot, said))


def _fences(source: Source, made: Marked) -> None:
    """Read all fences at once: in a copy of the text in which everything else is blank, so that places stay."""
    rows = source.text.split("\n")
    made.lines = list(_regions(rows, made.hidden))
    if not made.lines:
        return
    shown = [""] * len(rows)
    for first, last in made.lines:
        shown[first - 1 : last] = rows[first - 1 : last]
    reading = Reading(Source(source.name, "\n".join(shown)))
    body = read_body(reading, 0)
    made.problems += reading.problems
    made.blocks = [[] for _ in made.lines]
    if body is None:
        return
    starts = [first for first, _ in made.lines]
    for one in body.blocks:
        made.blocks[max(bisect_right(starts, one.spot.line) - 1, 0)].append(one)
    made.glossary, made.references = body.glossary, body.references


def _regions(rows: list[str], hidden: int) -> Iterator[tuple[int, int]]:
    """Find the lines of outermost fences, counted from 1; one that is never closed goes to the end."""
    opened: list[int] = []
    first = 0
    for number, row in enumerate(rows[hidden:], hidden + 1):
        found = _INSIDE.match(row) if opened else _OPENS.match(row)
        if found is None:
            continue
        colons = len(found[1])
        if not opened:
            opened, first = [colons], number
        elif found[2].strip():
            opened.append(colons)
        else:
            while colons in opened and opened[-1] != colons:
                opened.pop()
            opened.pop()
            if not opened:
                yield first, number
    if opened:
        yield first, len(rows)


def spans(text: str) -> list[tuple[int, int]]:
    """Find the roles in a run of text: ``{name=value}`words` `` and the attributes behind a link."""
    if "}`" not in text:
        return []
    ticks: dict[int, list[int]] = {}
    for found in _TICKS.finditer(text):
        ticks.setdefault(len(found[0]), []).append(found.start())
    made: list[tuple[int, int]] = []
    at = 0
    for head in _HEAD.finditer(text):
        size = len(head[1])
        place = bisect_left(ticks[size], head.end())
        if head.start() < at or place == len(ticks[size]):
            continue
        at = ticks[size][place] + size
        more = _ATTRIBUTES.match(text, at)
        at = more.end() if more else at
        made.append((head.start(), at))
    return made


class Roles:
    """Reads the roles of one run of text; `place` gives where a character of it stands in the file."""

    def __init__(self, text: str, place: Callable[[int], Spot]) -> None:
        self.text, self.place = text, place
        self.reading = Reading(Source(_PIECE, text))
        self._at = 0
        self._bytes = 0

    def read(self, start: int, end: int) -> list[Raw]:
        """Read one role; call it in the order of the text."""
        self._bytes += len(self.text[self._at : start].encode("utf-8", "surrogatepass"))
        self._at = start
        made = Line(self.reading).nested(self.text[start:end], self._bytes)
        stack = list(made)
        while stack:
            one = stack.pop()
            one.spot = self._spot(one.spot)
            one.keys = {name: self._spot(spot) for name, spot in one.keys.items()}
            if isinstance(one.value, list):
                stack.extend(one.value)
            elif isinstance(one.value, dict):
                stack.extend(inner for name, inner in one.value.items() if name != "kind")
        return made

    @property
    def problems(self) -> list[Problem]:
        """What was wrong with the roles."""
        return [replace(one, where=self._spot(one.where)) for one in self.reading.problems]

    def _spot(self, spot: Spot) -> Spot:
        return self.place(spot.column - 1) if spot.file == _PIECE else spot
