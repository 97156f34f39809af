"""Firefox without geckodriver: it speaks WebDriver BiDi by itself, over one socket.

https://w3c.github.io/webdriver-bidi/ ; only what the tests need.
"""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import subprocess
import time
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from threading import Thread
from typing import Any, ClassVar

from websocket import WebSocket

from tests.engines.engine import LIMIT, Engine

_LISTENING = re.compile(rb"WebDriver BiDi listening on (ws://\S+)")

NO_SCRIPTS = {"javascript.enabled": False}
"""As a reader switches them off in about:config; questions to the page are still answered."""
DARK = {"ui.systemUsesDarkTheme": 1}
"""The device asks for dark colours."""

Message = dict[str, Any]


class Firefox(Engine):
    """Firefox with a new profile; `prefs` are those of about:config."""

    name: ClassVar[str] = "firefox"

    def __init__(self, binary: str, profile: Path, prefs: dict[str, object] | None = None) -> None:
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in (prefs or {}).items()]
        (profile / "user.js").write_text("".join(lines), "utf-8")
        command = [binary, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
        # A session of its own, so that it can be ended with all its content processes, and nothing else with it.
        self._process = subprocess.Popen(
            [*command, "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**os.environ, "HOME": str(profile), "MOZ_CRASHREPORTER_DISABLE": "1"},
            start_new_session=True,
        )
        self._rest = Thread(target=self._process.stderr.read)
        self._asked = 0
        self._socket = WebSocket()
        try:
            address = self._listening()
            # Nobody wants what it says later, and nobody reading it would make it stand still once the pipe is full.
            self._rest.start()
            self._socket.connect(address + "/session", timeout=LIMIT, suppress_origin=True)
            self._ask("session.new", capabilities={})
            # The first tab never has the focus of a window without a head, and there no key presses a button.
            self._tab = self._ask("browsingContext.create", type="tab")["context"]
        except BaseException:
            self._end()
            raise

    def _listening(self) -> str:
        """Read the address from what Firefox says first."""
        said = b""
        end = time.monotonic() + LIMIT
        stream = self._process.stderr
        with DefaultSelector() as ready:
            ready.register(stream, EVENT_READ)
            while not (found := _LISTENING.search(said)):
                if not ready.select(max(0, end - time.monotonic())):
                    msg = f"Firefox did not listen within {LIMIT:.0f} s; it said: {said[-500:]!r}"
                    raise TimeoutError(msg)
                part = os.read(stream.fileno(), 4096)
                if not part:
                    msg = f"Firefox ended before it listened; it said: {said[-500:]!r}"
                    raise ConnectionError(msg)
                said += part
        return found[1].decode()

    def _ask(self, method: str, **params: object) -> Message:
        """Send a command and give its result; events that come between are not waited for by anyone."""
        self._asked += 1
        self._socket.send(json.dumps({"id": self._asked, "method": method, "params": params}))
        while True:
            answer: Message = json.loads(self._socket.recv())
            if answer.get("id") != self._asked:
                continue
            if answer["type"] == "error":
                msg = f"Firefox: {method}: {answer['error']}: {answer['message']}"
                raise RuntimeError(msg)
            return answer["result"]

    def open(self, url: str) -> None:
        self._ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")

    def _load_again(self) -> None:
        self._ask("browsingContext.reload", context=self._tab, wait="complete")

    def resize(self, width: int, height: int) -> None:
        self._ask("browsingContext.setViewport", context=self._tab, viewport={"width": width, "height": height})

    def screenshot(self) -> bytes:
        return base64.b64decode(self._ask("browsingContext.captureScreenshot", context=self._tab)["data"])

    def _text(self, script: str) -> str:
        answer = self._ask("script.evaluate", expression=script, target={"context": self._tab}, awaitPromise=False)
        if answer["type"] == "exception":
            msg = f"Firefox: {answer['exceptionDetails']['text']}: {script}"
            raise RuntimeError(msg)
        text: str = answer["result"]["value"]
        return text

    def _perform(self, source: Message) -> None:
        self._ask("input.performActions", context=self._tab, actions=[source])

    def press(self, *keys: str) -> None:
        steps: list[Message] = []
        for held in keys:
            steps += [{"type": "keyDown", "value": key} for key in held]
            steps += [{"type": "keyUp", "value": key} for key in reversed(held)]
        self._perform({"type": "key", "id": "keyboard", "actions": steps})

    def point(self, x: int, y: int, *, press: bool = False) -> None:
        steps: list[Message] = [{"type": "pointerMove", "x": x, "y": y}]
        if press:
            steps += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._perform({"type": "pointer", "id": "mouse", "actions": steps})

    def close(self) -> None:
        try:
            self._ask("browser.close")
            self._process.wait(LIMIT)
        finally:
            self._end()

    def _end(self) -> None:
        self._socket.close()
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(LIMIT)
        if self._rest.ident:
            self._rest.join(LIMIT)
        self._process.stderr.close()
