"""Plain text in which the author says things outright: front matter, fences, roles, marked headings."""

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_content.model.block import walk
from a11y_content.model.document import Condition, Page
from a11y_content.model.raw import Raw
from a11y_content.parsing import parse
from a11y_content.parsing.source import clean
from a11y_content.parsing.text import text_to_raw
from a11y_content.parsing.text.inlines import sentences
from a11y_content.problem import Level, Problem, Spot
from tests.examples import examples

FRONT = "---\nkind: page\ntitle: T\nlang: en\nsummary: Words.\n---\n"


def read(text: str, kind: str = "") -> tuple[dict[str, Any], list[Problem]]:
    source, problems = clean("x.txt", text)
    raw, more = text_to_raw(source, kind=kind)
    made = raw.plain()
    assert isinstance(made, dict)
    return made, problems + more


def guesses(problems: list[Problem]) -> list[str]:
    return [one.code for one in problems if one.level is Level.REVIEW]


def test_front_matter_leaves_nothing_to_guess() -> None:
    made, problems = read(FRONT + "\nShort line\n\nA sentence of this page.\n\n## Part\n\nMore words.\n")
    assert {name: made[name] for name in ("kind", "title", "lang", "summary")} == {
        "kind": "page", "title": "T", "lang": "en", "summary": "Words.",
    }  # fmt: skip
    assert [one["kind"] for one in made["body"]] == ["section", "section"]
    assert guesses(problems) == ["guess-heading"]
    made, problems = read(FRONT + "\nA sentence of this page.\n\n## Part\nMore words.\n")
    assert made["body"][1]["title"] == ["Part"]
    assert problems == []


def test_front_matter_of_a_condition() -> None:
    text = FRONT.replace("page", "condition").replace("title", "name") + "\nA lede.\n\n## Symptoms\n\n- pain\n- fever\n"
    document, problems = parse(text, "text", "x.txt")
    assert isinstance(document, Condition)
    assert (document.name, document.subtitle, len(document.lede), len(document.sections)) == ("T", "", 1, 1)
    assert guesses([one for one in problems if one.code.startswith("guess")]) == ["guess-list"]


def test_the_name_of_the_heading_says_the_kind() -> None:
    medical = "Symptoms\n\nThe pain comes at night.\n\nTreatment\n\nA doctor can treat it.\n"
    for named, kind in (("name", "condition"), ("title", "page")):
        made, problems = read(f"---\n{named}: Gout\nlang: en\nsummary: Words.\n---\n{medical}")
        assert made["kind"] == kind
        assert "guess-kind" not in {one.code for one in problems}


def test_a_line_drawn_above_the_title_is_no_front_matter() -> None:
    made, problems = read("---\nNeck pain\n---\n\nWords of it that end here.", "page")
    assert made["title"] == "Neck pain"
    assert not [one for one in problems if one.level is Level.ERROR]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("---\nkind: page\ntitle: T\n\nWords.", "front-matter-open", 1),
        ("---\nkind: page\ntitle: [x\n---\nWords.", "yaml-syntax", 4),
        (FRONT + "\n:::{caer} urgent Call\nx\n:::", "fence-unknown", 8),
        (FRONT + "\n:::{care} urgent Call\nx", "fence-open", 8),
        (FRONT + "\nIt is {lnag=es}`dolor` here.", "role-unknown", 8),
        (FRONT.replace("---\nkind", "---\nbody: x\nkind") + "\nWords.", "yaml-duplicate", 2),
    ],
)
def test_what_is_wrong_with_a_mark_is_told_as_in_markdown(text: str, code: str, line: int) -> None:
    _, problems = read(text)
    assert (code, line) in [(one.code, one.where.line) for one in problems]


def test_a_fence_stands_where_it_was_written_and_its_body_is_markdown() -> None:
    text = FRONT + (
        "\n## First\n\n:::{care} urgent Call **today** if\n- it *hurts*\n- you are tired\n:::\n\nBetween * them.\n\n"
        "## Second\n::::{details} More\n:::{callout} note\nInside.\n:::\n::::\n:::{cta} Ask\n:href: x.md\n:::\n"
    )
    made, problems = read(text)
    first, second = made["body"]
    assert [one["kind"] for one in first["blocks"]] == ["care", "paragraph"]
    assert first["blocks"][0]["title"][1] == {"kind": "strong", "inlines": ["today"]}
    assert first["blocks"][1]["inlines"] == ["Between * them."]
    assert [one["kind"] for one in second["blocks"]] == ["details", "cta"]
    assert second["blocks"][0]["blocks"][0]["kind"] == "callout"
    assert problems == []


def test_marked_headings_nest() -> None:
    made, problems = read(
        FRONT + "\n## A\n\nx y.\n\n### B\n\nx y.\n\n#### C\n\nx y.\n\n### D\n\nx y.\n\n## E\n\nx y.\n"
    )
    a, e = made["body"]
    assert (a["title"], e["title"]) == (["A"], ["E"])
    b, d = a["blocks"][1:]
    assert (b["title"], b["blocks"][1]["title"], d["title"]) == (["B"], ["C"], ["D"])
    assert problems == []


def test_each_role_gives_its_inline_at_its_place() -> None:
    text = FRONT + (
        '\n{strong}`One` and {em}`two *three*`, {link=https://example.org/a}`four`{about="of pain"}, {abbr}`MRI`,\n'
        "{lang=es}`dolor`, {time=2026-01-31}`31 January`, {phone=+15550100}`555 0100`, H{sub}`2`O, x{sup}`2`,\n"
        "{cite}`nice`, {q}`said`.{br}`After` that.\n"
    )
    document, problems = parse(text, "text", "x.txt")
    assert isinstance(document, Page)
    lines = text.split("\n")
    seen = {}
    for part, _ in walk(document.body[0]):
        spot = getattr(part, "spot", Spot())
        if getattr(part, "kind", "") == "text":
            words = part.text.strip(" ,.").split(" ")[0]  # type: ignore[attr-defined]
            assert words in lines[spot.line - 1][spot.column - 1 :], part
        elif getattr(part, "kind", "") not in {"", "paragraph"}:
            seen[part.kind] = part  # type: ignore[attr-defined]
            if part.kind != "em" or "two" in repr(part):  # type: ignore[attr-defined]
                assert lines[spot.line - 1][spot.column - 1] in "{*", part
    assert set(seen) == {
        "strong", "em", "link", "abbr", "lang", "time", "phone", "sub", "sup", "cite", "quoted", "line-break",
    }  # fmt: skip
    assert (seen["link"].href, seen["link"].about) == ("https://example.org/a", "of pain")
    assert not [one for one in problems if one.code.startswith("guess")]
    same, _ = parse(text, "markdown", "x.md")
    assert same == document


@pytest.mark.parametrize(("door", "link"), [("markdown", "[words](/x)"), ("text", "{link=/x}`words`")])
def test_fields_in_the_brackets_of_a_link_cannot_replace_its_own(door: str, link: str) -> None:
    text = link + '{href="javascript:x" kind="em" start="1" inlines="y" about="b" about="c"}'
    document, problems = parse(f"{FRONT}\n{text}\n", door)
    unknown = [one.message for one in problems if one.code == "field-unknown"]
    assert len(unknown) == 5
    assert "link has no field `{href}`" in unknown
    assert 'href="/x"' in str(document) or "href='/x'" in str(document)


def test_roles_in_items_and_headings_of_text() -> None:
    made, _ = read(FRONT + "\n## About {lang=es}`dolor`\n\n- a {em}`b`\n- c\n")
    (section,) = made["body"]
    assert section["title"][1]["kind"] == "lang"
    assert section["blocks"][0]["items"][0]["inlines"][1] == {"kind": "em", "inlines": ["b"]}


def test_text_without_marks_is_read_as_before() -> None:
    made, problems = read("Neck pain\n\nIt hurts `here` {maybe} and ::: there. Call 555-010-0100.\n", "page")
    assert made["body"][0]["inlines"][0] == "It hurts `here` {maybe} and ::: there. Call "
    assert "guess-title" in guesses(problems)


def test_more_roles_than_can_be_read_in_good_time_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("a11y_content.parsing.text.inlines._MOST_ROLES", 5)
    assert "limit-nodes" not in [one.code for one in read(FRONT + "\n" + "{em}`a` " * 5)[1]]
    text = FRONT + "\n" + "{em}`a` b.\n\n" * 9
    assert [one.code for one in read(text)[1]] == ["limit-nodes"]
    assert parse(text, "text")[0] is None


PIECES = [
    "---\n", "kind: page\n", "title: T\n", "\n", ":::", "::::", "{care} urgent x", "{facts}", "{x}", "`", "``", "{em}`",
    "{link=/x}`", '{about="y"}', "{br}`", "## A", "- b", "word", "dolor", " ", "\\", "[^n]", "[^n]: x", "*[M]: n", "é",
]  # fmt: skip


@examples(120)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_word_is_lost_and_every_place_is_in_the_file(text: str) -> None:
    source, _ = clean("x.txt", text)
    raw, problems = text_to_raw(source, kind="page")
    rows = source.text.split("\n")
    said = " ".join(one.message for one in problems)
    stack = [raw]
    while stack:
        one: Raw = stack.pop()
        if isinstance(one.value, list):
            stack.extend(one.value)
        elif isinstance(one.value, dict):
            stack.extend(one.value.values())
        else:
            said += f" {one.value}"
        for spot in (one.spot, *one.keys.values()):
            assert not spot or (spot.file == "x.txt" and 1 <= spot.line <= len(rows))
    for one_problem in problems:
        assert 0 <= one_problem.where.line <= len(rows)
    for word in ("word", "dolor"):
        assert word not in text or word in said


def test_the_first_sentences_are_found_without_reading_the_rest() -> None:
    start = time.process_time()
    assert sentences("See Dr. Ada. It helps. " * 50_000, 2, 300) == "See Dr. Ada. It helps."
    assert sentences("A. " * 100_000, 2, 300) == "A. " * 100_000  # all initials: no sentence ends
    assert time.process_time() - start < 2
