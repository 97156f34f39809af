"""The menu in Chromium: it opens, speaks, closes and resets, and follows the device where nobody has chosen."""

import pytest
from selenium import webdriver
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.support.wait import WebDriverWait

from a11y_content.design.contrast import ratio
from a11y_content.design.preferences import CONTRAST, PREFERENCES
from tests.browser.menu_site import (
    attributes,
    checked,
    choose,
    count_statuses,
    device,
    new_tab,
    on_new_document,
    press,
    root,
    said,
)

PAINT = """
window.seen = null; window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.name === "first-contentful-paint") {
    window.seen = [document.documentElement.dataset.a11yText, document.documentElement.dataset.a11yContrast];
  }
}).observe({type: "paint", buffered: true});
new PerformanceObserver((list) => { for (const e of list.getEntries()) window.shift += e.value; })
  .observe({type: "layout-shift", buffered: true});
new MutationObserver((list, self) => { if (document.body) {
  window.atBody = document.documentElement.dataset.a11yText; self.disconnect(); } })
  .observe(document, {childList: true, subtree: true});
"""


@pytest.mark.requirement("R2")
def test_the_opener_says_what_it_opens_right_after_the_skip_link_and_lies_over_nothing(page: webdriver.Chrome) -> None:
    ActionChains(page).send_keys(Keys.TAB).perform()
    assert page.switch_to.active_element.get_attribute("class") == "a11y-skip"
    ActionChains(page).send_keys(Keys.TAB).perform()
    opener = page.switch_to.active_element
    assert (opener.tag_name, opener.text) == ("summary", "Open Accessibility Menu")
    assert min(opener.size.values()) >= 44
    above = page.execute_script(
        "const found = []; for (let e = document.activeElement; e !== document.body; e = e.parentElement) {"
        "  const {position, zIndex, float} = getComputedStyle(e); found.push(position, zIndex, float); } return found"
    )
    assert set(above) == {"static", "auto", "none"}


@pytest.mark.requirement("R2")
@pytest.mark.parametrize("theme", CONTRAST.values)
def test_the_words_of_the_opener_stand_out_7_to_1_in_every_theme(
    page: webdriver.Chrome, address: str, theme: str
) -> None:
    page.get(f"{address}?a11y=contrast:{theme}")
    colours = page.execute_script(
        "const {color, backgroundColor} = getComputedStyle(document.querySelector('.a11y-menu__opener'));"
        "return [color, backgroundColor].map((one) => '#' + one.match(/\\d+/g).slice(0, 3)"
        ".map((channel) => (+channel).toString(16).padStart(2, '0')).join(''))"
    )
    assert ratio(*colours) >= 7


@pytest.mark.requirement("R15")
def test_a_stored_choice_is_there_before_first_paint_and_shifts_nothing(page: webdriver.Chrome) -> None:
    choose(page, "text", "200")
    choose(page, "contrast", "dark")
    with on_new_document(page, PAINT):
        page.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.refresh()
        WebDriverWait(page, 20).until(lambda driver: driver.execute_script("return window.seen"))
        page.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 1})
        assert page.execute_script("return window.atBody") == "200"
        assert page.execute_script("return window.seen") == ["200", "dark"]
        assert page.execute_script("return window.shift") == 0
    assert checked(page) == dict.fromkeys((row.name for row in PREFERENCES), "auto") | {
        "text": "200",
        "contrast": "dark",
    }


@pytest.mark.requirement("R6", "R30")
def test_a_choice_holds_on_the_other_pages_and_ten_reloads_change_nothing(page: webdriver.Chrome, address: str) -> None:
    choose(page, "text", "150")
    choose(page, "contrast", "sepia")
    left = attributes(page)
    page.get(address.replace("neck", "other"))
    size = "return getComputedStyle(document.querySelector('main p')).fontSize"
    first = page.execute_script(size)
    for _ in range(10):
        page.refresh()
    assert (attributes(page), page.execute_script(size)) == (left, first)
    assert 'data-a11y-text="150"' in left


@pytest.mark.requirement("R21")
def test_ten_toggles_and_a_reset_give_back_the_same_bytes_of_html(page: webdriver.Chrome) -> None:
    before = attributes(page)
    for row in PREFERENCES:
        choose(page, row.name, row.values[-1])
    chosen = attributes(page)
    for _ in range(10):
        choose(page, "text", "auto")
        assert attributes(page) != chosen
        choose(page, "text", "300")
        assert attributes(page) == chosen
    press(page, ".a11y-menu__reset")
    assert attributes(page) == before
    assert page.execute_script("return localStorage.length") == 0
    assert set(checked(page).values()) == {"auto"}
    assert said(page) == "Reset all: Auto"


@pytest.mark.requirement("R20")
def test_one_status_is_said_for_each_change_and_none_on_load(page: webdriver.Chrome) -> None:
    choose(page, "text", "125")
    page.refresh()
    assert said(page) == ""
    count_statuses(page)
    choose(page, "text", "150")
    assert said(page) == "Text size: 150%"
    choose(page, "contrast", "high-dark")
    assert said(page) == "Colours and contrast: High contrast, dark"
    assert page.execute_script("return window.statuses") == 2


@pytest.mark.requirement("R3")
@pytest.mark.parametrize(
    "inside", ["#a11y-motion-reduced", ".a11y-preset", "[name=forget]", "[name=ink]", ".a11y-menu__reset"]
)
def test_escape_closes_the_menu_and_gives_the_focus_back_to_its_opener(page: webdriver.Chrome, inside: str) -> None:
    choose(page, "contrast", "custom")
    page.execute_script("document.querySelector(arguments[0]).focus()", inside)
    assert page.execute_script("return document.activeElement.matches(arguments[0])", inside)
    ActionChains(page).send_keys(Keys.ESCAPE).perform()
    assert page.find_element("id", "a11y-menu").get_attribute("open") is None
    assert page.switch_to.active_element.get_attribute("class") == "a11y-menu__opener"


@pytest.mark.requirement("R3", "R4")
def test_the_keyboard_opens_it_walks_through_both_ways_and_leaves_it(page: webdriver.Chrome) -> None:
    ActionChains(page).send_keys(Keys.TAB, Keys.TAB, Keys.ENTER).perform()
    assert page.find_element("id", "a11y-menu").get_attribute("open") is not None
    stop = "const e = document.activeElement; return e.closest('.a11y-menu') ? e.name || e.className : ''"

    def walk(*keys: str) -> list[str]:
        passed = []
        while not passed or passed[-1]:
            ActionChains(page).send_keys(*keys).perform()
            passed.append(page.execute_script(stop))
            assert len(passed) < 30
        return passed[:-1]

    stops = [*["a11y-preset"] * 3, *(row.name for row in PREFERENCES), "forget", "a11y-menu__reset"]
    assert walk(Keys.TAB) == stops
    page.execute_script("document.querySelector('main').tabIndex = -1; document.querySelector('main').focus()")
    back = ActionChains(page).key_down(Keys.SHIFT)
    found = []
    while found[-1:] != ["a11y-menu__opener"]:
        back.send_keys(Keys.TAB).perform()
        found.append(page.execute_script(stop))
        assert len(found) < 30
    ActionChains(page).key_up(Keys.SHIFT).perform()
    assert [one for one in found if one][:-1] == stops[::-1]


@pytest.mark.requirement("R3")
def test_a_closed_menu_holds_nothing_that_takes_the_focus_and_its_name_stays(page: webdriver.Chrome) -> None:
    ActionChains(page).send_keys(Keys.TAB, Keys.TAB, Keys.TAB).perform()
    assert page.execute_script("return !document.activeElement.closest('.a11y-menu')")
    opener = page.find_element("css selector", ".a11y-menu__opener")
    closed = opener.accessible_name
    opener.click()
    assert opener.accessible_name == closed == "Open Accessibility Menu"


@pytest.mark.requirement("R4")
def test_the_page_stays_in_use_while_the_menu_is_open(page: webdriver.Chrome) -> None:
    choose(page, "text", "125")
    press(page, ".a11y-details summary")
    assert page.execute_script("return document.querySelector('.a11y-details').open")
    assert page.find_element("id", "a11y-menu").get_attribute("open") is not None
    modal = (
        "[role=menu], [role=menuitem], [role=dialog], dialog, [aria-modal], [inert], main [aria-hidden=true]:not(svg)"
    )
    assert page.find_elements("css selector", modal) == []


@pytest.mark.requirement("R30")
def test_another_tab_follows(page: webdriver.Chrome, address: str) -> None:
    with new_tab(page, address.replace("neck", "other")):
        choose(page, "contrast", "sepia")
    WebDriverWait(page, 10).until(lambda driver: 'data-a11y-contrast="sepia"' in attributes(driver))
    assert checked(page)["contrast"] == "sepia"
    assert said(page) == ""


@pytest.mark.requirement("R18")
def test_a_page_out_of_the_history_follows_what_was_chosen_meanwhile(page: webdriver.Chrome, address: str) -> None:
    choose(page, "text", "125")
    page.get(address.replace("neck", "other"))
    choose(page, "text", "200")
    page.back()
    WebDriverWait(page, 10).until(lambda driver: 'data-a11y-text="200"' in attributes(driver))
    assert checked(page)["text"] == "200"
    assert root(page, "--a11y-text") == "2"


@pytest.mark.requirement("R14", "R12")
def test_where_the_reader_has_not_chosen_a_live_wish_of_the_device_is_followed(page: webdriver.Chrome) -> None:
    light = root(page, "--a11y-paper")
    device(page, prefers_color_scheme="dark")
    dark = root(page, "--a11y-paper")
    device(page, prefers_color_scheme="dark", prefers_contrast="more")
    high = root(page, "--a11y-paper")
    assert len({light, dark, high}) == 3
    device(page, prefers_reduced_motion="reduce")
    assert root(page, "--a11y-motion") == "0"
    choose(page, "motion", "standard")
    assert root(page, "--a11y-motion") == "1"
    device(page, prefers_color_scheme="dark")
    choose(page, "contrast", "light")
    assert root(page, "--a11y-paper") == light


@pytest.mark.requirement("R13")
def test_in_a_forced_palette_the_themes_stand_down_and_the_menu_says_so(page: webdriver.Chrome) -> None:
    choose(page, "contrast", "sepia")
    sentence = page.find_element("css selector", ".a11y-choice__forced")
    assert not sentence.is_displayed()
    device(page, forced_colors="active")
    assert sentence.is_displayed()
    assert "Your device sets the colours now." in sentence.text
    assert root(page, "--a11y-paper") == "Canvas"
    ground = "return getComputedStyle(document.querySelector(arguments[0])).backgroundColor"
    assert page.execute_script(ground, "html") == "rgb(255, 255, 255)"
    assert page.execute_script(ground, ".a11y-option--dark") == "rgb(255, 255, 255)"
    # A plate of the paper lies behind all text there: on a dark ground with light words nothing would be seen.
    assert page.execute_script(ground, ".a11y-cta__link") == "rgb(255, 255, 255)"
    width = "return getComputedStyle(document.querySelector(arguments[0])).borderTopWidth"
    assert page.execute_script(width, "#a11y-contrast-sepia") == "3px"
    assert page.execute_script(width, "#a11y-contrast-dark") == "1px"
    assert page.execute_script(width, ".a11y-preset") == "1px"
