"""What is written reads back as the same document: every example, every kind of block, and documents made at random."""

import json
import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.build import build_document
from a11y_content.parsing.markdown import markdown_to_raw
from a11y_content.parsing.source import Source, read_source
from a11y_content.parsing.writing import WRITERS, to_json, to_markdown
from a11y_content.parsing.writing.inlines import inline_text, tidy
from a11y_content.parsing.writing.yaml import block
from a11y_content.parsing.yaml_front import read_yaml
from tests.examples import examples

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted([*ROOT.glob("examples/**/*.md"), *ROOT.glob("fixtures/blocks/*.md")])


def made(value: object) -> Raw:
    """A tree of plain values."""
    if isinstance(value, dict):
        return Raw({name: made(one) for name, one in value.items()})
    if isinstance(value, list):
        return Raw([made(one) for one in value])
    return Raw(value)  # type: ignore[arg-type]


def read_back(raw: Raw) -> tuple[Raw, str]:
    written = to_markdown(raw)
    again, problems = markdown_to_raw(Source("written.md", written))
    assert [p.line() for p in problems] == [], written
    return again, written


def assert_same(raw: Raw) -> None:
    again, written = read_back(raw)
    wanted, _ = build_document(raw, lang="en")
    got, _ = build_document(again, lang="en")
    assert wanted is not None
    assert got == wanted, written


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_reads_back_the_same(path: Path) -> None:
    source, _ = read_source(path)
    raw, _ = markdown_to_raw(source)
    if build_document(raw, lang="en")[0] is None:
        pytest.skip("a fragment")
    assert_same(raw)


# ---------------------------------------------------------------------------------------------------------- one by one
LINES = [
    "# not a heading", "- not a list", "+ not a list", "1. not a list", "12) not a list", "> not a quotation",
    "::: not a fence", ":::{care} urgent not a fence", ":option: not an option", "--- not a rule", "===", "***",
    "*not strong* and _not strong_ and **not strong**", "snake_case stays", "[not a link](x)", "![not a picture](x)",
    "a [^mark] that is none", "*[MRI]: not a term", "`not code`", "{lang=es}`not a role`", "<b>not HTML</b>",
    "a < b > c & d", "&amp; &#65; &nbsp; stay", "~~not struck~~", "back\\slash \\* \\", "| not | a table |",
    "tab\there", " space at the start", "space at the end ", "two  spaces", "\u00a0no-break space at the start",
    "ends in #", "ends in ##", "wow!", "{#id}x", "https://example.org/?a=1&copy=2", "emoji 🩺 and ünïcödé",
    "    four spaces", "٣. Arabic number", "a\\", "!",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_signs_in_a_text_stay_text(line: str) -> None:
    body = [
        node("paragraph", Raw("").spot, inlines=[Raw(line)]),
        made({"kind": "list", "items": [{"inlines": [line]}]}),
    ]
    quoted = made({"kind": "quote", "blocks": [{"kind": "paragraph", "inlines": [line]}], "who": ["Ana"]})
    assert_same(made_page([*body, quoted]))


@pytest.mark.parametrize("line", [one for one in LINES if not one.startswith(" ") and "{#" not in one])
def test_signs_in_a_title_stay_text(line: str) -> None:
    inside = [{"kind": "paragraph", "inlines": ["x"]}]
    section = made({"kind": "section", "title": [line], "blocks": inside})
    care = made({"kind": "care", "urgency": "urgent", "title": [line], "blocks": inside})
    table = made({"kind": "table", "caption": [line], "columns": [[line], ["b"]], "rows": [[["1"], [line]]]})
    assert_same(made_page([care, table, section]))


def made_page(body: list[Raw], **fields: object) -> Raw:
    return Raw({"kind": Raw("page"), "title": Raw("T"), "lang": Raw("en"), **made(fields).value, "body": Raw(body)})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "inlines",
    [
        ["a", {"kind": "strong", "inlines": ["b"]}, "c"],
        ["a", {"kind": "em", "inlines": ["b"]}, "c"],
        ["a", {"kind": "strong", "inlines": ["(b)"]}, "c"],
        [{"kind": "strong", "inlines": [" b "]}, "c"],
        [{"kind": "strong", "inlines": [{"kind": "em", "inlines": ["b"]}]}],
        [{"kind": "em", "inlines": [{"kind": "strong", "inlines": ["b"]}, "c"]}],
        ["wow!", {"kind": "link", "href": "x.md", "inlines": ["b"]}],
        [{"kind": "link", "href": "a b(c).md", "inlines": ["b"], "about": 'say "x" & *y*', "lang": "es"}, "{about=x}"],
        [{"kind": "lang", "tag": "es", "inlines": ["dolor ", {"kind": "strong", "inlines": ["x"]}, " `y`"]}],
        [{"kind": "quoted", "inlines": ["`"]}, {"kind": "sub", "inlines": ["2"]}],
        [{"kind": "time", "date": "2026-01-31", "text": "31 January"}],
        [{"kind": "phone", "number": "+1 (555) 010-0100", "text": "555 0100"}],
        ["a", {"kind": "line-break"}, "- b"],
        ["a \\", {"kind": "sup", "inlines": ["2"]}],
    ],
    ids=str,
)
def test_marks_read_back(inlines: list[object]) -> None:
    assert_same(made_page([made({"kind": "paragraph", "inlines": inlines})]))


def test_a_line_break_at_the_end_of_a_line_leaves_no_backslash() -> None:
    assert inline_text([Raw("a"), made({"kind": "line-break"})]) == "a"
    assert inline_text([made({"kind": "strong", "inlines": ["a", {"kind": "line-break"}]})]) == "**a**"


def test_marks_that_mean_the_same_are_joined() -> None:
    items = [made({"kind": "strong", "inlines": ["a"]}), made({"kind": "strong", "inlines": [made_strong("b")]})]
    assert [one.plain() for one in tidy(items)] == [{"kind": "strong", "inlines": ["ab"]}]


def made_strong(text: str) -> dict[str, object]:
    return {"kind": "strong", "inlines": [text]}


def test_text_after_a_section_goes_into_the_front_matter_and_reads_back() -> None:
    section = {"kind": "section", "title": ["A"], "blocks": [{"kind": "paragraph", "inlines": ["b"]}]}
    raw = made_page([made(section), made({"kind": "paragraph", "inlines": ["after *it*"]})])
    assert "\nbody:\n" in to_markdown(raw)
    assert_same(raw)


def test_a_fence_inside_a_fence_has_fewer_colons() -> None:
    inner = {"kind": "details", "summary": ["More on it"], "blocks": [{"kind": "paragraph", "inlines": ["x"]}]}
    raw = made_page([made({"kind": "callout", "tone": "note", "blocks": [inner]})])
    assert "::::{callout} note\n:::{details} More on it\n" in to_markdown(raw)
    assert_same(raw)


def test_json_is_the_same_tree() -> None:
    raw = made_page([made({"kind": "paragraph", "inlines": ["é"]})])
    assert json.loads(to_json(raw)) == raw.plain()
    assert set(WRITERS) == {"md", "json"}


# ----------------------------------------------------------------------------------------------------------- at random
SIGNS = "#*_-+`~[](){}<>!&|:;.,\\'\"=^%$@/ \u00a0é中א1aB"
TEXT = st.text(st.sampled_from(SIGNS + string.ascii_lowercase), min_size=1, max_size=12)
WORD = st.text(string.ascii_lowercase, min_size=1, max_size=6)


def _mark(kind: str) -> "st.SearchStrategy[object]":
    return st.builds(lambda text: {"kind": kind, "inlines": [text]}, TEXT.filter(str.strip))


MARK = st.one_of(
    *(_mark(kind) for kind in ("strong", "em", "quoted", "sub", "sup")),
    st.builds(lambda text, href: {"kind": "link", "href": href, "inlines": [text]}, WORD, TEXT.filter(str.strip)),
    st.builds(lambda text: {"kind": "lang", "tag": "es", "inlines": [text]}, TEXT.filter(str.strip)),
)
INLINES = st.lists(st.one_of(TEXT, TEXT, MARK), min_size=1, max_size=5).map(
    lambda items: [one.plain() for one in tidy(made(items).value)]  # type: ignore[arg-type]
)
SAID = INLINES.filter(lambda items: any(not isinstance(one, str) or one.strip() for one in items))
PARAGRAPH = st.builds(lambda inlines: {"kind": "paragraph", "inlines": inlines}, SAID)
LEAVES = st.one_of(
    PARAGRAPH,
    st.builds(
        lambda rows: {"kind": "table", "caption": ["c"], "columns": [["a"], ["b"]], "rows": rows},
        st.lists(st.tuples(SAID, SAID).map(list), min_size=1, max_size=2),
    ),
    st.builds(lambda src, alt: {"kind": "figure", "src": src, "alt": alt}, WORD, WORD),
)


def _item(inlines: list[object], blocks: list[object]) -> dict[str, object]:
    return {"inlines": inlines, "blocks": blocks} if blocks else {"inlines": inlines}


def _deeper(blocks: "st.SearchStrategy[object]") -> "st.SearchStrategy[object]":
    some = st.lists(blocks, min_size=1, max_size=3)
    items = st.lists(st.builds(_item, SAID, st.lists(blocks, max_size=2)), min_size=1, max_size=3)
    return st.one_of(
        st.builds(lambda items: {"kind": "list", "items": items}, items),
        st.builds(
            lambda items, start: {"kind": "list", "items": items, "ordered": True, "start": start},
            items,
            st.integers(2, 40),
        ),
        st.builds(lambda inside, who: {"kind": "quote", "blocks": inside, "who": [who]}, some, WORD),
        st.builds(
            lambda title, inside: {"kind": "care", "urgency": "urgent", "title": [title], "blocks": inside}, WORD, some
        ),
        st.builds(lambda summary, inside: {"kind": "details", "summary": [summary], "blocks": inside}, WORD, some),
    )


BLOCKS = st.lists(st.recursive(LEAVES, _deeper, max_leaves=6), min_size=1, max_size=4)
SECTION = st.builds(lambda title, blocks: {"kind": "section", "title": [title], "blocks": blocks}, WORD, BLOCKS)
TITLES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=20)


@examples(60, suppress_health_check=[HealthCheck.too_slow])
@given(blocks=BLOCKS, sections=st.lists(SECTION, max_size=2))
@example(blocks=[{"kind": "paragraph", "inlines": [".", {"kind": "strong", "inlines": ["-"]}, "a"]}], sections=[])
def test_any_document_reads_back_the_same(blocks: list[object], sections: list[object]) -> None:
    body = made([*blocks, *sections]).value
    assert isinstance(body, list)
    assert_same(made_page(body))


@examples(100)
@given(
    values=st.dictionaries(
        WORD, st.one_of(TITLES, st.booleans(), st.integers(-9, 9), st.lists(TITLES, max_size=3)), max_size=4
    )
)
@example(
    values={"lang": "no", "date": "2026-01-31", "number": "1", "null": "null", "x": "a: b", "y": "# c", "z": " d "}
)
def test_any_front_matter_reads_back_the_same(values: dict[str, object]) -> None:
    raw = made(values)
    assert isinstance(raw.value, dict)
    text = "\n".join(block(raw.value))
    again, problems = read_yaml(text, "front.yaml")
    assert problems == [], text
    assert (again.plain() if again else {}) == raw.plain(), text
