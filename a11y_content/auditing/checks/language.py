"""Whether the words of the page and of its parts are in the language that is declared for them (WCAG 3.1.1, 3.1.2)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from typing import Any, Final

from babel import Locale

from a11y_content.auditing.check import Reads, Visit, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.problem import Level, fault

_WHY: Final = (
    "A screen reader speaks with the voice of the declared language: words of another are read letter by letter or in"
    " sounds that nobody understands; braille and hyphenation go wrong too."
)
LANGUAGE = fault(
    "language",
    "The page seems to be in another language than it says",
    why=_WHY,
    mend='give the html element the language of most of the page: <html lang="es">',
    level=Level.REVIEW,
    criterion="3.1.1",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/language-of-page",
)
PART = fault(
    "language/part",
    "A part seems to be in another language than is declared for it",
    why=_WHY,
    mend='give the element around these words their language: <p lang="fr">',
    level=Level.REVIEW,
    criterion="3.1.2",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts",
)

_LIBRARY: Final = "py3langid"
_LONG: Final = 35
_SURE_SHORT: Final = 0.9
_SURE: Final = 0.7
_EXCLUDED: Final = 0.05
"""The declared language must be less likely than this (docs/decisions/0087-language-detection.md has the figures)."""
_FEWEST_LETTERS: Final = 20
_FEWEST_SIGNS: Final = 8
"""Of scripts that write a word with one or two signs."""
_FEWEST_WORDS: Final = 4
_LONGEST: Final = 60
_DENSE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_WORDS: Final = re.compile(r"\S*(?:://|@|\d|www\.)\S*")
_ORDINARY: Final = re.compile(r"(?<!\w)[^\W\d_A-Z]{2,}(?!\w)")
"""A word that does not begin with a capital: names of drugs, people and places mostly do."""
_CASED: Final = re.compile(r"[a-zà-öø-ÿа-яё\u0370-\u03ff]", re.IGNORECASE)
_KIN: Final = (
    {"da", "nb", "nn", "no"},
    {"bs", "hr", "me", "mk", "sh", "sr"},
    {"id", "jv", "ms"},
    {"gl", "pt"},
    {"cs", "sk"},
    {"af", "nl"},
    {"he", "iw", "yi"},
    {"fil", "tl"},
)
"""Languages so near to each other that short texts do not tell them apart."""


def _lacks() -> str:
    return "" if find_spec(_LIBRARY) else f"no {_LIBRARY}: pip install 'a11y-content[language]'"


@page_check(
    LANGUAGE,
    conformance="A",
    measures="Takes the words of each block with the language declared nearest to them, at least 20 letters and four"
    " words without a capital, and asks py3langid. A block is told where another language is likely and the declared"
    " one is excluded; where that holds for most of the page, the page is told once. Always a review.",
    cannot_see="Single foreign words and names, short labels, languages beyond the 97 that py3langid knows, and kin"
    " such as Danish and Norwegian. A missing or wrong code is axe's to tell.",
    reads=Reads.PAGE,
    lacks=_lacks,
)
def language(answer: dict[str, Any], visit: Visit) -> Iterator[Finding]:
    """Tell where the words speak another language than the markup."""
    page = answer["page"]
    blocks = answer["blocks"]
    others: dict[int, str] = {}
    lengths: Counter[str] = Counter()
    for index, block in enumerate(blocks):
        if worth_asking(block["text"]):
            other = other_than(block["lang"], block["text"])
            if block["lang"] == page["lang"]:
                lengths[other] += len(block["text"])
            if other:
                others[index] = other
    main, length = max(lengths.items(), key=lambda item: item[1], default=("", 0))
    if main and length * 2 > lengths.total():
        yield found(LANGUAGE, page, f"most of the page seems to be {_name(main)}, declared is {_name(page['lang'])}")
        others = {at: other for at, other in others.items() if (blocks[at]["lang"], other) != (page["lang"], main)}
    elements = visit.call("language/describe", indexes=list(others)) if others else []
    for element, (index, other) in zip(elements, others.items(), strict=True):
        text = blocks[index]["text"]
        shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        declared = _name(blocks[index]["lang"])
        yield found(PART, element, f"“{shown}” seems to be {_name(other)}, declared is {declared}")


def worth_asking(text: str) -> bool:
    """Tell whether a text has enough ordinary words to be judged: names alone say nothing about a language."""
    plain = _NO_WORDS.sub(" ", text)
    if len(_DENSE.findall(plain)) >= _FEWEST_SIGNS:
        return True
    letters = sum(map(str.isalpha, plain))
    if letters < _FEWEST_LETTERS:
        return False
    return not _CASED.search(plain) or len(_ORDINARY.findall(plain)) >= _FEWEST_WORDS


@lru_cache(maxsize=4096)  # asked again in every mode
def other_than(declared: str, text: str) -> str:
    """Give the language that a text is in for sure, if that is another than the declared one; else an empty string."""
    own = _plain(declared)
    likely = _likely(_NO_WORDS.sub(" ", text))
    if own not in likely:
        return ""
    family = next((kin for kin in _KIN if own in kin), {own})
    best = max(likely, key=lambda code: likely[code])
    least = _SURE if len(text) >= _LONG or _DENSE.search(text) else _SURE_SHORT
    if best in family or likely[best] < least or sum(likely.get(one, 0.0) for one in family) > _EXCLUDED:
        return ""
    return best


def _plain(tag: str) -> str:
    code = tag.replace("_", "-").partition("-")[0].lower()
    return {"nb": "nb", "iw": "he", "cmn": "zh", "yue": "zh", "fil": "tl"}.get(code, code)


def _name(tag: str) -> str:
    name = Locale("en").languages.get(_plain(tag), "")
    return f"{name} ({tag})" if name else tag


def _likely(text: str) -> dict[str, float]:
    return {code: float(share) for code, share in _identifier().rank(text)}


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  an extra, and slow to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
