"""Token files: references are followed, and what is wrong is said with its place."""

import contextlib
import json
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
        ('{"$type": "dimension", "$value": {"value": 12, "unit": "px"}}', "px stays as it is where a reader enlarges"),
        ('{"$type": "dimension", "$value": {"value": 12, "unit": "vw"}}', "none of rem, em, ch"),
        ('{"$type": "dimension", "$value": "1rem"}', "a dimension like"),
        ('{"$type": "color", "$value": "crimson"}', "is not a colour such as #0b6e4f"),
        ('{"$type": "color", "$value": "#ff000080"}', "partly transparent"),
        ('{"$type": "color", "$value": 12}', "colorSpace"),
        ('{"$type": "color", "$value": {"colorSpace": "oklhc", "components": [1, 0, 0]}}', "did you mean oklch?"),
        ('{"$type": "color", "$value": {"colorSpace": "cmyk", "components": [1, 0, 0]}}', "the format has srgb, "),
        ('{"$type": "color", "$value": {"colorSpace": "hsl", "components": [1, 0, 0]}}', "read by its `hex` only"),
        ('{"$type": "color", "$value": {"colorSpace": "srgb", "components": [255, 0, 0]}}', "from 0 to 1"),
        ('{"$type": "color", "$value": {"colorSpace": "oklch", "components": [42, 0, 0]}}', "lightness 0 to 1"),
        ('{"$type": "color", "$value": {"colorSpace": "srgb", "components": [1, 0, 0], "hex": "#f00"}}', "six digits"),
        (
            '{"$type": "color", "$value": {"colorSpace": "srgb", "components": [1, 0, 0], "alpha": 0.5}}',
            "solid colours",
        ),
        ('{"$type": "color", "$value": {"colorSpace": "srgb", "components": [1, true, 0]}}', "three numbers"),
        ('{"$type": "shadow", "$value": {}}', "the type shadow is not used"),
        ('{"$type": "fontFamily", "$value": ["Inter", "</style>"]}', "the name of a font"),
        ('{"$type": "number", "$value": 1e999}', "not a number"),
        ('{"$value": 12}', "it has no `$type`"),
        ('{"$value": "{nowhere}"}', "not in the file"),
        ('{"$value": "{fine.$value}"}', "a part of a token"),
        ('{"$type": "number", "$value": "{fine} * 2"}', "not a number"),
        ('{"$ref": "other.json#/fine"}', "a pointer to a token of this file"),
        ('{"$value": "{fien}"}', "did you mean fine?"),
        ('{"$type": "number", "$vaule": 12}', "did you mean $value?"),
        ('{"$type": "number", "$value": 12, "child": {}}', "a token and a group at once"),
        ('{"$value": 1, "$ref": "#/fine"}', "both $value and $ref"),
        ('{"$extends": "{nowhere}"}', "no group of the file"),
        ('{"$extends": "{bad}"}', "in a circle: bad -> bad"),
        ('{"$type": ["number"], "$value": 1}', "not a word"),
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
    [("{\n  oops\n}", ":2:3:"), ("[1]", ":1:1:"), ('{"a": {},\n"a": {}}', ":2:1:"), ("[" * 100_000, ":1:")],
)
def test_what_is_not_an_object_of_json_is_refused(text: str, place: str) -> None:
    assert place in _refused(text)[0]


def test_no_length_of_ours_is_in_px() -> None:
    tokens, _ = load_tokens(builtin("base"), "base.tokens.json")
    assert {token.css.lstrip("0123456789.") for token in tokens.values() if token.type == "dimension"} == {"rem"}


def test_groups_pass_their_type_on_and_a_root_is_the_groups_own_value() -> None:
    text = f"""{{"color": {{"$type": "color", "accent": {{
        "$root": {{"$value": {RED}}}, "pale": {{"$value": "{{color.accent.$root}}"}}}}}}}}"""
    tokens, _ = load_tokens(text, "x")
    assert {name: (token.css, token.refers) for name, token in tokens.items()} == {
        "color.accent": ("#ff0000", ""),
        "color.accent.pale": ("#ff0000", "color.accent"),
    }


@pytest.mark.parametrize("extends", ["{base}", "#/base"])
def test_a_group_extends_another_and_its_own_tokens_win(extends: str) -> None:
    text = f"""{{"base": {{"$type": "color", "ink": {{"$value": "#000000"}},
        "deep": {{"paper": {{"$value": "#fff"}}}}}},
        "more": {{"$extends": "{{base}}", "other": {{"$value": "#00f"}}}},
        "color": {{"$extends": "{extends}", "ink": {{"$value": "#111111"}}}}}}""".replace("{{base}}", "{base}")
    tokens, _ = load_tokens(text, "x")
    assert {name: token.css for name, token in tokens.items() if name.startswith(("color", "more"))} == {
        "more.ink": "#000000",
        "more.deep.paper": "#ffffff",
        "more.other": "#0000ff",
        "color.ink": "#111111",
        "color.deep.paper": "#ffffff",
    }


def test_what_designers_tools_export_is_read() -> None:
    # Figma: sRGB with alpha 1 and hex, extensions of its own; Tokens Studio: text, $themes, $metadata.
    text = """{"$themes": [], "$metadata": {"tokenSetOrder": ["brand"]}, "brand": {"$description": "x", "green": {
        "$type": "color", "$value": {"colorSpace": "srgb", "components": [0.043, 0.431, 0.31], "alpha": 1,
             "hex": "#0b6e4f"},
        "$extensions": {"com.figma.variableId": "VariableID:1:2"}, "$deprecated": false},
        "wide": {"$type": "color", "$value": {"colorSpace": "display-p3", "components": [0, "none", 0],
            "hex": "#AABBCC"}},
        "text": {"$type": "color", "$value": "#0b6e4f"}, "oklch": {"$type": "color", "$value": "oklch(48% 0.1 160)"},
        "link": {"$ref": "#/brand/green"}, "whole": {"$ref": "#/brand/green/$value"},
        "face": {"$type": "fontFamily", "$value": "Source Sans 3"},
        "faces": {"$type": "fontFamily", "$value": ["Inter", "serif"]}
    }}"""
    tokens, _ = load_tokens(text, "x")
    assert {name.removeprefix("brand."): token.css for name, token in tokens.items()} == {
        **dict.fromkeys(("green", "text", "link", "whole"), "#0b6e4f"),
        "wide": "#aabbcc",
        "oklch": "#176e4a",
        "face": '"Source Sans 3"',
        "faces": "Inter,serif",
    }


def test_the_older_form_of_tokens_studio_is_told() -> None:
    problems = _refused('{"accent": {"value": "#000000", "type": "color"}}')
    assert "export it as W3C DTCG, with `$value`" in problems[0]


def _chain(length: int) -> str:
    inner = ",".join(f'"k{n}": {{"$type": "number", "$value": "{{k{n + 1}}}"}}' for n in range(length))
    return f"{{{inner}}}"


def _laughs() -> str:
    inner = ",".join(
        f'"g{n}": {{"a": {{"$extends": "{{g{n - 1}}}"}}, "b": {{"$extends": "{{g{n - 1}}}"}}}}' for n in range(1, 40)
    )
    return f'{{"g0": {{"x": {{"$type": "number", "$value": 1}}}}, {inner}}}'


BOMBS = {
    "brackets": "[" * 1_000_000,
    "objects": '{"a":' * 50_000,
    "deep": '{"a":' * 900 + "1" + "}" * 900,
    "wide and deep": '{"a":' * 800 + "{" + ",".join(f'"k{n}":1' for n in range(20_000)) + "}" + "}" * 800,
    "many": "{" + ",\n".join(f'"k{n}":{{"$type":"number","$value":1}}' for n in range(7_000)) + "}",
    "long": '{"$description": "' + "x" * 1_000_000 + '"}',
    "chain": _chain(2_900),
    "a million laughs": _laughs(),
    "itself": '{"a": {"b": {"$extends": "{a}"}}}',
    "digits": '{"a": {"$type": "number", "$value": ' + "9" * 100_000 + "}}",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_bombs_are_refused_within_a_second(bomb: str) -> None:
    start = time.process_time()
    assert _refused(BOMBS[bomb])
    assert time.process_time() - start < 1


_WORDS = st.sampled_from(
    [
        "$value",
        "$type",
        "$ref",
        "$root",
        "$extends",
        "$extensions",
        "$vaule",
        "a",
        "b",
        "color",
        "value",
        "",
        "x.y",
        "{a}",
    ]
)
_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(),
    st.integers(),
    st.text(max_size=8),
    st.sampled_from(["{a}", "{b.a}", "{a.$root}", "#/a", "#/b/$value", "color", "number", "#123456", "oklch(1 0 0)"]),
    st.fixed_dictionaries(
        {"colorSpace": st.sampled_from(["srgb", "oklch", "hsl", "x"]), "components": st.lists(st.floats(), max_size=4)},
        optional={"alpha": st.floats(), "hex": st.text(max_size=7)},
    ),
)
_TREES = st.recursive(
    _VALUES, lambda inner: st.dictionaries(_WORDS, inner, max_size=5) | st.lists(inner, max_size=3), max_leaves=20
)


@settings(deadline=None)
@given(st.dictionaries(_WORDS, _TREES, max_size=5), st.sampled_from([None, 1]))
def test_whatever_json_holds_is_read_or_refused_with_places(tree: dict[str, Any], indent: int | None) -> None:
    text = json.dumps(tree, indent=indent)
    try:
        tokens, _ = load_tokens(text, "brand.tokens.json")
    except ContentError as error:
        lines = text.splitlines()
        for problem in error.problems:
            assert 1 <= problem.where.line <= len(lines)
            assert 1 <= problem.where.column <= len(lines[problem.where.line - 1]) + 1
    else:
        assert all(token.css and (token.oklch is not None) == (token.type == "color") for token in tokens.values())


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(ContentError):
        load_tokens(text, "brand.tokens.json")
