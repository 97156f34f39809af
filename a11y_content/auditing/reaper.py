"""The reaper: a tiny process that ends a browser and removes its folder once nobody holds its standard input.

Selenium leaves browsers behind when the driver or the auditor dies. All processes of one browser share a session that
its driver began, so the reaper can end them whatever happened to us, SIGKILL included.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

_PATIENCE = 10.0
"""Seconds within which processes that were killed must be gone."""


class Reaper:
    """Our end of the reaper process."""

    def __init__(self, session: int, folder: Path) -> None:
        """Start it for the session that process `session` leads, and for a folder of temporary files."""
        command = [sys.executable, "-I", "-S", str(Path(__file__)), str(session), str(folder)]
        self._session, self._folder = session, folder
        self._process = subprocess.Popen(  # noqa: S603  our own file
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def finish(self) -> None:
        """Let it do its work and wait for it."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            self._process.wait(2 * _PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        reap(self._session, self._folder)  # a second look costs nothing


def members(session: int) -> list[int]:
    """Give the ids of the living processes of a session (Linux; elsewhere none is seen)."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, ValueError, IndexError):
            # The name of a program stands in brackets and may hold anything: fields are counted after the last bracket.
            fields = entry.read_text().rpartition(")")[2].split()
            if int(fields[3]) == session and fields[0] != "Z":
                found.append(int(entry.parent.name))
    return found


def reap(session: int, folder: Path) -> None:
    """End all processes of a session and remove the folder, until both are gone or patience ends."""
    deadline = time.monotonic() + _PATIENCE
    with suppress(OSError):
        os.killpg(session, signal.SIGKILL)
    while True:
        living = members(session)
        for process in living:
            with suppress(OSError):
                os.kill(process, signal.SIGKILL)
        if not living:
            shutil.rmtree(folder, ignore_errors=True)
        if not (living or folder.exists()) or time.monotonic() > deadline:
            return
        time.sleep(0.02)  # the kernel needs a moment to take them away


if __name__ == "__main__":
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    sys.stdin.buffer.read()
    reap(int(sys.argv[1]), Path(sys.argv[2]))
