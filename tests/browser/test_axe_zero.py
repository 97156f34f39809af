"""axe with every rule has nothing to say of a page with every kind of block, nor anything that it cannot tell.

A handful of modes; tests/prove/test_axe_pairs.py asks of every page of the example clinic in every mode of `pairs`.
"""

from pathlib import Path

import pytest
from selenium import webdriver

from a11y_content.auditing.axe import AxeScript, find_axe
from a11y_content.design.mode import mode_set
from tests.browser.every_block import every_block
from tests.browser.raw_axe import ENHANCED, LEFT_OUT, findings, left_out, open_page

MODES = (
    "default",
    "text=200,contrast=high-light,motion=reduced,font=sans,width=narrow",
    "text=300,contrast=yellow-on-black,spacing=wider,emphasis=strong",
    "text=125,contrast=custom,spacing=wide,font=serif",
    "text=175,contrast=sepia,motion=reduced,spacing=wide,prefers-color-scheme=dark,forced-colors=active",
    "prefers-color-scheme=dark,prefers-contrast=more,prefers-reduced-motion=reduce",
)
FAINT = "main p { color: #b0b0b0 }"
CUT_OFF = ".a11y-section { overflow-x: auto; inline-size: 10rem } .a11y-section > * { inline-size: 60rem }"
PLANT = """
const sheet = new CSSStyleSheet();
sheet.replaceSync(arguments[0]);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
"""


@pytest.fixture(scope="module")
def script() -> AxeScript:
    return find_axe()


@pytest.fixture
def page(browser: webdriver.Chrome, script: AxeScript, tmp_path: Path) -> webdriver.Chrome:
    open_page(browser, every_block(tmp_path), script)
    return browser


@pytest.mark.requirement("R5")
@pytest.mark.parametrize("mode", MODES)
def test_axe_has_nothing_to_say_of_any_block(page: webdriver.Chrome, mode: str) -> None:
    assert list(findings(page, mode_set(mode))) == []


@pytest.mark.parametrize(
    ("css", "said"), [(FAINT, "violation | color-contrast"), (CUT_OFF, "incomplete | color-contrast")]
)
def test_what_is_planted_is_found(page: webdriver.Chrome, css: str, said: str) -> None:
    page.execute_script(PLANT, css)
    assert any(said in one for one in findings(page, mode_set("default"), [(320, False)]))


def test_seven_to_one_is_asked_of_the_themes_that_promise_it() -> None:
    asked = {mode.id for mode in mode_set("each;prefers-contrast=more,prefers-color-scheme=dark")}
    asked -= {mode.id for mode in mode_set(";".join(asked)) if ENHANCED in left_out(mode)}
    assert asked == {
        "contrast=high-light",
        "contrast=high-dark",
        "contrast=yellow-on-black",
        "prefers-contrast=more",
        "prefers-color-scheme=dark,prefers-contrast=more",
    }


def test_the_rules_left_out_are_rules_of_axe(page: webdriver.Chrome) -> None:
    rules = page.execute_script("return axe.getRules().map((rule) => rule.ruleId)")
    assert set(LEFT_OUT) < set(rules)
