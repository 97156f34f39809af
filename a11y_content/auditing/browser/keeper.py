"""The keeper of a caller's credentials: adds them to requests of the audited site, and to no other request.

`Network.setExtraHTTPHeaders` would send them to every host that a page asks (measured); so the requests of one site are
held by `Fetch`, over a connection of its own, since the driver's cannot answer while it waits for a page. What is added
to a request does not go along where that is led on to another site (docs/decisions/0084-credentials.md).
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from typing import Any, Final, Protocol
from urllib.request import urlopen

import websocket
from selenium.webdriver.remote.webdriver import WebDriver

from a11y_content.auditing.access import Access
from a11y_content.auditing.browser.base import BrowserGoneError, PageError
from a11y_content.auditing.targets.addresses import site_of

_SECONDS: Final = 10
_FETCH: Final = "Fetch.requestPaused"


class Driven(Protocol):
    """Whatever drives a page of Chromium."""

    def cdp(self, command: str, **parameters: object) -> Any:
        """Send a command of the DevTools protocol and give its result."""

    @property
    def driver(self) -> WebDriver:
        """The WebDriver."""


class Admission:
    """Opens closed pages to one browser."""

    def __init__(self, browser: Driven) -> None:
        """Nothing is added to any request yet."""
        self._access = Access()
        self._browser = browser
        self._keeper: Keeper | None = None

    def grant(self, access: Access) -> None:
        """Take these credentials from now on, and none of earlier ones."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            keeper.close()
        self._access = access

    def open(self, url: str) -> None:
        """Make all ready for the page at `url`: what belongs to its site goes to its site. Raises `PageError`."""
        if self._access.sent:
            if self._keeper is None:
                target = self._browser.cdp("Page.getFrameTree")["frameTree"]["frame"]["id"]
                self._keeper = Keeper(_tools(self._browser.driver.capabilities), target, self._access.sent)
            self._keeper.guard(site_of(url))
        for name, value in self._access.cookies.items():
            if not self._browser.cdp("Network.setCookie", name=name, value=value, url=url, path="/")["success"]:
                raise PageError(f"the browser does not take the cookie {name!r} for this site")


def _tools(capabilities: Mapping[str, Any]) -> str:
    """Give the address of the browser's DevTools: through a Grid, else on this machine."""
    try:
        if remote := capabilities.get("se:cdp"):
            return str(remote)
        address = capabilities["goog:chromeOptions"]["debuggerAddress"]
        with urlopen(f"http://{address}/json/version", timeout=_SECONDS) as answer:
            return str(json.load(answer)["webSocketDebuggerUrl"])
    except (OSError, KeyError, ValueError) as error:
        raise BrowserGoneError("the browser gives no way to its requests") from error


class Keeper:
    """A connection to a browser that completes the requests of one site."""

    def __init__(self, address: str, target: str, headers: Mapping[str, str]) -> None:
        """Connect to the DevTools of a browser (`ws://...`) for one of its pages; raises `BrowserGoneError`."""
        self._headers = dict(headers)
        self._site = ""
        self._session = ""
        self._numbers = count(1)
        self._sending = threading.Lock()
        self._answers: dict[int, threading.Event] = {}
        try:
            self._socket = websocket.create_connection(address, timeout=_SECONDS, suppress_origin=True)
            self._session = self._attach(target)
            self._socket.settimeout(None)
        except (OSError, websocket.WebSocketException, KeyError, ValueError) as error:
            raise BrowserGoneError("the browser gives no way to its requests") from error
        threading.Thread(target=self._listen, name="a11y-keeper", daemon=True).start()

    def guard(self, site: str) -> None:
        """Complete the requests of this site from now on, and of no other; raises `BrowserGoneError`."""
        if site == self._site:
            return
        self._site = site
        scheme, _, host = site.partition("://")
        # A port that is the scheme's own does not stand in addresses; `_complete` looks at each request again.
        hosts = {host, host.removesuffix(":80" if scheme == "http" else ":443")}
        patterns = [{"urlPattern": f"{scheme}://{one}/*"} for one in sorted(hosts)]
        self._ask("Fetch.enable", {"patterns": patterns})

    def close(self) -> None:
        """End the connection; never raises."""
        with suppress(Exception):
            self._socket.shutdown()  # type: ignore[no-untyped-call]

    def _attach(self, target: str) -> str:
        self._send("Target.attachToTarget", {"targetId": target, "flatten": True})
        while True:
            message = json.loads(self._socket.recv())
            if "id" in message:
                session: str = message["result"]["sessionId"]
                return session

    def _send(self, method: str, parameters: Mapping[str, object], done: threading.Event | None = None) -> None:
        with self._sending:
            number = next(self._numbers)
            if done is not None:
                self._answers[number] = done
            message = {"id": number, "method": method, "params": dict(parameters)}
            self._socket.send(json.dumps({**message, "sessionId": self._session} if self._session else message))

    def _ask(self, method: str, parameters: Mapping[str, object]) -> None:
        """Send a command and wait until it is done."""
        done = threading.Event()
        with suppress(OSError, websocket.WebSocketException):
            self._send(method, parameters, done)
            if done.wait(_SECONDS):
                return
        raise BrowserGoneError("the browser does not let its requests be completed")

    def _listen(self) -> None:
        with suppress(Exception):  # the browser went: its requests went too
            while message := json.loads(self._socket.recv()):
                if done := self._answers.pop(message.get("id", 0), None):
                    done.set()
                elif message.get("method") == _FETCH:
                    self._complete(message["params"])
        self.close()

    def _complete(self, paused: dict[str, Any]) -> None:
        request = paused["request"]
        parameters: dict[str, object] = {"requestId": paused["requestId"]}
        if site_of(request["url"]) == self._site:
            ours = {name.lower() for name in self._headers}
            given = {name: value for name, value in request["headers"].items() if name.lower() not in ours}
            parameters["headers"] = [{"name": n, "value": v} for n, v in {**given, **self._headers}.items()]
        self._send("Fetch.continueRequest", parameters)
