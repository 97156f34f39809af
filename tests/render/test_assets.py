"""Assets: named by their content, whole in one file each, and the policy fits what the page prints."""

import base64
import hashlib
import re

import pytest

from a11y_content.design.preferences import PREFERENCES
from a11y_content.model.document import Page
from a11y_content.model.site import Site
from a11y_content.problem import UsageError
from a11y_content.rendering import render, render_parts
from a11y_content.rendering.assets import site_assets, stylesheet
from a11y_content.rendering.scripts import boot, script


def test_a_name_changes_with_the_content() -> None:
    few = site_assets(Site(title="x", preferences=("text",)))
    every = site_assets()
    assert few.stylesheet != every.stylesheet
    assert few.script == every.script
    for path, text in every.files.items():
        assert path.split(".")[1] == hashlib.sha256(text.encode()).hexdigest()[:12]


def test_the_stylesheet_holds_every_floor_in_the_order_of_its_layers() -> None:
    css = stylesheet()
    assert css.index("@layer tokens,base,blocks,page,menu,preferences;") == 0
    for name in ("tokens", "base", "page", "menu", "preferences.chosen"):
        assert f"@layer {name}" in css
    assert "@media print" in css
    assert "!important" not in css
    assert "url(" not in css


def test_the_boot_script_knows_every_value_of_the_table_and_no_other_word_stands_in_for_it() -> None:
    text = boot(PREFERENCES)
    assert '"text":["100","125"' in text
    assert "A11Y_CHOICES" not in text
    assert all(f'"{value}"' in text for row in PREFERENCES for value in row.values)


def test_no_comment_reaches_a_reader() -> None:
    for text in (stylesheet(), script(), boot(PREFERENCES)):
        assert "/*" not in text
        assert not re.search(r"^\s*//", text, re.MULTILINE)


def printed(html: str, tag: str) -> list[str]:
    """The policy's name for each inline script or style of a page."""
    found = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
    return ["'sha256-" + base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() + "'" for one in found]


@pytest.mark.parametrize("files", ["linked", "printed"])
def test_the_policy_allows_exactly_what_the_page_prints(page: Page, files: str) -> None:
    assets = site_assets() if files == "linked" else None
    html = str(render(page, assets=assets))
    policy = dict(part.strip().split(" ", 1) for part in render_parts(page, assets=assets).csp.split(";"))
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert policy["script-src"].split() == ["'self'", *printed(html, "script")]
    assert policy["style-src"].split() == ["'self'", *printed(html, "style")]
    assert len(printed(html, "script")) == (1 if files == "linked" else 2)


def test_a_preference_that_is_none_is_refused(page: Page) -> None:
    with pytest.raises(UsageError, match="did you mean 'motion'"):
        render(page, Site(title="x", preferences=("moton",)))
