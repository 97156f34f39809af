"""Scripts: that of the head, which knows the table, and that of the menu, which reads the form that it finds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from a11y_content.design.preference import Preference
from a11y_content.rendering.styles import package_file, without_comments

WHITELIST: Final = "A11Y_CHOICES"
"""Word of boot.js that stands for the pattern of every preference with its values."""
_AROUND: Final = re.compile(r"""\s*("[^"\n]*"|`[^`]*`|[^\w\s$])\s*""")
"""White space beside strings and punctuation. In our scripts it means nothing: every statement ends with a semicolon
(Biome), and no pattern holds a space. What is inside a string stays."""


def script() -> str:
    """Give the menu's script: it reads the form that it finds, and knows no table."""
    return _tight("menu.js")


def boot(table: Iterable[Preference]) -> str:
    """Give the script of the page head, that puts the reader's choices on `<html>` before the first paint."""
    return _tight("boot.js").replace(WHITELIST, _pattern(table))


def _tight(file: str) -> str:
    """Give a script without what only people need; names stay, so that an error in a console can be understood."""
    return _AROUND.sub(r"\1", without_comments(package_file(file))).strip()


def _pattern(table: Iterable[Preference]) -> str:
    """Write `text:(?:100|125)|motion:(?:standard|reduced)`; names and values are words, so nothing is escaped."""
    return "|".join(f"{row.name}:(?:{'|'.join(row.values)})" for row in table)
