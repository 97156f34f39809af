"""Text inside text: a string of a JSON file that is itself Markdown or JSON, with the places of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from a11y_content.model.raw import Raw
from a11y_content.parsing.source import Source
from a11y_content.problem import Problem, Spot


class Inner:
    """A text that stands inside a file; `at` gives the place in the file of each of its characters."""

    def __init__(self, name: str, text: str, at: Callable[[int], Spot]) -> None:
        self.source = Source(name, text)
        self.at = at
        self._starts = [0]
        for line in self.source.text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def lift(self, spot: Spot) -> Spot:
        """Give the place in the file of a place in the text."""
        if not 0 < spot.line < len(self._starts):
            return self.at(0)
        return self.at(self._starts[spot.line - 1] + max(spot.column, 1) - 1)

    def raise_all(self, root: Raw) -> dict[Spot, Spot]:
        """Give every part of a tree that was read from the text its place in the file.

        Comes out: the places of strings in the text, by their places in the file.
        """
        inner: dict[Spot, Spot] = {}
        stack = [root]
        seen: set[int] = set()
        while stack:
            raw = stack.pop()
            if id(raw) in seen:
                continue
            seen.add(id(raw))
            if raw.spot:
                before, raw.spot = raw.spot, self.lift(raw.spot)
                if isinstance(raw.value, str):
                    inner[raw.spot] = before
            raw.keys = {name: self.lift(spot) for name, spot in raw.keys.items()}
            if isinstance(raw.value, dict):
                stack.extend(raw.value.values())
            elif isinstance(raw.value, list):
                stack.extend(raw.value)
        return inner

    def problems(self, found: Iterable[Problem]) -> list[Problem]:
        """Give problems of the text their places in the file."""
        return [replace(one, where=self.lift(one.where)) for one in found]
