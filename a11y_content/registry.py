"""Registries: name to thing; a name given twice is an error, an unknown one gets a "did you mean"."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


def suggest(word: str, known: Iterable[str]) -> str:
    """Give the one known word that is near `word`, or an empty string.

    Case and `_`/`-` do not count: `Emergancy` finds `emergency`.
    """
    table = {k.lower().replace("_", "-"): k for k in known}
    near = difflib.get_close_matches(word.lower().replace("_", "-"), table, n=1, cutoff=0.7)
    if not near:  # letters that changed places: `atl` is `alt`, though too short to be near it
        near = [one for one in table if sorted(one) == sorted(word.lower().replace("_", "-"))]
    return table[near[0]] if near else ""


class Registry(Mapping[str, "T"], Generic[T]):
    """An append-only table from names to things of one type."""

    def __init__(self, what: str) -> None:
        """Name what is registered, for messages."""
        self.what = what
        self._things: dict[str, T] = {}

    def add(self, name: str, thing: T) -> None:
        """Register `thing`; raises `ValueError` when the name is taken."""
        if name in self._things:
            msg = f"{self.what} {name!r} is registered twice"
            raise ValueError(msg)
        self._things[name] = thing

    def __getitem__(self, name: str) -> T:
        """Look a name up; raises `KeyError`."""
        return self._things[name]

    def __iter__(self) -> Iterator[str]:
        """Go through the names in the order of registration."""
        return iter(self._things)

    def __len__(self) -> int:
        """Count the names."""
        return len(self._things)

    def near(self, name: str) -> str:
        """Give the known name nearest to `name`, or an empty string."""
        return suggest(name, self._things)
