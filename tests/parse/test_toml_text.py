"""TOML that would end Python's stack or memory is refused at its place; ordinary TOML is read as it is."""

import time

import pytest

from a11y_content.parsing.source import Source
from a11y_content.parsing.toml_text import MAX_TOML, beyond_limits, read_toml

FINE = 'a = "[[["\nb = [[1, 2], [3]]\nc = """[[[ " "" \\""" x"""\nd = \'\'\'[[\'\'\'\n# [[[[\n[a1.b.c]\nx.y = 1.5\n'


def test_brackets_in_texts_and_comments_do_not_count() -> None:
    values, problems = read_toml(Source("site.toml", FINE))
    assert problems == []
    assert values is not None
    assert values["b"] == [[1, 2], [3]]


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("a = " + "[" * 65, "limit-depth", 69),
        ("a = " + "{b=" * 65, "limit-depth", 197),
        (".".join(["a"] * 20_000) + " = 1", "limit-depth", 2),
        ("[" + ".".join(["'a'"] * 20_000) + "]", "limit-depth", 5),
        ("a = " + "9" * 5_000, "toml-number", 5),
        ("#" * MAX_TOML + "x", "limit-size", MAX_TOML + 1),
    ],
)
def test_what_is_beyond_the_limits_is_refused_at_its_place(text: str, code: str, column: int) -> None:
    values, (problem,) = read_toml(Source("site.toml", text))
    assert values is None
    assert (problem.code, problem.where.column) == (code, column)


@pytest.mark.parametrize(
    "text", ['\\"' * 300_000, '"""\\' * 200_000, "'''" * 300_001, '"a\n' * 200_000, "a.\n" * 300_000]
)
def test_looking_is_linear(text: str) -> None:
    started = time.process_time()
    beyond_limits(Source("site.toml", text))
    assert time.process_time() - started < 2
