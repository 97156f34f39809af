"""The JSON door: every value at its place, every fault in the author's words, and no traceback."""

import json
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from a11y_content.model.raw import Raw
from a11y_content.parsing import parse
from a11y_content.parsing.json_text import inside, json_to_raw, read_json
from a11y_content.parsing.limits import MAX_JSON_DEPTH
from a11y_content.parsing.source import Source, clean
from a11y_content.problem import Problem
from tests.examples import examples

PAGE = '{"kind": "page", "lang": "en", "title": "T", "body": "Words."}'


def read(text: str) -> tuple[Raw | None, list[Problem]]:
    return read_json(Source("x.json", text))


def lines(text: str) -> list[str]:
    return [one.line() for one in read(text)[1]]


def test_every_value_and_key_has_its_place() -> None:
    raw, problems = read('{\n  "a": [1, "é"],\n\t"b": {"c": null}}')
    assert raw is not None
    assert not problems
    assert raw.plain() == {"a": [1, "é"], "b": {"c": None}}
    assert (raw.keys["a"].line, raw.keys["a"].column) == (2, 3)
    a, b = raw.value["a"], raw.value["b"]
    assert [(one.spot.line, one.spot.column) for one in (raw, a, *a.value, b)] == [
        (1, 1), (2, 8), (2, 9), (2, 12), (3, 7),
    ]  # fmt: skip
    assert (b.keys["c"].line, b.keys["c"].column) == (3, 8)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "1:2: error: expected the name of a field or `}`; the file ends here"),
        ('{"a": 1 "b": 2}', '1:9: error: expected `,` or `}` here; found `"b"`'),
        ("{'a': 1}", "1:2: error: expected the name of a field or `}`; found `'`"),
        ('{"a" 1}', "1:6: error: expected `:` behind the name of the field; found `1`"),
        ('{"a": }', "1:7: error: expected a value, found `}`"),
        ('["a\nb"]', "1:2: error: this text goes on to the next line"),
        ('["a\tb"]', "1:4: error: a tab stands in this text"),
        ('["C:\\docs"]', "1:5: error: `\\d` begins no escape of JSON"),
        ('["\\u12"]', "1:3: error: `\\u` begins no escape of JSON"),
        ('["a', "1:2: error: this text has no closing quote"),
        ("[“a”]", "1:2: error: expected a value, found “"),
        ("[0049]", "1:2: error: `0049` is not a number as JSON writes it"),
        ("[1] 2", "1:5: error: the document has ended, but more follows: found `2`"),
        ("[yes]", "1:2: error: expected a value, found `yes`"),
    ],
)
def test_a_fault_of_writing_is_told_at_its_place(text: str, said: str) -> None:
    assert lines(text) == [f"x.json:{said} [json-syntax]"]


def test_faults_whose_meaning_is_plain_are_told_together() -> None:
    raw, problems = read('// a note\n{"a": NaN, "b": [True, None,], "a": 2, /* x */ "c": Infinity,}')
    assert raw is not None
    assert raw.plain() == {"a": None, "b": [True, None], "c": None}
    assert [one.code for one in problems] == [*["json-syntax"] * 5, "json-duplicate", *["json-syntax"] * 3]
    assert parse('{"kind": "page",}', "json")[0] is None


def test_a_field_given_twice_is_refused_and_its_first_place_named() -> None:
    assert lines('{"a": 1,\n "a": 2}') == [
        "x.json:2:2: error: `a` is given twice; the first is in line 1 [json-duplicate]"
    ]


def test_no_digit_of_a_number_is_lost() -> None:
    raw, problems = read("[1.10, 1e5, -0, 123456789012345678901234567890, 7, -7]")
    assert raw is not None
    assert not problems
    assert raw.plain() == ["1.10", "1e5", "-0", "123456789012345678901234567890", 7, -7]
    assert read("9" * 100_000)[0] == Raw("9" * 100_000, raw.spot)


def test_half_a_pair_of_surrogates_is_told_and_the_text_after_it_kept() -> None:
    raw, problems = read('["\\ud83d\\ude00 \\ud800 kept\\u0000"]')
    assert raw is not None
    assert raw.plain() == ["😀 \ufffd kept\ufffd"]
    assert [(one.code, one.where.column) for one in problems] == [("character-control", 16), ("character-control", 27)]


def test_many_faults_of_one_kind_hide_none_of_another() -> None:
    _, problems = read('["' + "\\ud800" * 70 + '", {"a": 1, "a": 2}, True]')
    told = [one.code for one in problems]
    assert (told.count("character-control"), told.count("json-duplicate"), told.count("json-syntax")) == (51, 1, 1)
    assert problems[-1].message == "20 more of these, the last one here"


@pytest.mark.parametrize("sign", ["[", '{"a":', '[{"a":'])
def test_deep_nesting_is_a_problem_and_no_traceback(sign: str) -> None:
    raw, problems = read(sign * 100_000)
    assert raw is None
    assert [one.code for one in problems] == ["limit-depth"]
    fits = "[" * MAX_JSON_DEPTH + "]" * MAX_JSON_DEPTH
    assert read(fits)[1] == []
    assert [one.code for one in read(f"[{fits}]")[1]] == ["limit-depth"]


def test_too_many_values_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("a11y_content.parsing.json_text.MAX_JSON_VALUES", 100)
    assert read(f"[{', '.join('1' * 99)}]")[1] == []
    text = f"[{', '.join('1' * 100)}]"
    assert [one.code for one in read(text)[1]] == ["limit-nodes"]
    assert parse(text, "json")[0] is None


def seconds(text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


def test_time_grows_with_the_text_and_no_faster() -> None:
    for piece in ('{"a": "\\u00e9 x"},', '"' + "x" * 50 + '",', "// x\n1,", '"\\ud800",', "[[[[1]]]],"):
        spent = []
        for count in (500, 4_000):
            text = "[" + piece * count + "1]"
            spent.append(min(seconds(text) for _ in range(3)))  # of three: now and then the memory is swept
        assert spent[1] < 40 * max(spent[0], 0.002), piece


def test_the_place_inside_a_string_counts_its_escapes() -> None:
    source = Source("x.json", '{"é": 1,\n "a": "b\\u00e9\\ud83d\\ude00 \\"c"}')
    raw, _ = read_json(source)
    assert raw is not None
    value = raw.value["a"]
    at = inside(source, value.spot)
    row = source.text.split("\n")[1]
    assert value.value == 'bé😀 "c'
    assert [at(i).line for i in range(6)] == [2] * 6
    assert [row[at(i).column - 1] for i in (0, 1, 2, 3, 4, 5)] == ["b", "\\", "\\", " ", "\\", "c"]
    assert inside(source, raw.spot)(5) == raw.spot


def test_faults_of_the_model_are_told_at_their_places_in_the_json() -> None:
    text = PAGE.replace('"body": "Words."', '"bodi": 1,\n "body": [{"kind": "car", "urgency": "urgentt"}]')
    document, problems = parse(text, "json", "x.json")
    assert document is not None
    assert {(one.code, one.where.line, one.where.column) for one in problems} >= {
        ("field-unknown", 1, 46), ("kind-unknown", 2, 20), ("field-choice", 2, 38),
    }  # fmt: skip
    assert {one.hint for one in problems} >= {"did you mean `care`?", "did you mean `urgent`?"}


@pytest.mark.parametrize("text", ["[]", "1", '"text"', "null", "true"])
def test_what_is_no_record_is_no_document(text: str) -> None:
    document, problems = parse(text, "json", "x.json")
    assert document is None
    assert [one.code for one in problems] == ["field-type"]


def test_a_byte_order_mark_is_accepted() -> None:
    source, problems = clean("x.json", "\ufeff" + PAGE)
    assert not problems
    assert json_to_raw(source)[1] == []


# -------------------------------------------------------------------------------------------------------- any text
PIECES = [
    "{", "}", "[", "]", ":", ",", '"', '"a"', '"kind"', '"page"', "1", "-", "0", "1e", ".5", "true", "null", "NaN",
    "//", "/*", "*/", "#", "\n", " ", "\t", "\\", "\\u", "\\ud800", "\\u0000", "é", "🙂", "\ufeff", "\u2028", "'", "“",
]  # fmt: skip


@examples(200)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join))
@example('{"a"')
@example('["\\')
@example('"\\u')
def test_any_text_ends_in_a_tree_or_problems_with_their_places(text: str) -> None:
    source, _ = clean("x.json", text)
    raw, problems = read_json(source)
    assert raw is not None or problems
    rows = source.text.split("\n")
    for one in problems:
        assert one.where.file == "x.json"
        assert 1 <= one.where.line <= len(rows)
        assert 1 <= one.where.column <= len(rows[one.where.line - 1]) + 1
    try:
        known = json.loads(source.text, parse_constant=lambda _: 1 / 0)
    except (ValueError, ZeroDivisionError, RecursionError):
        assert any(one.level == "error" for one in problems)
    else:
        assert raw is not None
        if not problems:
            assert json.loads(json.dumps(raw.plain())) == json.loads(source.text, parse_float=str, parse_int=_number)
        assert known is None or raw.value is not None
    parse(text, "json", "x.json")


def _number(text: str) -> int | str:
    return text if text == "-0" or len(text.lstrip("-")) > 18 else int(text)


TREE = st.recursive(
    st.text("abcdefgh éñ漢", min_size=1, max_size=8) | st.integers(0, 99) | st.booleans() | st.none(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["kind", "title", "lang", "body", "blocks", "inlines", "text", "items", "zz", "review"]),
            inner | st.sampled_from(["page", "paragraph", "care", "strong", "list", "table", "nothing"]),
            max_size=4,
        )
    ),
    max_leaves=20,
)


@examples(80)
@given(st.dictionaries(st.sampled_from(["title", "body", "summary", "glossary", "related", "zz"]), TREE, max_size=5))
def test_every_text_of_any_tree_is_in_the_model_or_a_problem_stands_on_its_way(tree: dict[str, object]) -> None:
    """What the model does not hold is at or below a value that an error names: nothing goes in silence."""
    text = json.dumps({"kind": "page", "lang": "en", "title": "T", "body": "x", **tree}, ensure_ascii=False)
    document, problems = parse(text, "json", "x.json")
    if any(one.level == "error" for one in problems):
        return
    assert document is not None
    held = repr(document)
    stack: list[object] = [tree]
    while stack:
        one = stack.pop()
        if isinstance(one, dict):
            stack.extend(value for name, value in one.items() if name != "kind")
        elif isinstance(one, list):
            stack.extend(one)
        elif isinstance(one, str):
            assert repr(one)[1:-1].strip() in held or " ".join(one.split()) in held
