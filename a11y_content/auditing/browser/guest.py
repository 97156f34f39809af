"""Somebody else's browser: the page of a Selenium driver, audited in the state in which it stands, and put back after.

Nothing is loaded, no key is pressed, no log is read, no window is closed. What the browser is made to report (Chromium
only), the choices on `<html>` and what the audit held still are as they were when it leaves.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

from a11y_content.auditing.axe import AxeScript, inject
from a11y_content.auditing.browser.base import PageError
from a11y_content.auditing.browser.devtools import ByDevTools
from a11y_content.auditing.browser.errors import limit_calls
from a11y_content.auditing.browser.guest_plain import PlainGuest
from a11y_content.auditing.browser.stand import FACTS, STAYS, WISHES, Stand
from a11y_content.auditing.browser.world import World, frames_of
from a11y_content.auditing.check import Need
from a11y_content.design.environment import USUAL
from a11y_content.design.mode import Mode

Driver = WebDriver


class _GuestWorld(World):
    """The audit's own world in a page that is there already, with all its frames; nothing is left for later pages."""

    def enter(self, axe: AxeScript, source: str) -> None:
        """Make axe ready in every frame, and the audit's scripts in the page."""
        self._context = self._world_of(self._tree()["frame"]["id"])
        inject(self, axe)
        self._evaluate(f"{source}\n;0", self._context)

    def execute_script(self, source: str) -> None:
        """Take in axe, into every frame."""
        first, *others = frames_of(self._tree())
        self._evaluate(f"{source}\n;0", self._world_of(first))
        for frame in others:
            with suppress(PageError):  # a frame of another process stays closed
                self._evaluate(f"{source}\n;0", self._world_of(frame))

    def _tree(self) -> dict[str, Any]:
        tree: dict[str, Any] = self._tools.cdp("Page.getFrameTree")["frameTree"]
        return tree


class Guest(ByDevTools):
    """The page of somebody else's Chromium."""

    def __init__(self, driver: WebDriver, timeout: float) -> None:
        """Look how the page stands."""
        super().__init__(timeout)
        self._driver = driver
        self._limit = _call_limit(driver)
        self._world = _GuestWorld(self)
        self._opened = self._left = False
        self._stand = Stand.of(self._facts())

    def _facts(self) -> dict[str, Any]:
        with self._translated("a look at the page"):
            facts: dict[str, Any] = self.driver.execute_script(FACTS, WISHES)
        return facts

    @property
    def offers(self) -> frozenset[Need]:
        """Neither keys, which would change the state, nor news, which are its owner's."""
        return frozenset({Need.DEVTOOLS, Need.PIXELS})

    def open(self, url: str, *, before: str = "") -> str:
        """Take the page as it stands; raises `PageError` when it is to be loaded anew."""
        if self._opened:
            raise PageError(STAYS)
        self._opened = True
        return self.document()

    def inject(self, axe: AxeScript, source: str) -> None:
        """Make axe and the audit's scripts ready; from here on the page keeps its focus and its place."""
        super().inject(axe, source)
        self.call("stay", {})

    def emulate(self, mode: Mode) -> None:
        """Take on the environment of a mode; nothing is sent before the page is taken."""
        if self._opened:
            super().emulate(self._stand.mode(mode))

    def call(self, name: str, options: dict[str, object]) -> Any:
        """Call a function of the injected scripts."""
        return super().call(name, self._stand.told(options))

    def leave(self) -> None:
        """Put everything back, once."""
        if not self._opened or self._left:
            return
        self._left = True
        self.budget.begin()
        self.call("putBack", {"choices": self._stand.choices, "menuOpen": self._stand.menu_open})
        self.cdp("Emulation.setEmulatedMedia", media="", features=[])
        self.cdp("Emulation.clearDeviceMetricsOverride")
        self.cdp("Page.setFontSizes", fontSizes={"standard": 16, "fixed": 13})
        now, stood = Stand.of(self._facts()), self._stand
        if now.media != stood.media:
            features = [{"name": name, "value": value} for name, value in stood.media.items()]
            self.cdp("Emulation.setEmulatedMedia", media="", features=features)
        if (now.viewport, now.zoom) != (stood.viewport, stood.zoom):
            width, height = stood.viewport
            scale = stood.zoom / USUAL
            self.cdp(
                "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=False
            )
        limit_calls(self.driver, self._limit)

    def close(self, *, kindly: bool = True) -> None:
        """Leave the browser to its owner."""
        limit_calls(self.driver, self._limit)


def guest(driver: WebDriver, timeout: float) -> Guest | PlainGuest:
    """Take somebody else's driver; raises `PageError` or `BrowserGoneError` where it does not answer."""
    name = str(driver.capabilities.get("browserName", "")).lower()
    chromium = "goog:chromeOptions" in driver.capabilities or "chrom" in name or "edge" in name
    return Guest(driver, timeout) if chromium else PlainGuest(driver, timeout)


def _call_limit(driver: WebDriver) -> float:
    config = getattr(driver.command_executor, "client_config", None)
    return float(config.timeout) if config is not None and config.timeout else 120.0
