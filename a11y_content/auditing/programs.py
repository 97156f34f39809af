"""The programs of an audit and the folder for their temporary files."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from a11y_content.problem import CouldNotRunError

KINDS: Final = ("chromium", "firefox", "webkit")
"""Kinds of browser that an audit can drive."""
_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_DRIVERS: Final = ("chromedriver", "chromium-driver", "chromium.chromedriver")
_FIREFOXES: Final = ("firefox-esr", "firefox")
_MINI_BROWSERS: Final = (
    "lib/*/webkit2gtk-4.1/MiniBrowser",
    "libexec/webkit2gtk-4.1/MiniBrowser",
    "lib/webkit2gtk-4.1/MiniBrowser",
)
"""Where Debian, Fedora and Arch put the browser that WebKitWebDriver drives, below /usr; it is on no path."""
_LONGEST_SOCKET: Final = 107
_SOCKET: Final = len("/a11y-12345678/org.chromium.Chromium.123456/SingletonSocket")


@dataclass(frozen=True, slots=True, kw_only=True)
class Programs:
    """Paths of the browser, of its driver, and of the display that it needs; empty where it needs none."""

    browser: str = ""
    driver: str = ""
    display: str = ""


def find_programs(kind: str = "chromium") -> Programs:
    """Find what a kind of browser (`chromium`, `firefox`, `webkit`) needs.

    A variable such as `A11Y_CHROMIUM` names a program, else it is on the path. Raises `CouldNotRunError` when one is
    missing.
    """
    if kind == "firefox":
        return Programs(browser=_find("A11Y_FIREFOX", _FIREFOXES, "Firefox"))
    if kind == "webkit":
        found = (str(path) for place in _MINI_BROWSERS for path in Path("/usr").glob(place))
        return Programs(
            browser=_find("A11Y_WEBKIT", tuple(found), "WebKitGTK's MiniBrowser"),
            driver=_find("A11Y_WEBKITDRIVER", ("WebKitWebDriver",), "WebKitWebDriver"),
            display=_find("A11Y_XVFB", ("Xvfb",), "Xvfb, a display that WebKit needs,"),
        )
    return Programs(
        browser=_find("A11Y_CHROMIUM", _BROWSERS, "Chromium or Chrome"),
        driver=_find("A11Y_CHROMEDRIVER", _DRIVERS, "chromedriver"),
    )


def _find(variable: str, names: tuple[str, ...], what: str) -> str:
    asked = os.environ.get(variable, "")
    for name in (asked,) if asked else names:
        if path := shutil.which(name):
            return path
    if asked:
        raise CouldNotRunError(f"{variable}={asked} is no program that can be started")
    raise CouldNotRunError(f"{what} was not found; install it, or name it in {variable}")


def make_folder() -> Path:
    """Make a folder for temporary files whose path leaves room for Chromium's socket (a Unix limit of 107 bytes)."""
    folder = tempfile.gettempdir()
    if len(os.fsencode(folder)) + _SOCKET > _LONGEST_SOCKET and Path("/tmp").is_dir():  # noqa: S108  mkdtemp is safe there
        folder = "/tmp"  # noqa: S108
    return Path(tempfile.mkdtemp(prefix="a11y-", dir=folder))
