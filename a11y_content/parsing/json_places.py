"""Places inside the strings of a JSON text: from an offset in what a string says to line and column in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from a11y_content.parsing.source import Source
from a11y_content.problem import Spot

At = Callable[[int], Spot]
"""From an offset in a text (characters) to the place in the author's file."""

_ESCAPE: Final = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")
_END: Final = re.compile(r'[^"\\]*(?:\\.[^"\\]*)*"')


@lru_cache(maxsize=2)
def _lines(source: Source) -> list[int]:
    """Give the offsets in characters at which the lines of a source start."""
    return [0, *(found.end() for found in re.finditer("\n", source.text))]


def offsets(text: str, first: int) -> Callable[[int], int]:
    """Give the way from an offset in the string whose literal starts at `first` to the offset in the text."""
    end = _END.match(text, first + 1)
    stop = end.end() if end else len(text)
    here: list[int] = []
    behind: list[int] = []
    """Offsets behind each escape: in the string, and in the text."""
    if text.find("\\", first, stop) >= 0:
        decoded, last = 0, first + 1
        for found in _ESCAPE.finditer(text, first + 1, stop):
            decoded += found.start() - last + 1
            last = found.end()
            here.append(decoded)
            behind.append(last)

    def at(offset: int) -> int:
        place = bisect_right(here, offset)
        known, back = (here[place - 1], behind[place - 1]) if place else (0, first + 1)
        return min(back + offset - known, stop)

    return at


def inside(source: Source, spot: Spot) -> At:
    """Give the place of a character offset within the decoded JSON string whose literal stands at `spot`.

    Escapes are counted as they are written. Where no literal stands there, every offset gives `spot`.
    """
    starts = _lines(source)
    line = spot.line - 1
    first = starts[line] + spot.column - 1 if 0 <= line < len(starts) else -1
    if first < 0 or source.text[first : first + 1] != '"':
        return lambda _: spot
    start = starts[line]
    at = offsets(source.text, first)
    return lambda offset: Spot(source.name, spot.line, at(offset) - start + 1)
