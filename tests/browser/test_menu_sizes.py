"""Text size and spacing in Chromium: the reader's own size times the choice; nothing compounds or is lost at 320 px."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver

import a11y_content as a11y
from a11y_content.design.preferences import PREFERENCES, SPACING, TEXT
from tests.browser.menu_site import PAGE, choose, chromium, served, size

SIZES = """
return [...document.querySelectorAll('body, body *')]
  .filter((e) => !e.closest('svg, .a11y-hidden'))
  .map((e) => [e.tagName + '.' + e.className, parseFloat(getComputedStyle(e).fontSize)])
"""
BEYOND = """
const wide = document.documentElement.clientWidth + 0.5;
return [...document.querySelectorAll('body *')]
  .filter((e) => !e.closest('svg, .a11y-hidden') && e.getClientRects().length)
  .filter((e) => e.getBoundingClientRect().right > wide || e.getBoundingClientRect().left < -0.5)
  .map((e) => e.outerHTML.slice(0, 80))
"""
CLIPPED = """
return [...document.querySelectorAll('.a11y-menu *, h1, h2, h3, a')]
  .filter((e) => !e.closest('svg, .a11y-hidden, .a11y-skip'))
  .filter((e) => /hidden|clip/.test(getComputedStyle(e).overflowY) && e.scrollHeight > e.clientHeight + 1)
  .map((e) => e.outerHTML.slice(0, 80))
"""
REFUSED = """
const ink = document.querySelector('[name=ink]');
ink.value = '#8fa8c8';
ink.dispatchEvent(new Event('input', {bubbles: true}));
"""
OVER = """
const menu = document.getElementById("a11y-menu");
const words = "legend, button, p, .a11y-option > span, .a11y-pair__colour, .a11y-forget";
const parts = [...menu.querySelectorAll(words)]
  .filter((e) => e.checkVisibility() && e.textContent.trim());
const boxes = parts.map((e) => e.getBoundingClientRect());
const name = (e) => `${e.className} ${e.textContent.slice(0, 20)}`;
return [
  ...parts.filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => `wide ${name(e)}`),
  ...parts.flatMap((one, i) => parts.slice(i + 1).filter((other, j) => {
    const [a, b] = [boxes[i], boxes[i + 1 + j]];
    return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  }).map((other) => `over ${name(one)} / ${name(other)}`)),
];
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("menu")
    with served(folder) as found:
        for lang in ("de", "ar", "zh-Hans", "vi"):
            document, _ = a11y.parse(PAGE.replace("lang: en", f"lang: {lang}"), format="markdown", name="page.md")
            (folder / "site" / f"{lang}.html").write_text(a11y.render(document), "utf-8")
        yield found


@pytest.mark.requirement("R6")
def test_every_text_of_page_and_menu_grows_by_the_factor_and_nothing_compounds(page: webdriver.Chrome) -> None:
    choose(page, "text", "100")
    base = page.execute_script(SIZES)
    for option in TEXT.options:
        choose(page, "text", option.value)
        factor = int(option.value) / 100
        for (name, before), (_, now) in zip(base, page.execute_script(SIZES), strict=True):
            if name.startswith("P.a11y-menu__status"):
                continue
            assert now == pytest.approx(before * factor, rel=0.01), (name, option.value)


@pytest.mark.requirement("R6")
def test_the_readers_own_size_of_the_browser_is_multiplied(tmp_path: Path, address: str) -> None:
    options = {"webkit.webprefs.default_font_size": 24}
    with chromium(tmp_path / "profile", prefs=options) as driver:
        driver.get(f"{address}?a11y=text:150")
        root = driver.execute_script("return parseFloat(getComputedStyle(document.documentElement).fontSize)")
        assert root == 36


@pytest.mark.requirement("R7")
@pytest.mark.parametrize("value", TEXT.values)
@pytest.mark.parametrize("spacing", ["auto", "wider"])
def test_at_320_px_nothing_scrolls_sideways_with_the_menu_open(
    page: webdriver.Chrome, address: str, value: str, spacing: str
) -> None:
    size(page, 320, 640)
    page.get(f"{address}?a11y=text:{value},spacing:{spacing}")
    page.execute_script("for (const e of document.querySelectorAll('details')) e.open = true")
    assert page.execute_script(BEYOND) == []
    assert page.execute_script(CLIPPED) == []
    assert page.execute_script("return document.documentElement.scrollWidth") == 320


@pytest.mark.requirement("R7", "R24")
@pytest.mark.parametrize("lang", ["de", "ar", "zh-Hans", "vi"])
@pytest.mark.parametrize(("width", "text"), [(320, "100"), (320, "300"), (1280, "200")])
def test_in_other_languages_no_words_of_the_menu_leave_their_place(
    page: webdriver.Chrome, address: str, lang: str, width: int, text: str
) -> None:
    size(page, width, 640)
    page.get(f"{address.replace('neck', lang)}?a11y=text:{text},spacing:wider,contrast:custom")
    page.execute_script("document.getElementById('a11y-menu').open = true")
    page.execute_script(REFUSED)
    assert page.execute_script(BEYOND) == []
    assert page.execute_script(CLIPPED) == []
    assert page.execute_script(OVER) == []
    assert page.execute_script("return document.documentElement.scrollWidth") == width


@pytest.mark.requirement("R8")
@pytest.mark.parametrize("value", SPACING.values)
def test_letters_and_words_move_apart_together(page: webdriver.Chrome, value: str) -> None:
    choose(page, "spacing", value)
    letter, word = page.execute_script(
        "const s = getComputedStyle(document.querySelector('main p'));"
        "return [s.letterSpacing, s.wordSpacing].map((v) => parseFloat(v) || 0)"
    )
    assert (letter > 0) == (word > 0) == (value != "standard")


@pytest.mark.requirement("R8")
def test_wide_spacing_is_that_of_wcag_1_4_12(page: webdriver.Chrome) -> None:
    choose(page, "spacing", "wide")
    for selector in ("main p", "main h2", "main li", ".a11y-menu__reset"):
        found = page.execute_script(
            "const s = getComputedStyle(document.querySelector(arguments[0]));"
            "return [s.lineHeight, s.letterSpacing, s.wordSpacing].map((v) => parseFloat(v) / parseFloat(s.fontSize))",
            selector,
        )
        assert found[0] >= 1.5 - 0.001, selector
        assert found[1:] == pytest.approx([0.12, 0.16], abs=0.001), selector
    gap = page.execute_script(
        "const s = getComputedStyle(document.querySelector('main section p'));"
        "return parseFloat(s.marginBlockEnd) / parseFloat(s.fontSize)"
    )
    assert gap == pytest.approx(2)


@pytest.mark.requirement("R2")
def test_what_is_pressed_in_the_menu_is_44_px_at_least(page: webdriver.Chrome) -> None:
    choose(page, "contrast", "custom")
    pressed = ".a11y-menu :is(summary, .a11y-option, button, [type=color], .a11y-forget)"
    small = page.execute_script(
        "return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility())"
        ".filter((e) => Math.min(e.offsetWidth, e.offsetHeight) < 44).map((e) => e.outerHTML.slice(0, 80))",
        pressed,
    )
    assert small == []


@pytest.mark.requirement("R12")
def test_reduced_motion_stops_every_transition(page: webdriver.Chrome) -> None:
    choose(page, "motion", "reduced")
    lasting = page.execute_script(
        "return [...document.querySelectorAll('*')].flatMap((e) => ['', '::before', '::after']"
        ".map((p) => getComputedStyle(e, p)))"
        ".filter((s) => /[1-9]/.test(s.transitionDuration + s.animationDuration))"
        ".length"
    )
    assert lasting == 0
    assert page.execute_script("return getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_every_option_of_every_preference_changes_something_that_is_seen(page: webdriver.Chrome) -> None:
    seen = set()
    for row in PREFERENCES:
        for value in row.values:
            choose(page, row.name, value)
            seen.add(
                page.execute_script(
                    "const [r, p, a, m] = ['html', 'main p', 'main a', '.a11y-article']"
                    "  .map((s) => getComputedStyle(document.querySelector(s)));"
                    "return [r.backgroundColor, r.color, r.scrollBehavior, p.fontSize, p.lineHeight, p.fontFamily,"
                    "  m.maxInlineSize, a.textDecorationThickness].join()"
                )
            )
        choose(page, row.name, "auto")
    twins = len(PREFERENCES) - 1  # the first value of each row looks as auto does on this device
    assert len(seen) == sum(len(row.values) for row in PREFERENCES) - twins
