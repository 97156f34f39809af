"""A site's brand goes through the gate of the themes, and reaches every page."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import a11y_content as a11y
from a11y_content.cli import main
from a11y_content.design.contrast import ratio
from a11y_content.design.preference import Option, Preference
from a11y_content.design.preferences import PREFERENCES
from a11y_content.design.themes import theme
from a11y_content.design.tokens import builtin
from a11y_content.model.site import Brand, BrandColour, BrandPalette, Site
from a11y_content.preview import write_static
from a11y_content.problem import ContentError, Problem
from a11y_content.rendering.assets import site_assets
from a11y_content.site import load_site

PAGE = "---\nkind: page\ntitle: Hello\nlang: en\nsummary: Invented.\n---\n\nWords.\n"
GREEN = (
    '[brand]\naccent = "#0b6e4f"\nfont = ["Inter", "Source Sans 3"]\n\n[brand.dark]\naccent = "oklch(0.84 0.1 160)"\n'
)

Content = Callable[..., Path]


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """Writes a content folder with a brand, and theme files by name."""

    def write(brand: str = "", **files: str) -> Path:
        folder = tmp_path / "content"
        (folder / "themes").mkdir(parents=True, exist_ok=True)
        head = 'title = "Example Clinic"\nlang = "en"\nbase_url = "https://example.org"\n\n'
        (folder / "site.toml").write_text(head + brand, "utf-8")
        (folder / "hello.md").write_text(PAGE, "utf-8")
        for name, text in files.items():
            (folder / "themes" / f"{name}.tokens.json").write_text(text, "utf-8")
        return folder

    return write


def _css(site: Path) -> str:
    return next(site.glob("assets/a11y.*.css")).read_text("utf-8")


def _problems(folder: Path) -> list[Problem]:
    site, problems = load_site(folder)
    assert site.brand == Brand() or not problems
    return problems


def _changed(name: str, **colours: str) -> str:
    tree = json.loads(builtin(f"themes/{name}"))
    for role, colour in colours.items():
        tree["color"][role.replace("_", "-")] = {"$value": colour}
    return json.dumps(tree, indent=2)


def test_a_brand_reaches_the_stylesheet_and_only_the_themes_that_it_names(content: Content, tmp_path: Path) -> None:
    plain, green = tmp_path / "plain", tmp_path / "green"
    a11y.build(content(), plain)
    result = a11y.build(content(GREEN), green)
    assert result.problems == []
    before, after = _css(plain), _css(green)
    # Roles that the themes derive from the accent follow it: links, and the swatches of the menu.
    light, dark = theme("light").colours["accent"], theme("dark").colours["accent"]
    assert f"--a11y-accent:{light}" not in after
    assert f"--a11y-link:{dark}" not in after
    assert re.search(r"a11y-option--light\{[^}]*--a11y-accent:#0b6e4f", after)
    assert "--a11y-link:#0b6e4f" in after
    assert '--a11y-font:Inter,"Source Sans 3",Seravek' in after
    for name in ("sepia", "high-light", "high-dark", "yellow-on-black"):
        colour = theme(name).colours["accent"]
        assert before.count(f"--a11y-accent:{colour}") == after.count(f"--a11y-accent:{colour}") > 0


def test_a_changed_brand_makes_every_page_again(content: Content, tmp_path: Path) -> None:
    out = tmp_path / "site"
    a11y.build(content(GREEN), out)
    assert "hello.html" in a11y.build(content(GREEN), out).unchanged
    assert "hello.html" in a11y.build(content(GREEN.replace("#0b6e4f", "#0b6e50")), out).written


def test_a_font_that_ends_in_a_word_of_css_stands_alone(content: Content, tmp_path: Path) -> None:
    a11y.build(content('[brand]\nfont = ["Inter", "sans-serif"]\n'), tmp_path / "site")
    assert "--a11y-font:Inter,sans-serif;" in _css(tmp_path / "site")


@pytest.mark.parametrize(
    ("brand", "place", "code", "said", "hint"),
    [
        (
            '[brand]\naccent = "#5fb98f"\n',
            "6:1",
            "theme-contrast",
            "theme light: color.accent #5fb98f on color.paper #fcfaf5 is 2.28:1, and 4.5:1 is needed",
            "#21835c of the same hue would pass",
        ),
        (
            '[brand]\naccent = "#5fb98f"\n',
            "6:1",
            "theme-contrast",
            "theme light: color.on-accent #fcfaf5 on color.accent #5fb98f is 2.28:1, and 4.5:1 is needed",
            "#21835c of the same hue would pass for accent; or add on-accent = #3f3d39",
        ),
        (
            '[brand.dark]\npaper = "#777"\n',
            "6:1",
            "theme-contrast",
            "theme dark: color.ink #e3ddd2 on color.paper #777777 is 3.31:1, and 7:1 is needed",
            "#454545 of the same hue would pass for paper",
        ),
        (
            '[brand.dark]\npaper = "#777"\n',
            "6:1",
            "theme-contrast",
            "theme dark: color.on-accent, which is color.paper, #777777 on color.accent #7fd6d0 is 2.65:1",
            "give on-accent a colour of its own: #525252",
        ),
        (
            '[brand.high-dark]\nlink = "#8a8a8a"\n',
            "6:1",
            "theme-contrast",
            "color.paper #000000 is 6.08:1, and 7:1",
            "",
        ),
        ('[brand]\nlink = "#000"\nacent = "#000"\n', "7:1", "theme-role", "no role `acent`", "did you mean `accent`?"),
        ('[brand]\n"dark.link" = "#fff"\n', "6:1", "theme-role", "no role `dark.link`", "the roles are paper, "),
        ('[brand.drak]\nlink = "#fff"\n', "5:2", "theme-unknown", "'drak'", "did you mean `dark`?"),
        ('[brand]\nlink = "red"\n', "6:1", "token-bad", "'red' is not a colour such as #0b6e4f", ""),
        ('[brand]\nlink = "#00f8"\n', "6:1", "token-bad", "'#00f8' is not a colour", ""),
        ("[brand]\nlink = 12\n", "6:1", "token-bad", "must be text such as", ""),
        ('brand = "green"\n', "5:1", "token-bad", "must be a table", ""),
        ('[brand]\nfont = ["a</style>"]\n', "6:1", "token-bad", "is not the name of a font", ""),
        ("[brand]\nfont = [1]\n", "6:1", "token-bad", "a list of names", ""),
    ],
)
def test_what_is_wrong_stands_at_the_authors_line(
    content: Content, brand: str, place: str, code: str, said: str, hint: str
) -> None:
    found = [one for one in _problems(content(brand)) if said in one.message and hint in one.hint]
    assert [(str(one.where).partition("site.toml:")[2], one.code) for one in found] == [(place, code)]


def test_the_colour_that_a_hint_names_passes(content: Content) -> None:
    for problem in _problems(content('[brand]\naccent = "#5fb98f"\n[brand.sepia]\nlink = "#999"\n')):
        found = re.search(r"#(\w{6}) on color\.[\w-]+ (#\w{6}) is .* and ([\d.]+):1", problem.message)
        passing = re.match(r"(#\w{6}) of the same hue would pass$", problem.hint)
        if found and passing:
            assert ratio(passing[1], found[2]) >= float(found[3])


def test_every_broken_pair_is_told_at_once(content: Content) -> None:
    problems = _problems(content('[brand]\nink = "#eee"\nlink = "#eee"\n[brand.dark]\nmuted = "#333"\nnope = "#000"\n'))
    assert {(one.where.line, one.code) for one in problems} == {
        *((line, "theme-contrast") for line in (6, 7, 9)),
        (10, "theme-role"),
    }


def test_a_file_of_tokens_takes_the_place_of_a_theme(content: Content, tmp_path: Path) -> None:
    result = a11y.build(content(dark=_changed("dark", accent="#7fe0b0")), tmp_path / "site")
    assert result.problems == []
    css = _css(tmp_path / "site")
    assert "--a11y-accent:#7fe0b0" in css
    assert theme("dark").colours["accent"] not in css.replace("--a11y-link", "")
    assert not list((tmp_path / "site").rglob("*tokens*"))


def test_a_table_wins_over_a_file_and_what_neither_says_stays_the_themes(content: Content) -> None:
    file = '{"color": {"$type": "color", "accent": {"$value": "#7fe0b0"}, "visited": {"$value": "#ffc0ff"}}}'
    css = _asset(load_site(content('[brand.dark]\naccent = "#80e1b1"\n', dark=file))[0])
    assert "--a11y-accent:#80e1b1" in css
    assert "--a11y-visited:#ffc0ff" in css
    assert f"--a11y-ink:{theme('dark').colours['ink']}" in css


def _asset(site: Site) -> str:
    assets = site_assets(site)
    return assets.files[assets.stylesheet].decode()


def test_a_broken_pair_of_a_file_stands_at_the_files_line(content: Content) -> None:
    text = _changed("dark", muted="#444444")
    (problem,) = (one for one in _problems(content(dark=text)) if "color.paper" in one.message)
    line = text[: text.index('"muted"')].count("\n") + 1
    assert str(problem.where).endswith(f"themes/dark.tokens.json:{line}:5")
    assert problem.message.startswith("theme dark: color.muted #444444 on color.paper")


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
def test_a_file_that_cannot_be_used_says_why(content: Content, name: str, text: str, said: str) -> None:
    problems = _problems(content(**{name: text}))
    assert [one for one in problems if said in one.message and f"themes/{name}.tokens.json:" in str(one.where)]


def test_a_token_file_elsewhere_is_told_and_not_published(content: Content, tmp_path: Path) -> None:
    folder = content()
    (folder / "brand.tokens.json").write_text("{}", "utf-8")
    (problem,) = a11y.build(folder, tmp_path / "site").problems
    assert "brand.tokens.json is not read: colours of a theme stand in themes/NAME.tokens.json" in problem.message


def test_a_new_theme_is_a_file_and_a_row_that_offers_it(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
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
    site, problems = load_site(content(winter=_changed("dark", paper="#00111c")))
    assert problems == []
    css = _asset(site)
    assert 'data-a11y-season="winter"' in css
    assert "--a11y-paper:#00111c" in css
    bare = '{"color": {"$type": "color", "ink": {"$value": "#000"}}}'
    said = " ".join(one.message for one in _problems(content(winter=bare)))
    assert "the theme winter has no color.paper" in said
    assert "needs a file with scheme and contrast" in said


def _broken() -> Site:
    palette = BrandPalette(theme="light", colours=(BrandColour(role="link", value="#ddd"),))
    return Site(title="Example Clinic", brand=Brand(palettes=(palette,)))


def test_rendering_refuses_a_brand_that_breaks_a_pair() -> None:
    document, _ = a11y.parse(PAGE, format="markdown", name="hello.md")
    assert document is not None
    for refuse in (lambda: a11y.render(document, site=_broken()), lambda: a11y.render_parts(document, site=_broken())):
        with pytest.raises(ContentError, match=r"color.link #dddddd on color.paper"):
            refuse()
    font = Site(title="Example Clinic", brand=Brand(font=("a;b",)))
    with pytest.raises(ContentError, match="name of a font"):
        a11y.render(document, site=font)


@pytest.mark.parametrize("strict", [True, False])
def test_a_build_is_refused_and_without_strict_no_half_of_a_brand_is_used(
    content: Content, tmp_path: Path, *, strict: bool
) -> None:
    result = a11y.build(content('[brand]\nlink = "#ddd"\nfont = ["Inter"]\n'), tmp_path / "site", strict=strict)
    assert result.errors
    assert result.refused == strict
    assert (tmp_path / "site").exists() != strict
    if not strict:
        assert "Inter" not in _css(tmp_path / "site")


@pytest.mark.parametrize("where", ["file", "table"])
def test_a_preview_is_refused(content: Content, tmp_path: Path, where: str) -> None:
    broken = {"dark": _changed("dark", muted="#444444")} if where == "file" else {"brand": '[brand]\nlink = "#ddd"\n'}
    with pytest.raises(ContentError, match="is needed"):
        write_static(content(**broken), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_check_prints_the_line_and_explain_answers(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="1"):
        main(["check", str(content('[brand]\nlink = "#ddd"\n'))])
    said = capsys.readouterr().out
    assert re.search(r"site\.toml:6:1: error: theme light: color\.link #dddddd .* \[theme-contrast\]", said)
    for code in ("theme-contrast", "theme-role", "theme-unknown", "token-bad"):
        with pytest.raises(SystemExit, match="0"):
            main(["explain", code])


def test_a_language_cannot_change_the_brand_and_shares_it(content: Content) -> None:
    site, problems = load_site(content(GREEN + '[languages.es]\ntitle = "Clínica de ejemplo"\n'))
    assert problems == []
    assert site.spoken("es").brand == site.brand
    wrong = content('[languages.es]\ntitle = "x"\n[languages.es.brand]\nlink = "#000"\n')
    assert "languages.es has no field `brand`" in _problems(wrong)[0].message


def test_a_brand_can_be_a_key_and_go_to_another_process(content: Content) -> None:
    brand = load_site(content(GREEN))[0].brand
    sent = pickle.loads(pickle.dumps(brand))  # noqa: S301  our own bytes
    assert len({brand, sent, Brand()}) == 2
