"""A browser of a Selenium Grid 4: a remote session with the DevTools protocol behind the Grid's own address."""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from selenium.common.exceptions import WebDriverException
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.webdriver import WebDriver
from urllib3.exceptions import HTTPError

from a11y_content.auditing.browser.base import BrowserGoneError
from a11y_content.auditing.browser.devtools import ByDevTools, options
from a11y_content.auditing.browser.errors import first_line, limit_calls
from a11y_content.problem import CouldNotRunError, UsageError

NEW_SESSION: Final = 60
"""Seconds that the Grid has for a new session."""
_STATUS: Final = 10
_ENDING: Final = 5


class GridChromium(ByDevTools):
    """One Chromium of a Grid."""

    def __init__(self, address: str, *, timeout: float = 30) -> None:
        """Ask for a session; raises `BrowserGoneError` where the Grid gives none within `NEW_SESSION` seconds."""
        super().__init__(timeout)
        chosen = options()
        # Nodes are containers as a rule, where Chromium has neither a sandbox of its own nor room in /dev/shm.
        chosen.add_argument("--no-sandbox")
        config = ClientConfig(remote_server_addr=address, timeout=NEW_SESSION, keep_alive=True)
        try:
            self._begin(WebDriver(command_executor=address, options=chosen, client_config=config))
        except (WebDriverException, HTTPError, OSError) as error:
            raise BrowserGoneError(f"session lost: the Grid gave none: {first_line(error)}") from error

    def close(self, *, kindly: bool = True) -> None:
        """Give the session back, without waiting for a Grid that does not answer; never raises."""
        driver, self._driver = self._driver, None
        if driver is None:
            return

        def give_back() -> None:
            limit_calls(driver, _ENDING)
            with suppress(Exception):
                driver.quit()

        ending = threading.Thread(target=give_back, name="a11y-grid", daemon=True)
        ending.start()
        ending.join(_ENDING if kindly else 1)


def slots(address: str) -> int:
    """Give the number of Chromium sessions that a Grid can hold; raises `CouldNotRunError` where it does not answer."""
    status = _status(address)
    if not status.get("ready"):
        raise CouldNotRunError(f"the Grid at {_shown(address)} is not ready: {status.get('message', '')}")
    found = 0
    for node in status.get("nodes", []):
        fitting = sum(
            slot.get("stereotype", {}).get("browserName", "") in {"chrome", "chromium"}
            for slot in node.get("slots", [])
        )
        found += min(fitting, node.get("maxSessions", fitting)) if node.get("availability") == "UP" else 0
    if not found:
        raise CouldNotRunError(f"the Grid at {_shown(address)} has no slot for Chromium")
    return found


def _status(address: str) -> dict[str, Any]:
    if urlsplit(address).scheme not in {"http", "https"}:
        raise UsageError(f"--grid {_shown(address)}: not an address of a Grid, such as http://127.0.0.1:4444")
    try:
        request = Request(f"{address.rstrip('/')}/status", headers={"Accept": "application/json"})  # noqa: S310
        with urlopen(request, timeout=_STATUS) as answer:  # noqa: S310  http(s) only, as just seen
            value: dict[str, Any] = json.load(answer)["value"]
    except (OSError, ValueError, KeyError) as error:
        raise CouldNotRunError(f"no Grid answers at {_shown(address)}: {first_line(error)}") from error
    return value


def _shown(address: str) -> str:
    """Give an address without user and password."""
    parts = urlsplit(address)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
