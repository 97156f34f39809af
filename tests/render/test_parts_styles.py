"""The parts stylesheet: everything stands in a frame or in our own layer, measured in our own rem."""

import gzip
import re
from importlib import resources

import pytest

from a11y_content.design.preferences import PREFERENCES, preferences
from a11y_content.model.site import Brand
from a11y_content.rendering import parts_styles as made
from a11y_content.rendering.budgets import STYLES
from a11y_content.rendering.fonts import font_faces
from a11y_content.rendering.parts_styles import parts_styles
from a11y_content.rendering.styles import (
    NO_BRAND,
    block_styles,
    package_file,
    page_styles,
    site_design,
    without_comments,
)


def blocks(css: str) -> list[tuple[str, str]]:
    """The rules at the top: what stands before the brace, and what in it."""
    found, depth, start, inside = [], 0, 0, 0
    for at, letter in enumerate(css):
        if letter == "{":
            depth += 1
            inside = at + 1 if depth == 1 else inside
        elif letter == "}":
            depth -= 1
            if depth == 0:
                found.append((css[start : inside - 1].strip(), css[inside:at]))
                start = at + 1
    assert not css[start:].strip()
    return found


def test_all_rules_stand_in_our_layer_or_in_a_frame_but_the_size_of_the_root() -> None:
    heads = [head for head, _ in blocks(parts_styles(PREFERENCES))]
    framed = re.compile(r"\.a11y-part:not\((?:#_)+\)")
    others = [head for head in heads if not framed.fullmatch(head)]
    assert others[:-1] == ["@property --a11y-rem", "@layer a11y", "@layer a11y"]
    assert others[-1].startswith(":is(#_#_#_,:root):is([data-a11y-text]")


def test_a_higher_floor_weighs_more() -> None:
    weights = [head.count("#_") for head, _ in blocks(parts_styles(PREFERENCES)) if head.startswith(".a11y-part:not(")]
    assert weights == sorted(weights)
    assert set(weights) == {3, 4, 5, 6, 7}


def test_every_file_but_that_of_the_root_is_in_it() -> None:
    css = parts_styles(PREFERENCES)
    folder = resources.files("a11y_content.rendering") / "assets"
    files = {file.name for file in folder.iterdir() if file.name.endswith(".css")} - {"root.css", "parts.css"}
    assert len(files) > 4
    for text in (*map(package_file, files), *block_styles()):
        rules = [line for line in without_comments(text).splitlines() if line.endswith("{") and "@" not in line]
        assert rules
        assert [rule for rule in rules if made._tight(rule).strip() not in css] == []
    assert "body {" in page_styles(PREFERENCES).splitlines()
    assert not re.search(r"[}{,;]body\b", css)
    assert "@page" not in css


def test_no_length_follows_the_root_of_a_foreign_page() -> None:
    css = parts_styles(PREFERENCES)
    assert re.findall(r"[^;{}]*\drem\b[^;{}]*", css) == ["--a11y-rem:1rem"]
    assert "calc(2.75 * var(--a11y-rem))" in css
    assert "calc(-0.5 * var(--a11y-rem))" in css
    # 58rem of a page of our own, asked of a container whose text is 1.125rem.
    assert "@container (min-width:51.5556em)" in css


def test_lengths_that_a_preference_sets_are_set_on_the_frames_too() -> None:
    css = parts_styles(PREFERENCES)
    ring = "--a11y-heading-line:calc(0.1875 * var(--a11y-rem));--a11y-ring:calc(0.3125 * var(--a11y-rem))"
    assert re.search(
        r":root:is\(:has\(#a11y-emphasis-strong:checked\)[^{]*{[^{]*&,\.a11y-part{" + re.escape(ring) + "}}", css
    )
    assert re.search(r":root:is\(:has\(#a11y-width-narrow:checked\)[^{]*{&,\.a11y-part{--a11y-measure:", css)


def test_space_in_a_string_stays() -> None:
    assert made._tight('a {\n  content: " ; , } : ";\n  color: red;\n}\n') == 'a{content:" ; , } : ";color:red}\n'


def test_a_menu_without_text_sizes_leaves_the_root_alone() -> None:
    assert "#_#_#_,:root" not in parts_styles(tuple(row for row in PREFERENCES if row.name != "text"))


def test_nothing_is_important() -> None:
    assert "!important" not in parts_styles(PREFERENCES)


def test_a_file_with_two_layers_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made, "package_file", lambda _: "@layer base {}\n@layer page {}")
    with pytest.raises(ValueError, match="one layer around everything"):
        parts_styles(PREFERENCES, Brand(font=("Georgia",)))


def test_menu_and_preferences_keep_to_their_budget_here_too() -> None:
    design = made._unit() + made._own_lengths(site_design(preferences(), NO_BRAND))
    menu = "".join(made._framed(package_file(name), 7) for name in ("menu.css", "samples.css"))
    text = design + "".join(made._root_size(preferences())) + menu
    assert len(gzip.compress((made._tight(text) + font_faces(preferences())).encode(), 9)) <= STYLES
