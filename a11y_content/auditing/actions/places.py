"""Where the steps and their keys stand in a TOML file: `tomllib` gives values without places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from a11y_content.problem import Spot

_WORD: Final = r"[A-Za-z0-9_-]+"
_TOKEN: Final = re.compile(
    rf"""#[^\n]*|\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''.*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\{{|\}}"""
    rf"""|(?P<table>^[ \t]*\[\[[ \t]*actions[ \t]*\]\])|(?P<key>{_WORD})[ \t]*=""",
    re.DOTALL | re.MULTILINE,
)


@dataclass(slots=True)
class Place:
    """Where a table stands, its keys, and the inline tables in it."""

    spot: Spot
    keys: dict[str, Spot] = field(default_factory=dict)
    steps: list[Place] = field(default_factory=list)


def places(text: str, file: str) -> list[Place]:
    """Give the place of every `[[actions]]` table and of the steps in it; the first entry is the top of the file."""
    top = Place(Spot(file, 1, 1))
    found = [top]
    inline: list[Place] = []
    for token, spot in _tokens(text, file):
        if token.group("table"):
            found.append(Place(spot))
        elif key := token.group("key"):
            (inline or found)[-1].keys.setdefault(key, spot)
        elif token.group() == "{":
            inline.append(Place(spot))
        elif token.group() == "}" and inline:
            done = inline.pop()
            if not inline:
                found[-1].steps.append(done)
    return found


def _tokens(text: str, file: str) -> Iterator[tuple[re.Match[str], Spot]]:
    line, begin = 1, 0
    at = 0
    for token in _TOKEN.finditer(text):
        start = token.start()
        line += text.count("\n", at, start)
        begin = text.rfind("\n", 0, start) + 1
        at = start
        yield token, Spot(file, line, start - begin + 1)
