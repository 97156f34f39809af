"""What most tests of the menu start from: two pages on loopback, one browser a module, a first visit for each test."""

from collections.abc import Iterator

import pytest
from selenium import webdriver

from tests.browser.menu_site import chromium, fresh, served


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
    fresh(browser, address)
    return browser
