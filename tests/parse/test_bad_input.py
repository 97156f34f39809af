"""The rows of bad input that a parser meets: each one clear problem at its place, no exception."""

import pytest

from a11y_content.parsing import parse
from a11y_content.problem import Level

PAGE = "---\nkind: page\ntitle: A page\nlang: en\nsummary: A page.\n---\n\n"
BODY = "Some words.\n"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (PAGE.replace("summary", "sumary") + BODY, "field-unknown", "5:1"),
        (PAGE + ":::{caer} urgent Call us if\nit hurts\n:::\n", "fence-unknown", "8:1"),
        (PAGE + ":::{care} emergancy Call us if\nit hurts\n:::\n", "field-choice", "8:11"),
        (PAGE + "![](neck.svg)\n", "alt-missing", "8:1"),
        (PAGE.replace("---\n\n", "published: 2026-02-30\n---\n\n") + BODY, "date-invalid", "6:12"),
        (PAGE.replace("lang: en", "lang: xq-zz-yy") + BODY, "lang-invalid", "4:7"),
        (PAGE.replace("lang: en", "lang: en\nlang: es") + BODY, "yaml-duplicate", "5:1"),
        (PAGE + "a <b>b</b>\n", "raw-html", "8:3"),
        (PAGE + "<p onclick='x()'>a</p>\n", "raw-html", "8:1"),
        (PAGE + "```\ncode\n```\n", "markdown-code", "9:1"),
        (PAGE + ">" * 10_000 + " a\n", "limit-depth", "8:100"),
        (PAGE + "- " * 10_000 + "a\n", "limit-depth", "8:99"),
        ("", "file-empty", ""),
        ("a" * 10_000_001, "limit-size", ""),
    ],
)
def test_bad_input_is_one_error_at_its_place(text: str, code: str, place: str) -> None:
    _, problems = parse(text, name="bad.md")
    errors = [one for one in problems if one.level is Level.ERROR]
    assert [(one.code, str(one.where)) for one in errors] == [(code, f"bad.md:{place}" if place else "bad.md")]
    assert errors[0].hint
    assert len(errors[0].line()) <= 500


def test_lang_no_is_norwegian() -> None:
    document, problems = parse(PAGE.replace("lang: en", "lang: no") + BODY)
    assert document is not None
    assert document.lang == "no"
    assert problems == []
