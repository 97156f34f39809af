"""Input made to hurt ends within 5 seconds of one core, as a document or as one error; nothing crashes."""

import time
from collections.abc import Callable

import pytest

from a11y_content.parsing import FORMATS
from a11y_content.parsing.build import build_document
from a11y_content.parsing.limits import FATAL, MAX_DEPTH
from a11y_content.parsing.source import clean

FRONT = "---\nkind: page\ntitle: Any\nlang: en\nsummary: Any.\n---\n\n"
N = 10_000
TOO_DEEP: dict[str, Callable[[], str]] = {
    "10,000 quotes": lambda: "> " * N + "a",
    "100,000 quotes": lambda: ">" * 10 * N + "a",
    "10,000 lists in a line": lambda: "- " * N + "a",
    "2,000 lists by indentation": lambda: "".join("  " * i + "- a\n" for i in range(N // 5)),
    "10,000 emphases": lambda: "*a **a " * N + "b" + " a** a*" * N,
    "10,000 pictures": lambda: "![" * N + "a" + "](u)" * N,
    "10,000 fences": lambda: ":::{details} x\n" * N,
}
TOO_MANY: dict[str, Callable[[], str]] = {
    "10 MB of emphasis": lambda: "*a* " * 2_400_000,
    "10 MB of paragraphs of a letter": lambda: "a\n\n" * 3_000_000,
    "10 MB of brackets": lambda: "[" * 9_900_000,
}
FINE: dict[str, Callable[[], str]] = {
    "10 MB in a line": lambda: "word " * 1_990_000,
    "10 MB in lines": lambda: "word word word\n" * 660_000,
    "10 MB of letters of several bytes": lambda: "é漢 " * 1_500_000,
    "10,000 brackets": lambda: "[" * N,
    "10,000 links": lambda: "[" * N + "a" + "](u)" * N,
    "10,000 table rows": lambda: "| a | b |\n|---|---|\n" + "| c | d |\n" * N,
    "10,000 footnotes": lambda: "".join(f"a[^{i}]\n\n[^{i}]: t\n\n" for i in range(N)),
    "10,000 underlined headings": lambda: "a\n---\n\n" * N,
    "30,000 roles": lambda: "{q}`a` " * 3 * N,
    "30,000 marks in a line of several-byte letters": lambda: "é *a* " * 3 * N,
    "backticks of all lengths": lambda: "".join("e" + "`" * i for i in range(316)),
    "100,000 colons": lambda: ":" * 10 * N + "{care}\na\n" + ":" * 10 * N,
    "50,000 options": lambda: ":::{care} urgent x\n" + ":a: b\n" * 5 * N + ":::",
    "60,000 open tags": lambda: "<div>" + "<a " * 6 * N,
    "40,000 open comments": lambda: "<div>" + "<!--" * 4 * N + ">",
    "90,000 open declarations": lambda: "<div>" + "<!" * 9 * N + ">",
    "20,000 inline tags": lambda: "<b>a</b> " * 2 * N,
}


def cost(text: str) -> tuple[float, list[str]]:
    """CPU seconds from text to typed model, and the codes of the problems (the rules have tests of their own)."""
    started = time.process_time()
    source, problems = clean("any.md", FRONT + text)
    raw, more = FORMATS["markdown"].door(source, "")
    codes = [one.code for one in (*problems, *more)]
    if not FATAL.intersection(codes):
        codes += [one.code for one in build_document(raw)[1]]
    return time.process_time() - started, codes


@pytest.mark.parametrize("name", TOO_DEEP)
def test_nesting_without_end_is_one_error(name: str) -> None:
    seconds, codes = cost(TOO_DEEP[name]())
    assert codes == ["limit-depth"]
    assert seconds < 5


@pytest.mark.parametrize("name", TOO_MANY)
def test_parts_without_number_are_one_error(name: str) -> None:
    seconds, codes = cost(TOO_MANY[name]())
    assert codes == ["limit-nodes"]
    assert seconds < 5


@pytest.mark.parametrize("name", FINE)
def test_large_or_odd_text_ends_in_time(name: str) -> None:
    seconds, codes = cost(FINE[name]())
    assert not FATAL.intersection(codes)
    assert seconds < 5


def test_lists_of_html_without_end_are_an_error_and_no_crash() -> None:
    seconds, codes = cost("<ul><li>" * N + "deep")
    assert "limit-depth" in codes
    assert seconds < 5


def test_the_deepest_nesting_that_is_allowed_is_built() -> None:
    _, codes = cost("> " * (MAX_DEPTH - 1) + "a")
    assert codes == []


@pytest.mark.parametrize(
    ("yaml", "code"),
    [
        ("a: " + "[" * 100_000, "limit-size"),
        ("a: " + "[" * 30_000, "limit-depth"),
        ("a: " + "{a: " * 15_000, "limit-depth"),
        ("a:\n" + "- " * 30_000 + "a", "limit-depth"),
        ("a: &a [x]\n" + "".join(f"b{i}: [*a, *a]\n" for i in range(100)), "yaml-extra"),
        ("".join(f"k{i}: 1\n" for i in range(5_000)), "field-unknown"),
        ("%TAG !a! x\n" * 3_000, "yaml-syntax"),
        ("a: " + "9" * 60_000, "field-unknown"),
    ],
)
def test_yaml_bombs_are_refused_at_once(yaml: str, code: str) -> None:
    started = time.process_time()
    source, _ = clean("any.md", f"---\n{yaml}\n---\n")
    raw, problems = FORMATS["markdown"].door(source, "")
    codes = {one.code for one in problems}
    if not FATAL.intersection(codes):
        codes |= {one.code for one in build_document(raw)[1]}
    assert code in codes
    assert time.process_time() - started < 2
