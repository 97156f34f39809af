"""Parse: from an author's text to a typed document, with every problem at its line and column.

A door is a function from a `Source` to a located tree; `FORMATS` names them, `SUFFIXES` tells them by file name.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from a11y_content.effort import SECONDS, OutOfTimeError, effort
from a11y_content.model.document import Document
from a11y_content.model.raw import Raw
from a11y_content.parsing.build import build
from a11y_content.parsing.json_text import UNREAD as JSON_UNREAD
from a11y_content.parsing.json_text import json_to_raw
from a11y_content.parsing.limits import FATAL, LIMIT_TIME
from a11y_content.parsing.markdown import markdown_to_raw
from a11y_content.parsing.source import FILE_EMPTY, Source, clean, read_source
from a11y_content.parsing.text import text_to_raw
from a11y_content.parsing.yaml_front import UNREAD as FRONT_UNREAD
from a11y_content.problem import ContentError, Level, Problem, Spot, UsageError

__all__ = ["FORMATS", "Format", "format_of", "kind_of", "load", "parse", "parse_source", "read"]


class Format(NamedTuple):
    """A door: the suffixes of its files, and the function from a source and a kind of document to the tree."""

    suffixes: tuple[str, ...]
    door: Callable[[Source, str], tuple[Raw, list[Problem]]]


def _markdown(source: Source, kind: str) -> tuple[Raw, list[Problem]]:
    return markdown_to_raw(source, kind=kind)


def _text(source: Source, kind: str) -> tuple[Raw, list[Problem]]:
    return text_to_raw(source, kind=kind)


def _html(source: Source, kind: str) -> tuple[Raw, list[Problem]]:
    from a11y_content.parsing.html import html_to_raw  # noqa: PLC0415  few sites have HTML; its parser is large

    return html_to_raw(source, kind)


UNREAD: Final = FRONT_UNREAD | JSON_UNREAD
"""Codes after which the fields of a document are not known."""
FORMATS: Final[dict[str, Format]] = {
    "markdown": Format((".md", ".markdown"), _markdown),
    "text": Format((".txt",), _text),
    "json": Format((".json",), json_to_raw),
    "html": Format((".html", ".htm", ".xhtml"), _html),
}
ALIASES: Final = {"md": "markdown", "txt": "text"}
FOLDERS: Final = {"conditions": "condition", "stories": "story"}
"""Kinds of document by the folder that they stand in."""


def format_of(path: str | Path) -> str:
    """Give the name of the format that a file's suffix tells; empty where none does."""
    suffix = Path(path).suffix.lower()
    return next((name for name, one in FORMATS.items() if suffix in one.suffixes), "")


def kind_of(path: str | Path) -> str:
    """Give the kind of document that a file's folder tells (the nearest known one); empty where none does."""
    return next((FOLDERS[folder.name] for folder in Path(path).parents if folder.name in FOLDERS), "")


def parse(
    text: str,
    format: str = "markdown",  # noqa: A002  the public name of the setting
    name: str = "draft.md",
    *,
    lang: str = "",
    kind: str = "",
) -> tuple[Document | None, list[Problem]]:
    """Parse a text: the document, or None where there is none, and every problem. Never raises on content.

    `format` is a name of `FORMATS`, or `md`; an unknown one raises `UsageError`. `lang` (BCP 47) and `kind` stand in
    where the text does not say.
    """
    source, problems = clean(name, text)
    return _finish(source, problems, format, lang, kind)


def parse_source(
    source: Source,
    format: str = "markdown",  # noqa: A002  the public name of the setting
    *,
    lang: str = "",
    kind: str = "",
    judge: bool = True,
) -> tuple[Document | None, list[Problem]]:
    """Parse a source that was read already, as `parse` does; without `judge` the rules are left to the caller."""
    return _finish(source, [], format, lang, kind, judge=judge)


def _finish(  # noqa: PLR0913  what the two public functions take
    source: Source, problems: list[Problem], name: str, lang: str, kind: str, *, judge: bool = True
) -> tuple[Document | None, list[Problem]]:
    door = FORMATS.get(ALIASES.get(name, name))
    if door is None:
        raise UsageError(f"unknown format {name!r}: expected one of {', '.join(FORMATS)}")
    if any(one.code in FATAL for one in problems):
        return None, problems
    if not source.text.strip():
        return None, [*problems, FILE_EMPTY.at(Spot(source.name), "the document is empty")]
    found = list(problems)
    try:
        with effort():
            return _read(source, problems, door, lang, kind, judge=judge)
    except OutOfTimeError:
        return None, [*found, LIMIT_TIME.at(Spot(source.name, 1, 1), f"it was not read within {SECONDS:.0f} seconds")]


def _read(  # noqa: PLR0913  what `_finish` takes
    source: Source, problems: list[Problem], door: Format, lang: str, kind: str, *, judge: bool
) -> tuple[Document | None, list[Problem]]:
    raw, more = door.door(source, kind)
    problems += more
    if any(one.code in FATAL for one in problems):
        return None, problems
    document, more, draft = build(raw, lang=lang, kind=kind)
    if any(one.code in UNREAD for one in problems):  # its fields may all be there: only what stands below is judged
        document = None
        more = [one for one in more if one.where != raw.spot]
    problems += more
    judged = draft if document is None else document if judge else None
    if judged is not None:
        from a11y_content import rules  # noqa: PLC0415  a program that only imports content needs no rules

        found = rules.check(judged, source=source.name)
        problems += [one for one in found if document or (one.where and one.where != raw.spot)]
    return document, sorted(problems, key=lambda one: one.where)


def read(path: str | Path, name: str = "") -> tuple[str, list[Problem]]:
    """Read a file as text: (text, problems); the text is empty where nothing could be read."""
    source, problems = read_source(path, name)
    return source.text, problems


def load(path: str | Path, *, lang: str = "", kind: str = "") -> Document:
    """Load one content file; raises `ContentError` with every problem where there is an error among them."""
    source, problems = read_source(path)
    document = None
    if not any(one.level is Level.ERROR for one in problems):
        name = format_of(path)
        if not name:
            known = ", ".join(suffix for one in FORMATS.values() for suffix in one.suffixes)
            raise UsageError(f"{path}: unknown kind of file; expected one of {known}")
        document, more = _finish(source, problems, name, lang, kind or kind_of(path))
        problems = more
    if document is None or any(one.level is Level.ERROR for one in problems):
        raise ContentError(problems)
    return document
