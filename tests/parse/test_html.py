"""The HTML door: what semantic HTML says is kept, what has no place here is told, and no word is lost."""

from typing import Any

import pytest

from a11y_content.model.document import Condition
from a11y_content.parsing import parse
from a11y_content.parsing.html import html_blocks, html_to_raw, read_blocks, read_tree
from a11y_content.parsing.source import Source
from a11y_content.problem import Problem


def read(html: str) -> tuple[list[Any], list[Problem]]:
    """The blocks of a fragment as plain values, without cleaning and mending."""
    source = Source("a.html", html)
    root, problems = read_tree(source.text, source.at, fragment=True)
    blocks, more = read_blocks(root)
    return [one.plain() for one in blocks], problems + more


def p(*inlines: object) -> dict[str, object]:
    return {"kind": "paragraph", "inlines": list(inlines)}


MEANT: dict[str, tuple[str, object]] = {
    "paragraphs": ("<p>a\n  b</p> c <p> </p>", [p("a b"), p("c")]),
    "marks": (
        "<p><b>a</b> <em>b</em> H<sub>2</sub>O<sup>3</sup> <q>c</q></p>",
        [
            p(
                {"kind": "strong", "inlines": ["a"]}, " ", {"kind": "em", "inlines": ["b"]}, " H",
                {"kind": "sub", "inlines": ["2"]}, "O", {"kind": "sup", "inlines": ["3"]}, " ",
                {"kind": "quoted", "inlines": ["c"]},
            )
        ],
    ),
    "a link": (
        '<p><a href=" x.pdf " hreflang="es" aria-label="Read it aloud">Read it</a></p>',
        [p({"kind": "link", "href": "x.pdf", "inlines": ["Read it"], "about": "aloud", "lang": "es"})],
    ),
    "a file": (
        '<p><a href="x.pdf">Leaflet (PDF, 120 kB)</a></p>',
        [p({"kind": "link", "href": "x.pdf", "inlines": ["Leaflet"], "download": "PDF, 120 kB"})],
    ),
    "words for screen readers in a link": (
        '<p><a href="x">More<span class="sr-only"> about pain</span></a></p>',
        [p({"kind": "link", "href": "x", "inlines": ["More"], "about": "about pain"})],
    ),
    "a number": ('<p><a href="tel:911">911</a></p>', [p({"kind": "phone", "number": "911", "text": "911"})]),
    "a date": (
        '<p><time datetime="2026-01-31T10:00">31 January</time> <time>noon</time></p>',
        [p({"kind": "time", "date": "2026-01-31", "text": "31 January"}, " noon")],
    ),
    "another language": (
        '<p>a <span lang="es">b</span></p><div lang="fr"><p>c</p></div>',
        [p("a ", {"kind": "lang", "tag": "es", "inlines": ["b"]}), {**p("c"), "lang": "fr"}],
    ),
    "a line break": ("<p>a <br> b<br></p>", [p("a", {"kind": "line-break"}, "b")]),
    "marks around blocks": (
        "<b><p>a</p><p>b</p></b>",
        [p({"kind": "strong", "inlines": ["a"]}), p({"kind": "strong", "inlines": ["b"]})],
    ),
    "headings": (
        "<h2>A</h2><p>a</p><div><h3>B</h3></div><p>b</p><h2>C</h2>c",
        [
            {
                "kind": "section",
                "title": ["A"],
                "blocks": [p("a"), {"kind": "section", "title": ["B"], "blocks": [p("b")]}],
            },
            {"kind": "section", "title": ["C"], "blocks": [p("c")]},
        ],
    ),
    "a role": (
        '<div role="heading" aria-level="2">A</div><p>a</p>',
        [{"kind": "section", "title": ["A"], "blocks": [p("a")]}],
    ),
    "lists": (
        "<ol start=3><li>a<ul><li>b</ul><ul><li>c</ul><li><p>d</p><p>e</p></ol>",
        [
            {
                "kind": "list",
                "items": [
                    {
                        "inlines": ["a"],
                        "blocks": [
                            {"kind": "list", "items": [{"inlines": ["b"]}]},
                            {"kind": "list", "items": [{"inlines": ["c"]}]},
                        ],
                    },
                    {"inlines": ["d"], "blocks": [p("e")]},
                ],
                "ordered": True,
                "start": 3,
            }
        ],
    ),
    "steps": (
        "<ol><li><h3>A</h3>a<li><h3>B</h3></ol>",
        [{"kind": "steps", "items": [{"title": ["A"], "blocks": [p("a")]}, {"title": ["B"]}]}],
    ),
    "facts": (
        "<dl><div><dt>A<dd>a<dd>b</div><dt>B<dd><p>c</p></dl>",
        [
            {
                "kind": "facts",
                "rows": [{"term": ["A"], "blocks": [p("a"), p("b")]}, {"term": ["B"], "blocks": [p("c")]}],
            }
        ],
    ),
    "a glossary": (
        "<dl><dt><dfn>A</dfn><dd>a</dl>",
        [{"kind": "glossary", "rows": [{"term": ["A"], "blocks": [p("a")]}]}],
    ),
    "details": (
        "<details><summary>A</summary>a</details>",
        [{"kind": "details", "summary": ["A"], "blocks": [p("a")]}],
    ),
    "a quotation": (
        (
            "<blockquote><p>a</p><p>-- B</p></blockquote>"
            "<figure><blockquote>c</blockquote><figcaption>D</figcaption></figure>"
        ),
        [{"kind": "quote", "blocks": [p("a")], "who": ["B"]}, {"kind": "quote", "blocks": [p("c")], "who": ["D"]}],
    ),
    "pictures": (
        (
            '<img src="a.png"><img src="b.png" alt="">'
            '<figure><a><img src="c.png" alt="C"></a><figcaption>D</figcaption></figure>'
        ),
        [
            {"kind": "figure", "src": "a.png"},
            {"kind": "figure", "src": "b.png", "decorative": True},
            {"kind": "figure", "src": "c.png", "alt": "C", "caption": ["D"]},
        ],
    ),
    "a lazy picture": (
        '<p><img src="data:image/gif;base64,x" data-src="a.png" alt="A"></p>',
        [{"kind": "figure", "src": "a.png", "alt": "A"}],
    ),
    "a film": (
        (
            '<figure><video><source src="a.mp4" type="video/mp4"><track kind="captions" src="a.vtt" srclang="en">'
            "</video><figcaption>A</figcaption><details><summary>Transcript</summary>a</details></figure>"
        ),
        [
            {
                "kind": "media",
                "media": "video",
                "title": ["A"],
                "src": "a.mp4",
                "captions": [{"src": "a.vtt", "lang": "en"}],
                "transcript": [p("a")],
            }
        ],
    ),
    "a table": (
        "<table><caption>A</caption><thead><tr><th>B<th>C</thead><tr><th>1<td>2</table>",
        [{"kind": "table", "caption": ["A"], "columns": [["B"], ["C"]], "rows": [[["1"], ["2"]]]}],
    ),
    "a contact": (
        '<address>Clinic<br>1 Road<br>Desk: <a href="tel:+1">+1</a><br><a href="mailto:a@b.c">a@b.c</a></address>',
        [
            {
                "kind": "contact",
                "name": "Clinic",
                "phones": [{"number": "+1", "label": "Desk"}],
                "email": "a@b.c",
                "address": ["1 Road"],
            }
        ],
    ),
    "a box that says so": (
        (
            '<div class="nhsuk-warning-callout"><h3><span>'
            '<span class="nhsuk-u-visually-hidden">Important: </span>A</span></h3><p>a</p></div>'
            '<div class="nhsuk-inset-text"><span class="nhsuk-u-visually-hidden">Information: </span>b</div>'
        ),
        [
            {"kind": "callout", "tone": "important", "blocks": [p("a")], "title": ["A"]},
            {"kind": "callout", "tone": "note", "blocks": [p("b")]},
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MEANT)
def test_what_semantic_html_says_is_kept_without_a_problem(name: str) -> None:
    html, wanted = MEANT[name]
    blocks, problems = read(html)
    assert blocks == wanted
    assert [one.line() for one in problems] == []


TOLD: dict[str, tuple[str, str, str, str]] = {
    "underlined": ("html-looks", "<p>a <u>b</u></p>", "`<u>`", "a b"),
    "a line": ("html-looks", "<p>a</p><hr>", "`<hr>`", "a"),
    "code": ("html-looks", "<pre>a\n b</pre>", "`<pre>`", "a b"),
    "struck through": ("strikethrough", "<p>a <s>b</s></p>", "“b”", "a b"),
    "an element nobody knows": ("html-unknown", "<my-box>a</my-box>", "`<my-box>`", "a"),
    "a frame": ("html-embedded", '<p>a</p><iframe src="https://b.example/c"></iframe>', "https://b.example/c", "a"),
    "a drawing": ("html-embedded", "<p>a <svg><title>b</title></svg></p>", "“b”", "a"),
    "an object": ("html-embedded", '<object data="a.swf">b</object>c', "“b”", "c"),
    "a button": ("html-control", "<button>a</button>", "`<button>`", "a"),
    "a field": ("html-attribute", '<label>a <input placeholder="b"></label>', "“b”", "a"),
    "a field with words": ("html-left-out", '<p>a <input value="b"></p>', "“b”", "a"),
    "a player's words": ("html-left-out", '<video src="a.mp4" aria-label="c">b</video>', "“b”", "c"),
    "hidden": ("html-hidden", "<p>a</p><p hidden>b</p>", "“b”", "a"),
    "hidden by style": ("html-hidden", '<p>a <span style="color:red; display: none">b</span></p>', "“b”", "a"),
    "kept from screen readers": ("html-hidden", '<p>a <i aria-hidden="true">b</i></p>', "“b”", "a"),
    "a template": ("html-hidden", "<template><p>b</p></template>a", "hidden", "a"),
    "a tooltip": ("html-attribute", '<p title="b">a</p>', "“b”", "a"),
    "a label": ("html-attribute", '<a href="x" aria-label="b">a</a>', "“b”", "a"),
    "a handler": ("html-script", '<p onclick="b()">a</p>', "`onclick`", "a"),
    "a script as an address": ("html-script", '<a href=" java\tscript:b()">a</a>', "`href`", "a"),
    "cells over others": ("html-table", "<table><tr><td colspan=2>a<tr><td>b<td>c</table>", "repeated", "a"),
    "a picture in a link": ("html-image", '<p><a href="x"><img src="b.png" alt="a"></a></p>', "`b.png`", "a"),
    "a picture in a line": ("html-image", '<p>a <img src="b.png" alt="b"> c</p>', "“b”", "a c"),
    "a list in a cell": ("html-block", "<table><tr><td>b<tr><td><ul><li>a</ul></table>", "`<ul>`", "a"),
    "a gap": ("heading-skip", "<h2>b</h2><h4>a</h4>c", "“a”", "a"),
    "a second main heading": ("heading-one", "<h1>a</h1>b", "“a”", "a"),
    "a loud box": ("urgency-unknown", '<div class="alert alert-danger">a</div>', "alert-danger", "a"),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_has_no_place_is_told_at_its_place_and_its_words_stay(name: str) -> None:
    code, html, said, kept = TOLD[name]
    blocks, problems = read(html)
    found = [one for one in problems if one.code == code]
    assert found, [one.line() for one in problems]
    assert said in found[0].message
    assert found[0].where.line == 1
    assert found[0].level != "error"
    assert kept in " ".join(strings(blocks))


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [word for name, one in value.items() if name != "kind" for word in strings(one)]
    if isinstance(value, list):
        joined = "".join(one for one in value if isinstance(one, str))
        return [joined, *(word for one in value for word in strings(one))]
    return [value] if isinstance(value, str) else []


def test_an_alternative_that_is_missing_stays_missing() -> None:
    _, problems = parse('---\ntitle: T\nlang: en\n---\n<p>a</p><img src="a.png">', "html", "a.html")
    assert "alt-missing" in {one.code for one in problems}


def test_a_page_takes_its_fields_from_its_head_and_its_heading() -> None:
    html = (
        '<!DOCTYPE html><html lang="en-GB"><head><title>Neck pain - Clinic</title>'
        '<meta name="description" content="About &amp; around"></head><body><h1>Neck  pain</h1><p>a</p>'
        '<p>An <abbr title="magnetic resonance imaging">MRI</abbr></p></body></html>'
    )
    raw, problems = html_to_raw(Source("a.html", html))
    assert raw.plain() == {
        "lang": "en-GB",
        "summary": "About & around",
        "title": "Neck pain",
        "body": [p("a"), p("An ", {"kind": "abbr", "short": "MRI"})],
        "glossary": [{"short": "MRI", "expansion": "magnetic resonance imaging"}],
    }
    assert [one.code for one in problems] == ["html-head"]


def test_the_front_matter_comes_first_and_places_count_from_the_files_first_line() -> None:
    front = "---\nkind: condition\nname: Neck pain\nlang: en\nsummary: S.\n---\n"
    text = f"{front}<p>a</p>\n<h1>Neck pain</h1>\n<h2>B</h2>\n<u>c</u>"
    document, problems = parse(text, "html", "a.html")
    assert isinstance(document, Condition)
    assert document.name == "Neck pain"
    assert len(document.lede) == 1
    assert document.sections[0].spot.line == 9
    assert [(one.code, one.where.line) for one in problems if one.code == "html-looks"] == [("html-looks", 10)]


def test_a_fragment_of_somebody_elses_file_knows_its_place_there() -> None:
    text = "<p>a</p><h3>B</h3><p>c <u>d</u></p>"
    source = Source("b.json", f'{{"html": "{text}"}}')
    blocks, problems = html_blocks(text, lambda offset: source.at(offset + 10), level=2)
    assert [one.kind for one in blocks] == ["paragraph", "section"]
    assert blocks[0].spot.column == 11
    assert all(one.where.column > 10 for one in problems)


def test_a_second_caption_stands_before_its_table() -> None:
    blocks, _ = read("<table><caption>A</caption><caption>B</caption><tr><th>C<td>d</table>")
    assert [blocks[0], blocks[1]["caption"]] == [p("B"), ["A"]]
