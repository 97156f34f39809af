"""Limits of HTML: what would cost a program its time or memory is refused before it does, with its place."""

import pytest

from a11y_content.parsing import parse
from a11y_content.parsing.html import html_blocks, read_blocks, read_tree
from a11y_content.parsing.html import tree as html_tree
from a11y_content.parsing.html.guard import MAX_ATTRIBUTES, MAX_RUN, MAX_STRAY, MAX_TAGS
from a11y_content.parsing.limits import FATAL, MAX_DEPTH, MAX_HTML
from a11y_content.parsing.source import Source

BOMBS = {
    "size": ("limit-size", "a" * (MAX_HTML + 1)),
    "size in bytes": ("limit-size", "é" * (MAX_HTML // 2 + 1)),
    "depth": ("limit-depth", "<div>" * (MAX_DEPTH + 1)),
    "depth of marks": ("limit-depth", "".join(f"<b id={i}>" for i in range(MAX_DEPTH + 1)) + "x"),
    "a run": ("limit-markup", "x\n" + "<" * (MAX_RUN + 1)),
    "signs that begin no tag": ("limit-markup", "< " * (MAX_STRAY + 1)),
    "instructions": ("limit-markup", "<?x?>" * (MAX_STRAY + 1)),
    "attributes": ("limit-markup", "<p " + " ".join(f"a{i}" for i in range(MAX_ATTRIBUTES + 1)) + ">x"),
    "tags": ("limit-nodes", "<i></i>" * (MAX_TAGS // 2 + 1)),
    "marks that are opened again": (
        "limit-nodes",
        "<p>" + "".join(f"<font size={i}>" for i in range(500)) + "</p>" + "<p>x" * 600,
    ),
}
FINE = {
    "size": "a" * MAX_HTML,
    "depth": "<div>" * MAX_DEPTH,
    "a run": "<" * MAX_RUN,
    "attributes": "<p " + " ".join(f"a{i}" for i in range(MAX_ATTRIBUTES)) + ">x",
    "marks that are closed": "".join(f"<p><font size={i}>x</font>" for i in range(2000)),
}


@pytest.mark.parametrize("name", BOMBS)
def test_what_is_past_a_limit_is_refused_with_its_name(name: str) -> None:
    code, text = BOMBS[name]
    root, problems = read_tree(text, Source("a.html", text).at, fragment=True)
    assert [one.code for one in problems] == [code]
    assert problems[0].where.line >= 1
    assert root.children == []
    assert code in FATAL


@pytest.mark.parametrize("name", FINE)
def test_what_is_just_within_a_limit_is_read(name: str) -> None:
    root, problems = read_tree(FINE[name], Source("a.html", FINE[name]).at, fragment=True)
    assert problems == []
    assert root.children


def test_a_document_past_a_limit_is_none() -> None:
    document, problems = parse("---\ntitle: T\nlang: en\n---\n" + "<b>" * 200, "html", "a.html")
    assert document is None
    assert [one.code for one in problems] == ["limit-depth"]
    assert problems[0].where.line == 5


def test_a_fragment_past_a_limit_gives_no_blocks() -> None:
    text = "<ul><li>" * MAX_DEPTH
    blocks, problems = html_blocks(text, Source("a.json", text).at)
    assert blocks == []
    assert [one.code for one in problems] == ["limit-depth"]


UNITS = ["<ul><li>a", "<blockquote>a", "<div><table><tr><td>", "<details><summary>a</summary>", "<b>a", "<dl><dt>a<dd>"]


@pytest.mark.parametrize("unit", UNITS)
def test_the_deepest_that_is_allowed_is_read_without_an_exception(unit: str) -> None:
    for count in range(20, MAX_DEPTH + 1, 5):
        document, problems = parse("---\ntitle: T\nlang: en\n---\n" + unit * count, "html", "a.html")
        assert document is not None or any(one.code in {"limit-depth", "nesting-too-deep"} for one in problems), count


def test_cells_that_claim_to_be_thousands_are_not_repeated_so_often() -> None:
    text = "<table>" + "<tr>" + "<td colspan=1000 rowspan=60000>x</td>" * 60 + "</tr><tr><td>y</table>"
    root, _ = read_tree(text, Source("a.json", text).at, fragment=True)
    blocks, problems = read_blocks(root)
    assert {one.code for one in problems} == {"html-table"}
    rows = blocks[0].value["rows"].value  # type: ignore[index, call-overload]
    assert sum(len(row.value) for row in rows) <= 500  # type: ignore[union-attr, arg-type, misc]


def test_the_most_parts_are_counted_in_the_tree_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html_tree, "MAX_NODES", 10)
    _, problems = read_tree("a<br>" * 6, Source("a.html", "").at, fragment=True)
    assert [one.code for one in problems] == ["limit-nodes"]
