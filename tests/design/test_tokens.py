"""Token files: references are followed, and what is wrong is said with its place."""

import pytest

from a11y_content.design.tokens import builtin, load_tokens
from a11y_content.problem import ContentError

RED = '{ "colorSpace": "srgb", "components": [1, 0, 0] }'


def _refused(text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        load_tokens(text, "brand.tokens.json")
    return [problem.line() for problem in caught.value.problems]


def test_a_reference_takes_value_and_type_of_what_it_names() -> None:
    palette = f'"palette": {{"$type": "color", "red": {{"$value": {RED}}}}}'
    text = f'{{{palette}, "color": {{"link": {{"$value": "{{palette.red}}"}}}}}}'
    tokens, _ = load_tokens(text, "brand.tokens.json")
    assert tokens["color.link"].type == "color"
    assert tokens["color.link"].css == "#ff0000"


def test_a_circle_of_references_is_refused_with_its_way() -> None:
    text = '{"a": {"$type": "number", "$value": "{b}"},\n "b": {"$type": "number", "$value": "{a}"}}'
    assert _refused(text)[0] == ("brand.tokens.json:1:2: error: token a: refers to itself: a -> b -> a [token-bad]")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('{"$type": "dimension", "$value": {"value": 12, "unit": "px"}}', "never px"),
        ('{"$type": "color", "$value": "#ff0000"}', "colorSpace"),
        ('{"$type": "color", "$value": {"colorSpace": "srgb", "components": [1, 0, 0], "alpha": 0.5}}', "transparency"),
        ('{"$type": "color", "$value": {"colorSpace": "srgb", "components": [1, true, 0]}}', "three numbers"),
        ('{"$type": "shadow", "$value": {}}', "of the type"),
        ('{"$value": "{nowhere}"}', "not in the file"),
        ("12", "neither a token nor a group"),
    ],
)
def test_a_bad_value_is_refused_at_its_line(value: str, said: str) -> None:
    problems = _refused(f'{{\n  "fine": {{"$type": "number", "$value": 1}},\n  "bad": {value}\n}}')
    assert len(problems) == 1
    assert problems[0].startswith("brand.tokens.json:3:3:")
    assert said in problems[0]


@pytest.mark.parametrize(
    ("text", "place"),
    [("{\n  oops\n}", ":2:3:"), ("[1]", ":1:1:"), ('{"a": {}, "a": {}}', ":1:1:"), ("[" * 100_000, ":1:")],
)
def test_what_is_not_an_object_of_json_is_refused(text: str, place: str) -> None:
    assert place in _refused(text)[0]


def test_no_length_of_ours_is_in_px() -> None:
    tokens, _ = load_tokens(builtin("base"), "base.tokens.json")
    assert {token.value["unit"] for token in tokens.values() if token.type == "dimension"} == {"rem"}
