"""Any HTML: no word of it is lost, nothing of it is an exception, and nothing but the model comes through."""

import json
import re
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from a11y_content.model.block import BLOCKS
from a11y_content.model.inline import INLINES
from a11y_content.model.raw import Raw
from a11y_content.parsing import parse
from a11y_content.parsing.html import Node, html_to_raw, read_blocks, read_tree
from a11y_content.parsing.html.vocabulary import SILENT
from a11y_content.parsing.source import Source
from a11y_content.problem import Problem
from tests.examples import examples

NAMES = [
    "p", "div", "b", "a", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "caption", "h1", "h2", "h4",
    "blockquote", "cite", "details", "summary", "figure", "figcaption", "img", "br", "video", "track", "button",
    "select", "option", "textarea", "iframe", "object", "svg", "title", "math", "noscript", "abbr", "time", "q", "sup",
    "u", "s", "pre", "nav", "address", "ruby", "dialog", "my-tag", "picture", "form", "legend", "hgroup", "center",
]  # fmt: skip
ATTRIBUTES = [
    'href="x"', 'href="tel:1"', 'lang="es"', "hidden", 'class="alert"', 'class="sr-only"', 'colspan="2"', 'rowspan="3"',
    'class="a11y-care a11y-care--urgent"', 'class="a11y-list"', 'class="a11y-table"', 'class="a11y-figure"',
    'class="a11y-media"', 'class="a11y-quote"', 'class="a11y-contact"', 'class="a11y-cta"', 'class="a11y-steps"',
    'class="a11y-facts"', 'class="a11y-teasers"', 'class="a11y-references"', 'class="a11y-hidden"', 'src="x.png"',
    'class="a11y-advice a11y-advice--do"', 'class="a11y-callout a11y-callout--note"', 'datetime="2026-01-01"',
    'class="a11y-cite"', 'class="a11y-article a11y-article--page"', 'role="heading"', 'aria-hidden="true"',
]  # fmt: skip
OPENING = st.builds(lambda name, more: f"<{name} {more}>", st.sampled_from(NAMES), st.sampled_from(["", *ATTRIBUTES]))
CLOSING = st.sampled_from(NAMES).map(lambda name: f"</{name}>")
WORD = st.integers(0, 9999).map(lambda number: f"w{number} ")
HTML = st.lists(st.one_of(OPENING, OPENING, CLOSING, WORD, WORD), max_size=40).map("".join)


def shown(root: Node) -> set[str]:
    """Words that stand in the text, those of scripts and templates aside."""
    found: set[str] = set()
    stack = [root]
    while stack:
        node = stack.pop()
        if not node.name:
            found.update(re.findall(r"w\d+", node.text))
        elif node.name not in SILENT and node.name not in {"#comment", "template"}:
            stack.extend(node.children)
    return found


def kept(blocks: list[Raw], problems: list[Problem]) -> set[str]:
    said = json.dumps([one.plain() for one in blocks]) + " ".join(one.message for one in problems)
    return set(re.findall(r"w\d+", said))


@examples(200)
@given(html=HTML)
def test_every_word_is_in_the_tree_or_in_a_problem_with_a_place_in_the_file(html: str) -> None:
    source = Source("a.html", html)
    root, told = read_tree(source.text, source.at, fragment=True)
    words = shown(root)
    blocks, problems = read_blocks(root)
    assert words - kept(blocks, told + problems) == set()
    assert all(one.where.line == 1 and one.where.column <= len(html) + 1 for one in problems)


@examples(100)
@given(html=HTML)
def test_the_door_never_raises_and_loses_nothing(html: str) -> None:
    source = Source("a.html", html)
    root, _ = read_tree(source.text, source.at, fragment=not re.search("<title|<body|<html", html))
    raw, problems = html_to_raw(source)
    assert shown(root) - kept([raw], problems) == set()
    parse(html, "html", "a.html", lang="en")


def test_the_words_of_the_tests_can_be_missed() -> None:
    """The two tests above can fail."""
    assert Counter(shown(read_tree("<p>w1<b>w2", Source("a", "").at, fragment=True)[0])) == Counter(["w1", "w2"])
    assert kept([Raw("w1")], []) == {"w1"}


def test_nothing_but_kinds_of_the_model_comes_through() -> None:
    html = "".join(f"<{name} onload=x() style=y class=z data-w=v id=u>{name}</{name}>" for name in VECTORS)
    root, _ = read_tree(html, Source("a.html", html).at, fragment=True)
    blocks = [one.plain() for one in read_blocks(root)[0]]
    kinds = {*BLOCKS, *INLINES}
    assert {one["kind"] for one in dicts(blocks) if "kind" in one} <= kinds
    said = json.dumps(blocks)
    assert not re.search(r"onload|data-w|x\(\)", said)


VECTORS = ["script", "style", "svg", "math", "iframe", "object", "embed", "form", "base", "meta", "link", "p", "xmp"]


def dicts(value: object) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value, *(one for inner in value.values() for one in dicts(inner))]
    return [one for inner in value for one in dicts(inner)] if isinstance(value, list) else []
