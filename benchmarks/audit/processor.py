"""Processor time of this process and of all that it started: what wall time cannot tell on a machine that others use."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_PARENT, _TIMES = 1, slice(11, 15)
"""Fields of `/proc/PID/stat` behind the name: the parent, and user and system time, own and of children that ended."""


def processor_seconds() -> float:
    """Give the seconds so far; without `/proc` only those of this process."""
    children: dict[int, list[int]] = defaultdict(list)
    used: dict[int, float] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text("latin-1").rpartition(")")[2].split()
        except OSError:  # ended since
            continue
        pid = int(folder.name)
        children[int(fields[_PARENT])].append(pid)
        used[pid] = sum(map(int, fields[_TIMES])) / _TICKS
    total, waiting = time.process_time(), list(children[os.getpid()])
    while waiting:
        pid = waiting.pop()
        total += used[pid]
        waiting += children[pid]
    return total
