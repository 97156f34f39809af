"""A small built site on loopback, and Chromium with a new profile, for the tests of the menu."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import ElementClickInterceptedException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.wait import WebDriverWait

import a11y_content as a11y

PAGE = """---
kind: condition
name: Neck pain
lang: en
summary: Neck pain is common and mostly gets better.
---

Neck pain is common. It mostly gets better within some weeks, with **movement and *patience***.

## Symptoms

- It hurts to turn the head.
- Read about [back pain](https://example.org/back).

:::{care} urgent Ask for an urgent appointment if:
- your arm is weak
:::

## Causes of cervicogenic headaches

Long hours in one position.

## Treatment

:::{cta} Ask for an appointment
:href: https://example.org/ask
:::

:::{details} What a physiotherapist does
Shows exercises.
:::
"""


class _Silent(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: Any) -> None:
        """Keep the output of the tests to the tests."""


@contextmanager
def served(folder: Path, pages: Mapping[str, str] | None = None) -> Iterator[str]:
    """Build pages and serve them, two where none are given; give the address of `neck.md`."""
    content = folder / "content"
    content.mkdir()
    (content / "site.toml").write_text('title = "Example Clinic"\nlang = "en"\n', "utf-8")
    for name, text in (pages or {"neck.md": PAGE, "other.md": PAGE.replace("Neck pain", "Other pain")}).items():
        (content / name).write_text(text, "utf-8")
    assert a11y.build(content, folder / "site", jobs=1).errors == 0
    handler = functools.partial(_Silent, directory=str(folder / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/neck.html"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def chromium(
    profile: Path,
    *,
    scripts: bool = True,
    prefs: Mapping[str, object] | None = None,
    requests: bool = False,
    flags: Sequence[str] = (),
) -> Iterator[webdriver.Chrome]:
    """Start Chromium with a new profile; without `scripts`, page scripts are switched off as a reader would do it.

    With `requests` its log "performance" tells of every request; `flags` are further flags of its command line.
    """
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for flag in (
        *("headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking"),
        *("disable-component-update", "disable-sync", "hide-scrollbars", "window-size=1280,900"),
        f"user-data-dir={profile}",
        *flags,
    ):
        options.add_argument(f"--{flag}")
    off = {} if scripts else {"profile.managed_default_content_settings.javascript": 2}
    options.add_experimental_option("prefs", {**(prefs or {}), **off})
    logs = {"browser": "ALL", **({"performance": "ALL"} if requests else {})}
    options.set_capability("goog:loggingPrefs", logs)
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    try:
        yield driver
    finally:
        driver.quit()


def size(driver: webdriver.Chrome, width: int, height: int) -> None:
    """Give the page a viewport of CSS pixels."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)


def device(driver: webdriver.Chrome, **wishes: str) -> None:
    """Emulate a device's wishes: `device(driver, prefers_color_scheme="dark")`; none takes them back."""
    features = [{"name": name.replace("_", "-"), "value": value} for name, value in wishes.items()]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})


def attributes(driver: webdriver.Chrome) -> str:
    """Give the start tag of the document as the browser holds it."""
    tag: str = driver.execute_script("return document.documentElement.outerHTML.split('>', 1)[0]")
    return tag


def root(driver: webdriver.Chrome, name: str) -> str:
    """Give the computed value of a custom property of the root."""
    value: str = driver.execute_script(
        "return getComputedStyle(document.documentElement).getPropertyValue(arguments[0])", name
    )
    return value.strip()


def computed(driver: webdriver.Chrome, value: str) -> str:
    """Give what the root makes of a custom property's value: variables resolved, nothing for `initial`."""
    script = """
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.setProperty("--a11y-probe", arguments[0]);
        const found = getComputedStyle(probe).getPropertyValue("--a11y-probe");
        probe.remove();
        return found;
    """
    found: str = driver.execute_script(script, value)
    return found.strip()


def choose(driver: webdriver.Chrome, name: str, value: str) -> None:
    """Open the menu where it is closed, and press a radio."""
    if driver.find_element("id", "a11y-menu").get_attribute("open") is None:
        press(driver, ".a11y-menu__opener")
    press(driver, f"#a11y-{name}-{value}")


def press(driver: webdriver.Chrome, selector: str) -> None:
    """Click an element; it is brought into view at once, because the page itself may scroll smoothly."""
    found = driver.find_element("css selector", selector)

    def clicked(_: webdriver.Chrome) -> bool:
        driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", found)
        found.click()
        return True

    # A page that is still scrolling to its fragment takes the element away under the pointer.
    WebDriverWait(driver, 10, ignored_exceptions=[ElementClickInterceptedException]).until(clicked)


KEY = "a11y-content"


def fresh(driver: webdriver.Chrome, address: str) -> None:
    """Open a page as on a first visit: empty stores, a device without wishes, a wide window."""
    device(driver)
    size(driver, 1280, 900)
    driver.get(address)
    driver.execute_script("localStorage.clear(); sessionStorage.clear()")
    driver.get(address)
    # A reload would put the page back where it was scrolled to, some time later, under a test that points at something.
    driver.execute_script("history.scrollRestoration = 'manual'")
    driver.get_log("browser")


def stored(driver: webdriver.Chrome, store: str = "localStorage") -> str | None:
    """Give the menu's text in a store."""
    found: str | None = driver.execute_script(f"return {store}.getItem(arguments[0])", KEY)
    return found


def store(driver: webdriver.Chrome, text: str) -> None:
    """Write the menu's text into the device's store."""
    driver.execute_script("localStorage.setItem(arguments[0], arguments[1])", KEY, text)


def checked(driver: webdriver.Chrome) -> dict[str, str]:
    """Give the value of the checked radio of every row."""
    found: dict[str, str] = driver.execute_script(
        "return Object.fromEntries([...document.querySelectorAll('.a11y-menu__form [type=radio]:checked')]"
        ".map((radio) => [radio.name, radio.value]))"
    )
    return found


def said(driver: webdriver.Chrome) -> str:
    """Give the words of the status."""
    found: str = driver.execute_script("return document.querySelector('.a11y-menu__status').textContent")
    return found


def count_statuses(driver: webdriver.Chrome) -> None:
    """Count from now on, in `window.statuses`, how often the status changes."""
    driver.execute_script(
        "window.statuses = 0; new MutationObserver(() => { window.statuses += 1; })"
        ".observe(document.querySelector('.a11y-menu__status'), {childList: true, characterData: true, subtree: true})"
    )


@contextmanager
def on_new_document(driver: webdriver.Chrome, source: str) -> Iterator[None]:
    """Run a script before the page's own, on every page that is opened inside the block."""
    script = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
    try:
        yield
    finally:
        driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)


@contextmanager
def new_tab(driver: webdriver.Chrome, address: str) -> Iterator[None]:
    """Open a page in another tab of the same browser; close it and come back at the end."""
    first = driver.current_window_handle
    driver.switch_to.new_window("tab")
    second = driver.current_window_handle
    try:
        driver.get(address)
        yield
    finally:
        driver.switch_to.window(second)
        driver.close()
        driver.switch_to.window(first)
