"""Whether what a browser loaded is the page that was asked for: never a pass for anything else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urldefrag, urlsplit

from a11y_content.auditing.browser.base import PageError

Event = tuple[str, dict[str, Any]]
"""Method and parameters of an event of the DevTools protocol."""
_HTML: Final = frozenset({"text/html", "application/xhtml+xml"})
_SANDBOX: Final = re.compile(r"(?:^|[;,\n])\s*sandbox(?=[\s;,]|$)(?![^;,\n]*\ballow-scripts\b)", re.IGNORECASE)
_WHOLE: Final = frozenset({200, 201, 202, 203, 226})
"""The statuses of answers that hold the whole page."""


@dataclass(slots=True, kw_only=True)
class Load:
    """What the network said about the main document."""

    asked: str = ""
    status: int = 0
    broken: str = ""
    download: bool = False
    policy: str = ""
    """The Content-Security-Policy that came with the answer."""
    length: int = 0
    """Bytes of the body that came so far."""
    finished: bool = False
    kind: str = ""
    """Media type, where the browser itself does not tell it."""
    reached: str = ""
    """The address at the end of all redirections, where the browser itself does not tell it."""


def listen(events: Iterable[Event], loader: str) -> Load:
    """Read what the network said about the document with this loader's id."""
    load = Load()
    for method, event in events:
        if method in {"Page.downloadWillBegin", "Browser.downloadWillBegin"}:
            load.download = True
        elif event.get("requestId") != loader:
            continue
        elif method == "Network.requestWillBeSent" and not load.asked:
            load.asked = event["request"]["url"]
        elif method == "Network.responseReceived":
            load.status = event["response"]["status"]
            headers = {name.lower(): value for name, value in event["response"].get("headers", {}).items()}
            load.policy = headers.get("content-security-policy", "")
        elif method == "Network.dataReceived":
            load.length += event["dataLength"]
        elif method == "Network.loadingFinished":
            load.finished = True
        elif method == "Network.loadingFailed":
            load.broken = event["errorText"]
    return load


def judge(url: str, frame: dict[str, Any], load: Load) -> None:
    """Raise `PageError` unless `frame` (of `Page.getFrameTree`) is the page `url`, whole, as HTML, with status 2xx."""
    if load.download:
        raise PageError("the address gives a download, not a page")
    if frame.get("unreachableUrl") or frame["url"].startswith("chrome-error:") or load.broken:
        raise PageError(f"the page could not be loaded: {load.broken or 'no answer'}")
    if frame["url"] == "about:blank":
        raise PageError("the address gave no page")
    if not load.asked or not same(load.asked, url):
        raise PageError(f"the page went on to {frame['url']} by itself")
    if origin(frame["url"]) != origin(url):
        raise PageError(f"the address leads to another site: {frame['url']}")
    if load.status not in _WHOLE:
        raise PageError(f"the server answered with status {load.status}")
    if frame["mimeType"] not in _HTML:
        raise PageError(f"the address gives {frame['mimeType'] or 'something'}, not HTML")
    if _SANDBOX.search(load.policy):
        raise PageError("its Content-Security-Policy is a sandbox without scripts: axe cannot run there")
    if load.finished and not load.length:
        raise PageError("the server sent an empty page")


def too_late(what: str, seconds: float) -> PageError:
    """Make the error of a page that did not answer in its time."""
    return PageError(f"no answer within {seconds:g} seconds ({what})")


def origin(url: str) -> str:
    """Give scheme and host of an address."""
    scheme, host, *_ = urlsplit(url)
    return f"{scheme}://{host}"


def same(one: str, other: str) -> bool:
    """Tell whether two addresses are those of one document."""
    return _plain(one) == _plain(other)


def _plain(url: str) -> str:
    address = urldefrag(url).url
    return re.sub(r"^(\w+://[^/]+)$", r"\1/", address)
