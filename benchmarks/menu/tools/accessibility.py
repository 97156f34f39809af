"""accessibility (ranbuch): a script, and a start script on the window's load as its README says."""

from __future__ import annotations

from pathlib import Path

from benchmarks.menu.host import Placement, package_file
from benchmarks.menu.tool import Tool, init

_START = "window.addEventListener('load', function () { new Accessibility(); }, false);"
_LINK = '<script src="main.bundle.js"></script>'


def _place(folder: Path) -> Placement:
    files = {"main.bundle.js": package_file(folder, "dist/main.bundle.js")}
    return Placement(end=f"{_LINK}<script>{_START}</script>", files=files)


def _strict(folder: Path) -> Placement:
    return Placement(end=f'{_LINK}<script src="init.js"></script>', files={**_place(folder).files, **init(_START)})


TOOL = Tool(
    name="accessibility",
    package="accessibility",
    version="6.1.0",
    place=_place,
    strict=_strict,
    opener="._access-icon",
    panel="._access-menu",
    text=("[data-access-action=increaseText]",) * 4,
    contrast=("[data-access-action=invertColors]",),
)
