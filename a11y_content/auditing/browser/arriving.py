"""Where a caller's own steps led: the document that stands there then is judged as every page is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from a11y_content.auditing.browser.loading import Event, judge, listen


class DevTools(Protocol):
    """Whatever sends commands of the DevTools protocol."""

    def cdp(self, command: str, **parameters: object) -> Any:
        """Send a command and give its result."""


class Arrivals:
    """What the network said since the last page that was judged."""

    def __init__(self, tools: DevTools) -> None:
        """Nothing was said yet."""
        self._tools = tools
        self._heard: list[Event] = []

    def look(self, events: Iterable[Event], before: str) -> str:
        """Give the id of the document that a step led to from the page `before`; empty while it is not loaded.

        `events` are those since the last call. Raises `PageError` unless it is a page of the same site, whole, as HTML,
        with a good status.
        """
        self._heard += events
        ready = self._tools.cdp("Runtime.evaluate", expression="document.readyState")["result"].get("value")
        frame = self._tools.cdp("Page.getFrameTree")["frameTree"]["frame"]
        load = listen(self._heard, frame["loaderId"])
        if ready != "complete" or not load.asked:
            return ""
        self._heard = []
        load.asked = before  # that it went on was the caller's own wish
        judge(before, frame, load)
        return f"{frame['loaderId']} {frame['url']}"
