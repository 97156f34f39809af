"""After every oddity the text goes on: a marker behind it is in the page, or there is an error (L1, L2)."""

from __future__ import annotations

import pytest

from a11y_content.parsing import FORMATS, parse
from a11y_content.parsing.build import build_document
from a11y_content.parsing.source import clean, decode
from a11y_content.problem import ContentError, Level
from a11y_content.rendering import render
from tests.examples import some
from tests.security import fields
from tests.security.doors import FRONT, doors
from tests.security.pages import ASSETS
from tests.security.vectors import linked, texts

MARK = "zymurgy"


@pytest.mark.parametrize("name", [name for name in doors() if name not in {"json", "html in an attribute"}])
def test_the_text_behind_hostile_text_is_kept_or_an_error_says_why(name: str) -> None:
    """Words of scripts and the like are gone with a message; the marker stands in a paragraph of its own."""
    lost = []
    for one in some([*texts()[::4], *linked()[::25]]):
        documents, problems = doors()[name](f"{one.text}\n\n{MARK}\n")
        said = any(problem.level is Level.ERROR or MARK in problem.message for problem in problems)
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


_PAGE = '<!DOCTYPE html><html lang="en"><head><title>Words</title></head><body><main><h1>Words</h1><p>Words.</p>\n{}'
_OPEN = ("style", "script", "textarea", "title", "plaintext", "xmp", "iframe", "noembed", "noframes")
"""Elements whose text goes on to their end tag, whatever stands there."""


@pytest.mark.parametrize("name", _OPEN)
def test_an_element_that_takes_the_rest_of_the_page_is_an_error_where_it_begins(name: str) -> None:
    _, problems = parse(_PAGE.format(f"<p>a</p><{name} class=x>b<p>{MARK}"), "html", name="a.html")
    found = [one for one in problems if one.code == "html-unclosed"]
    assert [(one.level, str(one.where), MARK in one.message) for one in found] == [(Level.ERROR, "a.html:2:9", True)]


@pytest.mark.parametrize(
    "text", ["<style>a</style>", "<script></script >", "<TITLE>a</tItLe\n>", "<svg><style>a", "<style>"]
)
def test_what_is_closed_or_empty_or_takes_nothing_is_no_such_error(text: str) -> None:
    _, problems = parse(_PAGE.format(text), "html", name="a.html")
    assert "html-unclosed" not in {one.code for one in problems}


def test_a_script_that_hides_its_own_end_is_found() -> None:
    _, problems = parse(_PAGE.format(f"<script><!--<script></script><p>{MARK}"), "html", name="a.html")
    assert "html-unclosed" in {one.code for one in problems}


@pytest.mark.parametrize("name", ["style", "script"])
def test_open_styles_and_scripts_in_markdown_are_told_where_they_begin(name: str) -> None:
    _, problems = parse(f"{FRONT}One.\n\n<{name}>\n{MARK}\n\nTwo.\n", name="a.md")
    found = [one for one in problems if one.code == "html-unclosed"]
    assert [(one.level, one.where.line, MARK in one.message) for one in found] == [(Level.ERROR, 10, True)]
    _, problems = parse(f"{FRONT}One.\n\n<{name}>\na\n</{name}>\n\nTwo.\n", name="a.md")
    assert "html-unclosed" not in {one.code for one in problems}


@pytest.mark.parametrize(
    ("form", "text", "place"),
    [
        ("json", '{"kind": "page", "lang": "en",\n"title": "a\\u202eb", "body": "a"}', (2, 12)),
        ("markdown", '---\ntitle: "a\\u2067b"\nlang: en\n---\n\nText.\n', (2, 10)),
        ("markdown", '---\ntitle: "a\\U0000202Db"\nlang: en\n---\n\nText.\n', (2, 10)),
        ("markdown", f"{FRONT}Text &#8238;here.\n", (8, 6)),
        ("html", _PAGE.format("<p>a&#x202E;b"), (2, 5)),
        ("html", _PAGE.format("<p title='&#x0202a'>b"), (2, 11)),
    ],
)
def test_escapes_that_turn_the_text_around_are_told_at_their_place(
    form: str, text: str, place: tuple[int, int]
) -> None:
    _, problems = parse(text, form, name="a")
    found = [one for one in problems if one.code == "character-bidi"]
    assert [(one.where.line, one.where.column) for one in found] == [place]


@pytest.mark.parametrize("text", [r"{\\u202e}", "&#82381;", "&#x202e1;", r"\u2025", "&amp;#8238;"])
def test_what_only_looks_like_such_an_escape_is_not_told(text: str) -> None:
    assert clean("a", text)[1] == []
