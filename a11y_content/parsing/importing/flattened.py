"""Text that lost its lines: lists and paragraphs that stand one behind another, parted by white space alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.importing.making import blocks_of, items_of, paragraph, title_of
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.text.body import Body
from a11y_content.parsing.text.guess import Guesses
from a11y_content.parsing.text.lines import Chunk, Line, apart
from a11y_content.problem import Spot

_BREAK: Final = re.compile(r"(?<![ \t])[ \t]{2,}+(?=[-•]\s++\S)|(?<![ \t])[ \t]{3,}+(?=\S)")
_SHORT: Final = re.compile(r"(?<=[.:;])[ \t](?=[-•] ++\S)|(?<=\w)[ \t](?=[-•] [^.\n]{1,200}?[ \t]{2}[-•] [^\s])")
"""A sign after one space begins a list only where the next sign stands apart: it is the first of a list, or follows
the end of a sentence."""
_SPACES: Final = re.compile(r"[ \t]+")
_APART: Final = re.compile(r"(?<![ \t])[ \t]{2,}+[-•] ++\S")
_SIGN: Final = re.compile(r"[-•](?: ++\S|$)")
_LEADS: Final = frozenset([
    "are", "as", "be", "by", "for", "from", "have", "if", "include", "includes", "including", "is", "may", "of", "or",
    "such", "that", "the", "to", "when", "with",
])  # fmt: skip
"""A line that ends with one of these leads into the list below it, and is no heading."""
_NEVER: Final = 99
_NEAR: Final = 100


class _Lines:
    """Collects lines into chunks."""

    def __init__(self, at: Callable[[int], Spot]) -> None:
        self.at = at
        self.chunks: list[Chunk] = []
        self.lines: list[Line] = []
        self.sign: tuple[str, int] | None = None

    def close(self) -> None:
        """End the chunk under way."""
        if self.lines:
            self.chunks.append(Chunk(self.lines, 1))
            self.lines = []

    def add(self, said: str, offset: int, *, gap: bool) -> None:
        """Add what stands between two cuts; `gap`: white space in the same line stands before it."""
        said = _SPACES.sub(" ", said.strip())
        if said in {"-", "•"}:  # its words stand behind a gap, or in the next line
            self.sign = (said, offset)
            return
        if self.sign is not None:
            said, offset, self.sign = f"{self.sign[0]} {said}", self.sign[1], None
        if gap and not _SIGN.match(said):
            self.close()
        self.lines.append(Line(said, self.at(offset), 0))


def gaps(text: str) -> int:
    """Count where a text may be parted."""
    return text.count("\n") + sum(1 for _ in _BREAK.finditer(text))


def split_flat(text: str, at: Callable[[int], Spot]) -> list[Chunk]:
    """Part a text into chunks as the text door has them; `at` gives the place of a character."""
    cuts = {found.end() for found in _BREAK.finditer(text)}
    if _APART.search(text):
        known = sorted(cuts)
        cuts |= {found.end() for found in _SHORT.finditer(text) if _outside(text, found.start(), known)}
    made = _Lines(at)
    order = sorted(cuts)
    start = at_cut = 0
    for whole in text.split("\n"):
        if not whole.strip():
            made.close()
        inside = []
        while at_cut < len(order) and order[at_cut] < start + len(whole):
            inside.append(order[at_cut] - start)
            at_cut += 1
        for begin, end in zip([0, *inside], [*inside, len(whole)], strict=True):
            said = whole[begin:end]
            if said.strip():
                made.add(said, start + begin + len(said) - len(said.lstrip()), gap=begin > 0)
        start += len(whole) + 1
    if made.sign is not None:
        made.lines.append(Line(made.sign[0], at(made.sign[1]), 0))
    made.close()
    return [part for chunk in made.chunks for part in apart(chunk)]


def _outside(text: str, place: int, cuts: list[int]) -> bool:
    """Tell whether a place is in no item of a list: a dash there would be one of its sentence."""
    before = bisect_right(cuts, place)
    begin = max(cuts[before - 1] if before else 0, text.rfind("\n", 0, place) + 1)
    return text[place - 1] in ".:;" or not _SIGN.match(text[begin : begin + _NEAR].lstrip())


def read_flat(text: str, at: Callable[[int], Spot], name: str, lang: str, guesses: Guesses) -> list[Raw]:
    """Read such a text into blocks; `name` is what the page is about."""
    body = Body(guesses, _NEVER, name, lang, separate=False)
    body.take(split_flat(text, at))
    made: list[Raw] = []
    for one in body.blocks():
        title, blocks = title_of(one), blocks_of(one)
        if one.kind == "section" and blocks[:1] and blocks[0].kind == "list" and _leads(words_of(title)):
            guesses.problems = [told for told in guesses.problems if told.where != one.spot]
            made += [paragraph(title, one.spot), *blocks]
        else:
            made.append(one)
    return made


def _leads(title: str) -> bool:
    return title.casefold().rpartition(" ")[2] in _LEADS


def numbers(blocks: list[Raw]) -> list[str]:
    """Give the numbers of the items of numbered lists: they were words of the text, and are counted by the page now."""
    found: list[str] = []
    stack = list(blocks)
    while stack:
        one = stack.pop()
        value = one.value
        if isinstance(value, list):
            stack.extend(value)
        elif isinstance(value, dict):
            if one.kind == "list" and "ordered" in value:
                start = int(str(value["start"].value)) if "start" in value else 1
                found += [str(start + place) for place in range(len(items_of(one)))]
            stack.extend(value.values())
    return found
