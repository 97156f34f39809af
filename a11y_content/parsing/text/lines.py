"""Lines and chunks of plain text, and how lines become paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from a11y_content.parsing.source import Source
from a11y_content.problem import Spot

_SPACES: Final = re.compile(r"[ \t]+")
_BULLET: Final = re.compile(r"([•◦▪▫●○■□‣⁃∙·*+–-]|o(?=[ \t]))[ \t]+(?=\S)|([•◦▪▫●■‣⁃])(?=\w)")
_NUMBER: Final = re.compile(r"\(?(\d{1,3})[.)][ \t]+(?=\S)")
_HEADING: Final = re.compile(r"(#{2,6}) +(?=\S)")
_RULE: Final = re.compile(r"(?:[-=_*~#]\s*){3,}")
_ROLE: Final = re.compile(r"\{[A-Za-z][\w-]*(?:=[^{}`\s]*)?\}`+")
"""The beginning of a role, which nobody counts who wraps lines by their words."""
_END: Final = tuple(".!?:;…。！？")
UNWRAPPED: Final = 120
"""A line longer than this was not wrapped by hand: its end is the end of a paragraph."""
_TAB: Final = 4
_NARROW: Final = 60
_MANY: Final = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space at its ends."""

    text: str
    spot: Spot
    indent: int
    """Columns of white space before it; a tab goes to the next multiple of 4."""


@dataclass(slots=True)
class Chunk:
    """Lines that follow each other without a blank one; `gap` counts the blank lines before them."""

    lines: list[Line]
    gap: int

    @property
    def spot(self) -> Spot:
        """Where it begins."""
        return self.lines[0].spot

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(line.text for line in self.lines)

    @property
    def alone(self) -> bool:
        """Whether it is a single line."""
        return len(self.lines) == 1


@dataclass(frozen=True, slots=True)
class Mark:
    """The sign of a list at the beginning of a line."""

    sign: str
    number: int
    """0 for a bullet."""
    width: int


def mark(line: Line) -> Mark | None:
    """Give the sign of a list that a line begins with, or None."""
    found = _NUMBER.match(line.text)
    if found:
        return Mark(found[0].strip(), int(found[1]), found.end())
    found = _BULLET.match(line.text)
    if not found or (found[1] == "o" and not line.indent):
        return None
    return Mark(found[1] or found[2], 0, found.end())


def split(source: Source, hidden: int = 0, apart: Sequence[tuple[int, int]] = ()) -> list[list[Chunk]]:
    """Split a text at its blank lines; lines drawn of signs count as blank ones.

    `hidden` lines at the top are passed by, and so are those of `apart` (first and last lines, in order); what stands
    between these is given one by one, always one part more than there are of them.
    """
    parts: list[list[Chunk]] = []
    chunks: list[Chunk] = []
    lines: list[Line] = []
    gap = 0
    skip = iter(apart)
    first, last = next(skip, (0, 0))
    for number, whole in enumerate(source.text.split("\n"), 1):
        within = first <= number <= last
        text = "" if within or number <= hidden else whole.strip()
        if not text or _RULE.fullmatch(text):
            if lines:
                chunks.append(Chunk(lines, gap))
                lines, gap = [], 0
            gap += not text
            if within:
                gap = 0
            if number == last:
                parts.append(chunks)
                chunks = []
                first, last = next(skip, (0, 0))
            continue
        lead = whole[: len(whole) - len(whole.lstrip())]
        spot = Spot(source.name, number, len(lead) + 1)
        lines.append(Line(_SPACES.sub(" ", text), spot, len(lead.expandtabs(_TAB))))
    if lines:
        chunks.append(Chunk(lines, gap))
    return [*parts, chunks]


def wide_gap(chunks: list[Chunk]) -> int:
    """Give the number of blank lines from which a gap means more than a new paragraph does in this text."""
    usual = Counter(chunk.gap for chunk in chunks[1:] if chunk.gap)
    return max(2, usual.most_common(1)[0][0] + 1) if usual else 2


def heading(line: Line) -> tuple[int, str] | None:
    """Give the level and the words of a heading that the author marked: `## ` to `###### `."""
    found = _HEADING.match(line.text)
    return (len(found[1]), line.text[found.end() :]) if found else None


def apart(chunk: Chunk) -> list[Chunk]:
    """Part a chunk where a marked heading stands in it, and where a list begins or ends inside it."""
    whole: list[list[Line]] = [[]]
    for line in chunk.lines:
        if heading(line) is not None:
            whole += [[line], []]
        else:
            whole[-1].append(line)
    groups = [lines for lines in whole if lines]
    return [part for place, lines in enumerate(groups) for part in _listed(Chunk(lines, 0 if place else chunk.gap))]


def _listed(chunk: Chunk) -> list[Chunk]:
    parts: list[Chunk] = []
    current: list[Line] = []
    listed = False
    marks = [mark(line) for line in chunk.lines]
    for place, line in enumerate(chunk.lines):
        sign = marks[place]
        begins = sign is not None and (listed or _may_interrupt(chunk.lines, marks, place))
        ends = listed and sign is None and _leaves(line, current[-1])
        if current and ((begins and not listed) or ends):
            parts.append(Chunk(current, 0 if parts else chunk.gap))
            current = []
            listed = False
        listed = listed or begins
        current.append(line)
    parts.append(Chunk(current, 0 if parts else chunk.gap))
    return parts


def _may_interrupt(lines: list[Line], marks: list[Mark | None], place: int) -> bool:
    """Say whether a list may begin here: always at the start; inside a paragraph only where it is plain."""
    if place == 0 or lines[place - 1].text.endswith(":"):
        return True
    sign = marks[place]
    if sign is None or sign.number > 1:
        return False
    return sign.sign in "•◦▪▫●○■□‣⁃∙·" or (place + 1 < len(lines) and marks[place + 1] is not None)


def _leaves(line: Line, before: Line) -> bool:
    """Say whether a line without a sign is no longer part of the list's item before it."""
    if line.indent > before.indent or (line.indent and line.indent == before.indent and mark(before) is None):
        return False
    return line.text[:1].isupper() and (before.text.endswith(_END) or len(before.text) < UNWRAPPED // 2)


def paragraphs(lines: list[Line]) -> list[list[Line]]:
    """Group lines into paragraphs: wrapped lines belong together, others do not."""
    if len(lines) == 1:
        return [lines]
    shown = [_ROLE.sub("", line.text) for line in lines]
    if any(len(text) > UNWRAPPED for text in shown):
        return [[line] for line in lines]
    width = max(len(text) for text in shown)
    if len(lines) < _MANY:  # nobody wraps at twenty columns: short lines, as in an address, end where they are meant to
        width = max(width, _NARROW)
    made = [[lines[0]]]
    for (before, after), line in zip(pairwise(shown), lines[1:], strict=True):
        first = after.split(" ", 1)[0]
        short = len(before) + 1 + len(first) <= width * 0.8
        if short and not after[:1].islower():
            made.append([line])
        else:
            made[-1].append(line)
    return made


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends as a sentence or a lead-in does."""
    return text.rstrip("\"'”’)]»").endswith(_END)
