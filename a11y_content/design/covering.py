"""Covering arrays: few rows in which every pair of values of every two factors stands together at least once.

In-parameter-order growth (Lei and Tai, "In-parameter-order: a test generation strategy for pairwise testing", HASE
1998): the two largest factors are crossed, then one factor after another is added to the rows there are, and rows are
appended for the pairs that found no place. Deterministic; why it is our own: docs/decisions/0031-covering-array.md.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

_Row = dict[int, int]
_Pair = tuple[int, int, int]
Cell = tuple[int, int]
"""A factor and the index of one of its values."""


def covering_array(sizes: Sequence[int], never: Collection[tuple[Cell, Cell]] = ()) -> list[tuple[int, ...]]:
    """Cover all pairs of factors with `sizes[i]` values each; a row holds one value index per factor.

    A cell that no pair needs is 0. Two cells that are a pair in `never` stand in no row together; the value 0 bears
    every other. Raises `ValueError` for a factor without values.
    """
    if any(size < 1 for size in sizes):
        raise ValueError("a factor needs at least one value")
    order = sorted(range(len(sizes)), key=lambda factor: -sizes[factor])
    growing = _Growing(sizes, never)
    for count, factor in enumerate(order):
        growing.add(order[:count], factor)
    return [tuple(row.get(factor, 0) for factor in range(len(sizes))) for row in growing.rows]


class _Growing:
    """Rows that get one factor after another."""

    def __init__(self, sizes: Sequence[int], never: Collection[tuple[Cell, Cell]]) -> None:
        self.rows: list[_Row] = [{}]
        self._sizes = sizes
        self._foes: dict[Cell, list[Cell]] = {}
        for one, other in never:
            self._foes.setdefault(one, []).append(other)
            self._foes.setdefault(other, []).append(one)

    def add(self, placed: Sequence[int], factor: int) -> None:
        """Add a factor to the rows that cover all pairs of the factors in `placed`."""
        values = range(self._sizes[factor])
        needed = {
            (other, x, value)
            for other in placed
            for x in range(self._sizes[other])
            for value in values
            if self._bearable({other: x}, factor, value)
        }
        if not placed:
            self.rows = [{factor: value} for value in values]
        used = [0] * len(values)
        for number, row in enumerate(self.rows if placed else ()):
            turn = sorted(values, key=lambda value: (used[value], (value - number) % len(used)))
            possible = (value for value in turn if self._bearable(row, factor, value))
            row[factor] = max(possible, key=lambda value: _gain(row, value, needed))
            used[row[factor]] += 1
            needed -= _pairs_of(row, placed, factor)
        for pair in sorted(needed):
            if pair in needed:
                needed -= self._place(pair, placed, factor)

    def _bearable(self, row: _Row, factor: int, value: int) -> bool:
        return not any(row.get(foe) == index for foe, index in self._foes.get((factor, value), ()))

    def _place(self, pair: _Pair, placed: Sequence[int], factor: int) -> set[_Pair]:
        """Put a pair into the first row with room for it, or into a new one; give the pairs that this row covers."""
        other, x, value = pair

        def fits(row: _Row) -> bool:
            room = row.get(factor, value) == value and row.get(other, x) == x
            return room and self._bearable(row, factor, value) and self._bearable(row, other, x)

        row = next(filter(fits, self.rows), None)
        if row is None:
            row = {}
            self.rows.append(row)
        row[factor] = value
        row[other] = x
        return _pairs_of(row, placed, factor)


def _gain(row: _Row, value: int, needed: set[_Pair]) -> int:
    """Count the pairs that the new factor would cover in this row."""
    return sum((other, x, value) in needed for other, x in row.items())


def _pairs_of(row: _Row, placed: Sequence[int], factor: int) -> set[_Pair]:
    return {(other, row[other], row[factor]) for other in placed if other in row}
