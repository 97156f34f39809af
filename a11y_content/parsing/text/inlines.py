"""Inlines of plain text: words, and the addresses and telephone numbers that are plain to see."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.limits import LIMIT_NODES
from a11y_content.parsing.text.guess import GUESS_LINK, REPAIR_PUNCTUATION, Guesses
from a11y_content.parsing.text.lines import Line
from a11y_content.parsing.text.marked import Roles, spans
from a11y_content.problem import Spot

_MOST_ROLES: Final = 20_000
_STOPS: Final = re.compile(r"(?<=\w)\.\.(?=\s|$)")
_SENTENCE_END: Final = re.compile(r"[.!?。！？][\"'”’)\]]*(?=\s|$)")
_SHORTENED: Final = re.compile(r"(?:\b[A-Z]|\b(?:Dr|Mr|Mrs|Ms|St|vs|e\.g|i\.e|approx|Sra?|Dra))\.$")
"""A stop that ends no sentence."""
_LONGEST_SHORT: Final = 8
_LINK: Final = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"'“”‘’\\]+[^\s<>\"'“”‘’\\.,;:!?)\]])"
    r"|(?P<mail>(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?![\w-]))"
    r"|(?P<phone>(?<![\w.+/-])(?:\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{2,4}(?:[ .-]\d{2,4}){1,3}"
    r"|(?:1[ .-])?\(\d{3}\) ?\d{3}[ .-]\d{4}|(?:1[ .-])?\d{3}[.-]\d{3}[.-]\d{4})(?![\w/]|[.-]\d))"
)


@dataclass(slots=True)
class Run(Raw):
    """A run of text that knows where each of its lines begins: offset in the text, and place."""

    starts: list[tuple[int, Spot]] = field(default_factory=list)


def join(lines: list[Line], guesses: Guesses, skip: int = 0) -> Run:
    """Make one run of text of wrapped lines, without the first `skip` characters; a doubled full stop becomes one."""
    texts = [lines[0].text[skip:], *(line.text for line in lines[1:])]
    spot = lines[0].spot
    spot = Spot(spot.file, spot.line, spot.column + skip)
    starts = [(0, spot)]
    pieces = [texts[0]]
    size = len(texts[0])
    for number, (before, after) in enumerate(pairwise(texts), 1):
        # a hyphen at the end of a line stays: nobody can tell a broken word from one with a hyphen
        glued = before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower()
        pieces.append(after if glued else f" {after}")
        size += len(pieces[-1])
        starts.append((size - len(after), lines[number].spot))
    text = "".join(pieces)
    for line in lines:
        found = _STOPS.search(line.text)
        if found:
            place = Spot(line.spot.file, line.spot.line, line.spot.column + found.start())
            around = line.text[max(0, found.start() - 12) : found.end() + 12]
            guesses.tell(REPAIR_PUNCTUATION, place, f"“{around}”: two full stops became one")
    return Run(_STOPS.sub(".", text), spot, {}, starts)


def inlines(run: Raw, guesses: Guesses, *, links: bool = True) -> list[Raw]:
    """Part a run of text at its roles, and (with `links`) at what can be followed or dialled."""
    text = str(run.value)
    found = _roles(run, text, guesses) if guesses.marks else []
    parted = _links if links else _whole
    if not found:
        return parted(run, text, 0, len(text), guesses)
    roles = Roles(text, lambda offset: _spot(run, offset))
    made: list[Raw] = []
    at = 0
    for start, end in found:
        made += [*parted(run, text, at, start, guesses), *roles.read(start, end)]
        at = end
    guesses.problems += roles.problems
    return [*made, *parted(run, text, at, len(text), guesses)]


def _roles(run: Raw, text: str, guesses: Guesses) -> list[tuple[int, int]]:
    """Find the roles of a run; none once a document has more than can be read in good time, which is told."""
    found = spans(text) if guesses.roles <= _MOST_ROLES else []
    guesses.roles += len(found)
    if guesses.roles <= _MOST_ROLES:
        return found
    if found:
        said = f"the text has more than {_MOST_ROLES:,} roles"
        guesses.problems.append(LIMIT_NODES.at(run.spot, said))
    return []


def _whole(run: Raw, text: str, at: int, end: int, _: Guesses) -> list[Raw]:
    return [_piece(run, text[at:end], at)] if at < end else []


def _links(run: Raw, text: str, at: int, end: int, guesses: Guesses) -> list[Raw]:
    """Part a piece of a run at the addresses and telephone numbers in it."""
    made: list[Raw] = []
    for found in _LINK.finditer(text, at, end):
        if not guesses.room(GUESS_LINK):
            break
        if found.start() > at:
            made.append(_piece(run, text[at : found.start()], at))
        spot = _spot(run, found.start())
        said = found[0]
        if found["phone"]:
            made.append(node("phone", spot, number=said, text=said))
            guesses.tell(GUESS_LINK, spot, f"“{said}” was made a telephone number")
        else:
            href = f"mailto:{said}" if found["mail"] else said
            made.append(node("link", spot, href=href, inlines=[Raw(said, spot)]))
            guesses.tell(GUESS_LINK, spot, f"“{said}” was made a link")
        at = found.end()
    if at < end:
        made.append(_piece(run, text[at:end], at))
    return made


def _piece(run: Raw, text: str, at: int) -> Raw:
    return Raw(text, _spot(run, at))


def _spot(run: Raw, at: int) -> Spot:
    """Give the place of a character, in the line where it stands."""
    if isinstance(run, Run):
        start, spot = run.starts[bisect_right(run.starts, at, key=itemgetter(0)) - 1]
        return Spot(spot.file, spot.line, spot.column + at - start)
    return Spot(run.spot.file, run.spot.line, run.spot.column + at)


def sentences(text: str, most: int, longest: int) -> str:
    """Give the first sentences of a text: as many of `most` as fit into `longest` characters, at least one."""
    ends: list[int] = []
    for found in _SENTENCE_END.finditer(text):
        if _SHORTENED.search(text, max(0, found.end() - _LONGEST_SHORT), found.end()) is None:
            ends.append(found.end())
            if len(ends) >= most or ends[-1] > longest:
                break
    taken = [end for end in ends if end <= longest] or ends[:1]
    return text[: taken[-1]] if taken else text
