"""The menu as its form shows it: the tests of the engines know no table of preferences."""

from __future__ import annotations

from selenium.webdriver import Keys

from tests.engines.engine import Engine

AUTO = "auto"
OPENER = ".a11y-menu__opener"
RESET = ".a11y-menu__reset"
MANY = 60
"""More stops than a page of the tests has: where this many do not lead to the goal, there is none."""

_ROWS = """[...document.querySelectorAll("form[data-a11y-store] input[type=radio]")].reduce(
  (rows, radio) => ({...rows, [radio.name]: [...(rows[radio.name] ?? []), radio.value]}), {})"""

_SHOWN = "document.querySelector('form[data-a11y-store]').checkVisibility()"
_STATE = """[...document.querySelectorAll("form[data-a11y-store] input[type=radio]:checked")].map((radio) =>
  [radio.name, document.documentElement.getAttribute(`data-a11y-${radio.name}`) ?? "auto", radio.value])"""

# What a reader can see of a choice: how every element of the content is drawn.
_LOOK = """["html", "body", ...document.querySelectorAll("main, main *")].map((place) => {
  const style = getComputedStyle(place.nodeType ? place : document.querySelector(place));
  return %s.map((name) => style.getPropertyValue(name)).join("|");
}).join("\\n")"""
_DRAWN = [
    *("color", "background-color", "color-scheme", "border-top-color", "border-bottom-width", "outline-width"),
    *("font-size", "font-family", "font-weight", "line-height", "letter-spacing", "word-spacing", "margin-bottom"),
    *("max-width", "max-inline-size", "text-decoration-thickness", "scroll-behavior", "transition-duration"),
]

# The samples of the text size wear a size of their own.
_SIZES = """[...document.querySelectorAll("body *")].filter((one) => !one.closest(".a11y-choice--text .a11y-option"))
  .map((one) => parseFloat(getComputedStyle(one).fontSize))"""

# One stop for each control, and for each group of radios the checked one.
_STOPS = """[...document.querySelectorAll("#a11y-menu :is(summary, a, button, input, select, textarea, [tabindex])")]
  .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled && one.tabIndex >= 0
    && (one.type !== "radio" || one.checked)).map((one) => one.id || one.name || one.className)"""
_FOCUSED = (
    """(({activeElement: one}) => one.closest("#a11y-menu") ? one.id || one.name || one.className : "")(document)"""
)


# First how much is drawn, then how large it should be: the question for a style could repair what is drawn.
_UNSEEN = """(() => {
  const words = [];
  const walker = document.createTreeWalker(document.getElementById("a11y-menu"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (walker.currentNode.data.trim()) words.push(walker.currentNode);
  const areas = words.map((word) => {
    const range = new Range();
    range.selectNode(word);
    return [...range.getClientRects()].reduce((area, {width, height}) => area + width * height, 0);
  });
  return words.filter((word, at) => {
    const size = parseFloat(getComputedStyle(word.parentElement).fontSize);
    return word.parentElement.checkVisibility() && areas[at] < 0.2 * size * size * word.data.trim().length;
  }).map((word) => word.data.trim());
})()"""


def rows(page: Engine) -> dict[str, list[str]]:
    """Give the values that each group of radios offers; auto is the last, so that it is chosen as a change."""
    found: dict[str, list[str]] = page.evaluate(_ROWS)
    assert found, "the page has no menu"
    return {name: [*(value for value in values if value != AUTO), AUTO] for name, values in found.items()}


def is_open(page: Engine) -> bool:
    """Say whether the form is shown."""
    shown: bool = page.evaluate(_SHOWN)
    return shown


def tab_to(page: Engine, selector: str) -> None:
    """Press Tab until this element has the focus."""
    passed = []
    while not page.evaluate("document.activeElement.matches(%s)", selector):
        passed.append(focused(page) or "elsewhere")
        assert len(passed) < MANY, f"Tab does not reach {selector}: {' > '.join(passed)}"
        page.press(Keys.TAB)


def use(page: Engine, how: str, selector: str) -> None:
    """Press a button or a box of the menu, by the `keyboard` or the `pointer`; open the menu where it is closed."""
    if selector != OPENER and not is_open(page):
        use(page, how, OPENER)
        page.until(_SHOWN)
    if how == "keyboard":
        tab_to(page, selector)
        page.press(Keys.SPACE)
    else:
        page.click(selector)


def choose(page: Engine, name: str, value: str) -> None:
    """Press a radio with the pointer; open the menu where it is closed."""
    use(page, "pointer", f"#a11y-{name}-{value}")
    assert page.evaluate("document.getElementById(%s).checked", f"a11y-{name}-{value}"), f"{name}={value} is not chosen"


def attributes(page: Engine) -> str:
    """Give the start tag of the document as the browser holds it."""
    tag: str = page.evaluate("document.documentElement.outerHTML.split('>', 1)[0]")
    return tag


def chosen(page: Engine) -> dict[str, str]:
    """Give the values on `<html>`, auto where none is; the radios must say the same."""
    state: list[list[str]] = page.evaluate(_STATE)
    assert [row for row in state if row[1] != row[2]] == [], "attribute and radio differ: name, attribute, radio"
    return {name: value for name, value, _ in state}


def stores(page: Engine) -> dict[str, str | None]:
    """Give the text of the two stores; empty where there is no key in any of them."""
    kept: dict[str, str | None] = page.evaluate(
        "Object.fromEntries(Object.entries({local: localStorage, session: sessionStorage})"
        ".flatMap(([name, store]) => Object.keys(store).map((key) => [`${name} ${key}`, store.getItem(key)])))"
    )
    return kept


def look(page: Engine) -> str:
    """Give how every element of the content is drawn while the pointer is elsewhere."""
    page.point(1, 1)
    drawn: str = page.evaluate(_LOOK, _DRAWN)
    return drawn


def sizes(page: Engine) -> list[float]:
    """Give the computed size of every element's text, the menu's own too."""
    found: list[float] = page.evaluate(_SIZES)
    return found


def stops(page: Engine) -> list[str]:
    """Give the stops that the Tab key must make in the menu as it is now."""
    found: list[str] = page.evaluate(_STOPS)
    return found


def focused(page: Engine) -> str:
    """Give the stop of the menu that has the focus; empty where the focus is elsewhere."""
    found: str = page.evaluate(_FOCUSED)
    return found


def unseen(page: Engine) -> list[str]:
    """Give the words of the opened menu that are drawn smaller than their style says."""
    found: list[str] = page.evaluate(_UNSEEN)
    return found


def status(page: Engine) -> str:
    """Give what the menu said last."""
    said: str = page.evaluate("document.querySelector('.a11y-menu__status').textContent")
    return said


def colours(page: Engine) -> tuple[str, str]:
    """Give the colours of text and ground of the page, as the engine writes them."""
    ink, paper = page.evaluate(
        "(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.documentElement))"
    )
    return ink, paper
