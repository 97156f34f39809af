"""docs/delivery.md says the policy, the files and the budgets as they are."""

import re
from pathlib import Path

import pytest

from a11y_content.model.site import Site
from a11y_content.rendering.assets import site_assets
from a11y_content.rendering.budgets import HEAD_SCRIPT, MENU, MENU_SCRIPT, STYLES

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "delivery.md").read_text("utf-8")


def test_the_policy_is_the_one_that_a_build_prints() -> None:
    printed = re.sub("sha256-[^']*", "sha256-…", site_assets().csp)
    assert f"```\n{printed}\n```" in GUIDE


def test_the_files_are_those_of_a_site_with_every_preference() -> None:
    named = re.findall(r"`(assets/[^`]*)`", GUIDE)
    patterns = [re.compile(re.escape(one).replace(r"\*", r"[\w-]+") + r"$") for one in named]
    files = site_assets(inline_script=False).files
    assert not [path for path in files if not any(one.match(path) for one in patterns)]
    assert not [one.pattern for one in patterns if not any(one.match(path) for path in files)]


def test_a_menu_with_the_preferences_named_there_brings_no_font() -> None:
    (words,) = re.findall(r"`preferences = \[([^\]]*)\]`", GUIDE)
    few = site_assets(Site(title="x", preferences=tuple(re.findall(r'"([^"]*)"', words))))
    assert not [path for path in few.files if path.endswith((".woff2", ".txt"))]


@pytest.mark.parametrize(
    ("part", "most"),
    [
        ("the script of the head", HEAD_SCRIPT),
        ("the script of the menu", MENU_SCRIPT),
        ("the styles of menu and preferences", STYLES),
        ("the menu, in each language", MENU),
    ],
)
def test_the_budgets_are_those_that_are_held(part: str, most: int) -> None:
    assert f"| {part} | {most} |" in GUIDE


def test_the_size_of_the_font_is_right() -> None:
    files = site_assets().files
    sizes = {path.partition(".")[0].removeprefix("assets/"): len(data) for path, data in files.items()}
    assert f"one file of {sizes['inclusive-sans-latin'] / 1000:.0f} KB" in GUIDE
    decision = (ROOT / "docs" / "decisions" / "0043-legible-font.md").read_text("utf-8")
    fonts = [size for name, size in sizes.items() if name.startswith("inclusive-sans")]
    assert f"({sum(fonts):,} bytes in all)" in decision
