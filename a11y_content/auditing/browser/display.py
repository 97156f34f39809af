"""A display that nobody looks at, for a browser that has no headless mode."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from typing import Final

from a11y_content.auditing.reaper import Reaper
from a11y_content.problem import CouldNotRunError

_START: Final = 30.0
"""Seconds until the display must be there."""
_SIZE: Final = "4000x3000x24"
"""Larger than the window of any mode."""


class Display:
    """A running Xvfb, which picks a free number by itself."""

    def __init__(self, program: str, folder: Path) -> None:
        """Start it; raises `CouldNotRunError`. `folder` is removed with it."""
        reading, writing = os.pipe()
        command = [program, "-displayfd", str(writing), "-screen", "0", _SIZE, "-nolisten", "tcp", "-noreset"]
        self._reaper = Reaper(folder)
        try:
            self._process = subprocess.Popen(  # noqa: S603  the program that was found
                command,
                pass_fds=[writing],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "TMPDIR": str(folder)},
                start_new_session=True,
            )
        except OSError as error:
            os.close(reading)
            self._reaper.finish()
            raise CouldNotRunError(f"{program} could not be started: {error}") from error
        finally:
            os.close(writing)
        self._reaper.watch(self._process.pid)
        with os.fdopen(reading, "rb") as said, DefaultSelector() as ready:
            ready.register(said, EVENT_READ)
            number = said.readline().strip() if ready.select(_START) else b""
        if not number:
            self.close()
            raise CouldNotRunError("Xvfb named no display")
        self.name = f":{number.decode()}"

    def close(self) -> None:
        """End it; never raises."""
        with suppress(OSError, subprocess.TimeoutExpired):
            self._process.terminate()  # it takes its lock file away by itself
            self._process.wait(5)
        self._reaper.finish()
        with suppress(OSError, subprocess.TimeoutExpired):
            self._process.wait(5)
