"""After every oddity the text goes on: a marker behind it is in the page, or there is an error (L1, L2)."""

from __future__ import annotations

import pytest

from a11y_content.parsing import FORMATS, parse
from a11y_content.parsing.build import build_document
from a11y_content.parsing.source import clean, decode
from a11y_content.problem import ContentError, Level
from a11y_content.rendering import render
from tests.security import fields
from tests.security.doors import FRONT, doors
from tests.security.pages import ASSETS
from tests.security.vectors import linked, texts

MARK = "zymurgy"
_RAW = ("<style", "<script", "<title", "<textarea", "<xmp", "<iframe", "<noembed", "<noframes", "<template", "<!--")


@pytest.mark.parametrize("name", [name for name in doors() if name not in {"json", "html in an attribute"}])
def test_the_text_behind_hostile_text_is_kept_or_an_error_says_why(name: str) -> None:
    """Words of scripts and the like are gone with a message; the marker stands in a paragraph of its own."""
    lost = []
    for one in [*texts()[::4], *linked()[::25]]:
        documents, problems = doors()[name](f"{one.text}\n\n{MARK}\n")
        # An open style or script takes the rest of the page, in browsers too: that it was left out is told.
        told = "html" in name and any(tag in one.text.lower() for tag in _RAW) and problems
        said = told or any(problem.level is Level.ERROR or MARK in problem.message for problem in problems)
        try:
            kept = any(MARK in render(document, assets=ASSETS) for document in documents)
        except ContentError:
            kept = True
        if not (kept or said):
            lost.append(one.name)
    assert lost == []


def test_every_field_keeps_what_stands_behind_an_odd_character() -> None:
    for one in [one for one in texts() if one.group == "characters"][::5]:

        def fill(field: fields.Field, text: str = one.text) -> str | None:
            free = field.want in fields.FREE and field.name not in {*fields.ADDRESS_FIELDS, "ref"}
            return f"{text}{MARK}" if free else None

        for record in fields.documents(fill):
            document, _ = build_document(fields.raw(record))
            assert document is not None
            page = render(document, assets=ASSETS)
            tame = render(build_document(fields.raw(_as_tame(record, one.text)))[0], assets=ASSETS)  # type: ignore[arg-type]
            assert page.count(MARK) >= tame.count(MARK), one.name


def _as_tame(value: object, text: str) -> object:
    """Give a record with the odd text left out, the marker alone."""
    if isinstance(value, dict):
        return {name: _as_tame(one, text) for name, one in value.items()}
    if isinstance(value, list):
        return [_as_tame(one, text) for one in value]
    return value.replace(text, "") if isinstance(value, str) else value


@pytest.mark.parametrize("levels", [21, 99, 257, 2049])
def test_deep_text_is_kept_or_refused(levels: int) -> None:
    for form, text in {
        "markdown": FRONT + "> " * levels + MARK,
        "html": f'<html lang="en"><title>x</title><h1>x</h1>{"<blockquote>" * levels}<p>{MARK}',
    }.items():
        if form in FORMATS:
            document, problems = parse(text, format=form, name="a", lang="en", kind="page")
            refused = any(one.level is Level.ERROR for one in problems)
            assert refused or (document is not None and MARK in render(document, assets=ASSETS)), form


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_beyond_the_limit_is_refused_as_a_whole(form: str) -> None:
    document, problems = parse("word " * 2_020_000 + MARK, format=form, name="a", lang="en", kind="page")
    assert document is None
    assert [one.code for one in problems] == ["limit-size"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a\xffb", "encoding"),
        (b"caf\xe9", "encoding"),
        (b"a\xed\xa0\x80b", "encoding"),
        (b"a\xc0\xafb", "encoding"),
        (b"a\x00b", "file-binary"),
        ("\ufeffword".encode(), ""),
        ("\ufeffword".encode("utf-16-le"), ""),
        ("\ufeffword".encode("utf-16-be"), ""),
        ("word".encode("utf-16-le"), "file-binary"),
    ],
)
def test_bytes_are_never_guessed(data: bytes, code: str) -> None:
    source, problems = decode("a.md", data)
    assert [one.code for one in problems] == ([code] if code else [])
    assert source.text == ("" if code else "word")


def test_characters_that_turn_the_text_around_are_kept_and_told() -> None:
    source, problems = clean("a.md", "one\ntwo \u202etxet\u202c three \u2067four\u2069")
    assert "\u202etxet\u202c" in source.text
    assert [(one.code, one.level, one.where.line, one.where.column) for one in problems][:2] == [
        ("character-bidi", Level.REVIEW, 2, 5),
        ("character-bidi", Level.REVIEW, 2, 10),
    ]
    assert clean("a.md", "שלום\u200f abc\u200e é")[1] == []
