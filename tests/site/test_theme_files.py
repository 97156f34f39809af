"""Token files of a site take the place of themes."""

from __future__ import annotations

from pathlib import Path

import pytest

import a11y_content as a11y
from a11y_content.design.preference import Option, Preference
from a11y_content.design.preferences import PREFERENCES
from a11y_content.design.themes import theme
from a11y_content.site import load_site
from tests.site.brand_site import Content, asset, changed, css, problems


def test_a_file_of_tokens_takes_the_place_of_a_theme(branded: Content, tmp_path: Path) -> None:
    result = a11y.build(branded(dark=changed("dark", accent="#7fe0b0")), tmp_path / "site")
    assert result.problems == []
    made = css(tmp_path / "site")
    assert "--a11y-accent:#7fe0b0" in made
    assert theme("dark").colours["accent"] not in made.replace("--a11y-link", "")
    assert not list((tmp_path / "site").rglob("*tokens*"))


def test_a_table_wins_over_a_file_and_what_neither_says_stays_the_themes(branded: Content) -> None:
    file = '{"color": {"$type": "color", "accent": {"$value": "#7fe0b0"}, "visited": {"$value": "#ffc0ff"}}}'
    made = asset(load_site(branded('[brand.dark]\naccent = "#80e1b1"\n', dark=file))[0])
    assert "--a11y-accent:#80e1b1" in made
    assert "--a11y-visited:#ffc0ff" in made
    assert f"--a11y-ink:{theme('dark').colours['ink']}" in made


def test_a_broken_pair_of_a_file_stands_at_the_files_line(branded: Content) -> None:
    text = changed("dark", muted="#444444")
    (problem,) = (one for one in problems(branded(dark=text)) if "color.paper" in one.message)
    line = text[: text.index('"muted"')].count("\n") + 1
    assert str(problem.where).endswith(f"themes/dark.tokens.json:{line}:5")
    assert problem.message.startswith("theme dark: color.muted #444444 on color.paper")


def test_an_unknown_role_does_not_hide_a_broken_pair(branded: Content) -> None:
    text = changed("dark", muted="#444444").replace('"edge"', '"egde"')
    assert {one.code for one in problems(branded(dark=text))} == {"theme-role", "theme-contrast"}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("drak", '{"color": {"$type": "color", "ink": {"$value": "#000"}}}', "no theme is called 'drak'"),
        ("dark", '{"color": {"$type": "color", "inky": {"$value": "#000"}}}', "nothing on a page reads color.inky"),
        ("dark", "{}", "no group `color`"),
        ("dark", "{oops}", "not JSON"),
        ("dark", '{"color": {"$type": "number", "ink": {"$value": 1}}}', "is not a colour such as"),
        (
            "high-dark",
            '{"$extensions": {"a11y-content": {"scheme": "dark"}}, "color": {}}',
            "the file says otherwise",
        ),
        ("dark", '{"$extensions": {"a11y-content": {"scheme": "dim"}}, "color": {}}', "scheme is light or dark"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(branded: Content, name: str, text: str, said: str) -> None:
    found = problems(branded(**{name: text}))
    assert [one for one in found if said in one.message and f"themes/{name}.tokens.json:" in str(one.where)]


def test_a_token_file_elsewhere_is_told_and_not_published(branded: Content, tmp_path: Path) -> None:
    folder = branded()
    (folder / "brand.tokens.json").write_text("{}", "utf-8")
    (problem,) = a11y.build(folder, tmp_path / "site").problems
    assert "brand.tokens.json is not read: colours of a theme stand in themes/NAME.tokens.json" in problem.message


def test_a_new_theme_is_a_file_and_a_row_that_offers_it(branded: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    row = Preference(
        name="season",
        label="Season",
        auto="Auto",
        criteria=(),
        options=(
            Option(value="summer", label="Summer", theme="light"),
            Option(value="winter", label="Winter", theme="winter"),
        ),
    )
    monkeypatch.setattr("a11y_content.design.preferences.PREFERENCES", (*PREFERENCES, row))
    site, found = load_site(branded(winter=changed("dark", paper="#00111c")))
    assert found == []
    made = asset(site)
    assert 'data-a11y-season="winter"' in made
    assert "--a11y-paper:#00111c" in made
    bare = '{"color": {"$type": "color", "ink": {"$value": "#000"}}}'
    said = " ".join(one.message for one in problems(branded(winter=bare)))
    assert "the theme winter has no color.paper" in said
    assert "needs a file with scheme and contrast" in said
