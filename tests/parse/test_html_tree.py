"""The tree of HTML: what a browser builds, each node with its place in the author's file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_content.parsing.html import Node, read_tree
from a11y_content.parsing.source import Source
from tests.examples import examples

PAGE = """<!DOCTYPE html>
<html lang="en">
<head><title>A &amp; é</title></head>
<body>
  <p>
    One <B Class="x" TITLE="&lt;t&gt;">two</B>
  <p>three<table><tr><td>four</table>
<template><p>five</p></template>
<noscript><p>six</p></noscript>
<svg><title>seven</title></svg><!-- eight -->
"""


def tree(text: str, *, fragment: bool = False) -> Node:
    root, problems = read_tree(text, Source("a.html", text).at, fragment=fragment)
    assert problems == []
    return root


def one(root: Node, name: str) -> Node:
    return next(node for node in root.walk() if node.name == name)


def text(root: Node, words: str) -> Node:
    return next(node for node in root.walk() if not node.name and words in node.text)


@pytest.mark.parametrize(
    ("words", "line", "column"),
    [
        ("A & é", 3, 14),
        ("One", 6, 5),
        ("two", 6, 40),
        ("three", 7, 6),
        ("four", 7, 26),
        ("six", 9, 14),
        ("seven", 10, 13),
    ],
)
def test_a_text_knows_where_its_first_letter_stands(words: str, line: int, column: int) -> None:
    spot = text(tree(PAGE), words).spot
    assert (spot.file, spot.line, spot.column) == ("a.html", line, column)


def test_names_are_in_lower_case_and_entities_are_decoded() -> None:
    assert one(tree(PAGE), "b").attributes == {"class": "x", "title": "<t>"}


def test_what_the_parser_adds_has_the_place_of_what_is_around_it() -> None:
    root = tree(PAGE)
    assert one(root, "tbody").spot == one(root, "table").spot


def test_templates_scripts_off_and_foreign_elements_stay_as_nodes() -> None:
    root = tree(PAGE)
    assert text(one(root, "template"), "five").spot.line == 8
    assert one(one(root, "noscript"), "p").words() == "six"
    assert one(one(root, "svg"), "title").words() == "seven"
    assert one(root, "#comment").text == " eight "


def test_words_are_those_that_a_page_shows() -> None:
    unseen = "<script>f</script><style>g</style><template>h</template>"
    root = tree(f"<p>a<b>b</b>c</p><ul><li>d<li>e</ul>{unseen}", fragment=True)
    assert root.words() == "abc d e"


def test_a_fragment_has_what_would_stand_in_the_body() -> None:
    assert [node.name for node in tree("<p>a</p>b<td>c", fragment=True).children] == ["p", ""]
    assert [node.name for node in tree("<p>a</p>").children] == ["html"]


def test_characters_that_are_no_text_are_replaced_and_told_at_their_place() -> None:
    given = "<p>a\ud800b</p>\r\n<p>c\x00d\ufffee"
    root, problems = read_tree(given, Source("a.html", given.replace("\r\n", " \n")).at, fragment=True)
    assert root.words() == "a\ufffdb c\ufffdd\ufffde"
    assert [(one.code, one.where.line, one.where.column) for one in problems] == [
        ("character-control", 1, 5),
        ("character-control", 2, 5),
        ("character-control", 2, 7),
    ]


def test_a_byte_order_mark_in_front_moves_no_place() -> None:
    given = "\ufeff<p>a</p>"
    root, _ = read_tree(given, Source("a.html", given).at, fragment=True)
    assert one(root, "p").spot.column == 2


TAGS = st.sampled_from([
    "<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</table>", "<svg>", "<a href='x'>", "</a>", "<li>",
    "<br>", "<template>", "</template>", "<!--", "-->", "<script>", "</script>", "<select>", "<option>", "<", "&amp;",
    "<h2>", "</h2>", "<math>", "<title>", "<body lang=en>", "<html>", "<head>", "<div", ">", "<frameset>", "é", "\n",
])  # fmt: skip


@examples(150)
@given(parts=st.lists(st.one_of(TAGS, st.text(max_size=5)), max_size=40), fragment=st.booleans())
def test_any_text_is_a_tree_whose_places_are_in_it(parts: list[str], *, fragment: bool) -> None:
    given = "".join(parts)
    source = Source("a.html", given)
    root, _ = read_tree(source.text, source.at, fragment=fragment)
    lines = source.text.split("\n")
    for node in root.walk():
        assert 1 <= node.spot.line <= len(lines)
        assert 1 <= node.spot.column <= len(lines[node.spot.line - 1]) + 1
