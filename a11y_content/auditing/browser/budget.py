"""The time that a page has: its load and its first mode share one limit, and each progress begins a new one."""

from __future__ import annotations

import time
from typing import Final

_LEAST: Final = 0.05
"""Seconds: no wait is shorter, or a call would end before it began."""


class Budget:
    """A limit in seconds that runs down from `begin`."""

    def __init__(self, seconds: float) -> None:
        """Begin at once."""
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def begin(self) -> None:
        """Give the whole limit anew: a new page, or a page that made progress."""
        self._end = time.monotonic() + self.seconds

    def left(self) -> float:
        """Give the seconds that are left, never quite none."""
        return max(_LEAST, self._end - time.monotonic())
