"""WebDriver BiDi over one socket: commands with a limit of time, and the events that come between.

https://w3c.github.io/webdriver-bidi/
"""

from __future__ import annotations

import json
import time
from collections import deque
from typing import Any, Final

from websocket import WebSocket, WebSocketException, WebSocketTimeoutException

from a11y_content.auditing.browser.base import BrowserGoneError

Message = dict[str, Any]
_MOST: Final = 20_000
"""Events that are kept until somebody reads them; the oldest go first."""


class CommandError(Exception):
    """The browser refused a command; `kind` is the protocol's own word."""

    def __init__(self, kind: str, message: str) -> None:
        """Keep both."""
        super().__init__(message)
        self.kind = kind


class TooLateError(Exception):
    """The browser did not answer in time; the socket is of no use any more."""


class Bidi:
    """One open session."""

    def __init__(self, address: str, seconds: float) -> None:
        """Connect to a socket's address, such as `ws://127.0.0.1:4711/session`; raises `BrowserGoneError`."""
        self._asked = 0
        self._events: deque[Message] = deque(maxlen=_MOST)
        self._socket = WebSocket()
        try:
            self._socket.connect(address, timeout=seconds, suppress_origin=True)  # type: ignore[no-untyped-call]
        except (OSError, WebSocketException) as error:
            raise BrowserGoneError(f"the browser does not answer: {error}") from error

    def ask(self, method: str, seconds: float, params: Message) -> Message:
        """Send a command and give its result.

        Raises `CommandError`, `TooLateError`, or `BrowserGoneError` when the socket ends.
        """
        self._asked += 1
        end = time.monotonic() + seconds
        try:
            self._socket.settimeout(seconds)
            self._socket.send(json.dumps({"id": self._asked, "method": method, "params": params}))
            while (answer := self._next(end)).get("id") != self._asked:
                if answer.get("type") == "event":
                    self._events.append(answer)
        except WebSocketTimeoutException as error:
            raise TooLateError(method) from error
        except (OSError, ValueError, WebSocketException) as error:
            raise BrowserGoneError(f"the browser ended ({method}): {error}") from error
        if answer["type"] == "error":
            raise CommandError(answer["error"], answer.get("message", ""))
        result: Message = answer["result"]
        return result

    def _next(self, end: float) -> Message:
        left = end - time.monotonic()
        if left <= 0:
            raise WebSocketTimeoutException
        self._socket.settimeout(left)
        message: Message = json.loads(self._socket.recv())
        return message

    def events(self) -> list[Message]:
        """Take the events that came since the last call: `method` and `params`."""
        taken = list(self._events)
        self._events.clear()
        return taken

    def close(self) -> None:
        """Hang up; never raises."""
        try:
            self._socket.close(timeout=1)
        except (OSError, WebSocketException):
            self._socket.shutdown()  # type: ignore[no-untyped-call]
