"""Firefox's process: started with a new profile and its own session of processes, ended without a trace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from contextlib import suppress
from selectors import EVENT_READ, DefaultSelector
from threading import Thread
from typing import Final

from a11y_content.auditing.browser.firefox_profile import user_js
from a11y_content.auditing.programs import make_folder
from a11y_content.auditing.reaper import Reaper
from a11y_content.problem import CouldNotRunError, one_line

_LISTENING: Final = re.compile(rb"WebDriver BiDi listening on (ws://\S+)")
_START: Final = 60.0
"""Seconds until Firefox must listen."""


class FirefoxProcess:
    """A running Firefox that listens at `address`."""

    def __init__(self, program: str, *, only_loopback: bool) -> None:
        """Start it; raises `CouldNotRunError`."""
        self._folder = make_folder()
        self._reaper = Reaper(self._folder)
        self._rest: Thread | None = None
        profile = self._folder / "profile"
        profile.mkdir()
        (profile / "user.js").write_text(user_js(only_loopback=only_loopback), "utf-8")
        command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
        home = str(self._folder)
        environment = {**os.environ, "HOME": home, "TMPDIR": home, "MOZ_CRASHREPORTER_DISABLE": "1"}
        try:
            self._process = subprocess.Popen(  # noqa: S603  the program that the reader named or that is on the path
                [*command, "--remote-allow-system-access", "about:blank"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env=environment,
                start_new_session=True,
            )
        except OSError as error:
            self._reaper.finish()
            raise CouldNotRunError(f"{program} could not be started: {error}") from error
        try:
            self._reaper.watch(self._process.pid)
            self.address = self._listening()
            # Nobody wants what it says later, and nobody reading it would make it stand still once the pipe is full.
            self._rest = Thread(target=self._read_on, name="a11y-firefox", daemon=True)
            self._rest.start()
        except BaseException:
            self.close()
            raise

    @property
    def pid(self) -> int:
        """The id of the process, which leads the session of all its children."""
        return self._process.pid

    def _listening(self) -> str:
        """Read the address from what Firefox says first."""
        said = b""
        end = time.monotonic() + _START
        stream = self._process.stderr
        if stream is None:  # a pipe was asked for
            raise CouldNotRunError("Firefox says nothing")
        with DefaultSelector() as ready:
            ready.register(stream, EVENT_READ)
            while not (found := _LISTENING.search(said)):
                waiting = ready.select(max(0, end - time.monotonic()))
                part = os.read(stream.fileno(), 4096) if waiting else b""
                if not part:
                    last = one_line(said[-300:].decode(errors="replace").strip())
                    raise CouldNotRunError(f"Firefox did not start to listen; it said: {last or 'nothing'}")
                said += part
        return found[1].decode()

    def _read_on(self) -> None:
        stream = self._process.stderr
        with suppress(OSError, ValueError):
            while stream is not None and os.read(stream.fileno(), 1 << 16):
                pass

    def close(self) -> None:
        """End it and all its children, and remove the profile; never raises."""
        self._reaper.finish()
        with suppress(OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait(5)
        if self._rest is not None:
            self._rest.join(1)
        if self._process.stderr is not None:
            self._process.stderr.close()
        shutil.rmtree(self._folder, ignore_errors=True)
