"""Markdown from elsewhere: its front matter moved, its text mended."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.importing.adapters import Imported, Opened, importer
from a11y_content.parsing.importing.front import Front, read_lines
from a11y_content.parsing.importing.repairs import Repairs
from a11y_content.parsing.importing.toml import toml_to_yaml
from a11y_content.parsing.importing.words import Words, text_words
from a11y_content.parsing.limits import FATAL
from a11y_content.parsing.markdown import markdown_to_raw
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.source import Source
from a11y_content.parsing.yaml_front import split_front
from a11y_content.problem import Level, Problem

_FRONT: Final = frozenset({"yaml-syntax", "yaml-duplicate", "yaml-extra", "front-matter-open"})
_BODY_FIELD: Final = re.compile(r"^(body|sections|lede|intro):", re.MULTILINE)
_BODIES: Final = ("lede", "sections", "body", "intro")


def _words(opened: Opened) -> Words:
    return text_words(toml_to_yaml(opened.source), markdown=True)


@importer("markdown", suffixes=(".md", ".markdown"), words=_words)
def import_markdown(opened: Opened) -> Imported:
    """Markdown of other programs: front matter in YAML or TOML, raw HTML, templates."""
    source = toml_to_yaml(opened.source)
    end, start, _ = split_front(source)
    if end and source.text[start:].strip():  # a field of that name would keep the text below it out of the document
        source = Source(source.name, _BODY_FIELD.sub(r"\1_:", source.text[:end]) + source.text[end:])
        end, start, _ = split_front(source)
    raw, problems = markdown_to_raw(source, foreign=True)
    if any(one.code in FATAL for one in problems):
        return Imported(problems=problems)
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
    repairs = Repairs(opened.path, _ids(given.get("references")))
    if "references" in given:  # before they are judged as a field: one mark too many must not cost them all
        repairs.blocks(given["references"], "")
    front_reader = Front(source, raw, opened.lang)
    document = front_reader.read()
    problems += front_reader.problems
    fields = document.value if isinstance(document.value, dict) else {}
    repairs.references = _ids(fields.get("references"))
    title = words_of([fields.get("title") or fields.get("name") or Raw("")])
    for name in _BODIES:
        if name in fields:
            repairs.blocks(fields[name], title)
    return Imported([(opened.path.stem, document)], [*problems, *repairs.problems])


def _quoting(source: Source, problem: Problem) -> Problem:
    """Say the line of a problem of the front matter in its message, since its words are nowhere else."""
    line = source.excerpt(problem.where).strip()
    return replace(problem, level=Level.WARNING, message=f"{problem.message}; the line is `{line}`")


def _ids(references: Raw | None) -> set[str]:
    found = references.value if references is not None and isinstance(references.value, list) else []
    return {str(one.value["id"].value) for one in found if isinstance(one.value, dict) and "id" in one.value}
