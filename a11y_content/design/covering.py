"""Covering arrays: few rows in which every pair of values of every two factors stands together at least once.

In-parameter-order growth (Lei and Tai, "In-parameter-order: a test generation strategy for pairwise testing", HASE
1998): the two largest factors are crossed, then one factor after another is added to the rows there are, and rows are
appended for the pairs that found no place. Deterministic; why it is our own: docs/decisions/0031-covering-array.md.
"""

from __future__ import annotations

from collections.abc import Sequence

_Row = dict[int, int]
_Pair = tuple[int, int, int]


def covering_array(sizes: Sequence[int]) -> list[tuple[int, ...]]:
    """Cover all pairs of factors with `sizes[i]` values each; a row holds one value index per factor.

    A cell that no pair needs is 0. Raises `ValueError` for a factor without values.
    """
    if any(size < 1 for size in sizes):
        raise ValueError("a factor needs at least one value")
    order = sorted(range(len(sizes)), key=lambda factor: -sizes[factor])
    rows: list[_Row] = [{}]
    for factor in order[:2]:
        rows = [{**row, factor: value} for row in rows for value in range(sizes[factor])]
    for count in range(2, len(order)):
        _add_factor(rows, order[:count], order[count], sizes)
    return [tuple(row.get(factor, 0) for factor in range(len(sizes))) for row in rows]


def _add_factor(rows: list[_Row], placed: Sequence[int], factor: int, sizes: Sequence[int]) -> None:
    needed = {(other, x, value) for other in placed for x in range(sizes[other]) for value in range(sizes[factor])}
    used = [0] * sizes[factor]
    for number, row in enumerate(rows):
        value = _best_value(row, number, used, factor, needed)
        row[factor] = value
        used[value] += 1
        needed -= _pairs_of(row, placed, factor)
    for pair in sorted(needed):
        if pair in needed:
            needed -= _place(rows, pair, placed, factor)


def _best_value(row: _Row, number: int, used: Sequence[int], factor: int, needed: set[_Pair]) -> int:
    """Give the value that covers most pairs in this row; ties go to the one used least, then in turn."""

    def gain(value: int) -> tuple[int, int, int]:
        covered = sum((other, x, value) in needed for other, x in row.items() if other != factor)
        return covered, -used[value], -((value - number) % len(used))

    return max(range(len(used)), key=gain)


def _place(rows: list[_Row], pair: _Pair, placed: Sequence[int], factor: int) -> set[_Pair]:
    """Put a pair into the first row with room for it, or into a new one; give the pairs that this row covers."""
    other, x, value = pair
    fits = (row for row in rows if row.get(factor, value) == value and row.get(other, x) == x)
    row = next(fits, None)
    if row is None:
        row = {}
        rows.append(row)
    row[factor] = value
    row[other] = x
    return _pairs_of(row, placed, factor)


def _pairs_of(row: _Row, placed: Sequence[int], factor: int) -> set[_Pair]:
    return {(other, row[other], row[factor]) for other in placed if other in row}
