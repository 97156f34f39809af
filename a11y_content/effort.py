"""What the reading of one document may cost in time, and the collector of garbage kept off it.

Limits of size are meant to be met first; this clock stops what they did not foresee.
"""

from __future__ import annotations

import gc
import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

SECONDS: Final = 4.0
"""Most seconds of the processor for one document, from its text to the typed model with the rules over it.

The promise is five; the work between two looks at the clock is the rest.
"""
_THRESHOLDS: Final = (100_000, 20, 50)
"""Trees are large and live as long as their reading: looking through them again and again took a third of the time."""

_until: ContextVar[float] = ContextVar("until", default=math.inf)
_lock: Final = threading.Lock()
_held: list[tuple[int, int, int]] = []
"""The thresholds that were found, once for each reading that goes on: threads may read at the same time."""


class OutOfTimeError(Exception):
    """Raised by `tick` in a reading that takes too long; the doors and importers turn it into a problem."""


@contextmanager
def effort(seconds: float = SECONDS) -> Iterator[None]:
    """Let what is done inside take so many seconds of this thread's processor time; an outer limit stays in force."""
    with _lock:
        _held.append(gc.get_threshold() if not _held else _held[0])
        if gc.isenabled() and _held[0][0]:
            gc.set_threshold(*_THRESHOLDS)
    token = _until.set(min(_until.get(), time.thread_time() + seconds))
    try:
        yield
    finally:
        _until.reset(token)
        with _lock:
            found = _held.pop()
            if not _held:
                gc.set_threshold(*found)


def tick() -> None:
    """Raise `OutOfTimeError` where the time of the reading around is over; called once for each pass or block."""
    if time.thread_time() > _until.get():
        raise OutOfTimeError
