"""Presets and resets of one row in Chromium; the preset for easy reading meets the whole of WCAG 1.4.8."""

from collections.abc import Iterator

import pytest
from selenium import webdriver
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.support.wait import WebDriverWait

from a11y_content.design.preferences import PREFERENCES, PRESETS
from a11y_content.design.stylesheet import properties
from tests.browser.menu_site import (
    PAGE,
    attributes,
    checked,
    choose,
    computed,
    count_statuses,
    fresh,
    new_tab,
    press,
    root,
    said,
    served,
    size,
    stored,
)

LONG = "Neck pain is common, and in most people it gets better by itself, with movement, warmth and patience. " * 6
LINES = """
const found = [];
for (const p of document.querySelectorAll("main p, main li")) {
  const lines = new Map();
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let at = 0; at < node.length; at += 1) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const [box] = range.getClientRects();
      if (box) lines.set(Math.round(box.bottom), (lines.get(Math.round(box.bottom)) || 0) + 1);
    }
  found.push(Math.max(...lines.values()));
}
return Math.max(...found);
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    page = PAGE.replace("Long hours in one position.", f"{LONG}\n\n{LONG}")
    with served(tmp_path_factory.mktemp("menu"), {"neck.md": page}) as found:
        yield found


@pytest.fixture
def page(browser: webdriver.Chrome, address: str) -> webdriver.Chrome:
    fresh(browser, address)
    press(browser, ".a11y-menu__opener")
    return browser


def _pressed(page: webdriver.Chrome) -> list[str]:
    found: list[str] = page.execute_script(
        "return [...document.querySelectorAll('[aria-pressed=true]')].map((one) => one.textContent)"
    )
    return found


def _preset(at: int) -> str:
    return f".a11y-preset:nth-of-type({at + 1})"


@pytest.mark.requirement("R20", "R21")
@pytest.mark.parametrize("at", range(len(PRESETS)), ids=[preset.name for preset in PRESETS])
def test_a_preset_makes_all_its_choices_at_one_press_and_takes_them_back_at_the_next(
    page: webdriver.Chrome, at: int
) -> None:
    sets = PRESETS[at].sets
    before = attributes(page)
    count_statuses(page)
    press(page, _preset(at))
    assert {name: value for name, value in checked(page).items() if value != "auto"} == dict(sets)
    for row in PREFERENCES:
        for option in row.options:
            if sets.get(row.name) == option.value:
                for name, value in properties(option).items():
                    assert root(page, name) == computed(page, value), name
    assert said(page) == f"{PRESETS[at].label}: On"
    assert _pressed(page) == [PRESETS[at].label]
    chosen, text = attributes(page), stored(page)
    page.refresh()
    assert attributes(page) == chosen
    assert text == "1;" + ",".join(f"{row.name}:{sets[row.name]}" for row in PREFERENCES if row.name in sets)
    press(page, ".a11y-menu__opener")
    assert _pressed(page) == [PRESETS[at].label]
    press(page, _preset(at))
    assert said(page) == f"{PRESETS[at].label}: Off"
    assert attributes(page) == before
    assert stored(page) is None
    assert _pressed(page) == []


def test_a_preset_is_one_status_and_no_state_of_its_own(page: webdriver.Chrome, address: str) -> None:
    count_statuses(page)
    press(page, _preset(2))
    assert page.execute_script("return window.statuses") == 1
    choose(page, "spacing", "wider")
    assert _pressed(page) == []
    choose(page, "spacing", "wide")
    assert _pressed(page) == ["Calm"]
    choose(page, "text", "300")
    assert _pressed(page) == ["Calm"]
    with new_tab(page, address):
        assert _pressed(page) == ["Calm"]
        choose(page, "motion", "auto")
    WebDriverWait(page, 10).until(lambda driver: _pressed(driver) == [])


def test_a_preset_leaves_other_rows_as_they_are(page: webdriver.Chrome) -> None:
    choose(page, "font", "serif")
    press(page, _preset(0))
    press(page, _preset(0))
    assert stored(page) == "1;font:serif"


@pytest.mark.requirement("R3")
def test_presets_and_resets_work_by_keyboard(page: webdriver.Chrome) -> None:
    ActionChains(page).send_keys(Keys.TAB, Keys.SPACE).perform()
    assert _pressed(page) == ["Easy reading"]
    assert page.switch_to.active_element.text == "Easy reading"
    ActionChains(page).send_keys(Keys.TAB, Keys.TAB, Keys.TAB, Keys.ENTER).perform()
    assert page.switch_to.active_element.get_attribute("id") == "a11y-text-auto"
    assert said(page) == "Text size: Auto"
    assert _pressed(page) == []


@pytest.mark.requirement("R21", "R20")
@pytest.mark.parametrize("row", PREFERENCES, ids=lambda row: row.name)
def test_the_reset_of_a_row_is_there_where_it_does_something_and_never_loses_the_focus(
    page: webdriver.Chrome, row: object
) -> None:
    name, value = row.name, row.values[-1]  # type: ignore[attr-defined]
    reset = page.find_element("css selector", f".a11y-choice--{name} .a11y-choice__reset")
    assert not reset.is_displayed()
    before = attributes(page)
    other = "width" if name == "text" else "text"
    choose(page, name, value)
    assert reset.is_displayed()
    assert reset.accessible_name == f"Reset {row.label}"  # type: ignore[attr-defined]
    assert len([one for one in page.find_elements("class name", "a11y-choice__reset") if one.is_displayed()]) == 1
    choose(page, other, "narrow" if other == "width" else "150")
    count_statuses(page)
    press(page, f".a11y-choice--{name} .a11y-choice__reset")
    assert page.execute_script("return window.statuses") == 1
    assert said(page) == f"{row.label}: Auto"  # type: ignore[attr-defined]
    assert page.switch_to.active_element.get_attribute("id") == f"a11y-{name}-auto"
    assert not reset.is_displayed()
    choose(page, other, "auto")
    assert attributes(page) == before
    assert stored(page) is None


@pytest.mark.requirement("R9")
@pytest.mark.parametrize("width", [320, 800, 1280, 1920])
def test_easy_reading_meets_the_whole_of_wcag_1_4_8(page: webdriver.Chrome, width: int) -> None:
    press(page, _preset(0))
    size(page, width, 900)
    assert page.execute_script(LINES) <= 80
    found = page.execute_script(
        "return [...document.querySelectorAll('main p')].map((p) => { const s = getComputedStyle(p);"
        "return [s.textAlign, ...[s.fontSize, s.lineHeight, s.marginBlockEnd].map(parseFloat)]; })"
    )
    assert len(found) > 3
    for align, font, line, _ in found:
        assert align == "start"
        assert line >= 1.5 * font
    # Between two paragraphs that follow one another: 1.5 times as far as between lines.
    _, _, line, gap = next(one for one in found if one[3])
    assert gap >= 1.5 * line
    # Colours: the reader picks both (test_menu_own_colours.py). Size: 200 per cent without scrolling sideways.
    choose(page, "text", "200")
    assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.requirement("R9")
def test_lines_are_80_characters_at_most_without_a_choice_too(page: webdriver.Chrome) -> None:
    size(page, 1920, 900)
    assert page.execute_script(LINES) <= 80
    justified = (
        "return [...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).textAlign === 'justify').length"
    )
    assert page.execute_script(justified) == 0
