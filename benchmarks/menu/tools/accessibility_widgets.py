"""accessibility-widgets (sinanisler): one script starts by itself; its menu stands in a shadow tree."""

from __future__ import annotations

from pathlib import Path

from benchmarks.menu.host import Placement, package_file
from benchmarks.menu.tool import Tool

_SHADOW = "#snn-accessibility-widget-container >>> "


def _place(folder: Path) -> Placement:
    return Placement(end='<script src="widget.js"></script>', files={"widget.js": package_file(folder, "widget.js")})


TOOL = Tool(
    name="accessibility-widgets",
    package="accessibility-widgets",
    version="2.0.13",
    place=_place,
    opener=f"{_SHADOW}#snn-accessibility-button",
    panel=f"{_SHADOW}#snn-accessibility-menu",
    text=(f"{_SHADOW}[data-key=biggerText]",) * 2,
    typeface=(f"{_SHADOW}[data-key=dyslexiaFont]",),
    contrast=(f"{_SHADOW}[data-key=highContrast]",) * 3,
)
