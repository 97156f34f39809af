"""Ids: readable, unique on a page, the same in every build."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_GAP: Final = re.compile(r"[^a-z0-9]+")
_LONGEST: Final = 60
_OWN: Final = re.compile(r"(?:main$|a11y-)")
"""Ids and beginnings of ids that the page shell uses itself."""


def slug(words: str) -> str:
    """Turn words into an id: marks are folded away, letters of every script stay (`Qué es` -> `que-es`).

    Gives `part` for words without any letter or digit. At most 60 characters, cut between words.
    """
    lower = words.lower()
    text = _GAP.sub("-", lower).strip("-") if lower.isascii() else _fold(lower)
    if len(text) > _LONGEST:
        text = text[:_LONGEST].rpartition("-")[0] or text[:_LONGEST]
    return text or "part"


def _fold(lower: str) -> str:
    """Keep letters, digits and the marks that many scripts need; drop accents of Latin, Greek and Cyrillic."""
    kept = []
    for c in unicodedata.normalize("NFKD", lower):
        if "\u0300" <= c <= "\u036f":
            continue
        kept.append(c if unicodedata.category(c)[0] in "LNM" else "-")
    # NFC puts Hangul syllables together again.
    return "-".join(part for part in unicodedata.normalize("NFC", "".join(kept)).split("-") if part)


class Ids:
    """The ids of one page."""

    def __init__(self, prefix: str = "") -> None:
        """Start empty; `prefix` goes before every id, for several fragments on one page."""
        self.prefix = prefix
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def make(self, words: str) -> str:
        """Give a new id for words; the second of the same words ends in `-2`."""
        name = slug(words)
        base = f"{self.prefix}on-{name}" if _OWN.match(name) else self.prefix + name
        made = base
        while made in self._taken:
            self._counts[base] = self._counts.get(base, 1) + 1
            made = f"{base}-{self._counts[base]}"
        self._taken.add(made)
        return made
