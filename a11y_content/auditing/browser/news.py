"""What network and console said about a page, out of Chromium's logs; bounded, and without secrets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import SplitResult, urlsplit, urlunsplit

from a11y_content.auditing.browser.loading import origin
from a11y_content.auditing.check import News
from a11y_content.problem import one_line

MOST: Final = 500
"""Pieces of news that are kept of one page; what a page says after that is dropped."""
LONGEST: Final = 500
"""Characters of an address or a text."""
SAYS_DIALOG: Final = "a11y-content: the page asked by"
"""How the script that takes the place of dialogs begins what it says to the console."""
_FIRST_ERROR: Final = 400
_KINDS: Final = {"javascript": "exception", "console-api": "console-error"}
"""The kind of news by the source of an entry of the console."""
_PLACE: Final = re.compile(r"^(?P<url>\S+) (?P<line>\d+|-)(?::(?P<column>\d+))? (?P<text>.*)$", re.DOTALL)
_ADDRESS: Final = re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s\"'<>]+", re.IGNORECASE)
_SECRET: Final = re.compile(
    r"(?<![a-z])([\w.-]*(?:token|secret|passw|pwd|auth|session|sid|api[-_]?key|key|sig|signature|code|jwt)[\w.-]*)"
    r"=[^&#\s]*",
    re.IGNORECASE,
)
_POLICY: Final = "content security policy"

Entry = Mapping[str, Any]


class Chronicle:
    """The news of one page, in the order in which they came."""

    def __init__(self) -> None:
        """Nothing has happened yet."""
        self._news: list[News] = []
        self._asked: dict[str, str] = {}
        self.sites: set[str] = set()
        """Scheme and host of all documents, which may have stored something."""

    def read(self) -> tuple[News, ...]:
        """Give all that was noted."""
        return tuple(self._news)

    def network(self, events: Iterable[tuple[str, dict[str, Any]]]) -> None:
        """Note what events of the DevTools protocol (method and parameters) say about requests and dialogs."""
        for method, event in events:
            if method == "Network.requestWillBeSent":
                url = event["request"]["url"]
                self._ask(event["requestId"], url)
                self.request(str(event.get("type", "")).lower(), url)
            elif method == "Network.responseReceived":
                self.answer(event["response"]["status"], event["response"]["url"])
            elif method == "Network.loadingFailed" and not event.get("canceled"):
                self.fail(event.get("blockedReason") or event["errorText"], self._asked.get(event["requestId"], ""))
            elif method == "Page.javascriptDialogOpening":
                self.note("dialog", f"{event['type']}: {event['message']}", event["url"])

    def console(self, entries: Iterable[Entry]) -> None:
        """Note the grave entries of the console: `level`, `source` and `message`, as ChromeDriver gives them."""
        for entry in entries:
            if entry["level"] != "SEVERE":
                continue
            match = _PLACE.match(entry["message"])
            url, text = (match["url"], match["text"]) if match else ("", entry["message"])
            line = int(match["line"]) + 1 if match and match["line"].isdigit() else 0
            text = text.removeprefix('"').removesuffix('"')
            source = entry.get("source", "")
            if SAYS_DIALOG in text:
                self.note("dialog", text.partition(SAYS_DIALOG)[2].strip(), "")
            elif _POLICY in text.lower() and source != "console-api":
                self.note("csp", text, url, line)
            elif source != "network":  # told with the request
                self.note(_KINDS.get(source, "console-error"), text, url, line)

    def _ask(self, request: str, url: str) -> None:
        if len(self._asked) < MOST:
            self._asked[request] = url

    def request(self, kind: str, url: str) -> None:
        """Note a request; documents may store something at their site."""
        if kind == "document" and url.startswith("http"):
            self.sites.add(origin(url))
        if not _of_browser(url):
            self.note("request", kind, url)

    def answer(self, status: int, url: str) -> None:
        """Note the status of an answer where it is none of success."""
        if status >= _FIRST_ERROR:
            self.fail(f"status {status}", url)

    def fail(self, why: str, url: str) -> None:
        """Note a request that failed."""
        if not _of_browser(url):
            self.note("failed-request", why, url)

    def note(self, kind: str, text: str, url: str, line: int = 0) -> None:
        """Note anything, as far as there is room."""
        if len(self._news) < MOST:
            self._news.append(News(kind=kind, text=without_secrets(text), url=plain_address(url), line=line))


def _of_browser(url: str) -> bool:
    """Tell whether the browser asks for an address by itself, and not the page."""
    return url.partition("?")[0].endswith("/favicon.ico")


def plain_address(url: str) -> str:
    """Give an address without user, password and the values of what looks like a secret, in at most `LONGEST` signs."""
    if url.startswith(("data:", "blob:")):
        return url[:80]
    try:
        parts = urlsplit(url)
    except ValueError:
        return _SECRET.sub(r"\1=...", url)[:LONGEST]
    host = parts.netloc.rpartition("@")[2]
    query, fragment = (_SECRET.sub(r"\1=...", part) for part in (parts.query, parts.fragment))
    return urlunsplit(SplitResult(parts.scheme, host, parts.path, query, fragment))[:LONGEST]


def without_secrets(text: str) -> str:
    """Give a text in one line, at most `LONGEST` signs long, with its addresses made plain."""
    return _ADDRESS.sub(lambda match: plain_address(match[0]), one_line(text, 4 * LONGEST))[:LONGEST]
