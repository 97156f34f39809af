"""How many examples a property is tried on: a part of its number in `make test`, many times as many in `make prove`."""

from __future__ import annotations

import os
from typing import Any, Final

from hypothesis import settings

PROFILE: Final = os.environ.get("HYPOTHESIS_PROFILE", "repeat")
_TIMES: Final = {"repeat": 0.5, "search": 20}
ORDINARY: Final = 100
_FEWEST: Final = 2


def number(count: int = ORDINARY) -> int:
    """Give how many examples stand for a `count`."""
    return max(_FEWEST, int(count * _TIMES.get(PROFILE, 1)))


def examples(count: int = ORDINARY, **more: Any) -> settings:
    """Give the settings of a property that is worth `count` examples; `more` are settings of Hypothesis."""
    return settings(max_examples=number(count), deadline=None, **more)
