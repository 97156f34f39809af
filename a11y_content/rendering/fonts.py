"""Fonts: the self-hosted face of the choice `legible`, declared and published only where a menu offers that choice.

A browser loads a face once text is drawn in it, so nobody loads it who has not chosen it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any, Final

from a11y_content.design.preference import Preference
from a11y_content.design.preferences import LEGIBLE
from a11y_content.rendering.naming import named

LICENCE: Final = "OFL.txt"


def font_files(table: Iterable[Preference]) -> dict[str, bytes]:
    """Give the font files and their licence for a menu with these preferences, by path in the site."""
    return {_path(name): _file(name) for name in (*_declared()["ranges"], LICENCE)} if _offered(table) else {}


def font_faces(table: Iterable[Preference]) -> str:
    """Give the `@font-face` rules for a menu with these preferences, for a stylesheet in the folder of the fonts."""
    if not _offered(table):
        return ""
    return "".join(
        f'@font-face{{font-family:"{LEGIBLE}";src:url({_path(name).rpartition("/")[2]});'
        f"font-weight:{_declared()['weight']};font-display:swap;unicode-range:{covers}}}\n"
        for name, covers in _declared()["ranges"].items()
    )


def _offered(table: Iterable[Preference]) -> bool:
    return any(f'"{LEGIBLE}"' in value for row in table for option in row.options for value in option.sets.values())


@cache
def _declared() -> dict[str, Any]:
    """Read the table that tools/fonts.py writes: which file holds which characters."""
    found: dict[str, Any] = json.loads(_file("fonts.json"))
    return found


@cache
def _path(name: str) -> str:
    stem, _, suffix = name.rpartition(".")
    return named(_file(name), suffix, stem)


@cache
def _file(name: str) -> bytes:
    return resources.files("a11y_content.rendering").joinpath("assets", "fonts", name).read_bytes()
