"""Import: plain text and Markdown from elsewhere become documents, with a report of all that was done."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.build import build_document
from a11y_content.parsing.importing.faults import WORDS_LOST
from a11y_content.parsing.importing.front import Front, read_lines
from a11y_content.parsing.importing.repairs import Repairs
from a11y_content.parsing.importing.toml import toml_to_yaml
from a11y_content.parsing.importing.words import missing, raw_words, source_words, told_words
from a11y_content.parsing.limits import FATAL
from a11y_content.parsing.markdown import markdown_to_raw
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.source import FILE_EMPTY, Source, read_source
from a11y_content.parsing.text import read_text
from a11y_content.parsing.yaml_front import split_front
from a11y_content.problem import Level, Problem, Spot

_MARKDOWN: Final = frozenset({".md", ".markdown"})
_FRONT: Final = frozenset({"yaml-syntax", "yaml-duplicate", "yaml-extra", "front-matter-open"})
_BODY_FIELD: Final = re.compile(r"^(body|sections|lede|intro):", re.MULTILINE)
_BODIES: Final = ("lede", "sections", "body", "intro")


@dataclass(slots=True)
class Imported:
    """What one file gave: documents by name (a path without suffix, in which `/` parts folders), and what was done."""

    documents: list[tuple[str, Raw]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def import_file(path: Path, *, lang: str) -> Imported:
    """Import one file of Markdown (`.md`, `.markdown`) or of plain text; `lang` is BCP 47 where the file does not say.

    Every guess, repair and loss is a problem at its line in the source. What a check would still refuse is told too, as
    an error. Never raises on content; a file that cannot be read gives no document.
    """
    source, problems = read_source(path)
    if any(one.level is Level.ERROR for one in problems):
        return Imported(problems=problems)
    made = import_source(source, path, lang=lang)
    made.problems = _sorted([*problems, *made.problems])
    return made


def import_source(source: Source, path: Path, *, lang: str) -> Imported:
    """Import a source that was read already, as `import_file` does; `path` tells its format and its neighbours."""
    if not source.text.strip():
        return Imported(problems=[FILE_EMPTY.at(Spot(source.name), "the document is empty")])
    markdown = path.suffix.lower() in _MARKDOWN
    if markdown:
        source = toml_to_yaml(source)
    made = _markdown(source, path, lang) if markdown else _text(source, path, lang)
    if any(one.code in FATAL for one in made.problems):
        return Imported(problems=_sorted(made.problems))
    made.problems += _lost(source, made, markdown=markdown)
    made.problems += _refused(made, lang)
    made.problems = _sorted(made.problems)
    return made


def site_toml(title: str, lang: str) -> str:
    """Give the smallest `site.toml` for a folder that has none, so that what was imported can be built."""
    return f"# Settings of the site.\ntitle = {_toml(title)}\nlang = {_toml(lang)}\n"


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _sorted(problems: list[Problem]) -> list[Problem]:
    return sorted(dict.fromkeys(problems), key=lambda one: one.where)


def _text(source: Source, path: Path, lang: str) -> Imported:
    made = read_text(source, lang=lang, separate=True, address=path.stem)
    return Imported([(path.stem, made.document), *made.stories], made.problems)


def _markdown(source: Source, path: Path, lang: str) -> Imported:
    end, start, _ = split_front(source)
    if end and source.text[start:].strip():  # a field of that name would keep the text below it out of the document
        source = Source(source.name, _BODY_FIELD.sub(r"\1_:", source.text[:end]) + source.text[end:])
        end, start, _ = split_front(source)
    raw, problems = markdown_to_raw(source, foreign=True)
    if end and any(
        one.code == "yaml-syntax" and one.where.line <= source.text.count("\n", 0, end) + 1 for one in problems
    ):
        front, unread = read_lines(source, end)
        given = raw.value if isinstance(raw.value, dict) else {}
        lines = front.value if isinstance(front.value, dict) else {}
        if "title" in given and "title" in lines:  # the text's first heading; the front matter's title comes first
            lines["heading"] = given["title"]
        raw = Raw({**given, **lines}, raw.spot, {**front.keys, **raw.keys})
        problems += unread
    problems = [_quoting(source, one) if one.code in _FRONT else one for one in problems]
    given = raw.value if isinstance(raw.value, dict) else {}
    repairs = Repairs(path, _ids(given.get("references")))
    if "references" in given:  # before they are judged as a field: one mark too many must not cost them all
        repairs.blocks(given["references"], "")
    front_reader = Front(source, raw, lang)
    document = front_reader.read()
    problems += front_reader.problems
    fields = document.value if isinstance(document.value, dict) else {}
    repairs.references = _ids(fields.get("references"))
    title = words_of([fields.get("title") or fields.get("name") or Raw("")])
    for name in _BODIES:
        if name in fields:
            repairs.blocks(fields[name], title)
    return Imported([(path.stem, document)], [*problems, *repairs.problems])


def _quoting(source: Source, problem: Problem) -> Problem:
    """Say the line of a problem of the front matter in its message, since its words are nowhere else."""
    line = source.excerpt(problem.where).strip()
    return replace(problem, level=Level.WARNING, message=f"{problem.message}; the line is `{line}`")


def _ids(references: Raw | None) -> set[str]:
    found = references.value if references is not None and isinstance(references.value, list) else []
    return {str(one.value["id"].value) for one in found if isinstance(one.value, dict) and "id" in one.value}


def _lost(source: Source, made: Imported, *, markdown: bool) -> list[Problem]:
    """Tell of every word that is neither in the documents nor in the report so far: nothing is lost in silence."""
    trees = [tree for _, raw in made.documents for tree in (raw, Raw(raw.kind))]
    kept = raw_words(trees) + told_words(made.problems)
    problems = []
    for number, gone in missing(source_words(source.text, markdown=markdown), kept):
        message = f"these words are not in the document: {' '.join(gone)}"
        problems.append(WORDS_LOST.at(Spot(source.name, number, 1), message))
    return problems


def _refused(made: Imported, lang: str) -> list[Problem]:
    """Tell what a check will refuse in spite of the repairs, at the source's own lines."""
    from a11y_content import rules  # noqa: PLC0415  loads every kind of block; an import of nothing needs none

    problems: list[Problem] = []
    for _, raw in made.documents:
        document, found = build_document(raw, lang=lang)
        problems += found
        if document is not None:
            problems += rules.check(document)
    return [one for one in problems if one.level is Level.ERROR]
