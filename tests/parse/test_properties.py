"""What holds for any text: no exception, no lost word, every place inside the file and at its words."""

import html
import re
from collections.abc import Iterator

from hypothesis import example, given
from hypothesis import strategies as st

from a11y_content.model.raw import Raw
from a11y_content.parsing import parse
from a11y_content.parsing.limits import FATAL
from a11y_content.parsing.markdown import markdown_to_raw
from a11y_content.parsing.source import Source, clean
from a11y_content.problem import Problem
from tests.examples import examples

WORD = re.compile(r"[^\W_]{2,}")
FRONT = "---\nkind: page\ntitle: Any\nlang: en\nsummary: Any.\n---\n"
PIECES = [
    "\n", "\n\n", " ", "    ", "- ", "1. ", "> ", "## ", "# ", "#### ", "*", "**", "_", "`", "```", "~~", "|", "|---|",
    "[", "]", "](", ")", "![", "[^n]", "[^n]: ", "[r]: /u 'title'",
    "<b>", "</b>", "<div>", "</div>", "<br>", "<!--", "-->",
    "<li>", "<table><tr><td>", "<a href='x'>", "</a>", "<script>", "</script>",
    "<", ">", "&amp;", "&", "\\", "***", "---",
    ":::", "::::", ":::{care} urgent ", ":::{details} ", ":::{facts}", ":::{table} ", ":::{contact} ",
    ":::{nothing} ", ":::{related} ", ":::{steps}", ":::care", "\n:alt: ", "\n:numeric: [", ":", "{lang=es}`", "{sub}`",
    "{time=2026-01-31}`",
    "{q}`", "{zzz}`", '{about="', '"}', "*[MRI]: ", "MRI", "alpha", "beta", "gamma", "déjà", "漢字", "🙂",
    "\u2028", "\x07", "\r\n", "\r", "\t", "—", "**Term:** ",
]  # fmt: skip
BODY = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map("".join)
FIELDS = ["kind", "title", "lang", "body", "review", "last", "glossary", "references", "published", "zz", "<<"]
VALUES = [
    "page",
    "condition",
    "en",
    "no",
    "2026-02-30",
    "[a, b]",
    "{a: b}",
    "&a x",
    "*a",
    "!x y",
    "|\n  text",
    "",
    "'",
    "- a",
]
NAMES = {"care", "details", "facts", "table", "contact", "related", "steps", "lang", "sub", "time"}
"""Words that are syntax: names of fences and roles."""
YAML = st.lists(st.tuples(st.sampled_from(FIELDS), st.sampled_from(VALUES) | st.text(max_size=8)), max_size=8)


def everything(raw: Raw) -> Iterator[Raw]:
    stack = [raw]
    while stack:
        one = stack.pop()
        yield one
        if isinstance(one.value, list):
            stack.extend(one.value)
        elif isinstance(one.value, dict):
            stack.extend(one.value.values())


def said(raw: Raw, problems: list[Problem]) -> set[str]:
    words = " ".join(str(one.value) for one in everything(raw) if not isinstance(one.value, list | dict))
    names = " ".join(name for one in everything(raw) for name in one.keys)
    return set(WORD.findall(f"{words} {names} {' '.join(problem.message for problem in problems)}"))


def unmarked(text: str) -> str:
    """The text without what Markdown itself takes away: escapes and references to characters."""
    return html.unescape(html.unescape(re.sub(r"\\(?=[!-/:-@\[-`{-~])", " ", text)))


@examples(400)
@given(body=BODY)
@example(body="```[^n]")
@example(body="<!-- [^n]")
@example(body=":::{table} \n:::{table} ")
@example(body="[^a[b] [^*x*]")
def test_no_text_raises_and_every_place_is_inside_the_file(body: str) -> None:
    _, problems = parse(FRONT + body, name="any.md")
    source, _ = clean("any.md", FRONT + body)
    lines = source.text.split("\n")
    for problem in problems:
        where = problem.where
        assert where.file == "any.md"
        assert where.line == 0 or 1 <= where.column <= len(lines[where.line - 1]) + 1
        assert "\n" not in problem.line()


@examples(200)
@given(fields=YAML, body=BODY)
def test_no_front_matter_raises(fields: list[tuple[str, str]], body: str) -> None:
    text = "---\n" + "".join(f"{name}: {value}\n" for name, value in fields) + "---\n" + body
    document, problems = parse(text, name="any.md")
    assert document is not None or problems


@examples(100)
@given(text=st.text())
def test_no_string_at_all_raises(text: str) -> None:
    document, problems = parse(text)
    assert document is not None or problems


@examples(600)
@given(body=BODY, foreign=st.booleans())
def test_every_word_is_in_the_tree_or_in_a_problem(body: str, *, foreign: bool) -> None:
    source, _ = clean("any.md", FRONT + body)
    raw, problems = markdown_to_raw(source, foreign=foreign)
    if FATAL.intersection(problem.code for problem in problems):
        return
    kept = said(raw, problems)
    words = WORD.findall(unmarked(source.text))
    lost = {word for word in words if not any(word in one or one in word for one in kept)}
    assert lost - NAMES == set()


@examples(300)
@given(body=BODY)
def test_a_run_of_text_stands_at_its_place(body: str) -> None:
    source, _ = clean("any.md", FRONT + body)
    raw, _ = markdown_to_raw(source)
    for one in everything(raw):
        if isinstance(one.value, str) and one.spot and (found := WORD.match(one.value)):
            line = source.excerpt(one.spot)
            assert one.spot.column <= len(line) + 1
            if found[0] in {"alpha", "beta", "gamma"} and one.value == found[0]:
                assert found[0] in line


def test_a_source_keeps_its_lines() -> None:
    source = Source("a.md", "é\r\nb\rc")
    assert [source.excerpt(source.at(offset)) for offset in (0, 2, 4)] == ["é", "b", "c"]
