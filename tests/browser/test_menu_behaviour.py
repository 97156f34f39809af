"""The menu in Chromium: it remembers, speaks, closes and resets; storage cannot hurt it."""

from collections.abc import Iterator

import pytest
from selenium import webdriver
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.support.wait import WebDriverWait

from a11y_content.design.preferences import PREFERENCES
from tests.browser.menu_site import attributes, choose, chromium, device, press, root, served, size

KEY = "a11y-content"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("menu")) as found:
        yield found


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    with chromium(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture
def page(browser: webdriver.Chrome, address: str) -> webdriver.Chrome:
    device(browser)
    size(browser, 1280, 900)
    browser.get(address)
    browser.execute_script("localStorage.clear()")
    browser.get(address)
    browser.get_log("browser")
    return browser


def _stored(page: webdriver.Chrome) -> str | None:
    found: str | None = page.execute_script("return localStorage.getItem(arguments[0])", KEY)
    return found


def _store(page: webdriver.Chrome, text: str) -> None:
    page.execute_script("localStorage.setItem(arguments[0], arguments[1])", KEY, text)


def _checked(page: webdriver.Chrome) -> dict[str, str]:
    found: dict[str, str] = page.execute_script(
        "return Object.fromEntries([...document.querySelectorAll('.a11y-menu__form [type=radio]:checked')]"
        ".map((radio) => [radio.name, radio.value]))"
    )
    return found


def test_nothing_is_stored_before_a_choice_and_a_choice_is_one_versioned_key(page: webdriver.Chrome) -> None:
    assert page.execute_script("return localStorage.length") == 0
    choose(page, "text", "200")
    assert _stored(page) == "1;text:200"
    choose(page, "spacing", "wide")
    assert _stored(page) == "1;text:200,spacing:wide"
    choose(page, "text", "auto")
    assert _stored(page) == "1;spacing:wide"
    choose(page, "spacing", "auto")
    assert page.execute_script("return localStorage.length") == 0


def test_a_stored_choice_is_there_before_first_paint_and_shifts_nothing(page: webdriver.Chrome) -> None:
    choose(page, "text", "200")
    choose(page, "contrast", "dark")
    watch = """
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
    script = page.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": watch})
    try:
        page.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.refresh()
        WebDriverWait(page, 20).until(lambda driver: driver.execute_script("return window.seen"))
        assert page.execute_script("return window.atBody") == "200"
        assert page.execute_script("return window.seen") == ["200", "dark"]
        assert page.execute_script("return window.shift") == 0
        autos = dict.fromkeys(("motion", "spacing", "font", "width", "emphasis"), "auto")
        assert _checked(page) == {"text": "200", "contrast": "dark", **autos}
    finally:
        page.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 1})
        page.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)


def test_a_choice_holds_on_the_other_pages_and_ten_reloads_change_nothing(page: webdriver.Chrome, address: str) -> None:
    choose(page, "text", "150")
    page.get(address.replace("neck", "other"))
    first = (attributes(page), page.execute_script("return getComputedStyle(document.querySelector('p')).fontSize"))
    for _ in range(10):
        page.refresh()
    again = (attributes(page), page.execute_script("return getComputedStyle(document.querySelector('p')).fontSize"))
    assert first == again
    assert 'data-a11y-text="150"' in first[0]


def test_reset_gives_back_the_same_bytes_of_html_and_an_empty_store(page: webdriver.Chrome) -> None:
    before = attributes(page)
    for name, value in (("text", "300"), ("contrast", "sepia"), ("motion", "reduced"), ("spacing", "wider")):
        choose(page, name, value)
    assert attributes(page) != before
    press(page, ".a11y-menu__reset")
    assert attributes(page) == before
    assert page.execute_script("return localStorage.length") == 0
    assert set(_checked(page).values()) == {"auto"}


def test_one_status_is_said_for_each_change_and_none_on_load(page: webdriver.Chrome) -> None:
    said = "return document.querySelector('.a11y-menu__status').textContent"
    assert page.execute_script(said) == ""
    page.execute_script(
        "window.changes = 0; new MutationObserver(() => { window.changes += 1; })"
        ".observe(document.querySelector('.a11y-menu__status'), {childList: true, characterData: true, subtree: true})"
    )
    choose(page, "text", "150")
    assert page.execute_script(said) == "Text size: 150%"
    choose(page, "contrast", "high-dark")
    assert page.execute_script(said) == "Colours and contrast: High contrast, dark"
    assert page.execute_script("return window.changes") == 2


def test_escape_closes_the_menu_and_gives_the_focus_back_to_its_opener(page: webdriver.Chrome) -> None:
    choose(page, "motion", "reduced")
    ActionChains(page).send_keys(Keys.ESCAPE).perform()
    assert page.find_element("id", "a11y-menu").get_attribute("open") is None
    assert page.switch_to.active_element.get_attribute("class") == "a11y-menu__opener"


def test_the_keyboard_opens_it_walks_through_and_leaves_it(page: webdriver.Chrome) -> None:
    keys = ActionChains(page)
    keys.send_keys(Keys.TAB, Keys.TAB, Keys.ENTER).perform()
    assert page.find_element("id", "a11y-menu").get_attribute("open") is not None
    stops = []
    for _ in range(3 + len(PREFERENCES) + 3):
        ActionChains(page).send_keys(Keys.TAB).perform()
        active = page.switch_to.active_element
        stops.append(active.get_attribute("name") or active.get_attribute("class") or active.tag_name)
    assert stops[:-1] == [*["a11y-preset"] * 3, *(row.name for row in PREFERENCES), "forget", "a11y-menu__reset"]
    assert page.execute_script("return !document.activeElement.closest('.a11y-menu')")


def test_a_closed_menu_holds_nothing_that_takes_the_focus(page: webdriver.Chrome) -> None:
    ActionChains(page).send_keys(Keys.TAB, Keys.TAB, Keys.TAB).perform()
    assert page.execute_script("return !document.activeElement.closest('.a11y-menu')")


@pytest.mark.parametrize(
    "text",
    [
        "words",
        "1",
        "2;text:200",
        "1;text:9000,contrast:evil,motion:,:,,spacing",
        "1;__proto__:x,constructor:x,toString:x",
        '1;text:200"><script>',
        "1;text:200,\n",
        "1;%,text:200",
        '{"v":1,"set":{"text":"200"}}',
        f"1;text:200,x:{'y' * 490}",
        f"1;text:200,x:{'y' * 100_000}",
    ],
    ids=["words", "bare", "version", "unknown", "prototype", "markup", "line", "per cent", "JSON", "501", "oversized"],
)
def test_a_tampered_store_is_ignored_in_silence(page: webdriver.Chrome, text: str) -> None:
    before = attributes(page)
    _store(page, text)
    page.refresh()
    assert attributes(page) == before
    assert set(_checked(page).values()) == {"auto"}
    choose(page, "text", "125")
    # A name of another page's form may stay behind.
    assert str(_stored(page)).split(",")[0] == "1;text:125"
    assert page.get_log("browser") == []


def test_a_blocked_store_leaves_a_menu_that_works(page: webdriver.Chrome) -> None:
    deny = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    script = page.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": deny})
    try:
        page.refresh()
        choose(page, "text", "200")
        assert root(page, "--a11y-text") == "2"
        press(page, ".a11y-menu__reset")
        assert root(page, "--a11y-text") == "1"
        assert page.get_log("browser") == []
    finally:
        page.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)


def test_a_preview_by_address_is_shown_and_not_stored(page: webdriver.Chrome, address: str) -> None:
    _store(page, "1;spacing:wide")
    page.get(f"{address}?a11y=text:200,contrast:high-dark,evil:1,motion:wild")
    assert 'data-a11y-text="200" data-a11y-contrast="high-dark"' in attributes(page)
    assert "spacing" not in attributes(page)
    assert "evil" not in attributes(page)
    assert "motion" not in attributes(page)
    assert _checked(page)["contrast"] == "high-dark"
    assert _stored(page) == "1;spacing:wide"


def test_another_tab_follows(page: webdriver.Chrome, address: str) -> None:
    first = page.current_window_handle
    page.switch_to.new_window("tab")
    try:
        page.get(address.replace("neck", "other"))
        choose(page, "contrast", "sepia")
        page.switch_to.window(first)
        WebDriverWait(page, 10).until(lambda driver: 'data-a11y-contrast="sepia"' in attributes(driver))
        assert _checked(page)["contrast"] == "sepia"
    finally:
        page.switch_to.window(page.window_handles[-1])
        page.close()
        page.switch_to.window(first)


def test_a_page_out_of_the_history_follows_what_was_chosen_meanwhile(page: webdriver.Chrome, address: str) -> None:
    choose(page, "text", "125")
    page.get(address.replace("neck", "other"))
    choose(page, "text", "200")
    page.back()
    WebDriverWait(page, 10).until(lambda driver: 'data-a11y-text="200"' in attributes(driver))
    assert _checked(page)["text"] == "200"
    assert root(page, "--a11y-text") == "2"


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


def test_in_a_forced_palette_the_themes_stand_down(page: webdriver.Chrome) -> None:
    choose(page, "contrast", "sepia")
    device(page, forced_colors="active")
    assert root(page, "--a11y-paper") == "Canvas"
    ground = "return getComputedStyle(document.querySelector(arguments[0])).backgroundColor"
    assert page.execute_script(ground, "html") == "rgb(255, 255, 255)"
    assert page.execute_script(ground, ".a11y-option--dark") == "rgb(255, 255, 255)"
    # A plate of the paper lies behind all text there: on a dark ground with light words nothing would be seen.
    assert page.execute_script(ground, ".a11y-cta__link") == "rgb(255, 255, 255)"
    width = "return getComputedStyle(document.querySelector(arguments[0])).borderTopWidth"
    assert page.execute_script(width, "#a11y-contrast-sepia") == "3px"
    assert page.execute_script(width, "#a11y-contrast-dark") == "1px"
