"""sienna-accessibility (bennyluk/Sienna): one script starts by itself and fetches its words from a CDN."""

from __future__ import annotations

from pathlib import Path

from benchmarks.menu.host import Placement, package_file
from benchmarks.menu.tool import Tool

_SCRIPT = "sienna.min.js"


def _place(folder: Path) -> Placement:
    return Placement(end=f'<script src="{_SCRIPT}"></script>', files={_SCRIPT: package_file(folder, f"dist/{_SCRIPT}")})


TOOL = Tool(
    name="sienna",
    package="sienna-accessibility",
    version="2.2.333",
    place=_place,
    opener=".asw-menu-btn",
    panel=".asw-menu",
    text=(".asw-plus",) * 5,
    contrast=("[data-key=dark-contrast]",),
    typeface=("[data-key=readable-font]",),
    remote={"https://cdn.jsdelivr.net/npm/sienna-accessibility/": ""},
)
