"""The words of a source and of what was made of it, so that an import can tell what is missing."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from a11y_content.effort import tick
from a11y_content.model.raw import Raw
from a11y_content.parsing.source import Source
from a11y_content.problem import Problem, Spot

Words = list[tuple[Spot, tuple[Counter[str], ...]]]
"""Words by the place where they stand; a place that can be read in several ways has several counts."""

_WORD: Final = re.compile(r"[^\W_]+")
_LABEL: Final = re.compile(r"\]\[[^\]\n]*\]|^[ >]*\[[^\]\n]+\]:(?=\s)")
_ROLE: Final = re.compile(r"\{[A-Za-z][\w-]*(?:=([^{}`\s]*))?\}(?=`)")
_FENCE: Final = re.compile(r"^[ \t>]*(?::{3,}[ \t]*\{[ \t]*[A-Za-z][\w-]*[ \t]*\}|:[A-Za-z][\w-]*:(?=\s))")
_CODE: Final = re.compile(r"(?<=\w)`+(?=\w)")
"""A mark of code inside a word: where it is code, its text and the word become one; where it is none, they are two."""
_CLOSING: Final = re.compile(r"</[A-Za-z][\w-]*\s*>")
_NUMBER: Final = re.compile(r"^[\s>*+-]*\(?\d{1,9}[.)](?=\s)")
_ROUND: Final = re.compile(r"^[ \t]+o(?=[ \t]+\S)")
"""The letter that stands for a round sign of a list in plain text."""
_FIELD: Final = re.compile(r"^[\s-]*[\w-]+:(?=\s|$)")
_ADDRESS: Final = re.compile(r"(?:https?|mailto|tel):\S*")
_ELEMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)|</?([A-Za-z][\w-]*)[^<>]*>|<![^<>]*>", re.DOTALL)
_SAID: Final = re.compile(r"\s(alt|title|aria-label)\s*=\s*[\"']([^\"'<>]+)[\"']")
_MARKS: Final = frozenset({"a", "abbr", "b", "em", "i", "span", "strong", "sub", "sup", "u"})
_ECHOES: Final = frozenset({
    "guess-title", "guess-kind", "guess-subtitle", "guess-summary", "guess-section-title", "guess-heading",
    "guess-lines", "repair-lines", "guess-list", "guess-caption", "guess-gap", "front-moved", "story-incomplete",
    "html-block", "html-image",
    "guess-script-link", "guess-terms", "repair-fold", "repair-heading", "repair-link-place", "repair-picture-place",
    "repair-care", "guess-media-title",
    "html-unclosed",
})  # fmt: skip
"""Problems whose messages repeat words that are in the document: they prove nothing."""


def words(text: str) -> Iterator[str]:
    """Go through the words of a text, folded: runs of letters and digits."""
    for found in _WORD.finditer(text):
        yield found[0].casefold()


def source_words(text: str, *, markdown: bool) -> list[tuple[Counter[str], ...]]:
    """Count the words of each line, without markup: numbers of lists, names of fields, labels, ends of elements.

    A line that can be read in two ways, since a mark of code may be none, is counted in both.
    """
    counts: list[tuple[Counter[str], ...]] = []
    front = markdown and text.startswith("---\n")
    for number, line in enumerate(text.split("\n")):
        tick()
        if front and number and line.rstrip() == "---":
            front = False
        said = _NUMBER.sub("", line, count=1)
        if front:
            said = _FIELD.sub("", said, count=1)
        elif markdown:
            said = _ROLE.sub(r" \1 ", _FENCE.sub(" ", said, count=1))
            said = html.unescape(_CLOSING.sub(" ", _LABEL.sub("]", said)))
        else:
            said = _ROUND.sub("", said, count=1)
        readings = dict.fromkeys((said, _CODE.sub("", said) if markdown else said))
        counts.append(tuple(Counter(words(one)) for one in readings))
    return counts


def text_words(source: Source, *, markdown: bool) -> Words:
    """Count the words of a source, line by line, each with its place."""
    counts = source_words(source.text, markdown=markdown)
    return [(Spot(source.name, number, 1), readings) for number, readings in enumerate(counts, 1)]


def json_words(root: Raw, silent: frozenset[str]) -> Words:
    """Count the words of all strings of a tree, HTML taken out, but for addresses and the fields named in `silent`."""
    strings: list[Raw] = []
    stack = [root]
    while stack:
        raw = stack.pop()
        value = raw.value
        if isinstance(value, dict):
            stack.extend(one for name, one in reversed(value.items()) if name not in silent)
        elif isinstance(value, list):
            stack.extend(reversed(value))
        elif isinstance(value, str):
            strings.append(raw)
    return count_strings(strings)


def count_strings(strings: Iterable[Raw]) -> Words:
    """Count the words of strings, HTML taken out; addresses say nothing."""
    counted: Words = []
    for raw in strings:
        text = str(raw.value)
        if not _ADDRESS.fullmatch(text):
            counted.append((raw.spot, (Counter(words(bare(text))),)))
    return counted


_PROGRAM: Final = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)


def bare(text: str) -> str:
    """Give the words of a string that may hold HTML: without elements, with their text alternatives."""
    if "<" in text:
        text = _PROGRAM.sub(" ", text)
        said = " ".join(html.unescape(one[2]) for one in _SAID.finditer(text))
        text = f"{_ELEMENT.sub(_gap, text)} {said}"
    return html.unescape(text)


def _gap(found: re.Match[str]) -> str:
    """Give what an element leaves between two letters: marks inside a line part no word."""
    return "" if found[1] and found[1].lower() in _MARKS else " "


def raw_words(raws: Iterable[Raw]) -> Counter[str]:
    """Count the words in all strings of trees, names of kinds left out."""
    counted: Counter[str] = Counter()
    stack = list(raws)
    while stack:
        value = stack.pop().value
        if isinstance(value, dict):
            stack.extend(one for name, one in value.items() if name != "kind")
        elif isinstance(value, list):
            stack.extend(value)
        elif value is not None:
            counted.update(words(html.unescape(str(value))))
    return counted


def told_words(problems: Iterable[Problem]) -> Counter[str]:
    """Count the words in the messages of problems that say what was left out, with a line."""
    counted: Counter[str] = Counter()
    for problem in problems:
        if problem.code not in _ECHOES and problem.where.line:
            counted.update(words(html.unescape(problem.message)))
    return counted


def missing(lines: list[tuple[Counter[str], ...]], kept: Counter[str]) -> list[tuple[int, list[str]]]:
    """Give the words that were not kept, with the line (from 1) of each where the last of them stand.

    Of the readings of a line the one counts that lacks least.
    """
    left = kept.copy()
    found = []
    for number, readings in enumerate(lines, 1):
        tick()
        counts, gone = min(((one, _gone(one, left)) for one in readings), key=lambda pair: len(pair[1]))
        for word, count in counts.items():
            left[word] -= min(count, left[word])
        if gone:
            found.append((number, gone))
    return found


def _gone(counts: Counter[str], left: Counter[str]) -> list[str]:
    return [word for word, count in counts.items() for _ in range(count - left[word])]
