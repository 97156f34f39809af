"""Text under forced colours, by pixels: axe computes with styles there, and a palette of the system is in no style."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from selenium import webdriver

from tests.browser.every_block import every_block
from tests.browser.menu_site import size
from tests.browser.pixels import Box, contrast, lasting, picture

LEAST = 4.5
LINES = """
const UNSEEN = 'script, style, svg, .a11y-hidden, .a11y-skip';
const found = [];
for (const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walk.nextNode();) {
  const text = walk.currentNode, parent = text.parentElement;
  if (!text.data.trim() || !parent.checkVisibility() || parent.closest(UNSEEN)) continue;
  const range = document.createRange();
  range.selectNodeContents(text);
  for (const { left, top, width, height } of range.getClientRects())
    if (width > 2 && height > 2) found.push([left, top, width, height, text.data.trim().slice(0, 40)]);
}
return found;
"""
PLANT = """
const sheet = new CSSStyleSheet();
sheet.replaceSync('h2 { forced-color-adjust: none; color: #777; background: #666 }');
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
"""


@pytest.fixture
def page(browser: webdriver.Chrome, tmp_path: Path) -> webdriver.Chrome:
    browser.get(every_block(tmp_path))
    return browser


def forced(driver: webdriver.Chrome, scheme: str) -> None:
    features = [{"name": "forced-colors", "value": "active"}, {"name": "prefers-color-scheme", "value": scheme}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})
    assert driver.execute_script("return matchMedia('(forced-colors: active)').matches")
    driver.execute_script("for (const one of document.querySelectorAll('details')) one.open = true")
    size(driver, 1280, 800)
    size(driver, 1280, driver.execute_script("return document.documentElement.scrollHeight"))


def faint(driver: webdriver.Chrome) -> list[Any]:
    """Give the lines of text of which no pixel stands out enough from the colour that most of them have."""
    lines = driver.execute_script(LINES)
    assert len(lines) > 100
    whole = picture(driver)
    return [words for *box, words in lines if best(whole, Box(*box)) < LEAST]


def best(whole: Image.Image, box: Box) -> float:
    left, top, width, height = box.grown(0)
    found = whole.crop((int(left), int(top), int(left + width), int(top + height))).getcolors(1 << 16) or []
    _, ground = max(found)
    return max(contrast(ground, colour) for _, colour in found)


@pytest.mark.requirement("R13")
@pytest.mark.parametrize(("theme", "scheme"), [("", "light"), ("", "dark"), ("sepia", "dark"), ("high-dark", "light")])
def test_all_text_stands_out_by_pixels(page: webdriver.Chrome, theme: str, scheme: str) -> None:
    page.execute_script("document.documentElement.setAttribute('data-a11y-contrast', arguments[0])", theme)
    forced(page, scheme)
    assert lasting(lambda: faint(page)) == []


def test_text_that_fades_is_found(page: webdriver.Chrome) -> None:
    page.execute_script(PLANT)
    forced(page, "light")
    assert "Example of table" in faint(page)
