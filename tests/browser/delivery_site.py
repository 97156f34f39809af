"""A built site served under a policy, what a reader does with its menu, and what Chromium has to say about it."""

from __future__ import annotations

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver

from a11y_content.design.preferences import preferences
from tests.browser.menu_site import press

WATCH = """
    window.violations = [];
    addEventListener("securitypolicyviolation",
      (event) => violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`), true);
"""


@contextmanager
def served_under(policy: str, folder: Path) -> Iterator[str]:
    """Serve a folder, every answer with this policy where there is one; give the address of the folder."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def end_headers(self) -> None:
            if policy:
                self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def log_message(self, *_: Any) -> None:
            """Keep the output of the tests to the tests."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def use_everything(driver: webdriver.Chrome) -> None:
    """Do all that the menu offers: every value, every reset, presets, own colours, memory, and a page with choices."""
    press(driver, ".a11y-menu__opener")
    for row in preferences():
        for value in row.values:
            pick(driver, row.name, value)
        press(driver, f".a11y-choice--{row.name} .a11y-choice__reset")
    for number in range(len(driver.find_elements("css selector", ".a11y-preset"))):
        press(driver, f".a11y-presets > :nth-of-type({number + 1})")
    press(driver, ".a11y-menu__reset")
    choose_everything(driver)
    driver.get(driver.current_url.partition("?")[0] + "?again")  # what was kept is put on the page again
    assert driver.execute_script("return document.documentElement.dataset.a11yFont") == "legible"
    fonts_are_there(driver)
    press(driver, ".a11y-menu__opener")
    press(driver, "[name=forget]")
    press(driver, ".a11y-menu__reset")


def choose_everything(driver: webdriver.Chrome) -> None:
    """Choose the last value of every preference, and own colours: one pair that is refused, one that is taken."""
    for row in preferences():
        pick(driver, row.name, row.values[-1])
    pick(driver, "contrast", "custom")
    for ink in ("#cccccc", "#102030"):
        colour(driver, "paper", "#f0f0f0")
        colour(driver, "ink", ink)
    worn = "return getComputedStyle(document.documentElement).getPropertyValue('--a11y-own-ink').trim()"
    assert driver.execute_script(worn) == "#102030"


def pick(driver: webdriver.Chrome, name: str, value: str) -> None:
    """Press a radio; a face that comes late would move the page under the next press."""
    press(driver, f"#a11y-{name}-{value}")
    fonts_are_there(driver)


def colour(driver: webdriver.Chrome, name: str, value: str) -> None:
    """Pick a colour: the browser's own dialog cannot be driven, so this is what it does to the page."""
    driver.execute_script(
        """
        const input = document.querySelector(`[name=${arguments[0]}]`);
        input.value = arguments[1];
        for (const kind of ["input", "change"]) input.dispatchEvent(new Event(kind, {bubbles: true}));
        """,
        name,
        value,
    )


@contextmanager
def watched(driver: webdriver.Chrome) -> Iterator[None]:
    """Let every page that is opened in the block note what its policy forbids."""
    script = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
    driver.get_log("browser")
    try:
        yield
    finally:
        driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)


def violations(driver: webdriver.Chrome) -> list[str]:
    """Give what the policy of the page has forbidden since it was opened."""
    found: list[str] = driver.execute_script("return window.violations")
    return found


def complaints(driver: webdriver.Chrome) -> list[str]:
    """Give what the console says, but for the icon that the browser asks every site for."""
    return [one["message"] for one in driver.get_log("browser") if "/favicon.ico" not in one["message"]]


def requests(driver: webdriver.Chrome) -> list[str]:
    """Give the address of every request since the last call, but for that icon."""
    found = []
    for line in driver.get_log("performance"):
        event = json.loads(line["message"])["message"]
        if event["method"] == "Network.requestWillBeSent":
            found.append(event["params"]["request"]["url"])
    return [one for one in found if not one.endswith("/favicon.ico")]


def faces(driver: webdriver.Chrome, selector: str) -> dict[str, bool]:
    """Give the faces that draw an element's text, and whether each came from the site."""
    driver.execute_cdp_cmd("DOM.enable", {})
    driver.execute_cdp_cmd("CSS.enable", {})
    document = driver.execute_cdp_cmd("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    node = driver.execute_cdp_cmd("DOM.querySelector", {"nodeId": document, "selector": selector})["nodeId"]
    fonts = driver.execute_cdp_cmd("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {one["familyName"]: one["isCustomFont"] for one in fonts}


def fonts_are_there(driver: webdriver.Chrome) -> None:
    """Wait until the browser has loaded the faces that the page needs, and has drawn the page with them."""
    driver.execute_async_script(
        """
        const done = arguments[0];
        document.body.getBoundingClientRect();
        document.fonts.ready.then(() => requestAnimationFrame(() => done()));
        """
    )
