"""Budgets: how much of a page the menu may be, in bytes as they travel (gzip). The build of the package holds them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from a11y_content.design.preferences import preferences
from a11y_content.design.stylesheet import stylesheet
from a11y_content.html import serialize
from a11y_content.rendering.fonts import font_faces
from a11y_content.rendering.menu import menu
from a11y_content.rendering.scripts import boot, script
from a11y_content.rendering.styles import package_file, without_comments
from a11y_content.text import catalogues

HEAD_SCRIPT: Final = 512
MENU_SCRIPT: Final = 3072
STYLES: Final = 5120
"""Of the menu and the preferences, tokens and font declarations included; not of the page and its blocks."""
MENU: Final = 2560
"""Of the menu's HTML, in each language."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a part of the menu weighs, beside what it may."""

    part: str
    size: int
    most: int


def weights() -> Iterator[Weight]:
    """Weigh every part of a menu with all preferences."""
    table = preferences()
    yield Weight("the script of the head", packed(boot(table)), HEAD_SCRIPT)
    yield Weight("the script of the menu", packed(script()), MENU_SCRIPT)
    own = "\n".join((stylesheet(table), package_file("menu.css"), package_file("samples.css")))
    styles = without_comments(own) + font_faces(table)
    yield Weight("the styles of menu and preferences", packed(styles), STYLES)
    for lang in sorted(catalogues()):
        yield Weight(f"the menu in {lang}", packed(serialize(menu(table, lang, {}))), MENU)


def packed(text: str) -> int:
    """Give the size of a text in bytes, gzipped as a host does it that compresses once and keeps the result."""
    return len(gzip.compress(text.encode(), 9, mtime=0))
