"""Accidents for audits: which processes belong to one, how to end them, and whether anything is left."""

import os
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

from a11y_content.auditing.reaper import members

KINDS = ("driver", "browser", "renderer", "gpu")


def of_folder(folder: Path) -> list[int]:
    """Give the living processes whose folder for temporary files is this one or lies in it."""
    mark = f"TMPDIR={folder}".encode()
    found = []
    for entry in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            values = entry.read_bytes().split(b"\0")
            if any(value == mark or value.startswith(mark + b"/") for value in values):
                found.append(int(entry.parent.name))
    return [pid for pid in found if _state(pid) not in {"", "Z"} and pid != os.getpid()]


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return ""


def victims(kind: str, parent: int) -> list[int]:
    """Give the processes of a kind in the browsers that process `parent` has started."""
    found = []
    for leader in _drivers(parent):
        for pid in members(leader):
            with suppress(OSError):
                # What Chromium's zygote has made says its command with spaces in it.
                words = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").split()
                if _kind(pid, leader, words) == kind:
                    found.append(pid)
    return found


def _drivers(parent: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        with suppress(OSError):
            found += [int(pid) for pid in task.read_text("ascii").split()]
    return [pid for pid in found if b"chromedriver" in command_of(pid)]


def command_of(pid: int) -> bytes:
    """Give the program of a process; empty when it is gone."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[0]
    except OSError:
        return b""


def _kind(pid: int, leader: int, words: list[bytes]) -> str:
    if pid == leader:
        return "driver"
    kinds = [word.removeprefix(b"--type=") for word in words if word.startswith(b"--type=")]
    if not kinds:
        return "browser" if any(word.startswith(b"--user-data-dir=") for word in words) else ""
    return {b"renderer": "renderer", b"gpu-process": "gpu"}.get(kinds[0], "")


class Killer(threading.Thread):
    """Ends processes of a kind of this process' browsers: some time from now, or once there are any."""

    def __init__(self, kind: str, seconds: float) -> None:
        super().__init__(daemon=True)
        self._kind, self._seconds = kind, seconds
        self._over = threading.Event()
        self.killed: list[int] = []

    def run(self) -> None:
        time.sleep(self._seconds)  # the moment of the accident is what is tried
        while not (self.killed or self._over.wait(0.005)):
            for pid in victims(self._kind, os.getpid()):
                with suppress(OSError):
                    os.kill(pid, signal.SIGKILL)
                    self.killed.append(pid)

    def finish(self) -> list[int]:
        """Kill no more; give the processes that were killed."""
        self._over.set()
        if self.ident is not None:
            self.join()
        return self.killed


def nothing_left(folder: Path, seconds: float = 3) -> str:
    """Wait until no process and no file is left of what ran with this folder; say what is left after `seconds`."""
    end = time.monotonic() + seconds
    while left := [*of_folder(folder), *(str(path) for path in folder.iterdir())]:
        if time.monotonic() > end:
            return f"left: {left}"
        time.sleep(0.05)  # looks again until the deadline
    return ""
