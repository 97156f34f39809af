"""Languages: valid tags, writing direction, names and dates. Tags are BCP 47 (RFC 5646)."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final

import langcodes
from babel import Locale, UnknownLocaleError
from babel.dates import format_date

RIGHT_TO_LEFT: Final = frozenset(
    {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"},
)
"""Scripts in use today that run from right to left (ISO 15924; Unicode property Bidi_Class R and AL)."""
_SHAPE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_CACHED: Final = 256


@lru_cache(maxsize=_CACHED)
def is_language(tag: str) -> bool:
    """Tell whether a tag names a language of the IANA registry, written with hyphens: `es-MX`, `zh-Hant`."""
    return bool(_SHAPE.fullmatch(tag)) and langcodes.tag_is_valid(tag)


@lru_cache(maxsize=_CACHED)
def script(lang: str) -> str:
    """Give the script that a language is usually written in, as the region has it: `zh-TW` -> `Hant` (ISO 15924).

    Empty for a tag that is not valid.
    """
    return (langcodes.Language.get(lang).maximize().script or "") if is_language(lang) else ""


@lru_cache(maxsize=_CACHED)
def direction(lang: str) -> str:
    """Give the direction in which a language's usual script runs: `ltr` or `rtl`; `ltr` for a tag that is not valid."""
    return "rtl" if script(lang) in RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=_CACHED)
def _locale(lang: str) -> Locale | None:
    """Find the CLDR data nearest to a tag: its own, else its language's, else none."""
    parts = lang.split("-")
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return None


@lru_cache(maxsize=_CACHED)
def language_name(tag: str, lang: str = "") -> str:
    """Give a language's name in the words of `lang`, or in its own; the tag itself where CLDR has no name."""
    named = _locale(tag)
    if named is None:
        return tag
    name = named.get_display_name(_locale(lang) if lang else named)
    return name[:1].upper() + name[1:] if name else tag


@lru_cache(maxsize=_CACHED)
def date_words(date: dt.date, lang: str) -> str:
    """Write a date in the words of a language (CLDR's long form): `31 de enero de 2026`; else as ISO 8601."""
    locale = _locale(lang)
    return format_date(date, "long", locale=locale) if locale else date.isoformat()
