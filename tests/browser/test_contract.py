"""What the menu promises beside its behaviour: paper, honest words, one table, one place on every page."""

import re
from pathlib import Path

import pytest
from selenium import webdriver

import a11y_content as a11y
from a11y_content.design import preferences as table
from a11y_content.design.preference import Option, Preference
from a11y_content.design.preferences import PREFERENCES, add_preference
from a11y_content.text import catalogues
from tests.browser.every_block import every_block
from tests.browser.menu_site import attributes, choose, device, root, size

CLAIMS = re.compile(r"complian|certif|conform|konform|zertifi|dyslexi|legasthen|disl[eé]xi", re.IGNORECASE)
SHOWN = "return arguments[0].filter((s) => [...document.querySelectorAll(s)].some((e) => e.checkVisibility()))"
HIDDEN_ON_PAPER = [".a11y-menu", ".a11y-skip", "video", "audio"]


@pytest.fixture
def page(browser: webdriver.Chrome, tmp_path: Path) -> webdriver.Chrome:
    device(browser)
    size(browser, 1280, 900)
    browser.get(every_block(tmp_path))
    browser.execute_script("localStorage.clear(); sessionStorage.clear()")
    browser.refresh()
    return browser


@pytest.mark.requirement("R19")
def test_paper_has_no_menu_light_colours_the_chosen_size_and_the_addresses_of_links(page: webdriver.Chrome) -> None:
    body = "return parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
    assert page.execute_script(SHOWN, HIDDEN_ON_PAPER[:1]) == HIDDEN_ON_PAPER[:1]
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    plain = page.execute_script(body)
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    choose(page, "contrast", "high-dark")
    choose(page, "text", "150")
    assert root(page, "--a11y-paper") == "#000000"
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    try:
        assert page.execute_script(SHOWN, HIDDEN_ON_PAPER) == []
        assert page.execute_script("return document.querySelector('main p').checkVisibility()")
        assert root(page, "--a11y-scheme") == "light"
        assert page.execute_script("return getComputedStyle(document.body).color") != "rgb(255, 255, 255)"
        assert page.execute_script(body) == pytest.approx(plain * 1.5, rel=0.01)
        printed = page.execute_script(
            "return [...document.querySelectorAll('main a[href^=http]')]"
            ".map((a) => getComputedStyle(a, '::after').content)"
        )
        assert printed
        assert all("http" in one for one in printed)
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


@pytest.mark.requirement("R27")
@pytest.mark.parametrize("lang", sorted(catalogues()))
def test_no_word_of_page_or_menu_claims_what_only_a_person_can_judge(
    browser: webdriver.Chrome, tmp_path: Path, lang: str
) -> None:
    text = f"---\nkind: page\ntitle: X\nlang: {lang}\nsummary: x\n---\n\nx\n"
    document, _ = a11y.parse(text, format="markdown")
    assert document is not None
    (tmp_path / "page.html").write_text(a11y.render(document), "utf-8")
    browser.get((tmp_path / "page.html").as_uri())
    words = browser.execute_script(
        "document.getElementById('a11y-menu').open = true;"
        "return document.body.innerText + [...document.querySelectorAll('[title],[alt],[aria-label]')]"
        ".map((e) => ' ' + e.title + e.alt + e.ariaLabel).join('')"
    )
    assert len(words) > 300
    assert CLAIMS.findall(words) == []


@pytest.mark.requirement("R28")
def test_a_row_added_at_run_time_works_in_the_menu(
    browser: webdriver.Chrome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "_added", {})
    options = (
        Option(value="standard", label="Standard", sets={"--a11y-pointer": "1"}),
        Option(value="large", label="Large pointer", sets={"--a11y-pointer": "2"}),
    )
    add_preference(Preference(name="pointer", label="Pointer", auto="Auto", criteria=("2.5.8",), options=options))
    browser.get(every_block(tmp_path))
    browser.execute_script("localStorage.clear()")
    assert root(browser, "--a11y-pointer") == "1"
    choose(browser, "pointer", "large")
    assert root(browser, "--a11y-pointer") == "2"
    browser.refresh()
    assert root(browser, "--a11y-pointer") == "2"
    assert 'data-a11y-pointer="large"' in attributes(browser)
    names = browser.execute_script("return [...new FormData(document.querySelector('.a11y-menu__form')).keys()]")
    assert [name for name in names if name not in {"ink", "paper"}] == [*(row.name for row in PREFERENCES), "pointer"]
    browser.execute_script("localStorage.clear()")


@pytest.mark.requirement("R29")
def test_an_address_shows_every_value_and_keeps_none(page: webdriver.Chrome) -> None:
    address = page.current_url
    for row in PREFERENCES:
        for value in row.values:
            page.get(f"{address}?a11y={row.name}:{value}")
            assert f'{row.attribute}="{value}"' in attributes(page)
    assert page.execute_script("return localStorage.length") == 0
