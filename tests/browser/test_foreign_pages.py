"""Our parts in pages that are not ours: what is theirs stays theirs, what is ours stays as in a page of our own.

Bootstrap comes from npm, into pytest's cache; without npm or a network its cases are skipped and say so. The template
with a hard reset needs nothing.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver import ActionChains, Keys

from a11y_content.auditing.axe import find_axe
from a11y_content.design.preferences import PREFERENCES
from tests.browser.foreign_site import BOOTSTRAP, RESET, Foreign, filled, served
from tests.browser.foreign_styles import OURS, SOME, STYLES, THEIRS, differences
from tests.browser.menu_site import attributes, choose, chromium, device, press, root, size

pytestmark = pytest.mark.browser

WIDTH = 1280
CHOICES = {
    "default": {},
    "text": {"text": "200"},
    "contrast": {"contrast": "high-dark"},
    "spacing": {"spacing": "wide"},
}
BOOTSTRAP_PACKAGE = "bootstrap@5.3.8"

TWICE = """
const root = document.documentElement;
root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
"""
AXE = """
const done = arguments[arguments.length - 1];
const rules = Object.fromEntries(["target-size", "label-content-name-mismatch"].map((id) => [id, {enabled: true}]));
axe.run({include: [[".a11y-part"]]}, {rules, resultTypes: ["violations"]}).then((report) =>
  done(report.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html}`))));
"""


@dataclass(frozen=True)
class Site:
    """All pages of these tests, and who looks at them."""

    browser: webdriver.Chrome
    address: str

    def open(self, page: str, choices: dict[str, str] | None = None) -> None:
        """Open a page with these choices, and the menu on it."""
        asked = ",".join(f"{name}:{value}" for name, value in (choices or {}).items())
        self.browser.get(f"{self.address}{page}" + (f"?a11y={asked}" if asked else ""))
        self.browser.execute_script("for (const one of document.querySelectorAll('.a11y-menu')) one.open = true")

    def styles(self, which: str) -> list[dict[str, Any]]:
        """Give the computed styles of elements, in the order of the document."""
        self.browser.execute_script("for (const one of document.getAnimations()) one.finish()")
        found: list[dict[str, Any]] = self.browser.execute_script(STYLES, which)
        return found


@pytest.fixture(scope="module")
def bootstrap(pytestconfig: pytest.Config) -> bytes | None:
    folder = Path(pytestconfig.cache.mkdir("bootstrap"))  # type: ignore[union-attr]
    file = folder / "node_modules" / "bootstrap" / "dist" / "css" / "bootstrap.min.css"
    if not file.is_file():
        command = ["npm", "install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"]
        try:
            subprocess.run([*command, "--no-save", BOOTSTRAP_PACKAGE], check=True, capture_output=True, timeout=60)
        except (OSError, subprocess.SubprocessError):
            return None
    return file.read_bytes()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, bootstrap: bytes | None) -> Iterator[Site]:
    pages, files, policy = filled(bootstrap)
    with served(pages, files, policy) as address, chromium(tmp_path_factory.mktemp("profile")) as browser:
        yield Site(browser, address)


@pytest.fixture(autouse=True)
def fresh(site: Site) -> None:
    """Give each test a device without wishes, and nothing stored."""
    size(site.browser, WIDTH, 900)
    device(site.browser)
    site.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    site.browser.get(f"{site.address}own")
    site.browser.execute_script("localStorage.clear(); sessionStorage.clear()")


@pytest.fixture(params=[RESET, BOOTSTRAP], ids=lambda foreign: foreign.name)
def foreign(request: pytest.FixtureRequest, bootstrap: bytes | None) -> Foreign:
    found: Foreign = request.param
    if found is BOOTSTRAP and bootstrap is None:
        pytest.skip(f"npm could not bring {BOOTSTRAP_PACKAGE}")
    return found


@pytest.mark.requirement("R1", "R22")
@pytest.mark.parametrize(
    ("mode", "width"), [("default", WIDTH), ("default", 320), ("text", 320), ("contrast", WIDTH), ("spacing", 320)]
)
def test_our_parts_look_as_in_a_page_of_our_own(site: Site, foreign: Foreign, mode: str, width: int) -> None:
    size(site.browser, width, 900)
    choices = CHOICES[mode]
    site.open("own", choices)
    own = site.styles(OURS)
    assert len(own) > 300
    site.open(foreign.name, choices)
    assert differences(own, site.styles(OURS)) == []


@pytest.mark.requirement("R2", "R23")
def test_the_skip_link_shows_itself_at_the_first_tab_and_the_opener_is_next(site: Site, foreign: Foreign) -> None:
    seen = []
    for page in ("own", foreign.name):
        site.browser.get(f"{site.address}{page}")
        for which in (".a11y-skip", ".a11y-menu__opener"):
            ActionChains(site.browser).send_keys(Keys.TAB).perform()
            assert site.browser.execute_script("return document.activeElement.matches(arguments[0])", which)
            seen.append(site.styles(which))
    assert differences(seen[0] + seen[1], seen[2] + seen[3]) == []


def test_containers_that_are_asked_have_the_size_of_running_text(site: Site) -> None:
    """`parts_styles` writes their questions in the em of that text."""
    site.open("reset")
    sizes = site.browser.execute_script(
        "return [...document.querySelectorAll('.a11y-part *')].map((one) => getComputedStyle(one))"
        ".filter((style) => style.containerType === 'inline-size').map((style) => style.fontSize)"
    )
    assert len(sizes) > 5
    assert set(sizes) == {"18px"}


@pytest.mark.parametrize(
    ("mode", "scheme"), [("default", "light"), ("default", "dark"), ("text", "light"), ("contrast", "light")]
)
def test_nothing_of_ours_leaks_but_the_chosen_size_of_text_at_the_root(
    site: Site, foreign: Foreign, mode: str, scheme: str
) -> None:
    device(site.browser, prefers_color_scheme=scheme)
    choices = CHOICES[mode]
    site.open(f"{foreign.name}-alone")
    if mode == "text":
        site.browser.execute_script(TWICE)
    theirs = site.styles(THEIRS)
    site.open(foreign.name, choices)
    assert len(theirs) > 40
    assert differences(theirs, site.styles(THEIRS)) == []


def test_the_stylesheet_of_our_own_pages_would_fail_both(site: Site, foreign: Foreign) -> None:
    site.open("own")
    own = site.styles(OURS)
    site.open(f"{foreign.name}-alone")
    theirs = site.styles(THEIRS)
    site.open(f"{foreign.name}-layered")
    assert len(differences(own, site.styles(OURS))) > 100
    assert len(differences(theirs, site.styles(THEIRS))) > 10


@pytest.mark.requirement("R1", "R3", "R18", "R21")
def test_every_preference_works_and_is_kept_and_reset(site: Site, foreign: Foreign) -> None:
    browser = site.browser
    site.open(foreign.name)
    start, usual, last = attributes(browser), site.styles(SOME), site.styles(SOME)
    for row in PREFERENCES:
        choose(browser, row.name, row.values[-1])
        assert f'{row.attribute}="{row.values[-1]}"' in attributes(browser)
        changed = site.styles(SOME)
        assert differences(last, changed), row.name
        last = changed
    chosen = attributes(browser)
    site.open(foreign.name)
    assert attributes(browser) == chosen
    press(browser, ".a11y-menu__reset")
    assert attributes(browser) == start
    assert browser.execute_script("return localStorage.length") == 0
    site.open(foreign.name)
    assert differences(usual, site.styles(SOME)) == []


@pytest.mark.requirement("R3")
def test_the_menu_opens_by_its_button_and_escape_gives_the_focus_back(site: Site, foreign: Foreign) -> None:
    browser = site.browser
    browser.get(f"{site.address}{foreign.name}")
    menu = browser.find_element("id", "a11y-menu")
    press(browser, ".a11y-menu__opener")
    assert menu.get_attribute("open") is not None
    press(browser, "#a11y-motion-reduced")
    ActionChains(browser).send_keys(Keys.ESCAPE).perform()
    assert menu.get_attribute("open") is None
    assert browser.execute_script("return document.activeElement.className") == "a11y-menu__opener"


@pytest.mark.requirement("R1")
def test_without_scripts_a_radio_still_sets_what_it_says(site: Site, foreign: Foreign) -> None:
    browser = site.browser
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(f"{site.address}{foreign.name}")
    usual = root(browser, "--a11y-paper")
    choose(browser, "contrast", "high-dark")
    assert "data-a11y-contrast" not in attributes(browser)
    assert root(browser, "--a11y-paper") == "#000000" != usual


def test_the_menu_needs_no_other_part(site: Site, foreign: Foreign) -> None:
    menu = ".a11y-menu, .a11y-menu *"
    site.open("own")
    own = site.styles(menu)
    site.open(f"{foreign.name}-menu")
    assert differences(own, site.styles(menu)) == []
    choose(site.browser, "text", "200")
    assert root(site.browser, "--a11y-text") == "2"


@pytest.mark.requirement("R5")
@pytest.mark.parametrize("mode", CHOICES)
def test_axe_finds_nothing_in_our_parts(site: Site, foreign: Foreign, mode: str) -> None:
    site.open(foreign.name, CHOICES[mode])
    site.browser.execute_script(find_axe().path.read_text("utf-8"))
    found: list[str] = site.browser.execute_async_script(AXE)
    assert found == []


@pytest.mark.requirement("R16", "R17")
def test_the_policy_of_the_parts_is_enough(site: Site, foreign: Foreign) -> None:
    site.browser.get_log("browser")
    site.open(foreign.name)
    choose(site.browser, "font", "legible")
    choose(site.browser, "contrast", "custom")
    assert site.browser.get_log("browser") == []
    loaded = site.browser.execute_script("return performance.getEntriesByType('resource').map((one) => one.name)")
    assert loaded
    assert all(one.startswith(site.address) for one in loaded)
