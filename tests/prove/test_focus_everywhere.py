"""The focus is seen by pixels on every stop of a page with every kind of block, in every value of every preference."""

from collections.abc import Iterator

import pytest
from selenium import webdriver

from tests.browser.every_block import every_block
from tests.browser.menu_site import chromium
from tests.browser.test_preferences_proof import VALUES, as_high_as_the_page, into, unseen


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    with chromium(tmp_path_factory.mktemp("profile")) as driver:
        driver.get(every_block(tmp_path_factory.mktemp("every")))
        yield driver


@pytest.mark.requirement("R23")
@pytest.mark.parametrize("state", VALUES)
def test_the_focus_is_seen_by_pixels_on_every_stop(page: webdriver.Chrome, state: str) -> None:
    into(page, state, opened=True)
    as_high_as_the_page(page)
    assert unseen(page, state, opened=True) == []


def test_a_ring_that_is_too_thin_is_found(page: webdriver.Chrome) -> None:
    page.execute_script(
        "const sheet = new CSSStyleSheet(); "
        "sheet.replaceSync('a:focus-visible {outline-width: 1px; box-shadow: none}');"
        "document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]"
    )
    as_high_as_the_page(page)
    assert len(unseen(page, "default", opened=False, most=4)) > 1
