"""The process of a driver, which tells its id before the browser starts, and of which nothing stays open."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from selenium.webdriver.chrome.service import Service as ChromeService
from selenium.webdriver.common.service import Service
from selenium.webdriver.webkitgtk.service import Service as WebKitService

Started = Callable[[int], None]
_SLACK: Final = 3
"""Seconds that a driver may need for going."""


class ChromeDriver(ChromeService):
    """ChromeDriver; `started` gets its process id, which is that of its session of processes too."""

    def __init__(self, program: str, started: Started, environment: dict[str, str]) -> None:
        """Prepare it."""
        super().__init__(program, env=environment, popen_kw={"start_new_session": True})
        self._started = started

    def start(self) -> None:
        """Start it and tell."""
        super().start()
        self._started(self.process.pid)


class WebKitDriver(WebKitService):
    """WebKitWebDriver, in the same way."""

    def __init__(self, program: str, started: Started, environment: dict[str, str]) -> None:
        """Prepare it."""
        super().__init__(program, env=environment)
        self.popen_kw: dict[str, Any] = {"start_new_session": True}
        self._started = started

    def start(self) -> None:
        """Start it and tell."""
        super().start()
        self._started(self.process.pid)


def forget(service: Service) -> None:
    """Wait for a driver that was ended, so that nothing of it stays open; selenium does not, for one that died."""
    with suppress(Exception):
        service.stop()
    process = getattr(service, "process", None)
    if process is not None:
        with suppress(subprocess.TimeoutExpired):
            process.wait(_SLACK)
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                stream.close()
