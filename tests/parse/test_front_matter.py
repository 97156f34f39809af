"""Front matter: YAML 1.2 words, places in the file, nothing that can explode."""

import pytest

from a11y_content.parsing.yaml_front import read_yaml, scalar


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("010", "010"),
        ("1.10", "1.10"),
        ("1e3", "1e3"),
        ("0x1F", "0x1F"),
        ("12:30:45", "12:30:45"),
        ("2026-02-30", "2026-02-30"),
        ("9" * 5000, "9" * 5000),
        (".inf", ".inf"),
        ("Norway", "Norway"),
    ],
)
def test_a_plain_scalar_keeps_every_letter_or_is_a_word_of_the_core_schema(text: str, value: object) -> None:
    assert scalar(text) == value
    assert type(scalar(text)) is type(value)


def test_a_quoted_scalar_is_always_text() -> None:
    raw, problems = read_yaml("a: 'true'\nb: \"12\"\n", "a.md")
    assert raw is not None
    assert raw.plain() == {"a": "true", "b": "12"}
    assert problems == []


def test_keys_and_values_know_their_places_in_the_file() -> None:
    raw, _ = read_yaml("---\nä: [x, {y: z}]\nb:\n  - c\n", "a.md")
    assert raw is not None
    assert isinstance(raw.value, dict)
    assert str(raw.keys["ä"]) == "a.md:2:1"
    assert str(raw.keys["b"]) == "a.md:3:1"
    values = raw.value["ä"].value
    assert isinstance(values, list)
    assert [str(one.spot) for one in values] == ["a.md:2:5", "a.md:2:8"]
    inner = raw.value["b"].value
    assert isinstance(inner, list)
    assert str(inner[0].spot) == "a.md:4:5"


def test_a_value_read_from_the_middle_of_a_line_knows_it() -> None:
    raw, _ = read_yaml("[a, b]", "a.md", 7, 10)
    assert raw is not None
    assert isinstance(raw.value, list)
    assert [str(one.spot) for one in raw.value] == ["a.md:7:11", "a.md:7:14"]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("---\na: 1\na: 2\n", "yaml-duplicate", "a.md:3:1"),
        ("---\na:\n  b: 1\n  b: 2\n", "yaml-duplicate", "a.md:4:3"),
        ("---\na: &x 1\n", "yaml-extra", "a.md:2:4"),
        ("---\na: *x\n", "yaml-extra", "a.md:2:4"),
        ("---\na: !!str 1\n", "yaml-extra", "a.md:2:4"),
        ("---\n<<: {a: 1}\n", "yaml-extra", "a.md:2:1"),
        ("---\na: b: c\n", "yaml-syntax", "a.md:2:5"),
        ("---\n[a]: 1\n", "yaml-syntax", "a.md:2:1"),
        ("---\na: 1\n---\nb: 2\n", "yaml-syntax", "a.md:3:1"),
        ("---\na: [1\n", "yaml-syntax", "a.md:3:1"),
        ('---\na: "one\nb: two\n', "yaml-syntax", "a.md:2:4"),
        ("---\na:\n\tb: 1\n", "yaml-syntax", "a.md:3:1"),
    ],
)
def test_what_is_refused_is_refused_at_its_place(text: str, code: str, place: str) -> None:
    _, problems = read_yaml(text, "a.md")
    assert [(one.code, str(one.where)) for one in problems] == [(code, place)]


def test_all_duplicates_are_told_and_the_first_values_stay() -> None:
    raw, problems = read_yaml("a: 1\na: 2\nb: 3\nb: {c: 4}\nd: 5\n", "a.md")
    assert raw is not None
    assert raw.plain() == {"a": 1, "b": 3, "d": 5}
    assert [one.where.line for one in problems] == [2, 4]
