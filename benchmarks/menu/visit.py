"""One menu's site in the browser: load, press, wait for what is to be true, and ask the page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from a11y_content.auditing.browser import PageError
from a11y_content.auditing.browser.chromium import Chromium
from benchmarks.menu.tool import Tool

_HERE = Path(__file__).parent
_PAGE, _RECORD = (_HERE.joinpath(name).read_text("utf-8") for name in ("page.js", "record.js"))
_ASK = """
const done = arguments[arguments.length - 1], [name, ...given] = arguments;
if (!globalThis.menuBench) done("");
else Promise.resolve(menuBench[name](...given.slice(0, -1))).then((value) => done(JSON.stringify(value ?? null)), (error) => done(JSON.stringify(`${error}`)));
"""
_KEYS = {
    "Tab": {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9},
    "Enter": {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"},
    "Escape": {"key": "Escape", "code": "Escape", "windowsVirtualKeyCode": 27},
}


class Visit:
    """A menu on its own origin."""

    def __init__(self, browser: Chromium, tool: Tool, address: str, files: Mapping[str, bytes]) -> None:
        self.browser, self.tool, self.address, self.files = browser, tool, address, files
        self.chosen = 0.0
        """Size in px of the paragraph once text was chosen."""

    def load(self, page: str = "small.html", *, quiet: bool = True) -> None:
        """Load a page and wait until it does nothing any more."""
        self.browser.get(self.address + page)
        if quiet:
            self.ask("quiet")

    def ask(self, name: str, *given: object) -> Any:
        """Call a function of page.js."""
        answer = self.browser.driver.execute_async_script(_ASK, name, *given)
        if not answer:  # a new document
            self.browser.run_script(_PAGE)
            answer = self.browser.driver.execute_async_script(_ASK, name, *given)
        return json.loads(answer)

    def recorded(self) -> dict[str, Any]:
        """Give what record.js has seen."""
        found: dict[str, Any] = self.browser.driver.execute_script("return menuRecord")
        return found

    def press(self, selector: str) -> None:
        """Press an element as a pointer does, once it stands still; raises `PageError` where it never can be hit."""
        if not self.ask("reachable", selector):
            raise PageError(f"{selector} cannot be pressed")
        self.browser.driver.execute_script("return menuBench.deep(arguments[0])", selector).click()

    def open(self) -> None:
        """Open the menu by its opener, where it is not open."""
        if not self.ask("shown", self.tool.panel):
            self.press(self.tool.opener)
            self.ask("quiet")

    def choose_text(self) -> None:
        """Open the menu and choose larger text."""
        self.open()
        for selector in self.tool.text:
            self.press(selector)
        self.ask("quiet")
        self.chosen = self.ask("sizes")["p"]

    def size(self) -> float:
        """Give the paragraph's size in px without page.js."""
        return float(
            self.browser.driver.find_element("id", "probe-p").value_of_css_property("font-size").removesuffix("px")
        )

    def forget(self) -> None:
        """Take away whatever the origin has stored."""
        self.browser.get("about:blank")
        parts = urlsplit(self.address)
        self.browser.cdp("Storage.clearDataForOrigin", origin=f"{parts.scheme}://{parts.netloc}", storageTypes="all")

    def key(self, name: str) -> None:
        """Press and release a key."""
        for kind in ("keyDown", "keyUp"):
            given = {key: value for key, value in _KEYS[name].items() if kind == "keyDown" or key != "text"}
            self.browser.cdp("Input.dispatchKeyEvent", type=kind, **given)

    def focus(self) -> dict[str, bool]:
        """Say where the focus is: `body`, `opener`, `inside` the panel, on something `brought` by the menu."""
        found: dict[str, bool] = self.ask("focus", self.tool.opener, self.tool.panel)
        return found

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Record every page that is loaded in the block."""
        made = self.browser.cdp("Page.addScriptToEvaluateOnNewDocument", source=_RECORD)["identifier"]
        try:
            yield
        finally:
            self.browser.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=made)

    @contextmanager
    def far(self, latency: float, bits: float) -> Iterator[None]:
        """Let the server be as far away in the block as on a slow mobile network: ms for each request, bits a second."""
        self.browser.cdp("Network.enable")
        self._network(latency, bits / 8)
        try:
            yield
        finally:
            self._network(0, -1)

    def _network(self, latency: float, rate: float) -> None:
        rates = {"downloadThroughput": rate, "uploadThroughput": rate}
        self.browser.cdp("Network.emulateNetworkConditions", offline=False, latency=latency, **rates)

    @contextmanager
    def slowed(self, times: int) -> Iterator[None]:
        """Slow the processor down in the block."""
        self.browser.cdp("Emulation.setCPUThrottlingRate", rate=times)
        try:
            yield
        finally:
            self.browser.cdp("Emulation.setCPUThrottlingRate", rate=1)
