"""Every bomb in full size, under limits of the system; and families that may grow, but not by the square (R2)."""

import pytest

from tests.security.bombs import bombs
from tests.security.limited import there
from tests.security.test_bombs import run, wrong


@pytest.mark.parametrize("door", bombs())
def test_every_bomb_ends_within_5_seconds_and_300_megabytes(door: str) -> None:
    if not there(door):
        pytest.skip(f"there is no door for {door}")
    found = {one["name"]: wrong(one, 5, 300) for one in run(door, 25_000)}
    assert {name: what for name, what in found.items() if what} == {}


@pytest.mark.parametrize("door", ["markdown", "html"])
def test_five_times_the_size_takes_at_most_seven_times_as_long(door: str) -> None:
    """Below a tenth of a second the ratio says nothing."""
    small, large = ({one["name"]: one.get("seconds", 99) for one in run(door, size)} for size in (5_000, 25_000))
    slow = {
        name: (small[name], seconds)
        for name, seconds in large.items()
        if seconds > 0.1 and seconds > 7 * max(small[name], 0.05)
    }
    assert slow == {}
