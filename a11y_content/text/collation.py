"""Collation: the order of names in a language, and the letter that each is listed under.

ICU knows all languages (CLDR's collations and index letters); where it is not installed, our own rules know those of
`alphabets.py` (docs/decisions/0066-collation.md). Every process of a build uses the same of the two.
"""

from __future__ import annotations

import importlib
from functools import lru_cache
from typing import Any, Final, Protocol

from a11y_content.text.alphabets import alphabet
from a11y_content.text.language import is_language, script

DIGITS: Final = "0-9"
"""Heads the list of names that begin with a number."""
SIGNS: Final = "#"
"""Heads the list of names that begin with neither letter nor number."""
_CACHED: Final = 64
_NORMAL: Final = 0
"""ICU's type of an index bucket that has a letter; the others are before, between and after the letters."""


class Order(Protocol):
    """The order of names in one language."""

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters that may head a list, in order; empty for a language without."""

    def key(self, name: str) -> Any:
        """Give a key for sorting names."""

    def letter(self, name: str) -> str:
        """Give the letter that a name is listed under, `0-9` or `#`."""


@lru_cache(maxsize=_CACHED)
def order(lang: str) -> Order:
    """Give the order of a language (BCP 47)."""
    icu = _icu()
    return _Icu(icu, lang) if icu is not None else _Own(lang)


@lru_cache(maxsize=1)
def engine() -> str:
    """Name what sorts, with its version: pages that it made differ from those of another."""
    icu = _icu()
    return f"ICU {icu.ICU_VERSION}" if icu is not None else "own rules"


def knows(lang: str) -> bool:
    """Tell whether names in a language can be sorted as its readers expect: by ICU, or by an alphabet of ours."""
    return _icu() is not None or bool(_Own(lang).letters)


@lru_cache(maxsize=1)
def _icu() -> Any:
    """Give PyICU, or None; any of its distributions will do."""
    try:
        return importlib.import_module("icu")
    except ImportError:
        return None


class _Own:
    """Our own rules."""

    def __init__(self, lang: str) -> None:
        self._alphabet = alphabet(lang, script(lang))
        self.letters = self._alphabet.shown
        self._keys: dict[str, Any] = {}
        """A name is sorted for its list, for its letter and for structured data."""

    def key(self, name: str) -> Any:
        if name not in self._keys:
            self._keys[name] = self._alphabet.key(_start(name))
        return self._keys[name]

    def letter(self, name: str) -> str:
        start = _start(name)
        return self._alphabet.letter(start) or _first(start)


class _Icu:
    """ICU's collator with numbers by their value, and its index of letters."""

    def __init__(self, icu: Any, lang: str) -> None:
        locale = icu.Locale.forLanguageTag(lang if is_language(lang) else "und")
        self._collator = icu.Collator.createInstance(locale)
        self._collator.setAttribute(icu.UCollAttribute.NUMERIC_COLLATION, icu.UCollAttributeValue.ON)
        self._index = icu.AlphabeticIndex(locale).buildImmutableIndex()
        self.letters = tuple(label for label, kind in self._index if kind == _NORMAL)

    def key(self, name: str) -> Any:
        return self._collator.getSortKey(_start(name)), name

    def letter(self, name: str) -> str:
        start = _start(name)
        label, kind = self._index.getBucket(self._index.getBucketIndex(start))
        return str(label) if kind == _NORMAL and not start[:1].isdecimal() else _first(start)


def _start(name: str) -> str:
    """Leave out the signs before the first letter or number: `¿Qué?` stands under Q; lone surrogates are no text."""
    place = next((place for place, c in enumerate(name) if c.isalnum()), 0)
    return name[place:].encode("utf-8", "replace").decode("utf-8")


def _first(start: str) -> str:
    """Name the list of what no letter of the language heads: numbers, signs, letters of other scripts."""
    if not start[:1].isalnum():
        return SIGNS
    return DIGITS if start[0].isdecimal() or start[0].isnumeric() else start[0].upper()[:1]
