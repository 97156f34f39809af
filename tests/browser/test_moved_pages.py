"""Pages at old addresses, in a browser: they lead on at once, and axe has nothing to say of what stands in them."""

from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from a11y_content.auditing.axe import find_axe
from a11y_content.auditing.server import serve
from a11y_content.model.site import Site
from a11y_content.rendering.assets import site_assets
from a11y_content.rendering.moved import moved_page
from tests.browser.raw_axe import LEFT_OUT

NEW = "<!DOCTYPE html><html lang=en><title>New</title><h1>New</h1>"
REFRESH = '<meta http-equiv="refresh"'
RUN = """
const [left, done] = arguments;
const values = axe.getRules().map((rule) => rule.ruleId).filter((rule) => !left.includes(rule));
axe.run({ runOnly: { type: 'rule', values } }).then(({ violations, incomplete, passes }) =>
  done([passes.length, [...violations, ...incomplete].map((rule) => rule.id)]));
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site, assets = Site(title="Clinic", base_url="https://example.org"), site_assets()
    (tmp_path / "assets").mkdir()
    (tmp_path / assets.stylesheet).write_bytes(assets.files[assets.stylesheet])
    (tmp_path / "new.html").write_text(NEW)
    (tmp_path / "old.html").write_text(moved_page(site, "old.html", "new.html", title="New"), "utf-8")
    for lang in ("ar", "he"):
        page = moved_page(site, f"{lang}.html", "new.html", lang=lang, title="ألم الرقبة", stylesheet=assets.stylesheet)
        (tmp_path / f"{lang}.html").write_text(page.replace(REFRESH, '<meta name="was-refresh"'), "utf-8")
    return tmp_path


def test_an_old_address_leads_to_the_new_page_at_once(browser: webdriver.Chrome, folder: Path) -> None:
    with serve(folder) as address:
        browser.get(f"{address}/old.html")
        # The address changes before the new page has its heading.
        there = "return location.pathname === '/new.html' && document.readyState === 'complete'"
        WebDriverWait(browser, 5).until(lambda one: one.execute_script(there))
        assert browser.find_element(By.TAG_NAME, "h1").text == "New"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["ar", "he"])
def test_axe_has_nothing_to_say_of_the_page(browser: webdriver.Chrome, folder: Path, lang: str, scheme: str) -> None:
    wish = {"name": "prefers-color-scheme", "value": scheme}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": [wish]})
    with serve(folder) as address:
        browser.get(f"{address}/{lang}.html")
        browser.execute_script(find_axe().path.read_text("utf-8"))
        passed, told = browser.execute_async_script(RUN, list(LEFT_OUT))
    assert told == []
    assert passed > 15
