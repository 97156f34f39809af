"""Where each key of a JSON text stands: `json` gives values without places, so this scans the text for keys."""

from __future__ import annotations

import json
import re
from typing import Final

from a11y_content.problem import Spot

Path = tuple[str, ...]

_JSON: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def places(text: str, file: str, deepest: int) -> tuple[dict[Path, Spot], list[tuple[str, Spot]]]:
    """Give the place of every key of a well-formed JSON text by its path, and the keys that are given twice.

    Only objects inside objects count, down to `deepest` levels: nobody asks for the rest.
    """
    found: dict[Path, Spot] = {(): Spot(file, 1, 1)}
    twins: list[tuple[str, Spot]] = []
    path: list[str] = []
    opened: list[str] = []
    arrays = 0
    key = False
    line, line_start, told = 1, 0, 0
    for match in _JSON.finditer(text):
        mark = match.group()
        if mark in {"{", "["}:
            opened.append(mark)
            path.append("")
            arrays += mark == "["
            key = mark == "{"
        elif mark in {"}", "]"}:
            arrays -= opened.pop() == "["
            path.pop()
        elif mark == ",":
            key = opened[-1] == "{"
        elif mark == ":":
            key = False
        elif key and not arrays and len(path) <= deepest:
            path[-1] = json.loads(mark) if "\\" in mark else mark[1:-1]
            start = match.start()
            breaks = text.count("\n", told, start)  # only since the last key, or a long file takes minutes
            if breaks:
                line, line_start = line + breaks, text.rfind("\n", told, start) + 1
            told = start
            spot = Spot(file, line, start - line_start + 1)
            if found.setdefault(tuple(path), spot) is not spot:
                twins.append((path[-1], spot))
    return found, twins
