"""Every code of the parser has a file that shows it and nothing else, at an exact place, and is clean once mended."""

import importlib
import pkgutil
from pathlib import Path

import pytest

import a11y_content
from a11y_content.parsing import parse
from a11y_content.problem import Fault, Level, Problem

BROKEN = Path(__file__).parents[2] / "fixtures" / "broken"
CARE = "- the arm feels weak\n"
DAYS = "Rest for two days.\n"

ROWS = {
    "character-control": (8, 13, "\x07", ""),
    "date-invalid": (6, 12, "02-30", "02-28"),
    "document-lang": (1, 1, "kind: page\n", "kind: page\nlang: en\n"),
    "fence-body": (10, 1, "Write to us.\n", ""),
    "fence-braces": (8, 1, ":::care", ":::{care}"),
    "fence-open": (8, 1, CARE, f"{CARE}:::\n"),
    "fence-stray": (10, 1, "\n:::\n", ""),
    "fence-unknown": (8, 1, "caer", "care"),
    "field-choice": (8, 11, "emergancy", "emergency"),
    "field-missing": (1, 1, "kind: page\n", "kind: page\ntitle: Rest\n"),
    "field-type": (6, 9, "review: yes", "review: {last: 2026-01-31}"),
    "field-unknown": (5, 1, "tag_line: New\n", ""),
    "footnote-blocks": (12, 5, "\n    It has", " It has"),
    "front-matter-open": (1, 1, "fault.\n", "fault.\n---\n"),
    "heading-attributes": (8, 1, " {#rest}", ""),
    "heading-one": (8, 1, "# Rest", "## Rest"),
    "heading-skip": (12, 1, "####", "###"),
    "image-inline": (8, 9, "![a person lies on one side](rest.svg) ", ""),
    "kind-unknown": (2, 7, "pge", "page"),
    "lang-invalid": (4, 7, "english", "en"),
    "limit-depth": (8, 199, "> " * 120, ""),
    "link-title": (8, 6, ' "a leaflet"', ""),
    "link-undefined": (8, 6, "[leaflet]", "(https://example.org/rest)"),
    "link-unused": (10, 1, "[leaflet]: https://example.org/rest\n", ""),
    "markdown-code": (8, 6, "`", ""),
    "markdown-rule": (10, 1, "***\n\n", ""),
    "raw-html": (8, 10, "<b>two days</b>", "two days"),
    "role-unknown": (8, 17, "langg", "lang"),
    "strikethrough": (8, 10, "~~ten~~ ", ""),
    "yaml-duplicate": (5, 1, "lang: es\n", ""),
    "yaml-extra": (4, 7, "&l ", ""),
    "yaml-syntax": (5, 18, "holds:", "holds"),
}
"""Code: line, column, what is wrong in the file, and what mends it."""
ELSEWHERE = {
    "encoding", "file-binary", "file-empty", "file-folder", "file-missing", "file-unreadable",  # test_source.py
    "json-duplicate", "json-syntax",  # test_json.py
    "character-bidi", "html-unclosed",  # tests/security/test_nothing_lost.py
    "limit-markup", "limit-nodes", "limit-size", "limit-time",  # test_hostile.py, test_html_limits.py
    "markup-lost",  # test_build.py
}  # fmt: skip


def declared() -> set[str]:
    """The codes of the parser, but those of the doors for text and HTML and of the importer."""
    package = importlib.import_module("a11y_content.parsing")
    names = [one.name for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    others = {"text", "importing", "writing", "html", "repair_faults", "toml_text", "charsets"}
    ours = [name for name in names if name.split(".")[2] not in others]
    modules = (importlib.import_module(name) for name in ours)
    return {one.code for module in modules for one in vars(module).values() if isinstance(one, Fault)}


def read(code: str) -> str:
    return (BROKEN / f"{code}.md").read_text("utf-8")


def problems_of(text: str, code: str) -> list[Problem]:
    return a11y_content.parse(text, name=f"{code}.md")[1]


def test_every_code_of_the_parser_is_shown_somewhere() -> None:
    assert declared() == {*ROWS, *ELSEWHERE}


@pytest.mark.parametrize("code", ROWS)
def test_the_broken_file_has_this_problem_alone_at_its_place(code: str) -> None:
    line, column, wrong, _ = ROWS[code]
    text = read(code)
    assert wrong in text
    found = [one for one in problems_of(text, code) if one.level is not Level.REVIEW]
    assert [one.code for one in found] == [code]
    assert (found[0].where.file, found[0].where.line, found[0].where.column) == (f"{code}.md", line, column)
    assert found[0].hint


@pytest.mark.parametrize("code", ROWS)
def test_the_mended_file_has_no_problem(code: str) -> None:
    _, _, wrong, right = ROWS[code]
    document, found = parse(read(code).replace(wrong, right), name=f"{code}.md")
    assert document is not None
    assert [one.line() for one in found] == []
