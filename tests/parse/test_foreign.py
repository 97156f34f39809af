"""Markdown from elsewhere is repaired: every repair a warning at its line, every word kept."""

from typing import Any

import pytest

from a11y_content.parsing.markdown import markdown_to_raw
from a11y_content.parsing.source import Source
from a11y_content.problem import Level, Problem


def read(body: str, **options: Any) -> tuple[Any, list[Problem]]:
    raw, problems = markdown_to_raw(Source("a.md", body), foreign=True, **options)
    return raw.plain(), problems


@pytest.mark.parametrize(
    ("body", "expected", "codes"),
    [
        (
            "<p>a <b>b</b></p>",
            [{"kind": "paragraph", "inlines": ["a ", {"kind": "strong", "inlines": ["b"]}]}],
            ["raw-html"],
        ),
        (
            "<ul>\n  <li>a</li>\n  <li>b <a href='/c'>c</a></li>\n</ul>",
            [
                {
                    "kind": "list",
                    "items": [
                        {"inlines": ["a"]},
                        {"inlines": ["b ", {"kind": "link", "href": "/c", "inlines": ["c"]}]},
                    ],
                }
            ],
            ["raw-html"],
        ),
        (
            "<div>\n\na *b*\n\n</div>",
            [{"kind": "paragraph", "inlines": ["a ", {"kind": "em", "inlines": ["b"]}]}],
            ["raw-html"] * 2,
        ),
        ("<img src='a.svg' alt='b'>", [{"kind": "figure", "src": "a.svg", "alt": "b"}], ["raw-html"]),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>",
            [{"kind": "table", "columns": [["a"], ["b"]], "rows": [[["c"], ["d"]]]}],
            ["raw-html"],
        ),
        ("a<br>b", [{"kind": "paragraph", "inlines": ["a", {"kind": "line-break"}, "b"]}], ["raw-html"]),
        ("a `b` c", [{"kind": "paragraph", "inlines": ["a b c"]}], ["markdown-code"]),
        ("    a\n    b", [{"kind": "paragraph", "inlines": ["a b"]}], ["markdown-code"]),
        (
            "a\n\n---\n\nb",
            [{"kind": "paragraph", "inlines": ["a"]}, {"kind": "paragraph", "inlines": ["b"]}],
            ["markdown-rule"],
        ),
        (
            "a ![b](c.svg) d",
            [{"kind": "paragraph", "inlines": ["a ", " d"]}, {"kind": "figure", "src": "c.svg", "alt": "b"}],
            ["image-inline"],
        ),
    ],
)  # fmt: skip
def test_a_repair_is_a_warning_and_keeps_the_words(body: str, expected: Any, codes: list[str]) -> None:
    plain, problems = read(body)
    assert plain["body"] == expected
    assert [one.code for one in problems] == codes
    assert {one.level for one in problems} == {Level.WARNING}
    assert all(one.where.line for one in problems)


def test_the_first_main_heading_is_the_name_of_the_page() -> None:
    assert read("# A *b*\n\nc")[0]["title"] == "A b"
    assert read("# A b\n\nc", kind="condition")[0]["name"] == "A b"


def test_a_main_heading_beside_a_title_heads_a_section_of_its_own() -> None:
    plain, _ = read("---\ntitle: T\n---\n# A\n\nb\n\n## C\n\nd")
    assert plain["title"] == "T"
    assert [(one["kind"], one["title"]) for one in plain["body"]] == [("section", ["A"]), ("section", ["C"])]


def test_headings_of_html_make_sections() -> None:
    plain, problems = read("<h2>A</h2>\n<p>b</p>\n\nc")
    (section,) = plain["body"]
    assert section["title"] == ["A"]
    assert [one["inlines"] for one in section["blocks"]] == [["b"], ["c"]]
    assert [one.code for one in problems] == ["raw-html"]


def test_scripts_are_quoted_in_the_problem_and_never_kept() -> None:
    plain, (problem,) = read("<script>\nalert(1)\n</script>\n")
    assert plain["body"] == []
    assert "alert(1)" in problem.message
