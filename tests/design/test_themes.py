"""Themes as proof: all of ours hold, and one that breaks a pair cannot be built."""

import json
from typing import Any

import pytest

from a11y_content.design.contrast import ratio
from a11y_content.design.preferences import CONTRAST
from a11y_content.design.themes import (
    GROUNDS,
    LEAST,
    OWN_INK,
    OWN_PAPER,
    PAIRS,
    ROLES,
    load_theme,
    theme,
)
from a11y_content.design.tokens import builtin
from a11y_content.problem import ContentError, Problem

THEMES = [option.theme for option in CONTRAST.options if option.theme]


def _refused(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as caught:
        load_theme(text, "mine.tokens.json", "mine")
    return caught.value.problems


def _changed(change: dict[str, Any], name: str = "light") -> str:
    tree = json.loads(builtin(f"themes/{name}"))
    tree["color"] |= change
    return json.dumps({**tree, "color": {k: v for k, v in tree["color"].items() if v is not None}}, indent=1)


@pytest.mark.parametrize("name", THEMES)
def test_every_pair_of_every_theme_holds(name: str) -> None:
    built = theme(name)
    for pair in PAIRS:
        found = ratio(built.colours[pair.front], built.colours[pair.ground])
        assert found >= LEAST[pair.use][built.high], (pair, found)


@pytest.mark.parametrize("name", THEMES)
def test_running_text_has_7_to_1_in_every_theme(name: str) -> None:
    colours = theme(name).colours
    assert min(ratio(colours["ink"], colours[ground]) for ground in ("paper", "surface")) >= 7


def test_the_high_contrast_themes_are_those_that_say_so() -> None:
    assert {name for name in THEMES if theme(name).high} == {"high-light", "high-dark", "yellow-on-black"}


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    "ground", ["#000000", "#444444", "#777777", "#999999", "#cccccc", "#ffffff", "#0055aa", "#cc2200"]
)
def test_one_of_the_two_colours_of_the_focus_ring_stands_out_on_any_ground(name: str, ground: str) -> None:
    colours = theme(name).colours
    assert max(ratio(colours["focus"], ground), ratio(colours["focus-ground"], ground)) >= 3


def test_a_theme_that_breaks_a_pair_is_refused_with_file_line_both_tokens_ratio_and_a_colour_that_passes() -> None:
    text = _changed({"muted": {"$value": {"colorSpace": "oklch", "components": [0.7, 0.02, 65]}}})
    problems = [problem for problem in _refused(text) if "color.paper" in problem.message]
    assert len(problems) == 1
    line = text[: text.index('"muted"')].count("\n") + 1
    assert (problems[0].code, problems[0].where.file, problems[0].where.line) == (
        "theme-contrast",
        "mine.tokens.json",
        line,
    )
    assert problems[0].message == "color.muted #a79c92 on color.paper #fcfaf5 is 2.57:1, and 4.5:1 is needed"
    passing = problems[0].hint.split()[0]
    assert 4.5 <= ratio(passing, "#fcfaf5") < 5


def test_a_high_contrast_theme_is_held_to_7() -> None:
    grey = {"muted": {"$value": {"colorSpace": "srgb", "components": [0.4, 0.4, 0.4]}}}
    assert "is 5.74:1, and 7:1 is needed" in _refused(_changed(grey, "high-light"))[0].message
    load_theme(_changed(grey), "mine.tokens.json", "mine")


@pytest.mark.parametrize("role", ROLES)
def test_a_theme_without_a_role_is_refused(role: str) -> None:
    problems = _refused(_changed({role: None}))
    assert any(role in problem.message for problem in problems)


def test_a_role_that_nothing_reads_is_refused() -> None:
    assert _refused(_changed({"lnik": {"$value": "{color.ink}"}}))[0].code == "theme-role"


def test_a_theme_says_whether_it_is_light_or_dark() -> None:
    tree = json.loads(builtin("themes/light"))
    del tree["$extensions"]
    assert "scheme" in _refused(json.dumps(tree))[0].message


def test_the_pair_that_own_colours_start_with_holds_in_every_role() -> None:
    shown = {role: OWN_PAPER if role in GROUNDS else OWN_INK for role in ROLES}
    for pair in PAIRS:
        assert shown[pair.front] != shown[pair.ground]
        assert ratio(shown[pair.front], shown[pair.ground]) >= LEAST[pair.use][1]
