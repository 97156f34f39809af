"""The plain-text door: from lines to a document, by heuristics that each say what they guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

from a11y_content.model.document import DOCUMENTS
from a11y_content.model.raw import Raw, node
from a11y_content.parsing.limits import LIMIT_NODES, MAX_LINE_ENDS, MAX_LINES, MAX_NODES
from a11y_content.parsing.markdown.marks import words_of
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
from a11y_content.parsing.text.marked import Marked, read_marked
from a11y_content.parsing.text.stories import story
from a11y_content.parsing.text.words import CONTROL, QUESTION, STORY_TITLE, is_medical, topic
from a11y_content.parsing.yaml_front import YAML_DUPLICATE
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
    ends = source.text.count("\n")
    if ends > MAX_LINE_ENDS:
        return _beyond(source, f"the text has {ends:,} lines, blank ones too; {MAX_LINE_ENDS:,} are allowed")
    guesses = Guesses(source.name, marks=True)
    marked = read_marked(source)
    guesses.problems += marked.problems
    parts = split(source, marked.hidden, marked.lines)
    lines = sum(len(chunk.lines) for chunks in parts for chunk in chunks)
    if lines > MAX_LINES:
        return _beyond(source, f"the text has {lines:,} lines; {MAX_LINES:,} are allowed")
    count = sum(map(len, parts))
    if count > MAX_NODES:
        return _beyond(source, f"the text has {count:,} paragraphs; {MAX_NODES:,} are allowed")
    wide = wide_gap([chunk for chunks in parts for chunk in chunks])
    parts = [[part for chunk in without_controls(chunks, guesses) for part in apart(chunk)] for chunks in parts]
    front = marked.fields
    kind = marked.front.kind or kind
    named = "name" if _shape(kind) == "condition" else "title"
    title, subtitle = front.get("name", front.get("title")) if not kind else front.get(named), None
    given = title is not None
    if title is None:
        title, parts[0] = _title(source, parts[0], guesses, alone=len(parts) == 1)
    kind = kind or ("condition" if "name" in front else "page" if given else _kind(source, title, guesses))
    if _shape(kind) == "condition" and not given:
        subtitle, parts[0] = _subtitle(parts[0], guesses)
    body = Body(guesses, wide, words_of([title]), lang, separate=separate)
    for chunks, blocks in zip(parts, [*marked.blocks, []], strict=True):
        body.take(chunks, followed=bool(blocks))
        body.put(blocks)
    document = _with(
        _document(_shape(kind), lang, title, subtitle, body, summed="summary" in front), kind, marked, guesses
    )
    stories = [
        (name, story(one, lang=lang, condition=f"../{address}" if address else "", guesses=guesses))
        for name, one in body.stories
    ]
    return TextReading(document, stories, guesses.done())


def _beyond(source: Source, said: str) -> TextReading:
    start = Spot(source.name, 1, 1)
    return TextReading(node("page", start), problems=[LIMIT_NODES.at(start, said)])


def _shape(kind: str) -> str:
    """Give the kind of document whose fields the text fills: a misspelt kind is read as what it is near to."""
    return kind if kind in DOCUMENTS or not kind else DOCUMENTS.near(kind) or "page"


def _with(made: Raw, kind: str, marked: Marked, guesses: Guesses) -> Raw:
    """Put what the front matter and the fences say beside what the text gave."""
    fields = dict(made.value) if isinstance(made.value, dict) else {}
    for name, one in marked.fields.items():
        below = fields.get(name)
        if below is not None and isinstance(below.value, list) and below.value:
            said = f"`{name}` is given in the front matter and as the text below it"
            guesses.problems.append(YAML_DUPLICATE.at(one.spot, said))
    fields |= marked.fields
    fields["kind"] = marked.fields.get("kind", Raw(kind, made.spot))
    for name, more in (("glossary", marked.glossary), ("references", marked.references)):
        if more:
            known = fields.get(name)
            before = known.value if known is not None and isinstance(known.value, list) else []
            fields[name] = Raw([*before, *more], known.spot if known is not None else more[0].spot)
    spot = marked.front.spot if marked.fields else made.spot
    return Raw(fields, spot, marked.front.keys)


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


def _title(source: Source, chunks: list[Chunk], guesses: Guesses, *, alone: bool) -> tuple[Raw, list[Chunk]]:
    """Take the first line as the title, if it looks like one; else the file's name."""
    name = re.sub(r"[\W_]+", " ", PurePath(source.name).stem).strip() or "Untitled"
    if not chunks:
        if not alone:
            said = f"no line above the first fence can be the title; the name of the file became one: “{name}”"
            guesses.tell(GUESS_TITLE, Spot(source.name, 1, 1), said)
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


def _document(  # noqa: PLR0913  the parts of one document
    kind: str, lang: str, title: Raw, subtitle: Raw | None, body: Body, *, summed: bool
) -> Raw:
    made: dict[str, Raw] = {"kind": Raw(kind, title.spot)}
    made["name" if kind == "condition" else "title"] = title
    if lang:
        made["lang"] = Raw(lang, title.spot)
    if kind == "condition":
        if subtitle is not None:
            made["subtitle"] = subtitle
        if not summed:
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
