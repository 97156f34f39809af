"""Scripts: that of the head, which knows the table, and that of the menu, which reads the form that it finds."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from a11y_content.design.preference import Preference
from a11y_content.rendering.styles import package_file, without_comments

WHITELIST: Final = "A11Y_CHOICES"
"""Name in boot.js that stands for the JSON object of preferences and their values."""


def script() -> str:
    """Give the menu's script: it reads the form that it finds, and knows no table."""
    return without_comments(package_file("menu.js"))


def boot(table: Iterable[Preference]) -> str:
    """Give the script of the page head, that puts the reader's choices on `<html>` before the first paint."""
    choices = {row.name: list(row.values) for row in table}
    printed = json.dumps(choices, separators=(",", ":"))
    return without_comments(package_file("boot.js")).replace(WHITELIST, printed).strip()
