"""Every environment shows in a page, is asserted there before anything is judged, and leaves no trace."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import a11y_content as a11y
from a11y_content.auditing import audit
from a11y_content.auditing.axe import find_axe
from a11y_content.auditing.browser import PageError
from a11y_content.auditing.browser.chromium import Chromium
from a11y_content.auditing.check import Settings
from a11y_content.auditing.programs import find_programs
from a11y_content.auditing.server import serve
from a11y_content.auditing.visit import PageVisit
from a11y_content.design.environment import FEATURES
from a11y_content.design.mode import Mode, mode_set, parse_mode
from tests.browser.menu_site import PAGE as MENU

QUERIES = {
    "dark": "(prefers-color-scheme: dark)",
    "more": "(prefers-contrast: more)",
    "less": "(prefers-contrast: less)",
    "custom": "(prefers-contrast: custom)",
    "still": "(prefers-reduced-motion: reduce)",
    "solid": "(prefers-reduced-transparency: reduce)",
    "forced": "(forced-colors: active)",
    "paper": "print",
    "narrow": "(max-width: 320px)",
    "low": "(max-height: 200px)",
    "sharp": "(min-resolution: 1.9dppx)",
    "sharper": "(min-resolution: 3.9dppx)",
    "large": "(min-width: 39em) and (max-width: 41em)",
}
STYLE = "i{display:none}" + "".join(f"@media {query}{{#{name}{{display:block}}}}" for name, query in QUERIES.items())
PAGE = f"""<!doctype html><html lang=en><title>Environments</title><link rel=stylesheet href=s.css>
<meta http-equiv=Content-Security-Policy content="default-src 'none'; style-src 'self'">
<main id=main><h1>Environments</h1><p id=own>Own</p>{"".join(f"<i id={name}>x</i>" for name in QUERIES)}</main>
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    found = Chromium(find_programs(), timeout=20, only_loopback=True)
    yield found
    found.close()


@pytest.fixture(scope="module")
def visit(browser: Chromium, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PageVisit]:
    root = tmp_path_factory.mktemp("site")
    (root / "index.html").write_text(PAGE)
    # A page that sets its own sizes with all its might: the browser's own size is asked for beside it.
    (root / "s.css").write_text(f"{STYLE}*{{font-size:9px!important}}#own{{font-size:medium!important}}")
    with serve(root) as base:
        made = PageVisit(browser, (), find_axe(), Settings(), ())
        made.load(f"{base}/")
        yield made


def seen(browser: Chromium) -> dict[str, Any]:
    found: dict[str, Any] = browser.driver.execute_script(
        "return {shown: [...document.querySelectorAll('i')].filter((i) => i.checkVisibility()).map((i) => i.id),"
        "size: getComputedStyle(document.getElementById('own')).fontSize, html: document.documentElement.outerHTML}"
    )
    return found


NAMED = r"does not report|instead of|stands as on paper|own font size is not"
SHOWN: dict[str, set[str]] = {
    "default": set(),
    "prefers-color-scheme=dark": {"dark"},
    "prefers-color-scheme=light": set(),
    "prefers-contrast=more": {"more"},
    "prefers-contrast=less": {"less"},
    "prefers-contrast=custom": {"custom"},
    "prefers-reduced-motion=reduce": {"still"},
    "prefers-reduced-transparency=reduce": {"solid"},
    "forced-colors=active": {"forced"},
    "viewport=320": {"narrow"},
    "viewport=320x200": {"narrow", "low"},
    "zoom=200": {"sharp", "large"},
    "zoom=400": {"narrow", "low", "sharp", "sharper"},
    "font-size=200": {"large"},
    "media=print": {"paper", "sharp"},  # paper has more dots
    "forced-colors=active,font-size=200,media=print": {"forced", "large", "paper", "sharp"},
}


def test_every_environment_shows_in_a_page_and_leaves_nothing_there(browser: Chromium, visit: PageVisit) -> None:
    visit.enter(Mode())
    before = seen(browser)
    for name, shown in [*SHOWN.items(), ("default", set())]:
        mode = parse_mode(name)
        visit.enter(mode)
        now = seen(browser)
        assert set(now["shown"]) == shown, name
        assert now["size"] == f"{16 * mode.font_size // 100}px", name
        assert now["html"] == before["html"], name


def test_every_environment_of_a_set_is_one_of_these() -> None:
    assert {mode.id for mode in mode_set("each", ())} <= SHOWN.keys()


@pytest.mark.parametrize("name", [name for name in SHOWN if name not in {"default", "prefers-color-scheme=light"}])
def test_an_environment_that_is_not_there_is_named_and_nothing_is_judged(visit: PageVisit, name: str) -> None:
    class Deaf:
        """A browser that takes on no environment."""

        def __getattr__(self, word: str) -> Any:
            return getattr(visit._browser, word)

        def emulate(self, mode: Mode) -> None:
            """Do nothing."""

    visit.enter(Mode())
    deaf = PageVisit(Deaf(), (), find_axe(), Settings(), ())  # type: ignore[arg-type]
    with pytest.raises(PageError, match=NAMED):
        deaf.enter(parse_mode(name))


@pytest.mark.parametrize("name", [name for name in SHOWN if name not in {"default", "prefers-color-scheme=light"}])
def test_an_environment_that_stayed_is_named_in_the_default_mode(
    browser: Chromium, visit: PageVisit, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit.enter(parse_mode(name))
    monkeypatch.setattr(browser, "emulate", lambda _: None)
    with pytest.raises(PageError, match=NAMED):
        visit.enter(Mode())


def test_the_unfolded_menu_shows_what_follows_from_the_choices_of_a_mode(browser: Chromium, tmp_path: Path) -> None:
    document, _ = a11y.parse(MENU, format="markdown", name="neck.md")
    assert document is not None
    (tmp_path / "index.html").write_text(a11y.render(document))
    with serve(tmp_path) as base:
        visit = PageVisit(browser, (), find_axe(), Settings(), ("contrast", "text"))
        visit.load(f"{base}/")
        ask = "return [...document.querySelectorAll('.a11y-pair, .a11y-choice__reset')].map((one) => one.hidden)"
        visit.enter(parse_mode("menu=open"))
        assert set(browser.driver.execute_script(ask)) == {True}
        visit.enter(parse_mode("contrast=custom,menu=open"))
        assert browser.driver.execute_script(ask).count(False) == 2
        assert browser.driver.execute_script("return localStorage.length") == 0
        visit.enter(parse_mode("menu=open"))
        assert set(browser.driver.execute_script(ask)) == {True}


def test_the_page_knows_the_same_features_as_the_table_of_modes() -> None:
    script = files("a11y_content.auditing").joinpath("environment.js").read_text("utf-8")
    listed = dict(re.findall(r'"([\w-]+)": \[([^\]]+)\],', script))
    assert listed.keys() == FEATURES.keys()
    for feature, values in FEATURES.items():
        assert {*re.findall(r'"([\w-]+)"', listed[feature])} - {"no-preference", "none"} >= set(values)


def test_a_mode_that_the_page_or_the_browser_does_not_follow_is_a_failure_and_no_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><html lang=en><title>x</title><main><h1>x</h1></main>")
    emulate = Chromium.emulate
    monkeypatch.setattr(Chromium, "emulate", lambda self, mode: None if mode.zoom > 100 else emulate(self, mode))
    report = audit(tmp_path, modes="default;zoom=400", checks=["reflow"], workers=1)
    assert [(one.mode, "instead of 320 by 200" in one.reason) for one in report.failed] == [("zoom=400", True)]
    assert report.exit_status == 3
