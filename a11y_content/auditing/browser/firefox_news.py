"""What Firefox's events say about a page: its load, its requests, its errors."""

from __future__ import annotations

from typing import Any

from a11y_content.auditing.browser.loading import Load
from a11y_content.auditing.browser.news import Chronicle
from a11y_content.auditing.check import News


class Journal:
    """The events of one page."""

    def __init__(self) -> None:
        """Nothing has happened yet."""
        self._chronicle = Chronicle()
        self._loads: dict[str, Load] = {}
        self._downloads = False
        self.navigation = ""
        """The id of the navigation whose document stands in the tab."""

    def read(self) -> tuple[News, ...]:
        """Give the news."""
        return self._chronicle.read()

    def load(self, navigation: str) -> Load:
        """Give what the network said about a navigation; about the last one where its id is not known."""
        found = self._loads.get(navigation) if navigation else next(reversed(self._loads.values()), None)
        found = found or Load()
        found.download = found.download or self._downloads
        return found

    def note(self, method: str, event: dict[str, Any], tab: str) -> None:
        """Note an event of the protocol."""
        if method.startswith("network."):
            self._network(method, event, tab)
        elif method == "browsingContext.downloadWillBegin":
            self._downloads = True
        elif method in {"browsingContext.navigationCommitted", "browsingContext.load"} and event["context"] == tab:
            self.navigation = event["navigation"] or self.navigation
        elif method == "browsingContext.userPromptOpened":
            self._chronicle.note("dialog", f"{event['type']}: {event.get('message', '')}", "")
        elif method == "log.entryAdded" and event["level"] == "error":
            self._console(event)

    def _console(self, event: dict[str, Any]) -> None:
        frames = (event.get("stackTrace") or {}).get("callFrames") or [{}]
        place = (frames[0].get("url", ""), frames[0].get("lineNumber", -1) + 1)
        text = event.get("text") or ""
        kind = "console-error" if event["type"] == "console" else "exception"
        if "Content-Security-Policy" in text:
            kind = "csp"
        self._chronicle.note(kind, text, *place)

    def _network(self, method: str, event: dict[str, Any], tab: str) -> None:
        request = event["request"]
        url, kind = request["url"], request.get("destination") or "other"
        navigation = event.get("navigation") if event.get("context") == tab else None
        load = self._loads.setdefault(navigation, Load()) if navigation else None
        if method == "network.beforeRequestSent":
            self._chronicle.request(kind, url)
            if load is not None and not load.asked:
                load.asked = url
        elif method == "network.fetchError":
            self._chronicle.fail(event.get("errorText", "no answer"), url)
            if load is not None:
                load.broken = event.get("errorText", "no answer")
        elif method == "network.responseCompleted":
            response = event["response"]
            self._chronicle.answer(response["status"], url)
            if load is not None:
                load.status = response["status"]
                load.finished = not response.get("fromCache")
                load.length = response.get("content", {}).get("size") or response.get("bodySize") or 0
