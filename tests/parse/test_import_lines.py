"""Lines broken by hand in imported texts: paragraphs, lists, addresses, headings; verse and dialogue stay."""

from pathlib import Path
from typing import Any

import pytest

from a11y_content.parsing.importing import import_source
from a11y_content.parsing.source import Source

TITLE = "---\ntitle: Knees\n---\n"


def read(body: str) -> tuple[Any, list[str]]:
    made = import_source(Source("a.md", TITLE + body), Path("a.md"), lang="en")
    (_, raw), *_ = made.documents
    plain = raw.plain()
    assert isinstance(plain, dict)
    return plain["body"], [
        one.code for one in made.problems if one.code in {"repair-lines", "guess-heading", "guess-list"}
    ]


def paragraph(*inlines: Any) -> dict[str, Any]:
    return {"kind": "paragraph", "inlines": list(inlines)}


@pytest.mark.parametrize(
    ("body", "expected", "codes"),
    [
        ("Sit down.<br>Stand up.", [paragraph("Sit down."), paragraph("Stand up.")], ["repair-lines"]),
        (
            "You need:<br>• a chair<br>• a towel",
            [
                paragraph("You need:"),
                {"kind": "list", "items": [{"inlines": ["a chair"]}, {"inlines": ["a towel"]}]},
            ],
            ["guess-list"],
        ),
        (
            "Example Clinic<br>1 Example Street<br>Exampletown",
            [paragraph("Example Clinic, 1 Example Street, Exampletown")],
            ["repair-lines"],
        ),
        (
            "- Sit down.<br>Breathe.\n- Stand up.",
            [
                {
                    "kind": "list",
                    "items": [
                        {"inlines": ["Sit down."], "blocks": [paragraph("Breathe.")]},
                        {"inlines": ["Stand up."]},
                    ],
                }
            ],
            ["repair-lines"],
        ),
        (
            "**First<br>Second**",
            [
                paragraph({"kind": "strong", "inlines": ["First"]}),
                paragraph({"kind": "strong", "inlines": ["Second"]}),
            ],
            ["repair-lines"],
        ),
        (
            "**At home**\n\nRest.\n\n**At work**\n\nStand up often.",
            [
                {"kind": "section", "title": ["At home"], "blocks": [paragraph("Rest.")]},
                {"kind": "section", "title": ["At work"], "blocks": [paragraph("Stand up often.")]},
            ],
            ["guess-heading"] * 2,
        ),
        ("Rest.\n\n**Call us.**", [paragraph("Rest."), paragraph({"kind": "strong", "inlines": ["Call us."]})], []),
        ("Rest.\n\n**Call us**", [paragraph("Rest."), paragraph({"kind": "strong", "inlines": ["Call us"]})], []),
    ],
)
def test_lines(body: str, expected: list[Any], codes: list[str]) -> None:
    made, told = read(body)
    assert made == expected
    assert told == codes


def test_verse_keeps_its_lines() -> None:
    made, told = read("> My knee,\\\n> my knee.")
    assert "line-break" in str(made)
    assert not told


def test_a_link_and_a_cell_become_one_line() -> None:
    made, _ = read("<table><tr><th>A</th><th>B</th></tr><tr><td>one<br>two</td><td>c</td></tr></table>")
    assert "line-break" not in str(made)
    assert "one; two" in str(made)
