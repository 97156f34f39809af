"""Somebody else's driver: its page is audited in the state in which it stands, and is as it was after."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver

from a11y_content.auditing import Session
from a11y_content.auditing.server import serve
from tests.browser.menu_site import chromium

PAGE = """<!DOCTYPE html><html lang="en" data-a11y-contrast="sepia"><head><meta charset="utf-8"><title>A form</title>
<style>
main { block-size: 3000px; }
button { transition: color 1s; }
@keyframes turn { to { rotate: 360deg; } }
#wheel { animation: turn 9s infinite; }
@media (prefers-color-scheme: dark) { #late { color: #eee; background: #ddd; } }
@media (forced-colors: active) { #forced { display: none; } }
</style></head><body><main><h1>A form</h1><label>Name <input id="name"></label>
<p id="late">Words that nobody can read in the dark.</p><p id="forced">Words.</p><div id="wheel">o</div>
<div id="panel" hidden><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></div>
<iframe title="A frame" srcdoc='<!DOCTYPE html><html lang="en"><title>F</title><main><h2>F</h2><input></main>'></iframe>
</main><script>const opened = () => { document.getElementById("panel").hidden = false; };</script></body></html>
"""
STATE = """
return JSON.stringify({
  focus: document.activeElement.id,
  place: [scrollX, scrollY],
  html: document.documentElement.outerHTML,
  viewport: [innerWidth, innerHeight, devicePixelRatio],
  sheets: document.adoptedStyleSheets.length,
  duration: getComputedStyle(document.querySelector("input")).transitionDuration,
  wheel: document.getAnimations().map((one) => one.playState),
  dark: matchMedia("(prefers-color-scheme: dark)").matches,
  globals: Object.keys(globalThis).filter((name) => /axe|a11y/i.test(name)),
});
"""


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    with chromium(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("guest")
    (folder / "form.html").write_text(PAGE, "utf-8")
    with serve(folder) as base:
        yield f"{base}/form.html"


@pytest.fixture
def page(driver: webdriver.Chrome, address: str) -> webdriver.Chrome:
    driver.get(address)
    driver.execute_script("opened(); document.getElementById('name').focus(); scrollTo(0, 400)")
    return driver


def state(driver: webdriver.Chrome) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(driver.execute_script(STATE))
    return found


def codes(report: Any) -> dict[str, tuple[str, ...]]:
    return {f"{one.code} {one.selector}": one.modes for one in report.problems if one.level == "error"}


def test_the_state_is_audited_and_put_back(page: webdriver.Chrome) -> None:
    before = state(page)
    assert (before["focus"], before["place"]) == ("name", [0, 400])
    with Session(
        modes="default;prefers-color-scheme=dark;forced-colors=active;viewport=320", checks=["axe"]
    ) as session:
        report = session.audit(page)
        again = session.audit(page, modes="default")
    assert report.failed == ()
    found = codes(report)
    assert found["axe/image-alt #panel > img"] == tuple(report.ran.modes)
    assert found["axe/color-contrast #late"] == ("prefers-color-scheme=dark",)
    assert any(name.startswith("axe/label") for name in found), f"the frame was audited too: {found}"
    assert "axe/image-alt #panel > img" in codes(again)
    assert state(page) == before


def test_what_its_owner_emulates_is_its_default_mode_and_stays(page: webdriver.Chrome) -> None:
    features = [{"name": "prefers-color-scheme", "value": "dark"}]
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    size = {"width": 700, "height": 500, "deviceScaleFactor": 1, "mobile": False}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        before = state(page)
        with Session(modes="default;zoom=200", checks=["axe"]) as session:
            report = session.audit(page)
        assert (before["dark"], before["viewport"]) == (True, [700, 500, 1])
        assert codes(report)["axe/color-contrast #late"] == ("default", "zoom=200")
        assert state(page) == before
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_checks_that_would_change_the_page_are_left_out_and_told(page: webdriver.Chrome) -> None:
    before = state(page)
    with Session(modes="default", checks=["focus-visible", "keyboard-trap"]) as session:
        report = session.audit(page)
    assert report.failed == ()
    left = {one.check: one.reason for one in report.ran.skipped}
    assert left["keyboard-trap"] == "the browser gives no keys"
    assert state(page) == before


def test_a_driver_that_is_gone_is_a_page_that_could_not_be_audited(tmp_path: Path, address: str) -> None:
    with chromium(tmp_path) as gone:
        gone.get(address)
    with Session(modes="default", checks=["axe"]) as session:
        report = session.audit(gone)
    assert report.exit_status == 3
    assert len(report.failed) == 1
