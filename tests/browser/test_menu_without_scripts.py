"""The menu with page scripts switched off: every preference applies through its radios."""

from collections.abc import Iterator

import pytest
from selenium import webdriver

from a11y_content.design.preferences import PREFERENCES
from a11y_content.design.stylesheet import ground, properties
from tests.browser.menu_site import attributes, choose, chromium, computed, device, press, root, served


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("menu")
    with served(folder) as found:
        page = folder / "site" / "neck.html"
        chosen = page.read_text("utf-8").replace("<html ", '<html data-a11y-text="200" data-a11y-contrast="sepia" ', 1)
        for name, value in (("text", "200"), ("contrast", "sepia")):
            chosen = chosen.replace(
                f'value="auto" id="a11y-{name}-auto" checked', f'value="auto" id="a11y-{name}-auto"'
            )
            chosen = chosen.replace(f'id="a11y-{name}-{value}"', f'id="a11y-{name}-{value}" checked')
        (folder / "site" / "chosen.html").write_text(chosen, "utf-8")
        yield found


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    with chromium(tmp_path_factory.mktemp("profile"), scripts=False) as found:
        yield found


@pytest.fixture
def page(browser: webdriver.Chrome, address: str) -> webdriver.Chrome:
    device(browser)
    browser.get("about:blank")
    browser.get(address)
    return browser


@pytest.mark.parametrize("row", PREFERENCES, ids=lambda row: row.name)
@pytest.mark.requirement("R1")
def test_each_value_of_each_preference_applies(page: webdriver.Chrome, row: object) -> None:
    for option in row.options:  # type: ignore[attr-defined]
        choose(page, row.name, option.value)  # type: ignore[attr-defined]
        for name, value in properties(option).items():
            assert root(page, name) == computed(page, value), name
    assert "data-a11y" not in attributes(page)


@pytest.mark.requirement("R1", "R14")
def test_auto_follows_the_device(page: webdriver.Chrome) -> None:
    contrast = next(row for row in PREFERENCES if row.name == "contrast")
    choose(page, "contrast", "sepia")
    choose(page, "contrast", "auto")
    assert root(page, "--a11y-paper") == properties(ground(contrast))["--a11y-paper"]
    device(page, prefers_color_scheme="dark")
    assert root(page, "--a11y-scheme") == "dark"


@pytest.mark.requirement("R1")
def test_another_radio_wins_over_what_the_server_chose(page: webdriver.Chrome, address: str) -> None:
    page.get(address.replace("neck", "chosen"))
    assert root(page, "--a11y-text") == "2"
    choose(page, "text", "100")
    assert root(page, "--a11y-text") == "1"
    choose(page, "contrast", "light")
    assert root(page, "--a11y-paper") == "#fcfaf5"


@pytest.mark.requirement("R1")
def test_auto_takes_back_what_the_server_chose(page: webdriver.Chrome, address: str) -> None:
    page.get(address.replace("neck", "chosen"))
    choose(page, "text", "auto")
    assert root(page, "--a11y-text") == "1"
    device(page, prefers_color_scheme="dark")
    choose(page, "contrast", "auto")
    assert root(page, "--a11y-scheme") == "dark"
    assert 'data-a11y-contrast="sepia"' in attributes(page)


@pytest.mark.requirement("R1")
def test_the_menu_opens_and_closes(page: webdriver.Chrome) -> None:
    form = page.find_element("css selector", ".a11y-menu__form")
    assert not form.is_displayed()
    press(page, ".a11y-menu__opener")
    assert form.is_displayed()


@pytest.mark.requirement("R1")
def test_nothing_is_offered_that_needs_the_script(page: webdriver.Chrome) -> None:
    choose(page, "contrast", "custom")
    for selector in (".a11y-presets", ".a11y-choice__reset", ".a11y-pair", ".a11y-forget"):
        assert not [one for one in page.find_elements("css selector", selector) if one.is_displayed()]
    # Reset all is the browser's own: it works without us.
    press(page, ".a11y-menu__reset")
    assert root(page, "--a11y-paper") == "#fcfaf5"
