"""A visit: one page loaded, judged to be really that page, and put into one mode after another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final
from urllib.parse import urldefrag, urlsplit

from a11y_content.auditing.axe import AxeScript
from a11y_content.auditing.browser import Browser, PageError
from a11y_content.auditing.check import Check, Settings
from a11y_content.design.mode import MEDIA, Mode

_PAGE_SCRIPT: Final = files("a11y_content.auditing").joinpath("page.js").read_text("utf-8")
_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})
_NEUTRAL: Final = {"prefers-color-scheme": "light", "forced-colors": "none"}
"""What a media feature is set to where a mode does not name it; `no-preference` for all others."""
_FIRST_ERROR: Final = 400


@dataclass(slots=True, kw_only=True)
class _Load:
    """What the network said about the main document."""

    asked: str = ""
    status: int = 0
    broken: str = ""
    download: bool = False


class PageVisit:
    """The one implementation of `check.Visit`."""

    def __init__(
        self, browser: Browser, checks: Iterable[Check], axe: AxeScript, settings: Settings, names: Iterable[str]
    ) -> None:
        """Prepare visits in a browser; `names` are those of all preferences."""
        self._browser = browser
        self._checks = tuple(checks)
        self._axe = axe
        self._names = tuple(names)
        self._loader = ""
        self._media: dict[str, str] = {}
        self._viewport = (0, 0)
        self.settings = settings
        self.mode = Mode()

    def load(self, url: str) -> None:
        """Load a page in the default mode and inject the scripts.

        Raises `PageError` unless the answer is this very page, whole, as HTML, with a good status.
        """
        self.mode = Mode()
        self._emulate(self.mode)
        origin = _origin(url)
        self._browser.cdp("Storage.clearDataForOrigin", origin=origin, storageTypes="all")
        for _ in self._browser.events():
            pass  # what an earlier page did is no news
        self._browser.get(url)
        frame = self._frame()
        self._judge(url, frame, self._listen(frame["loaderId"]))
        self._loader = frame["loaderId"]
        self._browser.close_other_windows(frame["id"])
        self._browser.inject_axe(self._axe)
        self._browser.run_script("\n".join([_PAGE_SCRIPT, *(check.script for check in self._checks)]))

    def leave(self) -> None:
        """Leave the page with nothing of it behind."""
        self._browser.get("about:blank")

    def still_here(self) -> None:
        """Raise `PageError` if the page went elsewhere by itself."""
        frame = self._frame()
        if frame["loaderId"] != self._loader:
            raise PageError(f"the page went on to {frame['url']} by itself")

    def enter(self, mode: Mode) -> None:
        """Put the page into a mode; raises `PageError` where page or browser do not follow."""
        self._emulate(mode)
        self.mode = mode
        problem = self.call(
            "enter",
            names=self._names,
            attributes=mode.attributes,
            media=self._media,
            width=mode.viewport[0],
            menuOpen=mode.menu_open,
        )
        if problem:
            raise PageError(problem)

    def call(self, name: str, **options: object) -> Any:
        """Run a function of the injected scripts and give its result."""
        return self._browser.call(name, options)

    def press(self, key: str) -> None:
        """Press a real key."""
        self._browser.press(key)

    def pixels(self, box: dict[str, float]) -> str:
        """Take a picture of a box of the page; equal pixels give equal strings."""
        answer = self._browser.cdp("Page.captureScreenshot", format="png", clip={**box, "scale": 1})
        return str(answer["data"])

    def _emulate(self, mode: Mode) -> None:
        media = {name: _NEUTRAL.get(name, "no-preference") for name in MEDIA} | dict(mode.media)
        if media != self._media:
            features = [{"name": name, "value": value} for name, value in media.items()]
            self._browser.cdp("Emulation.setEmulatedMedia", features=features)
            self._media = media
        if mode.viewport != self._viewport:
            width, height = mode.viewport
            self._browser.cdp(
                "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
            )
            self._viewport = mode.viewport

    def _frame(self) -> dict[str, Any]:
        frame: dict[str, Any] = self._browser.cdp("Page.getFrameTree")["frameTree"]["frame"]
        return frame

    def _listen(self, loader: str) -> _Load:
        load = _Load()
        for method, event in self._browser.events():
            if method in {"Page.downloadWillBegin", "Browser.downloadWillBegin"}:
                load.download = True
            elif event.get("requestId") != loader:
                continue
            elif method == "Network.requestWillBeSent" and not load.asked:
                load.asked = event["request"]["url"]
            elif method == "Network.responseReceived":
                load.status = event["response"]["status"]
            elif method == "Network.loadingFailed":
                load.broken = event["errorText"]
        return load

    def _judge(self, url: str, frame: dict[str, Any], load: _Load) -> None:
        if load.download:
            raise PageError("the address gives a download, not a page")
        if frame.get("unreachableUrl") or frame["url"].startswith("chrome-error:") or load.broken:
            raise PageError(f"the page could not be loaded: {load.broken or 'no answer'}")
        if frame["url"] == "about:blank":
            raise PageError("the address gave no page")
        if not load.asked or not _same(load.asked, url):
            raise PageError(f"the page went on to {frame['url']} by itself")
        if _origin(frame["url"]) != _origin(url):
            raise PageError(f"the address leads to another site: {frame['url']}")
        if load.status >= _FIRST_ERROR:
            raise PageError(f"the server answered with status {load.status}")
        if frame["mimeType"] not in _HTML:
            raise PageError(f"the address gives {frame['mimeType']}, not HTML")


def _origin(url: str) -> str:
    scheme, host, *_ = urlsplit(url)
    return f"{scheme}://{host}"


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(url: str) -> str:
    address = urldefrag(url).url
    return re.sub(r"^(\w+://[^/]+)$", r"\1/", address)
