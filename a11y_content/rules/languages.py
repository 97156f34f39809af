"""Languages: words in another language say so, so that screen readers change their voice (WCAG 3.1.2)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from a11y_content.model.inline import Text
from a11y_content.problem import Level, Problem, fault
from a11y_content.rules.survey import Survey, primary, rule
from a11y_content.rules.word_lists import SMALL_WORDS

LANG_PART = fault(
    "lang-part",
    "Words in another language do not say so",
    why="Screen readers speak them with the sounds of the page's language, and nobody understands them.",
    mend="name the language: {lang=es}`dolor de cabeza`, or `:lang: es` on the block",
    level=Level.WARNING,
    criterion="3.1.2",
)

_SCRIPTS: Final[dict[str, frozenset[str]]] = {
    "ar": frozenset({"ARABIC"}),
    "fa": frozenset({"ARABIC"}),
    "ur": frozenset({"ARABIC"}),
    "he": frozenset({"HEBREW"}),
    "yi": frozenset({"HEBREW"}),
    "ru": frozenset({"CYRILLIC"}),
    "uk": frozenset({"CYRILLIC"}),
    "bg": frozenset({"CYRILLIC"}),
    "el": frozenset({"GREEK"}),
    "hi": frozenset({"DEVANAGARI"}),
    "zh": frozenset({"CJK"}),
    "ja": frozenset({"CJK", "HIRAGANA", "KATAKANA"}),
    "ko": frozenset({"HANGUL", "CJK"}),
    "th": frozenset({"THAI"}),
}
_LATIN: Final = re.compile(
    "af|ca|cs|cy|da|de|en|es|et|eu|fi|fr|ga|gl|hr|ht|hu|id|is|it|lt|lv|ms|nb|nl|nn|no|pl|pt|ro|sk|sl|so|sq|sv|tl|tr|vi"
)
_WATCHED: Final = frozenset().union(*_SCRIPTS.values())
_RUN: Final = re.compile(r"[^\W\d_]{3,}")
_SPANISH: Final = re.compile(r"[¿¡][^?!¿¡]{0,300}[?!]")
"""Only Spanish and its neighbours turn these signs round."""
_SPANISH_TOO: Final = frozenset({"es", "gl", "ca", "ast"})


_CLAUSE: Final = re.compile(r"[.!?;:()\[\]“”„«»\"]+")
_RUN_OF_LETTERS: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""Words; parts with hyphens are one, since `en-do-ME-tre-al` shows how a word is said."""
_LEAST_WORDS: Final = 6
_LEAST_HITS: Final = 4
_SHARE: Final = 0.4
"""Small words make up half of running text in the languages of the list; titles and names have fewer."""


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


@rule
def languages(survey: Survey) -> Iterator[Problem]:
    """Find words of three letters and more in a script that the language around them is not written in.

    So are clauses whose small words are those of another language.
    Shorter runs are left alone: symbols such as α and μm belong to every language. A language of unknown script, and
    Latin words in other scripts (names, medicines), are not judged.
    """
    for text, place in survey.of(Text):
        if "reference" in place.within:
            continue
        lang = primary(place.lang)
        own = _SCRIPTS.get(lang)
        foreign = None
        if not text.text.isascii() and (own is not None or _LATIN.fullmatch(lang)):
            foreign = next((run for run in _RUN.findall(text.text) if _is_foreign(run, own or frozenset())), None)
            if foreign is None and lang not in _SPANISH_TOO:
                found = _SPANISH.search(text.text)
                foreign = found.group() if found else None
        if foreign is None:
            foreign = next((part for part in _CLAUSE.split(text.text) if _reads_otherwise(part, lang)), None)
        if foreign:
            yield LANG_PART.at(place.spot, f"“{foreign}” is not `{place.lang}`, and no language is given for it")


def _reads_otherwise(clause: str, lang: str) -> bool:
    """Tell by the small words of languages whether some words are another one; a name of a few words is not judged."""
    if lang not in SMALL_WORDS:
        return False
    found = _RUN_OF_LETTERS.findall(clause.casefold())
    if len(found) < _LEAST_WORDS:
        return False
    own = sum(word in SMALL_WORDS[lang] for word in found)
    others = (sum(word in small for word in found) for other, small in SMALL_WORDS.items() if other != lang)
    return own * 4 <= (most := max(others)) and most >= max(_LEAST_HITS, len(found) * _SHARE)


def _is_foreign(run: str, own: frozenset[str]) -> bool:
    scripts = {_script(letter) for letter in run}
    return bool(scripts) and scripts <= _WATCHED and not scripts & own
