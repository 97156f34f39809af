"""Bombs through every door: a result or a clear error, within seconds and megabytes that the system holds (R1-R5)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.security.bombs import YAML, bombs
from tests.security.limited import there

pytestmark = pytest.mark.programs  # each door in a process of its own
ROOT = Path(__file__).parents[2]
SMALL = 400
"""Size of the families here; tests/prove has the size of the requirement."""


def run(door: str, size: int) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.security.limited", door, str(size)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=900)
    return [json.loads(line) for line in done.stdout.splitlines()]


def wrong(result: dict[str, Any], seconds: float, megabytes: int) -> list[str]:
    """Say what is wrong with the end of a bomb."""
    return [
        *(f"{how}: {result[how]}" for how in ("raised", "killed") if how in result),
        *(["slow"] if result.get("seconds", 0) > seconds else []),
        *(["large"] if result.get("megabytes", 0) > megabytes else []),
        *(["a problem without a place"] if result.get("unplaced") else []),
        *(["a long message"] if result.get("longest", 0) > 500 else []),
    ]


def test_there_are_enough_bombs_of_yaml() -> None:
    assert len(YAML) >= 40


@pytest.mark.slow
@pytest.mark.parametrize("door", ["yaml", "markdown", "html"])
def test_every_bomb_ends_as_a_result_or_an_error(door: str) -> None:
    if not there(door):
        pytest.skip(f"there is no door for {door}")
    found = {one["name"]: wrong(one, 5, 300) for one in run(door, SMALL)}
    assert len(found) == len(bombs()[door])
    assert {name: what for name, what in found.items() if what} == {}


def test_what_is_wrong_with_an_end_is_found() -> None:
    assert wrong({"codes": [], "seconds": 1, "megabytes": 50}, 5, 300) == []
    assert wrong({"raised": "RecursionError"}, 5, 300) == ["raised: RecursionError"]
    assert wrong({"killed": "SIGXCPU"}, 5, 300) == ["killed: SIGXCPU"]
    assert wrong({"seconds": 6, "megabytes": 301, "unplaced": 1, "longest": 501}, 5, 300) == [
        "slow", "large", "a problem without a place", "a long message",
    ]  # fmt: skip
