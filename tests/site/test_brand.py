"""A site's brand goes through the gate of the themes, and reaches every page."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import a11y_content as a11y
from a11y_content.cli import main
from a11y_content.design.contrast import ratio
from a11y_content.design.preferences import PREFERENCES
from a11y_content.design.themes import theme
from a11y_content.model.raw import Raw
from a11y_content.model.site import Brand, BrandColour, BrandPalette, Site
from a11y_content.preview import write_static
from a11y_content.problem import ContentError, Spot
from a11y_content.rendering.styles import page_styles
from a11y_content.site import load_site
from a11y_content.site.brand import read_brand
from tests.site.brand_site import PAGE, Content, changed, css, problems

GREEN = (
    '[brand]\naccent = "#0b6e4f"\nfont = ["Inter", "Source Sans 3"]\n\n[brand.dark]\naccent = "oklch(0.84 0.1 160)"\n'
)


def test_a_brand_reaches_the_stylesheet_and_only_the_themes_that_it_names(branded: Content, tmp_path: Path) -> None:
    plain, green = tmp_path / "plain", tmp_path / "green"
    a11y.build(branded(), plain)
    result = a11y.build(branded(GREEN), green)
    assert result.problems == []
    before, after = css(plain), css(green)
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


def test_a_changed_brand_makes_every_page_again(branded: Content, tmp_path: Path) -> None:
    out = tmp_path / "site"
    a11y.build(branded(GREEN), out)
    assert "hello.html" in a11y.build(branded(GREEN), out).unchanged
    assert "hello.html" in a11y.build(branded(GREEN.replace("#0b6e4f", "#0b6e50")), out).written


def test_a_font_that_ends_in_a_word_of_css_stands_alone(branded: Content, tmp_path: Path) -> None:
    a11y.build(branded('[brand]\nfont = ["Inter", "sans-serif"]\n'), tmp_path / "site")
    assert "--a11y-font:Inter,sans-serif;" in css(tmp_path / "site")


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
            "#21835c of the same hue would pass for accent, #157b55 in all its pairs; or add on-accent = #3f3d39",
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
    branded: Content, brand: str, place: str, code: str, said: str, hint: str
) -> None:
    found = [one for one in problems(branded(brand)) if said in one.message and hint in one.hint]
    assert [(str(one.where).partition("site.toml:")[2], one.code) for one in found] == [(place, code)]


def test_the_colour_that_a_hint_names_passes(branded: Content) -> None:
    for problem in problems(branded('[brand]\naccent = "#5fb98f"\n[brand.sepia]\nlink = "#999"\n')):
        found = re.search(r"#(\w{6}) on color\.[\w-]+ (#\w{6}) is .* and ([\d.]+):1", problem.message)
        passing = re.match(r"(#\w{6}) of the same hue would pass(?:, |$)", problem.hint)
        if found and passing:
            assert ratio(passing[1], found[2]) >= float(found[3])


def test_every_broken_pair_is_told_at_once(branded: Content) -> None:
    found = problems(branded('[brand]\nink = "#eee"\nlink = "#eee"\n[brand.dark]\nmuted = "#333"\nnope = "#000"\n'))
    assert {(one.where.line, one.code) for one in found} == {
        *((line, "theme-contrast") for line in (6, 7, 9)),
        (10, "theme-role"),
    }


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
    branded: Content, tmp_path: Path, *, strict: bool
) -> None:
    result = a11y.build(branded('[brand]\nlink = "#ddd"\nfont = ["Inter"]\n'), tmp_path / "site", strict=strict)
    assert result.errors
    assert result.refused == strict
    assert (tmp_path / "site").exists() != strict
    if not strict:
        assert "Inter" not in css(tmp_path / "site")


@pytest.mark.parametrize("where", ["file", "table"])
def test_a_preview_is_refused(branded: Content, tmp_path: Path, where: str) -> None:
    broken = {"dark": changed("dark", muted="#444444")} if where == "file" else {"brand": '[brand]\nlink = "#ddd"\n'}
    with pytest.raises(ContentError, match="is needed"):
        write_static(branded(**broken), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_check_prints_the_line_and_explain_answers(branded: Content, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="1"):
        main(["check", str(branded('[brand]\nlink = "#ddd"\n'))])
    said = capsys.readouterr().out
    assert re.search(r"site\.toml:6:1: error: theme light: color\.link #dddddd .* \[theme-contrast\]", said)
    for code in ("theme-contrast", "theme-role", "theme-unknown", "token-bad"):
        with pytest.raises(SystemExit, match="0"):
            main(["explain", code])


def test_a_language_cannot_change_the_brand_and_shares_it(branded: Content) -> None:
    site, found = load_site(branded(GREEN + '[languages.es]\ntitle = "Clínica de ejemplo"\n'))
    assert found == []
    assert site.spoken("es").brand == site.brand
    wrong = branded('[languages.es]\ntitle = "x"\n[languages.es.brand]\nlink = "#000"\n')
    assert "languages.es has no field `brand`" in problems(wrong)[0].message


def test_a_brand_can_be_a_key_and_go_to_another_process(branded: Content) -> None:
    brand = load_site(branded(GREEN))[0].brand
    sent = pickle.loads(pickle.dumps(brand))  # noqa: S301  our own bytes
    assert len({brand, sent, Brand()}) == 2


def test_the_docs_show_what_is_so(branded: Content, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = (root / "docs" / "themes.md").read_text("utf-8")
    table, shown, file = (
        re.search(rf"```{start}.*?)```", page, re.DOTALL) for start in (r"toml\n(", r"\n(content/", r"json\n(")
    )
    assert table is not None
    assert shown is not None
    assert file is not None
    assert problems(branded(table[1], dark=file[1])) == []
    broken = branded('[brand]\naccent = "#5fb98f"\n')
    (broken / "themes" / "dark.tokens.json").unlink()
    with pytest.raises(SystemExit):
        main(["check", str(broken)])
    said = capsys.readouterr().out.replace(broken.as_posix(), "content")
    assert all(line in said for line in shown[1].splitlines())


_KEYS = st.sampled_from(["accent", "paper", "font", "dark", "drak", "acent", "high-dark", ""])
_ANY = st.one_of(
    st.text(max_size=8), st.integers(), st.booleans(), st.sampled_from(["#fff", "#0b6e4f", "oklch(0 0 0)"])
)
_TABLES = st.recursive(_ANY, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4))


def _raw(value: Any) -> Raw:
    spot = Spot("site.toml", 5, 1)
    if isinstance(value, dict):
        return Raw({key: _raw(one) for key, one in value.items()}, spot)
    return Raw([_raw(one) for one in value] if isinstance(value, list) else value, spot)


@settings(deadline=None)
@given(_TABLES)
def test_whatever_a_table_holds_is_a_brand_or_problems_at_its_place(value: Any) -> None:
    brand, found = read_brand(_raw(value), Path("no-such-folder"))
    assert all(problem.where.file == "site.toml" for problem in found)
    assert brand == Brand() or not found
    page_styles(PREFERENCES, brand)
