"""The reaper: a tiny process that ends a browser and removes its folder once nobody holds its standard input.

Selenium leaves browsers behind when the driver or the auditor dies. All processes of one browser share a session that
its driver began, so the reaper can end them whatever happened to us, SIGKILL included. It starts before the driver: a
driver of which it was not yet told is known by its folder for temporary files.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_PATIENCE = 10.0
"""Seconds within which processes that were killed must be gone."""


class Reaper:
    """Our end of the reaper process."""

    def __init__(self, folder: Path) -> None:
        """Start it for a folder of temporary files, which what is started from now on has as its TMPDIR."""
        self._sessions: list[int] = []
        self._folder = folder
        self._process = subprocess.Popen(  # noqa: S603  our own file
            [sys.executable, "-I", "-S", str(Path(__file__)), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def watch(self, session: int) -> None:
        """Tell it of the session that process `session` leads."""
        self._sessions.append(session)
        if self._process.stdin is not None:
            with suppress(OSError):  # it was ended: `finish` does its work
                self._process.stdin.write(b"%d\n" % session)
                self._process.stdin.flush()

    def finish(self) -> None:
        """Let it do its work and wait for it."""
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()
        try:
            self._process.wait(2 * _PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        reap(self._sessions, self._folder)  # a second look costs nothing


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


def _at_home_in(folder: Path) -> list[int]:
    """Give the ids of the processes whose folder for temporary files is this one (Linux)."""
    mark = f"TMPDIR={folder}".encode()
    found = []
    for entry in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            if mark in entry.read_bytes().split(b"\0"):
                found.append(int(entry.parent.name))
    return found


def reap(sessions: Sequence[int], folder: Path) -> None:
    """End all processes of these sessions and remove the folder, until all are gone or patience ends."""
    deadline = time.monotonic() + _PATIENCE
    for session in sessions:
        with suppress(OSError):
            os.killpg(session, signal.SIGKILL)
    while True:
        living = [process for session in sessions for process in members(session)] or _at_home_in(folder)
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
    told = sys.stdin.buffer.read()
    reap([int(line) for line in told.split()], Path(sys.argv[1]))
