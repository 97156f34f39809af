"""The plain-text door: from lines to a document, by heuristics that each say what they guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.limits import LIMIT_NODES, MAX_NODES
from a11y_content.parsing.source import Source
from a11y_content.parsing.text.body import Body
from a11y_content.parsing.text.guess import (
    GUESS_KIND,
    GUESS_SUBTITLE,
    GUESS_SUMMARY,
    GUESS_TITLE,
    LEFT_OUT,
    Guesses,
)
from a11y_content.parsing.text.inlines import join, sentences
from a11y_content.parsing.text.lines import Chunk, Line, apart, ends_sentence, mark, split, wide_gap
from a11y_content.parsing.text.stories import story
from a11y_content.parsing.text.words import CONTROL, QUESTION, STORY_TITLE, is_medical, topic
from a11y_content.problem import Problem, Spot

_LONGEST_TITLE: Final = 120
_LONGEST_SUBTITLE: Final = 100
_TITLE_WORDS: Final = 14
_SUMMARY: Final = 300
_SUMMARY_SENTENCES: Final = 2


@dataclass(slots=True)
class TextReading:
    """What a plain text gave: the document, and with `apart` the files of its stories by name."""

    document: Raw
    stories: list[tuple[str, Raw]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def text_to_raw(source: Source, *, kind: str = "", lang: str = "") -> tuple[Raw, list[Problem]]:
    """Read plain text as one document; `kind` and `lang` (BCP 47) are set where the caller knows them.

    Every guess is a problem of level `review` at its line. Never raises on content.
    """
    made = read_text(source, kind=kind, lang=lang)
    return made.document, made.problems


def read_text(
    source: Source, *, kind: str = "", lang: str = "", separate: bool = False, address: str = ""
) -> TextReading:
    """Read plain text; with `separate`, beginnings of stories become files of their own, and the page links to them.

    `address` is the name that the document's file will have; the stories link back to it.
    """
    guesses = Guesses(source.name)
    chunks = split(source)
    lines = sum(len(chunk.lines) for chunk in chunks)
    if lines * 2 > MAX_NODES:
        said = f"the text has {lines:,} lines; {MAX_NODES // 2:,} are allowed"
        return TextReading(
            node("page", Spot(source.name, 1, 1)), problems=[LIMIT_NODES.at(Spot(source.name, 1, 1), said)]
        )
    wide = wide_gap(chunks)
    chunks = [part for chunk in without_controls(chunks, guesses) for part in apart(chunk)]
    title, chunks = _title(source, chunks, guesses)
    kind = kind or _kind(source, title, guesses)
    subtitle = None
    if kind == "condition":
        subtitle, chunks = _subtitle(chunks, guesses)
    body = Body(guesses, wide, str(title.value), lang, separate=separate)
    body.take(chunks)
    document = _document(kind, lang, title, subtitle, body)
    stories = [
        (name, story(one, lang=lang, condition=f"../{address}" if address else "", guesses=guesses))
        for name, one in body.stories
    ]
    return TextReading(document, stories, guesses.done())


def without_controls(chunks: list[Chunk], guesses: Guesses) -> list[Chunk]:
    """Leave out the lines that were controls of the page that the text was copied from, and say which."""
    kept = []
    gap = 0
    for chunk in chunks:
        lines = [line for line in chunk.lines if not (CONTROL.fullmatch(line.text) and _leave_out(line, guesses))]
        if lines:
            kept.append(Chunk(lines, max(gap, chunk.gap)))
            gap = 0
        else:
            gap = max(gap, chunk.gap)
    return kept


def _leave_out(line: Line, guesses: Guesses) -> bool:
    said = "is a control of the page that the text was copied from; it was left out"
    return guesses.room(LEFT_OUT) and guesses.tell(LEFT_OUT, line.spot, f"“{line.text}” {said}")


def _title(source: Source, chunks: list[Chunk], guesses: Guesses) -> tuple[Raw, list[Chunk]]:
    """Take the first line as the title, if it looks like one; else the file's name."""
    name = re.sub(r"[\W_]+", " ", PurePath(source.name).stem).strip() or "Untitled"
    if not chunks:
        return Raw(name, Spot(source.name, 1, 1)), chunks
    first = chunks[0].lines[0]
    rest = chunks[0].lines[1:]
    wrapped = bool(rest) and (rest[0].text[:1].islower() or len(rest[0].text) > len(first.text) > _LONGEST_TITLE // 2)
    sentence = (
        ends_sentence(first.text) and not first.text.endswith("?") and len(first.text.split()) > _TITLE_WORDS // 2
    )
    if mark(first) is not None or len(first.text) > _LONGEST_TITLE or wrapped or sentence:
        guesses.tell(
            GUESS_TITLE, first.spot, f"no first line looks like a title; the name of the file became one: “{name}”"
        )
        return Raw(name, first.spot), chunks
    title = join([first], guesses)
    title.value = re.sub(r"^#{1,6} +", "", str(title.value))
    guesses.tell(GUESS_TITLE, first.spot, f"the first line became the title: “{title.value}”")
    return title, [Chunk(rest, 0), *chunks[1:]] if rest else chunks[1:]


def _subtitle(chunks: list[Chunk], guesses: Guesses) -> tuple[Raw | None, list[Chunk]]:
    """Take a short second line as the subtitle, unless it reads like the heading of a part."""
    if not chunks or not chunks[0].alone or len(chunks) == 1:
        return None, chunks
    line = chunks[0].lines[0]
    count = len(line.text.split())
    if (
        ends_sentence(line.text)
        or mark(line) is not None
        or len(line.text) > _LONGEST_SUBTITLE
        or count > _TITLE_WORDS
        or line.text.startswith("#")
        or QUESTION.fullmatch(line.text)
        or (topic(line.text) and count <= 3)  # noqa: PLR2004  as in “Symptoms and signs”
        or mark(chunks[1].lines[0]) is not None
        or STORY_TITLE.fullmatch(line.text)
    ):
        return None, chunks
    guesses.tell(GUESS_SUBTITLE, line.spot, f"the short line under the title became the subtitle: “{line.text}”")
    return join([line], guesses), chunks[1:]


def _kind(source: Source, title: Raw, guesses: Guesses) -> str:
    if is_medical(source.text):
        said = "the text speaks of symptoms, diagnosis, treatment or the like: it was read as a condition"
        guesses.tell(GUESS_KIND, title.spot, said)
        return "condition"
    guesses.tell(GUESS_KIND, title.spot, "the text was read as a page of no special kind")
    return "page"


def _document(kind: str, lang: str, title: Raw, subtitle: Raw | None, body: Body) -> Raw:
    made: dict[str, Raw] = {"kind": Raw(kind, title.spot)}
    made["name" if kind == "condition" else "title"] = title
    if lang:
        made["lang"] = Raw(lang, title.spot)
    if kind == "condition":
        if subtitle is not None:
            made["subtitle"] = subtitle
        made["summary"] = _summary(body, title)
        lede, sections = body.parts()
        if lede:
            made["lede"] = Raw(lede, lede[0].spot)
        made["sections"] = Raw(sections, sections[0].spot if sections else title.spot)
    elif kind == "story":
        found = STORY_TITLE.fullmatch(str(title.value))
        if found:
            made["person"] = Raw({"display": Raw(found["a"] or found["b"], title.spot)}, title.spot)
        made["body"] = Raw(body.blocks(), title.spot)
    elif kind == "index":
        made["intro"] = Raw(body.blocks(), title.spot)
    else:
        made["body"] = Raw(body.blocks(), title.spot)
    return Raw(made, title.spot)


def _summary(body: Body, title: Raw) -> Raw:
    guesses = body.guesses
    first = body.first
    if first is None:
        guesses.tell(GUESS_SUMMARY, title.spot, "there is no paragraph to take a summary from; the title stands for it")
        return Raw(title.value, title.spot)
    text = sentences(str(first.value), _SUMMARY_SENTENCES, _SUMMARY)
    guesses.tell(GUESS_SUMMARY, first.spot, f"the beginning of the first paragraph became the summary: “{text}”")
    return Raw(text, first.spot)
