"""What each piece of Markdown becomes, as plain values of the located tree."""

from typing import Any

import pytest

import a11y_content
from a11y_content.parsing.markdown import markdown_to_raw
from a11y_content.parsing.source import Source
from a11y_content.problem import Problem

Plain = Any


def read(body: str, *, kind: str = "page", foreign: bool = False) -> tuple[dict[str, Plain], list[Problem]]:
    raw, problems = markdown_to_raw(Source("a.md", body), kind=kind, foreign=foreign)
    plain = raw.plain()
    assert isinstance(plain, dict)
    return plain, problems


def blocks(body: str) -> list[Plain]:
    plain, problems = read(body)
    assert [one.line() for one in problems] == []
    found: list[Plain] = plain["body"]
    return found


def inlines(line: str) -> list[Plain]:
    found: list[Plain] = blocks(line)[0]["inlines"]
    return found


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**a** *b*", [{"kind": "strong", "inlines": ["a"]}, " ", {"kind": "em", "inlines": ["b"]}]),
        ("[a *b*](c.md)", [{"kind": "link", "href": "c.md", "inlines": ["a ", {"kind": "em", "inlines": ["b"]}]}]),
        ("<https://a.org>", [{"kind": "link", "href": "https://a.org", "inlines": ["https://a.org"]}]),
        ("<a@b.org>", [{"kind": "link", "href": "mailto:a@b.org", "inlines": ["a@b.org"]}]),
        ("[1 2](tel:+12)", [{"kind": "phone", "number": "+12", "text": "1 2"}]),
        ("{lang=es}`hola`", [{"kind": "lang", "tag": "es", "inlines": ["hola"]}]),
        ("{lang=es}`a *b*`", [{"kind": "lang", "tag": "es", "inlines": ["a ", {"kind": "em", "inlines": ["b"]}]}]),
        ("{time=2026-01-31}`today`", [{"kind": "time", "date": "2026-01-31", "text": "today"}]),
        ("H{sub}`2`O", ["H", {"kind": "sub", "inlines": ["2"]}, "O"]),
        ("10{sup}`3`", ["10", {"kind": "sup", "inlines": ["3"]}]),
        ("{q}`yes`", [{"kind": "quoted", "inlines": ["yes"]}]),
        ("{abbr}`MRI`", [{"kind": "abbr", "short": "MRI"}]),
        ("``{lang=es}`hola` ``".replace("``", ""), [{"kind": "lang", "tag": "es", "inlines": ["hola"]}, " "]),
        ("a\\\nb", ["a", {"kind": "line-break"}, "b"]),
        ("a\nb", ["a b"]),
        ("&amp; \\* &eacute;", ["& * é"]),
        (
            '[a](b.pdf){download="PDF, 1 kB" lang=es} c',
            [{"kind": "link", "href": "b.pdf", "inlines": ["a"], "download": "PDF, 1 kB", "lang": "es"}, " c"],
        ),
        ("[a](b.md){not an attribute}", [{"kind": "link", "href": "b.md", "inlines": ["a"]}, "{not an attribute}"]),
        ("x[^1]", ["x", {"kind": "cite", "ref": "1"}]),
    ],
)
def test_inlines(line: str, expected: list[Plain]) -> None:
    found = inlines(line)
    assert found == expected if expected[-1] != " " else found == expected[:-1] or found == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- a\n- b", {"kind": "list", "items": [{"inlines": ["a"]}, {"inlines": ["b"]}]}),
        (
            "3. a\n\n   b\n",
            {
                "kind": "list",
                "items": [{"inlines": ["a"], "blocks": [{"kind": "paragraph", "inlines": ["b"]}]}],
                "ordered": True,
                "start": 3,
            },
        ),
        (
            "> a\n>\n> — *b*, c",
            {
                "kind": "quote",
                "blocks": [{"kind": "paragraph", "inlines": ["a"]}],
                "who": [{"kind": "em", "inlines": ["b"]}, ", c"],
            },
        ),
        ('![a](b.svg "c")', {"kind": "figure", "src": "b.svg", "alt": "a", "caption": "c"}),
        (
            "| a | b |\n|---|--:|\n| *c* | 1 |",
            {
                "kind": "table",
                "columns": [["a"], ["b"]],
                "rows": [[[{"kind": "em", "inlines": ["c"]}], ["1"]]],
                "numeric": [2],
            },
        ),
        (
            ":::{care} urgent Call *now*\n- a\n- b\n:::",
            {
                "kind": "care",
                "urgency": "urgent",
                "title": ["Call ", {"kind": "em", "inlines": ["now"]}],
                "blocks": [{"kind": "list", "items": [{"inlines": ["a"]}, {"inlines": ["b"]}]}],
            },
        ),
        (
            ":::{steps} How\n1. A\n\n   b\n2. C\n:::",
            {
                "kind": "steps",
                "title": ["How"],
                "items": [{"title": ["A"], "blocks": [{"kind": "paragraph", "inlines": ["b"]}]}, {"title": ["C"]}],
            },
        ),
        (
            ":::{facts}\n- **A:** b\n- **C**: d\n:::",
            {
                "kind": "facts",
                "rows": [
                    {"term": ["A"], "blocks": [{"kind": "paragraph", "inlines": ["b"]}]},
                    {"term": ["C"], "blocks": [{"kind": "paragraph", "inlines": ["d"]}]},
                ],
            },
        ),
        (
            ":::{related} More\n- [A](a.md): about a\n- b.md\n:::",
            {
                "kind": "related",
                "title": ["More"],
                "links": [{"href": "a.md", "title": "A", "text": "about a"}, {"href": "b.md"}],
            },
        ),
        (
            ":::{table} T\n:numeric: [B]\n:row_header: false\n| A | B |\n|---|---|\n| c | 1 |\n:::",
            {
                "kind": "table",
                "caption": ["T"],
                "numeric": [2],
                "row_header": False,
                "columns": [["A"], ["B"]],
                "rows": [[["c"], ["1"]]],
            },
        ),
        (
            ':::{figure} a_b_c.svg\n:alt: "Neck" from the side: # 1\n:caption: A *c*\nLong.\n:::',
            {
                "kind": "figure",
                "src": "a_b_c.svg",
                "alt": '"Neck" from the side: # 1',
                "caption": ["A ", {"kind": "em", "inlines": ["c"]}],
                "blocks": [{"kind": "paragraph", "inlines": ["Long."]}],
            },
        ),
        (
            ":::{contact} Clinic\n:phones: [{number: 555 0100, label: Front desk}, '911']\n:address: [A, B]\n:::",
            {
                "kind": "contact",
                "name": "Clinic",
                "phones": [{"number": "555 0100", "label": "Front desk"}, "911"],
                "address": ["A", "B"],
            },
        ),
    ],
)
def test_blocks(body: str, expected: Plain) -> None:
    assert blocks(body) == [expected]


def test_a_fence_with_more_colons_holds_one_with_fewer() -> None:
    (outer,) = blocks("::::{details} Out\n:::{callout} note In\nx\n:::\ny\n::::")
    assert [one["kind"] for one in outer["blocks"]] == ["callout", "paragraph"]


def test_a_fence_may_stand_in_a_list_and_in_a_quote() -> None:
    (items,) = blocks("- a\n\n  :::{details} In\n  x\n  :::\n- b")
    assert items["items"][0]["blocks"][0]["kind"] == "details"
    (quote,) = blocks("> :::{details} In\n> :lang: es\n> x\n> :::")
    assert quote["blocks"][0] == {
        "kind": "details",
        "summary": ["In"],
        "lang": "es",
        "blocks": [{"kind": "paragraph", "inlines": ["x"]}],
    }


def test_an_outer_fence_that_closes_closes_the_inner_one_and_tells() -> None:
    plain, problems = read("::::{details} Out\n:::{callout} note In\nx\n::::\n\ny")
    assert [(one.code, one.where.line) for one in problems] == [("fence-open", 2)]
    assert [one["kind"] for one in plain["body"]] == ["details", "paragraph"]


def test_headings_nest_into_sections() -> None:
    found = blocks("a\n\n## B\n\n### C\n\nc\n\n## D\n\nd")
    assert [one["kind"] for one in found] == ["paragraph", "section", "section"]
    assert found[1]["blocks"][0]["title"] == ["C"]
    assert found[2]["title"] == ["D"]


def test_a_condition_has_a_lede_and_sections() -> None:
    plain, _ = read("a\n\n## B\n\nb", kind="condition")
    assert [one["kind"] for one in plain["lede"]] == ["paragraph"]
    assert [one["kind"] for one in plain["sections"]] == ["section"]
    assert "intro" in read("a", kind="index")[0]


def test_footnotes_and_glossary_lines_become_fields_of_the_document() -> None:
    plain, problems = read(
        "---\nreferences: [{id: a, text: A}]\n---\nx[^a][^b]\n\n[^b]: B *c*\n\n*[MRI]: magnetic imaging\n"
    )
    assert problems == []
    assert plain["references"] == [
        {"id": "a", "text": "A"},
        {"id": "b", "text": ["B ", {"kind": "em", "inlines": ["c"]}]},
    ]
    assert plain["glossary"] == [{"short": "MRI", "expansion": "magnetic imaging"}]


def test_a_row_with_too_many_cells_keeps_them_all() -> None:
    plain, _ = read("| a | b |\n|---|---|\n| c | d | e *f* | g |\n")
    assert plain["body"][0]["rows"][0][2:] == [["e ", {"kind": "em", "inlines": ["f"]}], ["g"]]


@pytest.mark.parametrize(
    ("body", "code", "hint"),
    [
        (":::{caer} urgent A\nb\n:::", "fence-unknown", "did you mean `care`?"),
        ("```{care} urgent A\nb\n```", "markdown-code", "write `:::{care}` in place of the backticks"),
        (":::{facts}\n- a\n:::", "fence-body", "write the item as `**Term:** words`"),
        ("{sup}`a` {supp}`b`", "role-unknown", "did you mean `sup`?"),
        ("## A\n\n#### B", "heading-skip", "write it with ###"),
    ],
)
def test_a_slip_is_told_with_what_was_meant(body: str, code: str, hint: str) -> None:
    _, problems = read(body)
    assert [(one.code, one.hint) for one in problems] == [(code, hint)]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("a `b` c", "a b c"),
        ("    a b c", "a b c"),
        ("a ~~b~~ c", "a b c"),
        ("a <b>b</b> <!-- x --> c", "a b  c"),
        ("<div>a\n<p>b</div>\n\nc", "a b c"),
        ("a ![b](b.svg) c", "a b c"),
        (":::{zzz} a\nb\n:::\n\nc", "a b c"),
        (":::{contact} a\n:email: x@y.org\nb\n:::\n\nc", "a x@y.org b c"),
        (":::{advice} do a\nb\n- c\n:::", "do a c b"),
    ],
)
def test_words_that_stand_wrong_stay_in_the_tree(body: str, words: str) -> None:
    plain, problems = read(body)
    assert problems
    texts: list[str] = []

    def collect(value: Plain) -> None:
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, list):
            for one in value:
                collect(one)
        elif isinstance(value, dict):
            for name, one in value.items():
                if name not in {"kind", "src"}:
                    collect(one)

    collect(plain["body"])
    assert " ".join(" ".join(texts).split()) == " ".join(words.split())


def test_the_parts_of_an_html_comment_are_in_its_problem() -> None:
    _, problems = read("a\n\n<!-- secret\nwords -->\n")
    assert [one.code for one in problems] == ["raw-html"]
    assert "secret words" in problems[0].message
    assert problems[0].where.line == 3


def test_an_option_of_another_kind_is_unknown_with_the_nearest_name() -> None:
    _, problems = a11y_content.parse(
        "---\nkind: page\ntitle: A\nlang: en\nsummary: B.\n---\n:::{figure} a.svg\n:atl: a thing\n:::\n"
    )
    (problem,) = [one for one in problems if one.code == "field-unknown"]
    assert (problem.where.line, problem.where.column) == (8, 2)
    assert problem.hint == "did you mean `alt`?"


def test_a_mark_of_a_note_under_a_picture_is_no_silence() -> None:
    document, _ = read("![A neck](neck.svg)\n[^n]\n\n[^n]: A source.\n")
    assert "cite" in str(document["body"])


def test_marks_behind_a_link_of_a_list_of_links_are_told() -> None:
    _, problems = read(":::{related} Read on\n- [A](a.md) see [B](b.md)\n- [C](c.md) plain words\n:::\n")
    assert [(p.code, p.where.line, p.where.column) for p in problems if p.code == "markup-lost"] == [
        ("markup-lost", 2, 17)
    ]
