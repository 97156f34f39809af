"""Plain language: the reading grade of a page (Flesch-Kincaid), counted on complete sentences of its body text.

Formulas punish what is not a sentence, so headings, cells, captions, links in lists and fragments are left out, and how
many words that is stands beside the number. It is advice: a number ranks pages, and tells nothing of a single one.
Sources: Kincaid and others 1975; docs/decisions/0065-reading-grade.md.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from a11y_content.blocks.paragraph import Paragraph
from a11y_content.model.document import Document
from a11y_content.model.inline import Abbr, Inline, Inlines, Lang, LineBreak, Phone, Text, Time, walk
from a11y_content.model.items import ListItem
from a11y_content.problem import NOWHERE, Level, Problem, Spot, fault
from a11y_content.rules.survey import Place, Survey, primary
from a11y_content.rules.syllables import syllables

READING_GRADE = fault(
    "reading-grade",
    "The sentences of a page are hard to read",
    why="Many adults read no further than a text for twelve-year-olds, and fewer in pain or fear. Long sentences and "
    "long words lose them; a number cannot tell whether the words are right.",
    mend="split the longest sentences, and use the words that patients use; the threshold is `grade` in site.toml",
    level=Level.REVIEW,
    criterion="3.1.5",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/reading-level",
)

LEAST_WORDS: Final = 100
"""A text of fewer words in sentences gets no grade: one word more or less would move it."""
GRADE: Final = 9
"""The threshold unless a site gives its own: real pages in plain language lie below, technical ones above."""
LONGEST: Final = 5
JUDGED: Final = frozenset({"en"})
"""Languages that the formula and the count of syllables are made for."""

_SENTENCE: Final = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s|\Z)")
_NO_END: Final = re.compile(
    r"(?:\b(?:[A-Z]|Dr|Drs|Mr|Mrs|Ms|Prof|St|Jr|Sr|vs|etc|approx|[Ee]\.?g|[Ii]\.?e|No|Fig|[ap]\.m)\.)\Z"
)
_WORD: Final = re.compile(r"[^\W_]+(?:['’.,/-][^\W_]+)*")
_BEGINNING: Final = re.compile(r"[\"'“‘(\[]*[A-Z0-9]")
_NEAR: Final = 12
"""Characters around a stop that tell whether a sentence ends there."""
_FEWEST: Final = 3
"""Words of the shortest complete sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A complete sentence, the number of its words and syllables, and where the line of text that it begins in is."""

    text: str
    words: int
    syllables: int
    spot: Spot = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was measured on a page; `grade` is None where `why` says why there is none."""

    title: str
    spot: Spot
    lang: str
    grade: float | None = None
    why: str = ""
    sentences: int = 0
    counted: int = 0
    """Words in complete sentences."""
    left_out: int = 0
    """Words in headings, cells, captions, lists of links, fragments, and words in another language."""
    longest: tuple[Sentence, ...] = ()


def read(document: Document) -> Reading:
    """Measure a document; never raises. Other languages than English get no grade and a line that says so."""
    if primary(document.lang) not in JUDGED:
        why = f"the formula is made for English, and this page is in `{document.lang}`"
        return Reading(title=document.heading, spot=document.spot, lang=document.lang, why=why)
    survey = Survey(document=document)
    found = [one for inlines, place in _lines(survey) for one in _sentences(inlines, place)]
    counted = sum(one.words for one in found)
    every = sum(len(_WORD.findall(_own(part))) for part, _ in survey.of(Inline))
    grade = None
    why = f"{counted} words in complete sentences are too few for a grade ({LEAST_WORDS} are the least)"
    if counted >= LEAST_WORDS:
        grade, why = flesch_kincaid(counted, len(found), sum(one.syllables for one in found)), ""
    return Reading(
        title=document.heading,
        spot=document.spot,
        lang=document.lang,
        grade=grade,
        why=why,
        sentences=len(found),
        counted=counted,
        left_out=every - counted,
        longest=tuple(sorted(found, key=lambda one: -one.words)[:LONGEST]),
    )


def flesch_kincaid(words: int, sentences: int, sounds: int) -> float:
    """Give the school grade of the United States that a text of so many words, sentences and syllables is for."""
    return round(0.39 * words / sentences + 11.8 * sounds / words - 15.59, 1)


def advise(reading: Reading, threshold: float = GRADE) -> Problem | None:
    """Give the problem of a page above the threshold, at its longest sentence; None for one that is not or has none."""
    if reading.grade is None or reading.grade <= threshold:
        return None
    said = f"“{reading.title}” reads at grade {reading.grade}, above {threshold:g}: {told(reading)}"
    return READING_GRADE.at(reading.longest[0].spot or reading.spot, said)


def told(reading: Reading) -> str:
    """Say what the number rests on."""
    return f"{reading.counted} words in {reading.sentences} sentences counted, {reading.left_out} words left out"


def _lines(survey: Survey) -> Iterator[tuple[Inlines, Place]]:
    """Go through the paragraphs and items that are written in the page's language."""
    for part, place in survey.parts:
        if isinstance(part, Paragraph | ListItem) and place.lang == survey.document.lang:
            yield part.inlines, place


def _sentences(inlines: Inlines, place: Place) -> Iterator[Sentence]:
    """Cut a line of text at the ends of its sentences; what does not begin or end as one is left out."""
    pieces: list[tuple[str, Spot]] = []
    foreign = {id(one) for part in walk(inlines) if isinstance(part, Lang) for one in walk(part.inlines)}
    for part in walk(inlines):
        said = "" if id(part) in foreign else _own(part)
        if said:
            pieces.append((said, part.spot or place.spot))
    text = "".join(said for said, _ in pieces).rstrip()
    begin = list(accumulate((len(said) for said, _ in pieces), initial=0))
    start = 0
    for end in _ends(text):
        sentence = text[start:end].strip()
        begins = start + len(text[start:end]) - len(text[start:end].lstrip())
        start = end
        found = _WORD.findall(sentence)
        if len(found) >= _FEWEST and _BEGINNING.match(sentence):
            yield Sentence(sentence, len(found), sum(map(_sounds, found)), pieces[bisect_right(begin, begins) - 1][1])


def _ends(text: str) -> Iterator[int]:
    for found in _SENTENCE.finditer(text):
        end = found.end()
        after = text[end : end + _NEAR].lstrip()
        if end == len(text) or (_BEGINNING.match(after) and not _NO_END.search(text[max(0, end - _NEAR) : end])):
            yield end


def _own(part: object) -> str:
    """Give the words that an inline shows itself, without those inside it."""
    match part:
        case Text() | Time():
            return part.text or (str(part.date) if isinstance(part, Time) else "")
        case Abbr():
            return part.short
        case Phone():
            return part.text or part.number
        case LineBreak():
            return " "
        case _:
            return ""


def _sounds(word: str) -> int:
    """Count the syllables of a word with hyphens part by part; a number counts as one."""
    return sum(syllables(part) if any(map(str.isalpha, part)) else 1 for part in re.split("[-/]", word))
