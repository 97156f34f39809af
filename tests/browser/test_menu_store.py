"""What the menu remembers in Chromium: one versioned key, nothing before a choice, and a bad store changes nothing."""

from collections.abc import Iterator

import pytest
from selenium import webdriver
from selenium.webdriver.support.wait import WebDriverWait

import a11y_content as a11y
from a11y_content.model.site import Site
from tests.browser.menu_site import (
    PAGE,
    attributes,
    checked,
    choose,
    count_statuses,
    new_tab,
    on_new_document,
    press,
    root,
    said,
    served,
    store,
    stored,
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two pages of a site, and one whose menu offers two rows only."""
    folder = tmp_path_factory.mktemp("menu")
    with served(folder) as found:
        document, _ = a11y.parse(PAGE, format="markdown", name="less.md")
        less = a11y.render(document, Site(title="Less", preferences=("text", "motion")))
        (folder / "site" / "less.html").write_text(less, "utf-8")
        yield found


def _lengths(page: webdriver.Chrome) -> list[int]:
    found: list[int] = page.execute_script(
        "return [localStorage.length, sessionStorage.length, document.cookie.length]"
    )
    return found


@pytest.mark.requirement("R18")
def test_nothing_is_stored_before_a_choice_and_a_choice_is_one_versioned_key(page: webdriver.Chrome) -> None:
    press(page, ".a11y-menu__opener")
    assert _lengths(page) == [0, 0, 0]
    choose(page, "text", "200")
    assert stored(page) == "1;text:200"
    choose(page, "motion", "reduced")
    choose(page, "contrast", "sepia")
    assert stored(page) == "1;text:200,contrast:sepia,motion:reduced"
    assert _lengths(page) == [1, 0, 0]
    for name in ("text", "contrast", "motion"):
        choose(page, name, "auto")
    assert _lengths(page) == [0, 0, 0]


@pytest.mark.requirement("R18")
@pytest.mark.parametrize(
    "text",
    [
        "words",
        "1",
        "2;text:200",
        "1;text:9000,contrast:evil,motion:,:,,spacing",
        "1;__proto__:x,constructor:x,toString:x",
        '1;text:200"><script>',
        "1;text:200,\n",
        "1;%,text:200",
        '{"v":1,"set":{"text":"200"}}',
        f"1;text:200,x:{'y' * 490}",
        f"1;text:200,x:{'y' * 100_000}",
    ],
    ids=["words", "bare", "version", "unknown", "prototype", "markup", "line", "percent", "JSON", "501", "oversized"],
)
def test_a_tampered_store_is_ignored_in_silence(page: webdriver.Chrome, text: str) -> None:
    before = attributes(page)
    store(page, text)
    page.refresh()
    assert attributes(page) == before
    assert set(checked(page).values()) == {"auto"}
    choose(page, "text", "125")
    # The name of another page's row may stay behind.
    assert str(stored(page)).split(",")[0] == "1;text:125"
    page.refresh()
    assert 'data-a11y-text="125"' in attributes(page)
    press(page, ".a11y-menu__opener")
    press(page, ".a11y-menu__reset")
    assert _lengths(page) == [0, 0, 0]
    assert page.get_log("browser") == []


@pytest.mark.requirement("R18")
@pytest.mark.parametrize("names", [["localStorage"], ["sessionStorage"], ["localStorage", "sessionStorage"]])
def test_a_blocked_store_leaves_a_menu_that_works(page: webdriver.Chrome, names: list[str]) -> None:
    deny = "Object.defineProperty(window, '%s', {get() { throw new DOMException('no', 'SecurityError'); }});"
    with on_new_document(page, "".join(deny % name for name in names)):
        page.refresh()
        choose(page, "text", "200")
        assert root(page, "--a11y-text") == "2"
        press(page, "[name=forget]")
        press(page, ".a11y-preset")
        assert root(page, "--a11y-text") == "1.25"
        press(page, ".a11y-menu__reset")
        assert root(page, "--a11y-text") == "1"
        assert page.get_log("browser") == []


@pytest.mark.requirement("R18")
def test_a_full_store_leaves_a_menu_that_works(page: webdriver.Chrome) -> None:
    full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }"
    with on_new_document(page, full):
        page.refresh()
        choose(page, "text", "200")
        choose(page, "spacing", "wide")
        assert (root(page, "--a11y-text"), root(page, "--a11y-line")) == ("2", "1.75")
        assert said(page) == "Spacing: Wide"
        assert page.get_log("browser") == []


@pytest.mark.requirement("R18", "R29")
@pytest.mark.parametrize("encoded", [False, True])
def test_a_preview_by_address_is_shown_and_not_stored(page: webdriver.Chrome, address: str, *, encoded: bool) -> None:
    store(page, "1;spacing:wide")
    query = "text:200,contrast:high-dark,evil:1,motion:wild,__proto__:x"
    if encoded:
        query = query.replace(":", "%3A").replace(",", "%2C")
    page.get(f"{address}?x=1&a11y={query}#main")
    assert 'data-a11y-text="200" data-a11y-contrast="high-dark"' in attributes(page)
    assert not any(name in attributes(page) for name in ("spacing", "evil", "motion", "proto"))
    assert checked(page)["contrast"] == "high-dark"
    assert stored(page) == "1;spacing:wide"
    choose(page, "width", "narrow")
    assert stored(page) == "1;spacing:wide,width:narrow"
    page.get(f"{address}?a11y=%E0%A4%A")
    assert "data-a11y" not in attributes(page)
    assert page.get_log("browser") == []


@pytest.mark.requirement("R18")
def test_who_does_not_want_to_be_remembered_is_remembered_in_this_tab_only(
    page: webdriver.Chrome, address: str
) -> None:
    choose(page, "text", "150")
    count_statuses(page)
    press(page, "[name=forget]")
    assert said(page) == "Do not remember on this device: On"
    assert (stored(page), stored(page, "sessionStorage")) == (None, "1;text:150")
    choose(page, "spacing", "wide")
    assert (stored(page), stored(page, "sessionStorage")) == (None, "1;text:150,spacing:wide")
    assert page.execute_script("return window.statuses") == 2
    page.get(address.replace("neck", "other"))
    assert 'data-a11y-text="150" data-a11y-spacing="wide"' in attributes(page)
    assert page.execute_script("return document.querySelector('[name=forget]').checked")
    with new_tab(page, address):
        assert "data-a11y" not in attributes(page)
        assert not page.execute_script("return document.querySelector('[name=forget]').checked")
        choose(page, "text", "300")
    # This tab has a store of its own: it does not follow.
    page.refresh()
    assert 'data-a11y-text="150"' in attributes(page)
    press(page, ".a11y-menu__opener")
    press(page, "[name=forget]")
    assert said(page) == "Do not remember on this device: Off"
    assert (stored(page), stored(page, "sessionStorage")) == ("1;text:150,spacing:wide", None)


@pytest.mark.requirement("R18", "R21")
def test_the_box_alone_is_kept_in_the_tab_and_a_reset_takes_it_back(page: webdriver.Chrome) -> None:
    press(page, ".a11y-menu__opener")
    press(page, "[name=forget]")
    assert (stored(page), stored(page, "sessionStorage")) == (None, "1;")
    page.refresh()
    choose(page, "text", "200")
    assert (stored(page), stored(page, "sessionStorage")) == (None, "1;text:200")
    press(page, ".a11y-menu__reset")
    assert _lengths(page) == [0, 0, 0]
    assert not page.execute_script("return document.querySelector('[name=forget]').checked")


@pytest.mark.requirement("R30")
def test_a_row_that_a_page_leaves_out_has_no_say_there_and_keeps_its_value_elsewhere(
    page: webdriver.Chrome, address: str
) -> None:
    choose(page, "contrast", "dark")
    choose(page, "spacing", "wide")
    page.get(address.replace("neck", "less"))
    assert "data-a11y" not in attributes(page)
    choose(page, "text", "150")
    assert stored(page) == "1;text:150,contrast:dark,spacing:wide"
    choose(page, "text", "auto")
    assert stored(page) == "1;contrast:dark,spacing:wide"
    page.get(address)
    assert 'data-a11y-contrast="dark" data-a11y-spacing="wide"' in attributes(page)
    page.get(address.replace("neck", "less"))
    press(page, ".a11y-menu__opener")
    press(page, ".a11y-menu__reset")
    assert _lengths(page) == [0, 0, 0]


@pytest.mark.requirement("R30")
def test_names_that_no_page_knows_never_crowd_out_a_choice(page: webdriver.Chrome) -> None:
    store(page, f"1;old:{'y' * 480}")
    page.refresh()
    choose(page, "text", "200")
    choose(page, "spacing", "wide")
    assert stored(page) == "1;text:200,spacing:wide"


@pytest.mark.requirement("R18")
def test_a_store_that_is_cleared_elsewhere_is_followed(page: webdriver.Chrome, address: str) -> None:
    before = attributes(page)
    choose(page, "text", "200")
    with new_tab(page, address):
        page.execute_script("localStorage.clear()")
    WebDriverWait(page, 10).until(lambda driver: attributes(driver) == before)
    assert set(checked(page).values()) == {"auto"}
