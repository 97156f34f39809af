"""Every preference by the keyboard, in three engines: opened, walked through, changed, kept, reset, left."""

from __future__ import annotations

import pytest
from selenium.webdriver import Keys

from tests.engines import menu_form as form
from tests.engines.engine import Engine


def _open(page: Engine, key: str = Keys.ENTER) -> None:
    page.press(Keys.TAB)
    assert page.evaluate("document.activeElement.className") == "a11y-skip"
    page.press(Keys.TAB)
    assert page.evaluate("document.activeElement.matches('.a11y-menu__opener')")
    page.press(key)
    assert form.is_open(page)


def _arrow(page: Engine, key: str, name: str) -> str:
    """Press an arrow in a group; the value that has the focus then must be the chosen one."""
    page.press(key)
    value = form.chosen(page)[name]
    assert form.focused(page) == f"a11y-{name}-{value}"
    return value


@pytest.mark.requirement("R2", "R3")
@pytest.mark.parametrize("key", [Keys.ENTER, Keys.SPACE], ids=["enter", "space"])
def test_the_key_opens_and_closes_and_escape_closes_from_within(page: Engine, key: str) -> None:
    _open(page, key)
    page.press(key)
    assert not form.is_open(page)
    page.press(key, Keys.TAB, Keys.TAB, Keys.ESCAPE)
    assert not form.is_open(page)
    assert page.evaluate("document.activeElement.matches('.a11y-menu__opener')")


@pytest.mark.requirement("R3")
def test_a_closed_menu_has_one_stop(page: Engine) -> None:
    assert form.stops(page) == ["a11y-menu__opener"]
    page.press(Keys.TAB, Keys.TAB, Keys.TAB)
    assert form.focused(page) == ""
    assert page.evaluate("document.activeElement !== document.body")
    page.press(Keys.SHIFT + Keys.TAB)
    assert form.focused(page) == "a11y-menu__opener"


@pytest.mark.requirement("R3", "R4")
@pytest.mark.parametrize("width", [1280, 480])
def test_tab_goes_through_the_open_menu_in_its_order_and_leaves_it_at_both_ends(page: Engine, width: int) -> None:
    page.resize(width, 700)
    _open(page)
    wanted = form.stops(page)
    assert len(wanted) > len(form.rows(page))
    passed = []
    while (stop := form.focused(page)) and len(passed) < form.MANY:
        passed.append(stop)
        page.press(Keys.TAB)
    # Firefox makes every part of a page that scrolls a stop, so that the arrows can scroll it.
    assert [stop for stop in passed if stop != "a11y-menu__form"] == wanted
    assert page.evaluate("document.activeElement !== document.body")
    page.press(Keys.SHIFT + Keys.TAB)
    assert form.focused(page) == wanted[-1]
    for _ in passed:
        page.press(Keys.SHIFT + Keys.TAB)
    assert page.evaluate("document.activeElement.className") == "a11y-skip"


@pytest.mark.requirement("R4", "R21", "R30")
def test_the_arrows_go_through_every_value_which_is_kept_and_reset(page: Engine, site: str) -> None:
    before = form.attributes(page)
    _open(page)
    last, wrong = {}, []
    for name, values in form.rows(page).items():
        form.tab_to(page, f"#a11y-{name}-auto")
        passed = [_arrow(page, Keys.ARROW_DOWN, name) for _ in values[:-1]]
        passed += [_arrow(page, Keys.ARROW_UP, name) for _ in values[:-1]]  # back: WebKit goes from no end to the other
        if passed != values[:-1] + [form.AUTO, *values[:-2]][::-1]:
            wrong.append(f"{name}: the arrows chose {', '.join(passed)}; it has {', '.join(values)}")
        _arrow(page, Keys.ARROW_DOWN, name)
        last[name] = values[0]
    assert wrong == []
    for again in (page.reload, lambda: page.open(f"{site}/other.html")):
        assert form.chosen(page) == last
        again()
    assert form.chosen(page) == last
    _open(page)
    form.tab_to(page, form.RESET)
    page.press(Keys.ENTER)
    assert form.attributes(page) == before
    assert form.stores(page) == {}
    assert set(form.chosen(page).values()) == {form.AUTO}
