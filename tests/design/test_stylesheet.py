"""The stylesheet follows from the table alone; preferences set custom properties and nothing else."""

import re
from importlib import resources

import pytest

from a11y_content.design.preference import Option, Preference
from a11y_content.design.preferences import PREFERENCES
from a11y_content.design.stylesheet import LAYERS, stylesheet
from a11y_content.problem import UsageError
from a11y_content.rendering.budgets import Weight, weights

CURSOR = Preference(
    name="cursor",
    label="Pointer",
    auto="Auto",
    criteria=("2.5.8",),
    options=(
        Option(value="standard", label="Standard", sets={"--a11y-cursor": "1"}),
        Option(value="big", label="Big", sets={"--a11y-cursor": "2"}, wishes=(("pointer", "coarse"),)),
    ),
)


def _asset(name: str) -> str:
    return resources.files("a11y_content.rendering").joinpath("assets", name).read_text("utf-8")


def test_a_row_added_at_run_time_has_its_rules() -> None:
    css = stylesheet((*PREFERENCES, CURSOR))
    chosen = ':root:is(:has(#a11y-cursor-big:checked),[data-a11y-cursor="big"]:not('
    assert re.search(rf"^{re.escape(chosen)}.*\{{--a11y-cursor:2\}}$", css, re.MULTILINE)
    assert "@media (pointer:coarse){:root{--a11y-cursor:2}}" in css
    assert "cursor" not in stylesheet()


def test_every_value_of_the_table_has_a_rule_by_attribute_and_one_by_radio() -> None:
    css = stylesheet()
    for row in PREFERENCES:
        for value in row.values:
            assert f':root:is(:has(#a11y-{row.name}-{value}:checked),[{row.attribute}="{value}"]:not(' in css


def test_a_preference_only_sets_custom_properties() -> None:
    rules = stylesheet().split("@layer preferences.device{", 1)[1]
    names = {name for body in re.findall(r"\{([^{}]*)\}", rules) for name in re.findall(r"(?:^|;)([^:;]+):", body)}
    assert names
    assert all(name.startswith("--a11y-") for name in names)


def test_a_row_left_out_by_a_site_still_has_the_values_that_the_page_reads() -> None:
    css = stylesheet(PREFERENCES[:1])
    assert "--a11y-line:1.6" in css
    assert "data-a11y-spacing" not in css


def test_options_that_set_different_properties_are_refused_since_a_wish_would_shine_through() -> None:
    odd = Preference(
        name="odd",
        label="Odd",
        auto="Auto",
        criteria=(),
        options=(Option(value="a", label="A", sets={"--a": "1"}), Option(value="b", label="B", sets={"--b": "1"})),
    )
    with pytest.raises(UsageError, match="same properties"):
        stylesheet((odd,))


def test_themes_hold_on_screens_only() -> None:
    css = stylesheet()
    for rule in re.finditer(
        r"^.*(?:data-a11y-contrast=|contrast-[a-z-]+:checked|prefers-).*--a11y-paper.*$", css, re.MULTILINE
    ):
        assert rule.group().startswith(("@media screen", "@media (scripting:none)")), rule.group()[:80]


@pytest.mark.parametrize(
    "name", ["root.css", "base.css", "page.css", "ways.css", "menu.css", "samples.css", "print.css"]
)
def test_every_style_stands_in_a_layer_and_none_is_important_or_in_px(name: str) -> None:
    css = re.sub(r"/\*.*?\*/", "", _asset(name), flags=re.DOTALL).strip()
    layer = re.match(r"@layer (\w+) \{", css)
    assert layer is not None
    assert layer[1] in LAYERS
    assert css.count("@layer") == 1
    assert "!important" not in css
    assert not re.search(r"[0-9]px", css)


@pytest.mark.parametrize(
    "name", ["root.css", "base.css", "page.css", "ways.css", "menu.css", "samples.css", "print.css"]
)
def test_styles_are_logical_so_that_they_hold_in_both_directions(name: str) -> None:
    css = re.sub(r"/\*.*?\*/", "", _asset(name), flags=re.DOTALL)
    sided = r"[;{\s](?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height)\s*:"
    assert not re.search(sided, css)
    assert not re.search(r"(?:float|text-align|clear)\s*:\s*(?:left|right)", css)


def test_every_custom_property_that_is_read_is_set_somewhere() -> None:
    css = stylesheet() + "".join(
        map(
            _asset,
            ("root.css", "base.css", "page.css", "ways.css", "menu.css", "samples.css", "print.css", "languages.css"),
        )
    )
    folder = resources.files("a11y_content.blocks")
    css += "".join(file.read_text("utf-8") for file in folder.iterdir() if file.name.endswith(".css"))
    known = set(re.findall(r"(--a11y-[\w-]+)\s*:", css))
    assert set(re.findall(r"var\((--a11y-[\w-]+)", css)) <= known


@pytest.mark.parametrize("weight", [*weights()], ids=lambda weight: weight.part)
def test_the_budgets_hold(weight: Weight) -> None:
    assert weight.size <= weight.most
