"""Presets, single resets, own colours, and a menu that does not remember: in three engines."""

from __future__ import annotations

import pytest
from selenium.webdriver import Keys

from a11y_content.design.contrast import ratio
from tests.engines import menu_form as form
from tests.engines.engine import Engine

BOX = "input[name=forget]"
MEND = ".a11y-pair__mend"
both = pytest.mark.parametrize("how", ["pointer", "keyboard"])

# A colour picker is a window of the engine's own; what it does to the page is this.
_PICK = """(([name, colour]) => {
  const input = document.querySelector(`input[name=${name}]`);
  input.value = colour;
  for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, {bubbles: true}));
  return null;
})(%s)"""
_WORN = """(({color, backgroundColor}) => [color, backgroundColor].map((one) =>
  "#" + one.match(/\\d+/g).map((channel) => Number(channel).toString(16).padStart(2, "0")).join(""))
)(getComputedStyle(document.documentElement))"""


@pytest.fixture
def elsewhere(site: str) -> str:
    """Give the address of the other page."""
    return f"{site}/other.html"


@both
def test_each_preset_sets_its_values_is_kept_and_takes_them_back(page: Engine, elsewhere: str, how: str) -> None:
    before = form.attributes(page)
    auto = dict.fromkeys(form.rows(page), form.AUTO)
    presets = page.evaluate("[...document.querySelectorAll('[data-a11y-sets]')].map((one) => one.dataset.a11ySets)")
    assert presets
    for sets in presets:
        button = f'[data-a11y-sets="{sets}"]'
        pressed = "document.querySelector(%s).getAttribute('aria-pressed')"
        wanted = {**auto, **dict(one.split(":") for one in sets.split(","))}
        form.use(page, how, button)
        for again in (lambda: page.open(elsewhere), page.reload):
            assert form.chosen(page) == wanted
            assert page.evaluate(pressed, button) == "true"
            again()
        assert form.chosen(page) == wanted
        form.use(page, how, button)
        assert page.evaluate(pressed, button) == "false"
        assert form.attributes(page) == before
        assert form.stores(page) == {}


@both
@pytest.mark.requirement("R21")
def test_each_row_has_a_reset_where_it_is_not_on_auto(page: Engine, how: str) -> None:
    before = form.attributes(page)
    for name, values in form.rows(page).items():
        button = f".a11y-choice--{name} .a11y-choice__reset"
        shown = "document.querySelector(%s).checkVisibility()"
        assert not page.evaluate(shown, button)
        form.choose(page, name, values[-2])
        assert page.evaluate(shown, button)
        if how == "keyboard":
            page.press(Keys.SHIFT + Keys.TAB)
            assert page.evaluate("document.activeElement.matches(%s)", button)
            page.press(Keys.SPACE)
        else:
            page.click(button)
        assert not page.evaluate(shown, button)
        assert form.focused(page) == f"a11y-{name}-auto"
        assert form.attributes(page) == before
    assert form.stores(page) == {}


@pytest.mark.requirement("R11")
def test_own_colours_are_worn_kept_refused_where_too_near_and_mended(page: Engine, elsewhere: str) -> None:
    before, drawn = form.attributes(page), form.look(page)
    radio = page.evaluate("document.querySelector('.a11y-pair').dataset.a11yWith")
    form.use(page, "pointer", f"#{radio}")
    page.evaluate(_PICK, ["ink", "#402010"])
    page.evaluate(_PICK, ["paper", "#ffe8f0"])
    start = form.attributes(page)
    for again in (lambda: page.open(elsewhere), page.reload):
        assert page.evaluate(_WORN) == ["#402010", "#ffe8f0"]
        again()
    assert page.evaluate(_WORN) == ["#402010", "#ffe8f0"]
    assert form.attributes(page) == start
    page.evaluate(_PICK, ["ink", "#ffd0e0"])
    assert page.evaluate(_WORN) == ["#402010", "#ffe8f0"], "a pair under 4.5 to 1 is worn"
    form.use(page, "pointer", MEND)
    ink, paper = page.evaluate(_WORN)
    assert paper == "#ffe8f0"
    assert ratio(ink, paper) >= 4.5
    assert not page.evaluate("document.querySelector(%s).checkVisibility()", MEND)
    page.reload()
    assert page.evaluate(_WORN) == [ink, paper]
    form.use(page, "pointer", form.RESET)
    assert form.attributes(page) == before
    assert form.look(page) == drawn
    assert form.stores(page) == {}


@pytest.mark.requirement("R11")
def test_own_colours_are_written_by_the_keyboard(page: Engine) -> None:
    radio = page.evaluate("document.querySelector('.a11y-pair').dataset.a11yWith")
    form.use(page, "pointer", f"#{radio}")
    for colour in ("#402010", "#ffe8f0"):
        # WebKit's Tab passes by the picker before each field: https://bugs.webkit.org/266285
        for _ in range(4):
            page.press(Keys.TAB)
            if page.evaluate("document.activeElement.matches('.a11y-pair__code')"):
                break
        page.evaluate("document.activeElement.select()")
        page.press(*colour)
    page.press(Keys.ENTER)
    assert page.evaluate(_WORN) == ["#402010", "#ffe8f0"]
    page.evaluate("document.activeElement.select()")
    page.press(*"pink", Keys.ENTER)
    assert page.evaluate(_WORN) == ["#402010", "#ffe8f0"], "what is no code is taken for a colour"
    assert page.evaluate("document.activeElement.value") == "#ffe8f0"


@both
@pytest.mark.requirement("R18")
def test_a_menu_that_must_not_remember_keeps_to_this_tab(page: Engine, elsewhere: str, how: str) -> None:
    wanted = {**dict.fromkeys(form.rows(page), form.AUTO), "text": "150"}
    form.use(page, how, BOX)
    form.choose(page, "text", "150")
    for again in (lambda: page.open(elsewhere), page.reload):
        assert list(form.stores(page)) == ["session a11y-content"]
        again()
        assert form.chosen(page) == wanted
        assert page.evaluate("document.querySelector(%s).checked", BOX)
    form.use(page, how, BOX)
    assert list(form.stores(page)) == ["local a11y-content"]
    form.use(page, how, BOX)
    form.use(page, how, form.RESET)
    assert form.stores(page) == {}
    assert set(form.chosen(page).values()) == {form.AUTO}
