"""Where each key of a TOML file stands: `tomllib` gives values without places, so this scans the lines for keys."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.problem import Spot

Path = tuple[str | int, ...]

_TABLE: Final = re.compile(r"^[ \t]*(\[{1,2})[ \t]*([^\]]+?)[ \t]*\]{1,2}")
_KEY: Final = re.compile(
    r"""^[ \t]*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:[ \t]*\.[ \t]*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)[ \t]*="""
)
_WORD: Final = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")


def places(text: str, file: str) -> dict[Path, Spot]:
    """Map the path of every table and key to its place.

    A path is names and list positions, such as `("nav", 0, "href")`. Keys inside inline tables are not found: ask for
    the nearest path above them with `nearest`.
    """
    found: dict[Path, Spot] = {(): Spot(file, 1, 1)}
    counts: dict[Path, int] = {}
    table: Path = ()
    quote = ""
    for number, line in enumerate(text.split("\n"), 1):
        if quote:
            if line.count(quote) % 2:
                quote = ""
            continue
        if header := _TABLE.match(line):
            table = _header(header, counts)
            found.setdefault(table, Spot(file, number, header.start(2) + 1))
        elif key := _KEY.match(line):
            path = (*table, *_words(key.group(1)))
            found.setdefault(path, Spot(file, number, key.start(1) + 1))
            quote = next((q for q in ('"""', "'''") if line.count(q) % 2), "")
    return found


def nearest(found: dict[Path, Spot], path: Path) -> Spot:
    """Give the place of a path, or of the nearest one above it."""
    while path not in found:
        path = path[:-1]
    return found[path]


def _words(dotted: str) -> tuple[str, ...]:
    return tuple(word.strip("\"'") for word in _WORD.findall(dotted))


def _header(header: re.Match[str], counts: dict[Path, int]) -> Path:
    """Turn `[[nav]]` into `("nav", 0)`, then `("nav", 1)`; inner tables of the last entry count as its own."""
    path: Path = ()
    words = _words(header.group(2))
    for index, word in enumerate(words):
        path = (*path, word)
        last = index == len(words) - 1
        if header.group(1) == "[[" and last:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path
