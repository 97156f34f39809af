"""Every value of every preference on a page with every kind of block: nothing lost, the focus seen, controls seen."""

from collections.abc import Iterator
from typing import Any

import pytest
from selenium import webdriver

from a11y_content.design.preferences import CONTRAST, PREFERENCES, PRESETS
from tests.browser.every_block import every_block
from tests.browser.menu_site import chromium, device, size
from tests.browser.pixels import Box, changed, frame_stands_out, lasting, picture

VALUES = [f"{row.name}={value}" for row in PREFERENCES for value in row.values]
STATES = ["default", *VALUES, *(",".join(f"{n}={v}" for n, v in preset.sets.items()) for preset in PRESETS)]

SET = """
const root = document.documentElement;
for (const name of [...root.getAttributeNames()]) if (name.startsWith('data-a11y-')) root.removeAttribute(name);
for (const [name, value] of Object.entries(arguments[0])) root.setAttribute(`data-a11y-${name}`, value);
"""
LOST = """
const wide = document.documentElement.clientWidth, found = [], boxes = [];
const styles = new Map();
const style = (e) => styles.get(e) ?? styles.set(e, getComputedStyle(e)).get(e);
const unseen = (e) => e.closest('svg, video, audio, script, style, sup, sub') || !e.checkVisibility();
for (const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walk.nextNode();) {
  const node = walk.currentNode, parent = node.parentElement;
  if (!node.data.trim() || unseen(parent)) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  rects: for (const r of range.getClientRects()) {
    if (r.width < 1 || r.height < 1) continue;
    const what = `${parent.tagName}.${parent.className}: ${node.data.trim().slice(0, 40)}`;
    for (let e = parent; e !== document.body; e = e.parentElement) {
      if (style(e).clipPath.includes('50%')) continue rects;
      const box = e.getBoundingClientRect(), below = r.bottom > box.bottom + 1 || r.top < box.top - 1;
      // What scrolls up and down shows its rest to those who scroll.
      if (/auto|scroll/.test(style(e).overflowY) && below) continue rects;
      const aside = r.right > box.right + 1 || r.left < box.left - 1;
      if (style(e).overflow !== 'visible' && (below || aside)) found.push(`clipped ${what}`);
    }
    if (r.right > wide + 1 || r.left < -1) found.push(`outside ${Math.round(r.left)}-${Math.round(r.right)} ${what}`);
    boxes.push([r.top + r.height * 0.3, r.bottom - r.height * 0.3, r.left + 1, r.right - 1, node, what]);
  }
}
boxes.sort((a, b) => a[0] - b[0]);
for (let i = 0; i < boxes.length; i++)
  for (let j = i + 1; j < boxes.length && boxes[j][0] < boxes[i][1]; j++) {
    const [a, b] = [boxes[i], boxes[j]];
    if (a[4] !== b[4] && a[2] < b[3] && b[2] < a[3]) found.push(`overlap: ${a[5]} | ${b[5]}`);
  }
if (document.documentElement.scrollWidth > wide) found.push(`page ${document.documentElement.scrollWidth} px wide`);
return [...new Set(found)];
"""
STOPS = """
return [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"], video, audio')]
  .filter((e) => e.checkVisibility() && e.tabIndex >= 0 && !e.closest('[hidden]'))
  .filter((e) => e.type !== 'radio' || e.checked).length
"""
ACTIVE = """
const e = document.activeElement;
if (e === document.body) return null;
const r = e.getBoundingClientRect();
// A link that is broken over lines has a ring around each part of it.
const around = [...e.getClientRects()].reduce((sum, part) => sum + 2 * (part.width + part.height), 0);
return [[r.x + scrollX, r.y + scrollY, r.width, r.height], e.outerHTML.slice(0, 90), e.tagName, around];
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    with chromium(tmp_path_factory.mktemp("profile")) as driver:
        driver.get(every_block(tmp_path_factory.mktemp("every")))
        yield driver


@pytest.fixture
def page(browser: webdriver.Chrome) -> webdriver.Chrome:
    device(browser)
    size(browser, 1280, 900)
    into(browser, "default")
    return browser


def into(driver: webdriver.Chrome, state: str, *, opened: bool = False) -> None:
    choices = dict(part.split("=") for part in state.split(",")) if state != "default" else {}
    driver.execute_script(SET, choices)
    driver.execute_script("document.getElementById('a11y-menu').open = arguments[0]", opened)


def tree(driver: webdriver.Chrome) -> list[tuple[str, str, str]]:
    """What assistive technology is told of `main`: role, name and properties, in order."""
    nodes = driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    known = {node["nodeId"]: node for node in nodes}
    found: list[tuple[str, str, str]] = []

    def told(node: dict[str, Any]) -> None:
        role, name = node.get("role", {}).get("value", ""), node.get("name", {}).get("value", "")
        # Lines of text are how words are laid out, and differ with the size; what is in a player is the browser's.
        if role in {"InlineTextBox", "Video", "Audio"}:
            return
        if not node.get("ignored"):
            said = {p["name"]: p["value"].get("value") for p in node.get("properties", ()) if p["name"] != "focusable"}
            found.append((role, name, repr(sorted(said.items()))))
        for child in node.get("childIds", ()):
            if child in known:
                told(known[child])

    told(next(node for node in nodes if node.get("role", {}).get("value") == "main"))
    return found


@pytest.mark.requirement("R22")
def test_words_and_accessibility_tree_of_the_content_are_the_same_in_every_state(page: webdriver.Chrome) -> None:
    words = "return document.querySelector('main').innerText.toLowerCase().split(/\\s+/).join(' ')"
    before, first = page.execute_script(words), tree(page)
    assert len(first) > 200
    for state in STATES:
        into(page, state)
        assert page.execute_script(words) == before, state
        assert tree(page) == first, state
    page.execute_script("document.querySelector('main p').style.display = 'none'")
    assert tree(page) != first
    page.execute_script("document.querySelector('main p').style.display = ''")


@pytest.mark.requirement("R7")
def test_at_320_px_nothing_is_cut_off_or_overlaps_in_any_state(page: webdriver.Chrome) -> None:
    size(page, 320, 640)
    for state in [*STATES, "text=300,spacing=wider,font=legible,emphasis=strong"]:
        into(page, state, opened=True)
        assert page.execute_script(LOST) == [], state
    page.execute_script("document.querySelector('h1').style.whiteSpace = 'nowrap'")
    assert page.execute_script(LOST) != []
    page.execute_script("document.querySelector('h1').style.whiteSpace = ''")


def walk(driver: webdriver.Chrome, most: int) -> Iterator[tuple[Box, str, str, float]]:
    """Go from stop to stop by the Tab key; give box, start of the HTML, tag and perimeter in pixels of each."""
    driver.execute_script("document.activeElement.blur(); window.scrollTo(0, 0); getSelection().removeAllRanges()")
    driver.execute_script(
        "document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')"
    )
    for _ in range(most):
        for kind in ("keyDown", "keyUp"):
            driver.execute_cdp_cmd(
                "Input.dispatchKeyEvent", {"type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
            )
        found = driver.execute_script(ACTIVE)
        if found is None:
            return
        yield Box(*found[0]), found[1], found[2], found[3]


_LOOKS = 8


def as_high_as_the_page(driver: webdriver.Chrome) -> None:
    """Make the window as high as the page with its menu open, so that nothing scrolls between two pictures."""
    size(driver, 1280, 900)
    driver.execute_script("document.getElementById('a11y-menu').open = true")
    size(driver, 1280, driver.execute_script("return document.documentElement.scrollHeight") + 200)


def unseen(driver: webdriver.Chrome, state: str, *, opened: bool, most: int = 200) -> list[str]:
    """Give the stops of a state where fewer pixels change by 3:1 than a line of 2 px around them has (WCAG 2.4.13)."""
    into(driver, state, opened=opened)
    driver.execute_script("document.activeElement.blur()")
    whole = picture(driver)
    lost = []
    for box, html, tag, perimeter in walk(driver, most):
        if tag in {"VIDEO", "AUDIO"} or not box.width:  # the browser's own controls; a stop that has no box yet
            continue
        around, line, count = box.grown(9), 2 * perimeter, 0
        # A picture may show a part of the window that is still being drawn; a ring that is not there stays away.
        # Around the stop, else anywhere: the one link of a card has its ring around the card.
        for look in range(_LOOKS):
            after = picture(driver, around if look % 2 == 0 else None)
            corner = (around.left, around.top) if look % 2 == 0 else (0, 0)
            before = whole.crop((*corner, corner[0] + after.width, corner[1] + after.height))
            count = max(count, changed(before, after))
            if count >= line:
                break
        else:
            lost.append(f"{state}: {count} of {line:.0f} pixels: {html}")
    return lost


@pytest.mark.requirement("R23", "R3")
def test_the_focus_is_seen_by_pixels_on_every_stop_of_page_and_menu(page: webdriver.Chrome) -> None:
    as_high_as_the_page(page)
    stops = page.execute_script("document.getElementById('a11y-menu').open = true;" + STOPS)
    assert sum(1 for _ in walk(page, 200)) >= stops - 3
    assert unseen(page, "default", opened=True) == []


@pytest.mark.requirement("R23")
@pytest.mark.parametrize("state", [f"contrast={value}" for value in CONTRAST.values] + ["emphasis=strong"])
def test_the_focus_is_seen_by_pixels_on_the_menu_in_every_theme(page: webdriver.Chrome, state: str) -> None:
    as_high_as_the_page(page)
    assert unseen(page, state, opened=True, most=22) == []


CONTROLS = """
return [...document.querySelectorAll('.a11y-menu :is(summary, label, button, input[type=color])')]
  .filter((e) => e.checkVisibility() && e.getBoundingClientRect().width > 1)
  .filter((e) => e.tagName !== 'LABEL' || e.querySelector('input[type=radio]'))
  .map((e) => [e.getBoundingClientRect(), e.outerHTML.slice(0, 90)])
  .map(([r, html]) => [[r.x + scrollX, r.y + scrollY, r.width, r.height], html]);
"""


@pytest.mark.requirement("R13")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_under_forced_colours_every_control_of_the_menu_is_seen_by_pixels(page: webdriver.Chrome, scheme: str) -> None:
    size(page, 1280, 4000)
    device(page, forced_colors="active", prefers_color_scheme=scheme)
    into(page, "contrast=sepia", opened=True)
    assert page.execute_script("return matchMedia('(forced-colors: active)').matches")
    controls = page.execute_script(CONTROLS)
    assert len(controls) > 30
    assert (
        lasting(lambda: [html for box, html in controls if not frame_stands_out(picture(page, Box(*box).grown(3)), 9)])
        == []
    )
    ground = page.execute_script("return getComputedStyle(document.documentElement).backgroundColor")
    assert ground in {"rgb(255, 255, 255)", "rgb(0, 0, 0)"}, "the theme stands down"
