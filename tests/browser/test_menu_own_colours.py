"""The reader's own two colours in Chromium: measured while picked, refused where text cannot be read, else kept."""

import math
import re
from collections.abc import Iterator
from random import Random

import pytest
from selenium import webdriver
from selenium.webdriver import Keys
from selenium.webdriver.support.wait import WebDriverWait

from a11y_content.design.contrast import luminance, ratio
from a11y_content.design.themes import OWN_INK, OWN_PAPER
from tests.browser.menu_site import (
    attributes,
    choose,
    count_statuses,
    new_tab,
    on_new_document,
    press,
    root,
    said,
    store,
    stored,
)

LEAST = 4.5
SPREAD = Random(148)  # noqa: S311  the same colours in every run
PAIRS = [
    ("#777777", "#ffffff"),
    ("#000000", "#000001"),
    ("#ffffff", "#ffffff"),
    ("#767676", "#757575"),
    ("#ff0000", "#0000ff"),
    ("#8fa8c8", "#10243f"),
    *(tuple(f"#{SPREAD.randrange(1 << 24):06x}" for _ in range(2)) for _ in range(40)),
]


def _pick(page: webdriver.Chrome, *, commit: bool = True, **colours: str) -> None:
    """Do what the browser does while somebody picks a colour (`input`), and once the picker closes (`change`)."""
    for name, colour in colours.items():
        page.execute_script(
            "const field = document.querySelector(`[name=${arguments[0]}]`); field.value = arguments[1];"
            "for (const type of arguments[2]) field.dispatchEvent(new Event(type, {bubbles: true}))",
            name,
            colour,
            ["input", "change"] if commit else ["input"],
        )


def _own(page: webdriver.Chrome) -> tuple[str, str, str]:
    return root(page, "--a11y-own-ink"), root(page, "--a11y-own-paper"), root(page, "--a11y-own-scheme")


def _gauge(page: webdriver.Chrome) -> str:
    found: str = page.execute_script("return document.querySelector('.a11y-pair__ratio').textContent")
    return found


def _steps(colour: str, end: int) -> Iterator[str]:
    """Give the way of a colour to black (0) or white (255), in 255 steps, each rounded to 8 bits."""
    start = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    for step in range(1, 256):
        yield "#" + "".join(f"{math.floor(one + (end - one) * step / 255 + 0.5):02x}" for one in start)


def _far(one: str, other: str) -> float:
    return math.dist(*([int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in (one, other)))


@pytest.mark.requirement("R11")
def test_the_two_colours_are_offered_where_they_are_chosen_and_nowhere_else(page: webdriver.Chrome) -> None:
    choose(page, "contrast", "dark")
    pair = page.find_element("class name", "a11y-pair")
    assert not pair.is_displayed()
    choose(page, "contrast", "custom")
    assert pair.is_displayed()
    assert stored(page) == "1;contrast:custom"
    assert (root(page, "--a11y-ink"), root(page, "--a11y-paper")) == (OWN_INK, OWN_PAPER)
    assert [one.accessible_name for one in pair.find_elements("tag name", "input")] == [
        "Text colour",
        "Text colour #",
        "Background colour",
        "Background colour #",
    ]
    assert _gauge(page) == f"Contrast {int(ratio(OWN_INK, OWN_PAPER) * 10) / 10}:1"


@pytest.mark.requirement("R11")
def test_a_colour_may_be_written_and_what_is_none_is_put_right(page: webdriver.Chrome) -> None:
    choose(page, "contrast", "custom")
    code = page.find_elements("class name", "a11y-pair__code")[0]
    for written, worn in (("#ABCDEF", OWN_INK), ("#000080", "#000080"), ("navy", "#000080"), ("", "#000080")):
        page.execute_script("arguments[0].select()", code)
        code.send_keys(written or Keys.DELETE, Keys.TAB)
        assert root(page, "--a11y-ink") == worn, "a pair that is too near is told, and not worn"
    assert code.get_attribute("value") == "#000080"
    assert page.find_element("name", "ink").get_attribute("value") == "#000080"


@pytest.mark.requirement("R11", "R20")
def test_the_ratio_is_shown_while_a_colour_is_picked_and_the_page_changes_once_it_is(page: webdriver.Chrome) -> None:
    choose(page, "contrast", "custom")
    count_statuses(page)
    _pick(page, commit=False, ink="#000000")
    assert _gauge(page) == "Contrast 18.7:1"
    assert root(page, "--a11y-ink") == OWN_INK
    assert stored(page) == "1;contrast:custom"
    assert page.execute_script("return window.statuses") == 0
    _pick(page, ink="#000000")
    assert root(page, "--a11y-ink") == root(page, "--a11y-link") == "#000000"
    assert stored(page) == "1;contrast:custom,ink:000000,paper:eaf3ff"
    assert said(page) == "Text colour: Contrast 18.7:1"
    assert page.execute_script("return window.statuses") == 1
    assert " style=" not in attributes(page)
    _pick(page, ink=OWN_INK)
    assert stored(page) == "1;contrast:custom"


@pytest.mark.requirement("R11")
def test_a_pair_that_cannot_be_read_is_refused_and_the_nearest_that_can_is_offered(page: webdriver.Chrome) -> None:
    choose(page, "contrast", "custom")
    _pick(page, ink="#000000", paper="#ffffff")
    before = (_own(page), stored(page))
    _pick(page, ink="#777777")
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    sentence = "Contrast 4.4:1 is too low: text needs at least 4.5:1. The page keeps the colours that it had."
    assert _gauge(page) == sentence
    assert said(page) == f"Text colour: {sentence}"
    assert (_own(page), stored(page)) == before
    mend = page.find_element("class name", "a11y-pair__mend")
    assert mend.text == "Use #767676 instead"
    swatch = page.execute_script("return getComputedStyle(arguments[0], '::before').backgroundColor", mend)
    assert swatch == "rgb(118, 118, 118)"
    press(page, ".a11y-pair__mend")
    assert _own(page) == ("#767676", "#ffffff", "light")
    assert stored(page) == "1;contrast:custom,ink:767676,paper:ffffff"
    assert not mend.is_displayed()
    assert page.switch_to.active_element.get_attribute("name") == "ink"
    assert said(page) == "Text colour: Contrast 4.5:1"


@pytest.mark.requirement("R11")
def test_what_is_offered_passes_and_is_the_shortest_way_to_pass(page: webdriver.Chrome) -> None:
    choose(page, "contrast", "custom")
    refused = 0
    for ink, paper in PAIRS:
        _pick(page, commit=False, ink=ink, paper=paper)
        offered = page.execute_script(
            "const mend = document.querySelector('.a11y-pair__mend'); return mend.hidden ? '' : mend.value"
        )
        assert bool(offered) == (ratio(ink, paper) < LEAST), (ink, paper)
        shown = re.search(r"\d+\.\d", _gauge(page))
        assert shown is not None
        assert 0 <= ratio(ink, paper) - float(shown[0]) < 0.1
        if offered:
            refused += 1
            assert ratio(offered, paper) >= LEAST
            first = [next((one for one in _steps(ink, end) if ratio(one, paper) >= LEAST), "") for end in (0, 255)]
            assert offered in first
            assert _far(ink, offered) == min(_far(ink, one) for one in first if one)
    assert refused > len(PAIRS) / 4


@pytest.mark.requirement("R11", "R15")
@pytest.mark.parametrize(("ink", "paper", "scheme"), [("ffffff", "401030", "dark"), ("000000", "ffe0f0", "light")])
def test_own_colours_are_there_before_first_paint(page: webdriver.Chrome, ink: str, paper: str, scheme: str) -> None:
    store(page, f"1;contrast:custom,ink:{ink},paper:{paper}")
    watch = """
        new MutationObserver((list, self) => { if (document.body) { self.disconnect();
          window.sheets = document.adoptedStyleSheets.map((one) => one.cssRules[0].cssText); } })
          .observe(document, {childList: true, subtree: true});
    """
    with on_new_document(page, watch):
        page.refresh()
    assert [one for one in page.execute_script("return window.sheets") if f"#{ink}" in one and f"#{paper}" in one]
    assert _own(page) == (f"#{ink}", f"#{paper}", scheme)
    assert " style=" not in attributes(page)
    assert page.execute_script("return getComputedStyle(document.documentElement).colorScheme") == scheme
    assert page.execute_script("return document.querySelector('[name=ink]').value") == f"#{ink}"


def test_the_scheme_is_that_of_the_background_whatever_its_hue(page: webdriver.Chrome) -> None:
    choose(page, "contrast", "custom")
    for ink, paper in PAIRS:
        if ratio(ink, paper) >= LEAST:
            store(page, f"1;contrast:custom,ink:{ink[1:]},paper:{paper[1:]}")
            page.refresh()
            wanted = "dark" if luminance(paper) < luminance(ink) else "light"
            assert _own(page) == (ink, paper, wanted)


@pytest.mark.requirement("R11", "R18")
@pytest.mark.parametrize(
    "text",
    ["ink:777777,paper:ffffff", "ink:fff,paper:000", "ink:ffffff", "ink:red,paper:url(x)", "paper:10243f"],
    ids=["too near", "short", "alone", "words", "own ink"],
)
@pytest.mark.parametrize("chosen", ["contrast:custom,", ""], ids=["chosen", "not chosen"])
def test_a_bad_pair_in_the_store_is_dropped(page: webdriver.Chrome, text: str, chosen: str) -> None:
    store(page, f"1;{chosen}{text}")
    page.refresh()
    assert _own(page) == (OWN_INK, OWN_PAPER, "light")
    assert page.execute_script("return document.querySelector('[name=paper]').value") == OWN_PAPER
    assert page.get_log("browser") == []


@pytest.mark.requirement("R11", "R30")
def test_own_colours_hold_on_other_pages_and_in_other_tabs_and_end_with_a_reset(
    page: webdriver.Chrome, address: str
) -> None:
    choose(page, "contrast", "custom")
    before = attributes(page)
    with new_tab(page, address.replace("neck", "other")):
        _pick(page, ink="#ffffff", commit=False)
        _pick(page, paper="#201030")
    WebDriverWait(page, 10).until(lambda driver: root(driver, "--a11y-paper") == "#201030")
    assert _own(page) == ("#ffffff", "#201030", "dark")
    assert attributes(page) == before
    press(page, ".a11y-choice--contrast .a11y-choice__reset")
    assert stored(page) == "1;ink:ffffff,paper:201030"
    choose(page, "contrast", "custom")
    assert root(page, "--a11y-ink") == "#ffffff"
    press(page, ".a11y-menu__reset")
    assert stored(page) is None
    assert _own(page) == (OWN_INK, OWN_PAPER, "light")


def test_a_preview_by_address_shows_own_colours(page: webdriver.Chrome, address: str) -> None:
    page.get(f"{address}?a11y=contrast:custom,ink:ffff00,paper:000080")
    assert _own(page) == ("#ffff00", "#000080", "dark")
    assert page.execute_script("return document.querySelector('[name=ink]').value") == "#ffff00"
    assert stored(page) is None
