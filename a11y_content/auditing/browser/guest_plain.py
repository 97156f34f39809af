"""Somebody else's browser without the DevTools protocol (Firefox, Safari): its page, audited as it stands.

The audit's scripts share the page's own world, and a mode is what its choices on `<html>` make of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from selenium import __version__ as selenium_version
from selenium.webdriver.remote.webdriver import WebDriver

from a11y_content.auditing.axe import AxeScript, inject
from a11y_content.auditing.browser.base import PageError
from a11y_content.auditing.browser.budget import Budget
from a11y_content.auditing.browser.errors import in_our_words
from a11y_content.auditing.browser.stand import FACTS, STAYS, WISHES, Stand
from a11y_content.auditing.check import Need, News
from a11y_content.design.environment import DESKTOP, USUAL
from a11y_content.design.mode import Mode
from a11y_content.problem import one_line

_CALL: Final = """
const [name, options, done] = arguments;
Promise.resolve()
  .then(() => a11yContentAudit.run(name, options))
  .then((value) => done(JSON.stringify({value: value ?? null})), (error) => done(JSON.stringify({error: `${error}`})));
"""


class PlainGuest:
    """The page of somebody else's browser without the DevTools protocol: its scripts share the world of the page's."""

    def __init__(self, driver: WebDriver, timeout: float) -> None:
        """Look how the page stands."""
        self._driver = driver
        self._budget = Budget(timeout)
        self._opened = self._left = False
        self._stand = Stand.of(self._facts())

    def _facts(self) -> dict[str, Any]:
        with self._translated("a look at the page"):
            facts: dict[str, Any] = self._driver.execute_script(FACTS, WISHES)
        return facts

    @property
    def offers(self) -> frozenset[Need]:
        """Nothing but the page itself."""
        return frozenset()

    def refresh(self) -> None:
        """Give the page its whole time limit anew."""
        self._budget.begin()

    def versions(self) -> dict[str, str]:
        """Name what is used."""
        known = self._driver.capabilities
        return {
            "browser": f"{known.get('browserName', '')} {known.get('browserVersion', '')}",
            "driver": str(known.get("moz:geckodriverVersion", "")),
            "selenium": selenium_version,
        }

    def lacks(self, mode: Mode) -> str:
        """Say that only the choices of a mode can be made here."""
        if mode.media or mode.printed or mode.zoom != USUAL or mode.font_size != USUAL or mode.viewport != DESKTOP:
            return "only Chromium can be brought into this environment by somebody else's driver"
        return ""

    def open(self, url: str, *, before: str = "") -> str:
        """Take the page as it stands."""
        if self._opened:
            raise PageError(STAYS)
        self._opened = True
        return self.document()

    def document(self) -> str:
        """Give an id of the document, and its address."""
        return str(self._facts()["document"])

    def inject(self, axe: AxeScript, source: str) -> None:
        """Make axe and the audit's scripts ready."""
        with self._translated("the audit's script"):
            inject(self._driver, axe)
            self._driver.execute_script(source)
        self.call("stay", {})

    def emulate(self, mode: Mode) -> None:
        """Leave the environment as it is: `lacks` has refused every other one."""

    def call(self, name: str, options: dict[str, object]) -> Any:
        """Call a function of the injected scripts."""
        with self._translated(name):
            answer = json.loads(self._driver.execute_async_script(_CALL, name, self._stand.told(options)))
        if "error" in answer:
            raise PageError(f"{name} failed in the page: {one_line(answer['error'])}")
        return answer["value"]

    def press(self, key: str, *, shift: bool = False, times: int = 1) -> None:
        """Refuse: keys are not offered."""
        raise PageError("no key is pressed in somebody else's browser")

    def pixels(self, box: dict[str, float]) -> bytes:
        """Refuse: pictures of parts are not offered."""
        raise PageError("no picture is taken in somebody else's browser")

    def news(self) -> Sequence[News]:
        """Give nothing: the logs are their owner's."""
        return ()

    def cdp(self, command: str, **parameters: object) -> Any:
        """Refuse: the protocol is not offered."""
        raise PageError("this browser does not speak the DevTools protocol")

    def leave(self) -> None:
        """Put everything back, once."""
        if not self._opened or self._left:
            return
        self._left = True
        self._budget.begin()
        self.call("putBack", {"choices": self._stand.choices, "menuOpen": self._stand.menu_open})

    def close(self, *, kindly: bool = True) -> None:
        """Leave the browser to its owner."""

    @contextmanager
    def _translated(self, what: str) -> Iterator[None]:
        with in_our_words(what, self._budget.seconds):
            yield
