"""Abbreviations: explained once, in words that they really stand for (WCAG 3.1.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from a11y_content.blocks.glossary import Glossary
from a11y_content.model.document import Document, Term
from a11y_content.model.inline import Abbr, Text, words
from a11y_content.model.site import Site
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.registry import suggest
from a11y_content.rules.initials import SMALL, WORD, folded, stands_for
from a11y_content.rules.survey import HEADING, Survey, rule
from a11y_content.rules.word_lists import WELL_KNOWN

ABBR_UNEXPANDED = fault(
    "abbr-unexpanded",
    "An abbreviation is not explained",
    why="Many readers do not know it, and screen readers may say it as a word.",
    mend="explain it once for the page: `*[MRI]: magnetic resonance imaging`, or for the site in `site.toml`",
    level=Level.WARNING,
    criterion="3.1.4",
)
ABBR_MISMATCH = fault(
    "abbr-mismatch",
    "The words before an abbreviation are not what it stands for",
    why="Readers who look the abbreviation up find something else, and take one examination for another.",
    mend="write the words whose initials the abbreviation is made of",
    level=Level.WARNING,
    criterion="3.1.4",
)

ABBR_NEVER = fault(
    "abbr-never-expanded",
    "The words of an abbreviation appear nowhere on the page",
    why="They are written at the first use in running text, never in headings, links or quotations, and after no "
    "plural. Who meets it there alone never learns what it stands for.",
    mend="use it once in a sentence in the singular, or write the words out where it stands now",
    level=Level.REVIEW,
    criterion="3.1.4",
)
GLOSSARY_TWICE = fault(
    "glossary-duplicate",
    "An abbreviation is explained twice",
    why="Only one of the two explanations can be shown in the text, and readers do not learn of the other.",
    mend="keep one of them",
    level=Level.WARNING,
)

_CANDIDATE: Final = re.compile(r"(?<![\w/.@#-])(?<!\w['’])([A-Z][A-Z0-9&]{1,6})(?=s?(?![\w@/-]|['’](?!s\b)\w))")
_BRACKETS: Final = re.compile(r"\(([A-Z][A-Z0-9]{1,6})s?\)")
_BEFORE: Final = re.compile(r"[^().;:!?]{3,120}\Z")
_ASIDE: Final = re.compile(r"\([^()]*\)")
"""Words in brackets inside an expansion: how it is said, or another short form."""
_AFTER: Final = re.compile(r"(?<![\w/.@#-])([A-Z][A-Z0-9&]{1,6})s?\s+\(([^()]{3,120})\)")
"""The short form first, its words in brackets after it."""
_FARTHEST: Final = 150
"""Characters before a bracket that may hold the words which it shortens."""
_ROMAN: Final = re.compile(r"[IVXLCDM]+[A-D]?")
_NAME: Final = re.compile(r"[^()]{0,60}\bgenes?\b", re.IGNORECASE)
"""Names of genes are names: nobody expands them."""
_GENE_BEFORE: Final = re.compile(r"\bgenes?\b[^().]{0,60}\Z", re.IGNORECASE)
_STATE: Final = re.compile(r",?\s+\d{5}\b")
"""What follows a state in an address of the United States."""
_NEAR: Final = 90
"""Characters around a short form of two letters among which its words are looked for."""


@lru_cache(maxsize=64)
def _pattern(shorts: tuple[str, ...]) -> re.Pattern[str]:
    union = "|".join(re.escape(short) for short in sorted(shorts, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{union})(?=(?:s|['’]s?)?(?!\w))")


def find(text: str, terms: Iterable[Term]) -> list[tuple[int, int, Term]]:
    """Find the terms of a glossary in a text: start, end and term of each place, in order.

    A term is found as a whole word in exactly its own case, so that `CT` is not found in `fact`; a plural or possessive
    ending is not part of it. Of two terms that begin at the same place the longer one is meant.
    """
    table = {term.short: term for term in reversed(tuple(terms))}
    if not table:
        return []
    return [(found.start(), found.end(), table[found.group()]) for found in _pattern(tuple(table)).finditer(text)]


def terms_of(document: Document, site: Site | None = None) -> dict[str, Term]:
    """Give the terms that hold on a page by their short form: the site's in its language, then the page's own."""
    shared: tuple[Term, ...] = ()
    if site is not None:
        own = site.spoken(document.lang).glossary
        # A language without a glossary of its own has the site's, and that is in the site's language.
        if own is not site.glossary or document.lang.partition("-")[0] == site.lang.partition("-")[0]:
            shared = own
    return {term.short: term for term in (*shared, *document.glossary)}


def _bracketed(text: str) -> Iterator[tuple[str, str]]:
    """Find `words (SHORT)`: brackets first, since a search for the words would start at every letter."""
    for found in _BRACKETS.finditer(text):
        before = _ASIDE.sub(" ", text[max(0, found.start() - _FARTHEST) : found.start()]).rstrip()
        said = _BEFORE.search(before)
        if said:
            yield said.group(), found.group(1)


def _said_here(short: str, text: str) -> bool:
    """Tell whether words with these initials stand near a short form, or for three letters and more anywhere."""
    letters = folded(short)
    if len(letters) > 2:  # noqa: PLR2004  two letters are found in too many places
        return letters in _initials(text)
    around = (text[max(0, one.start() - _NEAR) : one.end() + _NEAR] for one in re.finditer(rf"\b{short}\b", text))
    return any(letters in _initials(part) for part in around)


@lru_cache(maxsize=256)
def _initials(text: str) -> str:
    """Give the first letters of all words that are no short forms themselves, small words left out."""
    found = (word for word in WORD.findall(text) if not word.isupper() or len(word) == 1)
    return "".join(folded(word)[:1] for word in found if word not in SMALL)


def _is_name(found: re.Match[str]) -> bool:
    """Tell whether a run of capitals is the name of a gene, a state in an address, or has a number in it."""
    text = found.string
    return (
        any(map(str.isdigit, found.group(1)))
        or bool(_STATE.match(text, found.end()))
        or bool(_NAME.match(text, found.end()))
        or bool(_GENE_BEFORE.search(text[max(0, found.start() - _NEAR) : found.start()]))
    )


@rule
def abbreviations(survey: Survey) -> Iterator[Problem]:
    """Ask for an explanation of every run of capitals, once a page."""
    known = terms_of(survey.document, survey.site)
    common = WELL_KNOWN | frozenset(survey.site.well_known if survey.site else ())
    everything = " ".join(part.text for part, _ in survey.of(Text))
    explained = {short for _, short in _bracketed(everything)}
    explained |= {short for short, said in _AFTER.findall(everything) if stands_for(short, said)}
    reported = {words(row.term) for block, _ in survey.of(Glossary) for row in block.rows}
    for part, place in survey.parts:
        if isinstance(part, Abbr) and part.short not in known:
            near = suggest(part.short, known)
            hint = f"did you mean `{near}`?" if near else ""
            yield ABBR_UNEXPANDED.at(place.spot, f"“{part.short}” is not explained on this page", hint)
            reported.add(part.short)
        if not isinstance(part, Text) or part.text.isupper() or place.within & {HEADING, "lang", "reference"}:
            continue
        for found in _CANDIDATE.finditer(part.text):
            short = found.group(1)
            if short in known or short in reported or short in common or _ROMAN.fullmatch(short):
                continue
            if not any(c.isalpha() for c in short[1:]) or _is_name(found):
                continue
            reported.add(short)
            if short not in explained and not _said_here(short, everything):
                yield ABBR_UNEXPANDED.at(place.spot, f"“{short}” is not explained on this page")


_UNTOUCHED: Final = frozenset({HEADING, "link", "sub", "sup", "quoted"})
"""Inlines to whose words nothing is added."""
_CONTROLS: Final = frozenset({("cta",), ("details",)})
"""Blocks whose own words are a link or a control."""


@rule
def never_expanded(survey: Survey) -> Iterator[Problem]:
    """Find the site's terms that stand only where the page does not write them out; its own terms are listed below."""
    own = {term.short for term in survey.document.glossary}
    shared = {short: term for short, term in terms_of(survey.document, survey.site).items() if short not in own}
    seen: dict[str, Spot] = {}
    said_of = (words(row.term) for block, _ in survey.of(Glossary) for row in block.rows)
    written = {term.short for said in said_of for _, _, term in find(said, shared.values())}
    for part, place in survey.parts if shared else ():
        if not isinstance(part, Text | Abbr) or "lang" in place.within or place.lang != survey.document.lang:
            continue
        plain = not place.within & _UNTOUCHED and "quote" not in place.inside and place.inside[-1:] not in _CONTROLS
        if isinstance(part, Abbr):
            found = [(0, 0, shared[part.short])] if part.short in shared else []
        else:
            found = find(part.text, shared.values())
        for _, end, term in found:
            seen.setdefault(term.short, place.spot)
            said = part.text if isinstance(part, Text) else ""
            if term.expansion.casefold() in said.casefold() or (plain and not said[end : end + 1].isalpha()):
                written.add(term.short)
    for short, spot in seen.items():
        if short not in written:
            yield ABBR_NEVER.at(spot, f"“{short}” stands on this page only where its words are not written out")


@rule
def explained_twice(survey: Survey) -> Iterator[Problem]:
    """Refuse two explanations of one term by the page itself; one of its own beside the site's is meant."""
    seen: set[str] = set()
    for term in survey.document.glossary:
        if term.short in seen:
            yield GLOSSARY_TWICE.at(term.spot or survey.document.spot, f"“{term.short}” is explained twice")
        seen.add(term.short)


@rule
def expansions(survey: Survey) -> Iterator[Problem]:
    """Compare initials: in the glossary, and where the text itself explains a short form in brackets."""
    known = terms_of(survey.document, survey.site)
    for term in survey.document.glossary:
        if term.short.isupper() and not stands_for(term.short, term.expansion):
            yield ABBR_MISMATCH.at(term.spot, f"“{term.expansion}” does not give the letters {term.short}")
    for part, place in survey.of(Text):
        for said, short in _bracketed(part.text):
            if short in WELL_KNOWN or any(map(str.isdigit, short)) or stands_for(short, said):
                continue
            expansion = known[short].expansion if short in known else ""
            if expansion and expansion.casefold() in said.casefold():
                continue
            hint = f"{short} stands for “{expansion}” in the glossary" if expansion else ""
            yield ABBR_MISMATCH.at(place.spot, f"“{said.strip()[-60:]}” does not give the letters {short}", hint)
