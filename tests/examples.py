"""How many examples a property is tried on: a part of its number in `make test`, many times as many in `make prove`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, Final, TypeVar

from hypothesis import settings

PROFILE: Final = os.environ.get("HYPOTHESIS_PROFILE", "repeat")
_TIMES: Final = {"repeat": 0.5, "search": 20}
ORDINARY: Final = 100
_FEWEST: Final = 2
_STEP: Final = {"repeat": 3}

T = TypeVar("T")


def number(count: int = ORDINARY) -> int:
    """Give how many examples stand for a `count`."""
    return max(_FEWEST, int(count * _TIMES.get(PROFILE, 1)))


def examples(count: int = ORDINARY, **more: Any) -> settings:
    """Give the settings of a property that is worth `count` examples; `more` are settings of Hypothesis."""
    return settings(max_examples=number(count), deadline=None, **more)


def some(items: Sequence[T]) -> Sequence[T]:
    """Give every third of many items in `make test`, all of them in `make prove`."""
    return items[:: _STEP.get(PROFILE, 1)]
