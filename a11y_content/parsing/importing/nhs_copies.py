"""What an NHS API response says twice: sections stand in it as blocks, and again as parts for other programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.importing.records import many, said_words, text_of
from a11y_content.parsing.importing.words import words
from a11y_content.parsing.markdown.marks import words_of

SILENT: Final = frozenset({
    "@context", "@type", "@id", "url", "webpage", "identifier", "position", "logo", "email", "target",
    "linkRelationship", "articleStatus", "datePublished", "dateModified", "lastReviewed", "reviewDue",
    "hasHealthAspect", "codeValue", "codingSystem", "statusCode",
})  # fmt: skip
"""Fields that say nothing to readers, or whose dates and codes go to fields of their own."""
_COPIES: Final = frozenset({"hasPart", "modules"})
_TRIED: Final = 200
"""Texts with the same beginning that are compared; beyond them words count as new, which at most tells too much."""


class Read:
    """Texts that were read; tells whether words stand together in one of them, without looking through all."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.short: set[str] = set()
        """All words, and all pairs of words."""
        self.long: dict[tuple[str, str, str], list[int]] = {}
        """Texts by each three words that follow each other."""

    def add(self, said: str) -> None:
        """Note a text, folded to words."""
        if not said:
            return
        found = said.split()
        self.short.update(found)
        self.short.update(f"{one} {two}" for one, two in pairwise(found))
        for three in {*zip(found, found[1:], found[2:], strict=False)}:
            self.long.setdefault(three, []).append(len(self.texts))
        self.texts.append(f" {said} ")

    def __contains__(self, said: str) -> bool:
        """Tell whether words stand together in a text that was read."""
        found = said.split()
        if len(found) < 3:  # noqa: PLR2004  pairs are kept as they are
            return said in self.short
        texts = self.long.get((found[0], found[1], found[2]), [])
        return any(f" {said} " in self.texts[one] for one in texts[:_TRIED])


def speaking(root: Raw, *, only: str = "") -> Iterator[Raw]:
    """Go through the strings that say something to readers, or those of the field `only`.

    What stands in a second copy of the text (`hasPart`, `modules`) comes last. The name of a block is that of its kind.
    """
    later: list[Raw] = []
    for stack in ([root], later):
        while stack:
            raw = stack.pop()
            if isinstance(raw.value, dict):
                kind = text_of(raw.value.get("@type"))
                silent = SILENT | {"name"} if kind in {"WebPageElement", "Question"} else SILENT
                for name, one in reversed(raw.value.items()):
                    if name in _COPIES and stack is not later:
                        later.append(one)
                    elif name not in silent and (not only or name == only or isinstance(one.value, dict | list)):
                        stack.append(one)
            elif isinstance(raw.value, list):
                stack.extend(reversed(raw.value))
            elif isinstance(raw.value, str):
                yield raw


def said_once(root: Raw) -> Iterator[Raw]:
    """Go through the strings of a response, but for those whose words stand in one that came before."""
    read = Read()
    for raw in speaking(root):
        said = said_words(text_of(raw))
        if said and said not in read:
            read.add(said)
            yield raw


def without_labels(table: Raw) -> Counter[str]:
    """Take the names of columns out of the cells that begin with them; give their words.

    Pages repeat them there for narrow screens, hidden on wide ones. Only where all cells do so are they taken for such.
    """
    fields = table.value if table.kind == "table" and isinstance(table.value, dict) else {}
    names = [words_of([one]) for one in many(fields.get("columns"))]
    rows = [many(row) for row in many(fields.get("rows"))]
    cells = [(name, cell) for row in rows for name, cell in zip(names, row, strict=False)]
    if not cells or not all(name and words_of([cell]).startswith(f"{name} ") for name, cell in cells):
        return Counter()
    dropped: Counter[str] = Counter()
    for name, cell in cells:
        first = many(cell)[0]
        if not isinstance(first.value, str) or not first.value.lstrip().startswith(name):
            return dropped
        first.value = first.value.lstrip()[len(name) :].lstrip()
        dropped.update(words(name))
    fields.pop("row_header", None)  # it was judged by cells that all began alike
    return dropped
