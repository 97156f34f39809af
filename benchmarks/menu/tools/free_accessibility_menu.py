"""free-accessibility-menu (Advertease): a stylesheet, a deferred script, and a start script as its README says."""

from __future__ import annotations

from pathlib import Path

from benchmarks.menu.host import Placement, package_file
from benchmarks.menu.tool import Tool, init

_START = "document.addEventListener('DOMContentLoaded', function () { AccessibilityWidget.init({ defaultLanguage: 'en' }); });"
_HEAD = '<link rel="stylesheet" href="a11y-widget.css">'
_LINK = '<script defer src="index.umd.min.js"></script>'
_FILES = ("a11y-widget.css", "index.umd.min.js")


def _place(folder: Path) -> Placement:
    files = {name: package_file(folder, f"dist/{name}") for name in _FILES}
    return Placement(head=_HEAD, end=f"{_LINK}<script>{_START}</script>", files=files)


def _strict(folder: Path) -> Placement:
    files = {**_place(folder).files, **init(_START)}
    return Placement(head=_HEAD, end=f'{_LINK}<script src="init.js"></script>', files=files)


def _feature(name: str) -> str:
    return f".a11y-widget__item[data-feature={name}]"


TOOL = Tool(
    name="free-accessibility-menu",
    package="free-accessibility-menu",
    version="2.12.0",
    place=_place,
    strict=_strict,
    opener=".a11y-widget__toggle",
    panel="#a11y-widget-panel",
    text=(f"{_feature('fontSize')} [data-action=increase]",) * 4,
    typeface=(_feature("dyslexiaFont"),),
    contrast=(_feature("highContrast"),),
)
