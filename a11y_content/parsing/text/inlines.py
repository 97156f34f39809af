"""Inlines of plain text: words, and the addresses and telephone numbers that are plain to see."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.text.guess import GUESS_LINK, REPAIR_PUNCTUATION, Guesses
from a11y_content.parsing.text.lines import Line
from a11y_content.problem import Spot

_STOPS: Final = re.compile(r"(?<=\w)\.\.(?=\s|$)")
_LINK: Final = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"'“”‘’\\]+[^\s<>\"'“”‘’\\.,;:!?)\]])"
    r"|(?P<mail>(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?![\w-]))"
    r"|(?P<phone>(?<![\w.+/-])(?:\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{2,4}(?:[ .-]\d{2,4}){1,3}"
    r"|(?:1[ .-])?\(\d{3}\) ?\d{3}[ .-]\d{4}|(?:1[ .-])?\d{3}[.-]\d{3}[.-]\d{4})(?![\w/]|[.-]\d))"
)


def join(lines: list[Line], guesses: Guesses, skip: int = 0) -> Raw:
    """Make one run of text of wrapped lines, without the first `skip` characters; a doubled full stop becomes one."""
    texts = [lines[0].text[skip:], *(line.text for line in lines[1:])]
    text = texts[0]
    for before, after in pairwise(texts):
        # a hyphen at the end of a line stays: nobody can tell a broken word from one with a hyphen
        glued = before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower()
        text += after if glued else f" {after}"
    spot = lines[0].spot
    spot = Spot(spot.file, spot.line, spot.column + skip)
    for line in lines:
        found = _STOPS.search(line.text)
        if found:
            place = Spot(line.spot.file, line.spot.line, line.spot.column + found.start())
            around = line.text[max(0, found.start() - 12) : found.end() + 12]
            guesses.tell(REPAIR_PUNCTUATION, place, f"“{around}”: two full stops became one")
    return Raw(_STOPS.sub(".", text), spot)


def inlines(run: Raw, guesses: Guesses) -> list[Raw]:
    """Part a run of text at what can be followed or dialled."""
    text = str(run.value)
    made: list[Raw] = []
    at = 0
    for found in _LINK.finditer(text):
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
    if at < len(text):
        made.append(_piece(run, text[at:], at))
    return made


def _piece(run: Raw, text: str, at: int) -> Raw:
    return Raw(text, _spot(run, at))


def _spot(run: Raw, at: int) -> Spot:
    """Give a place in the first line; in a later one of a joined paragraph it is the paragraph's."""
    return Spot(run.spot.file, run.spot.line, run.spot.column + at)


def sentences(text: str, most: int, longest: int) -> str:
    """Give the first sentences of a text: as many of `most` as fit into `longest` characters, at least one."""
    ends = [
        found.end()
        for found in re.finditer(r"[.!?。！？][\"'”’)\]]*(?=\s|$)", text)
        if not re.search(r"(?:\b[A-Z]|\b(?:Dr|Mr|Mrs|Ms|St|vs|e\.g|i\.e|approx|Sra?|Dra))\.$", text[: found.end()])
    ]
    taken = [end for end in ends[:most] if end <= longest] or ends[:1]
    return text[: taken[-1]] if taken else text
