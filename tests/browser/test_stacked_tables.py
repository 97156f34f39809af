"""Tables too wide for their place: rows become blocks, nothing scrolls, and assistive technology sees no change."""

from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver

import a11y_content as a11y
from tests.browser.menu_site import device, size

WORDS = {
    "en": (
        "Kind of headache",
        "Where it hurts",
        "How often",
        "Cervicogenic",
        "One side, from the neck forward",
        "Daily",
    ),
    "ar": ("نوع الصداع", "مكان الألم", "كم مرة", "صداع عنقي المنشأ", "جانب واحد، من الرقبة إلى الأمام", "يوميًا"),
}
LONG = "Otorrinolaringología-electroencefalografía"
DISPLAYS = """
const shown = (e) => [e.localName, getComputedStyle(e).display];
return [...document.querySelectorAll('table')]
  .map((table) => Object.fromEntries([table, ...table.querySelectorAll('*')].map(shown)))
"""
SPILLS = """
const wide = document.documentElement.clientWidth + 0.5;
return [...document.querySelectorAll('.a11y-table, .a11y-table *')]
  .filter((e) => !e.closest('thead') || getComputedStyle(e.closest('thead')).position !== 'absolute')
  .filter((e) => e.getBoundingClientRect().right > wide || e.getBoundingClientRect().left < -0.5)
  .map((e) => e.outerHTML.slice(0, 80))
"""
SAID = """
return [...document.querySelectorAll('tbody :is(th, td)')]
  .map((e) => [e.dataset.a11yColumn, getComputedStyle(e, '::before').content])
"""


def page(lang: str) -> str:
    """Tables with and without row headers, with numbers, a link in the head, long words, and many columns."""
    kind, where, often, neck, side, daily = WORDS[lang]
    tables = (
        f"| {kind} | {where} | {often} |\n|---|---|---|\n| {neck} | {side} | {daily} |\n| **{daily}** | 1 | {side} |",
        f":numeric: [2]\n\n| {kind} | {often} |\n|---|---|\n| {neck} | 6 |\n| {daily} | 12 |",
        f":row_header: false\n\n| {kind} | [{where}](https://example.org/) |\n|---|---|\n| {side} | {LONG} |",
        f"|{f' {neck} |' * 9}\n|{'---|' * 9}\n|{f' {daily} |' * 9}",
    )
    fences = "\n\n".join(f":::{{table}} {kind} {number}\n{text}\n:::" for number, text in enumerate(tables))
    return f"---\nkind: page\ntitle: {kind}\nlang: {lang}\nsummary: {kind}.\n---\n\n{fences}\n"


@pytest.fixture(params=sorted(WORDS))
def driver(browser: webdriver.Chrome, request: pytest.FixtureRequest, tmp_path: Path) -> webdriver.Chrome:
    document, _ = a11y.parse(page(request.param), format="markdown", name="tables.md")
    assert document is not None
    file = tmp_path / "tables.html"
    file.write_text(a11y.render(document), "utf-8")
    device(browser)
    size(browser, 1280, 900)
    browser.get(file.as_uri())
    return browser


def set_text(driver: webdriver.Chrome, value: str) -> None:
    driver.execute_script("document.documentElement.setAttribute('data-a11y-text', arguments[0])", value)


def tree(driver: webdriver.Chrome) -> list[tuple[Any, ...]]:
    """Give what assistive technology gets of `main`, in order: depth, role, name and properties.

    How a text breaks into lines (InlineTextBox) is no part of it.
    """
    nodes = driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    known = {node["nodeId"]: node for node in nodes}
    found: list[tuple[Any, ...]] = []

    def walk(node: dict[str, Any], depth: int) -> None:
        role = node.get("role", {}).get("value")
        if role == "InlineTextBox":
            return
        deeper = depth
        if not node["ignored"]:
            properties = sorted((p["name"], str(p["value"].get("value"))) for p in node.get("properties", ()))
            found.append((depth, role, node.get("name", {}).get("value"), properties))
            deeper += 1
        for child in node.get("childIds", ()):
            walk(known[child], deeper)

    walk(next(node for node in nodes if node.get("role", {}).get("value") == "main"), 0)
    return found


def test_the_accessibility_tree_is_the_same_stacked_and_not(driver: webdriver.Chrome) -> None:
    wide = tree(driver)
    assert {"table", "rowgroup", "row", "columnheader", "rowheader", "cell", "caption"} <= {
        role.lower() for _, role, *_ in wide
    }
    assert driver.execute_script(DISPLAYS)[0]["tr"] == "table-row"
    size(driver, 320, 640)
    set_text(driver, "200")
    assert [table["tr"] for table in driver.execute_script(DISPLAYS)] == ["block"] * 4
    assert tree(driver) == wide


@pytest.mark.requirement("R7")
@pytest.mark.parametrize("text", ["100", "200", "300"])
@pytest.mark.parametrize("width", [320, 600, 1280])
def test_nothing_sticks_out_and_nothing_scrolls(driver: webdriver.Chrome, width: int, text: str) -> None:
    size(driver, width, 800)
    set_text(driver, text)
    assert driver.execute_script("return document.documentElement.scrollWidth") == width
    assert driver.execute_script(SPILLS) == []


def test_a_stacked_cell_is_led_by_the_name_of_its_column(driver: webdriver.Chrome) -> None:
    size(driver, 320, 640)
    set_text(driver, "300")
    said = driver.execute_script(SAID)
    assert said
    assert [content for _, content in said] == [f'"{name}" / ""' for name, _ in said]


def test_a_head_with_a_link_stays_in_sight(driver: webdriver.Chrome) -> None:
    size(driver, 320, 640)
    set_text(driver, "300")
    hidden = driver.execute_script(
        "return [...document.querySelectorAll('thead')].map((e) => getComputedStyle(e).position === 'absolute')"
    )
    assert hidden == [True, True, False, True]


def test_on_paper_a_table_is_a_table(driver: webdriver.Chrome) -> None:
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    size(driver, 680, 900)
    assert [table["tr"] for table in driver.execute_script(DISPLAYS)] == ["table-row"] * 3 + ["block"]
