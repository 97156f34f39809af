"""Three engines, each started once, and a small site that has not been visited."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.menu_site import served
from tests.engines.engine import Engine
from tests.engines.firefox import DARK, NO_SCRIPTS, Firefox
from tests.engines.selenium_engines import Chromium, WebKit

ENGINES = ("chromium", "firefox", "webkit")
# Where Debian, Fedora and Arch put the browser that WebKitWebDriver drives; it is on no PATH.
_MINI_BROWSERS = (
    "lib/*/webkit2gtk-4.1/MiniBrowser",
    "libexec/webkit2gtk-4.1/MiniBrowser",
    "lib/webkit2gtk-4.1/MiniBrowser",
)


def _command(*names: str) -> str:
    """Give the first of these commands that is there; skip where none is."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(f"{names[0]} is not on this machine; `make test` installs it where apt can")
    return found


def _mini_browser() -> str:
    found = next((str(path) for place in _MINI_BROWSERS for path in Path("/usr").glob(place)), None)
    if found is None:
        pytest.skip("WebKitGTK's MiniBrowser is not on this machine; `make test` installs it where apt can")
    return found


def _start(name: str, folder: Path, *, plain: bool = False) -> Engine:
    """Start an engine; a `plain` one runs no scripts where it can switch them off, on a device that asks for dark."""
    if name == "firefox":
        return Firefox(_command("firefox-esr", "firefox"), folder, {**NO_SCRIPTS, **DARK} if plain else {})
    if name == "webkit":
        driver, display = _command("WebKitWebDriver"), _command("Xvfb")
        return WebKit(driver, _mini_browser(), display, folder, dark=plain)
    _command("chromedriver")
    return Chromium(folder, scripts=not plain, dark=plain)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a folder of pages: `neck.html`, `other.html`, and two that differ in their scripts."""
    folder = tmp_path_factory.mktemp("engines")
    with served(folder) as address:
        pages = folder / "site"
        page = (pages / "neck.html").read_text("utf-8")
        # `watched.html` keeps the start tag of the document as it was where the body begins, and when all was read.
        watch = "seen = []; note = () => seen.push(document.documentElement.outerHTML.split('>', 1)[0]); note();"
        (pages / "watch.js").write_text(f"{watch} addEventListener('DOMContentLoaded', note);", "utf-8")
        watched = re.sub(r"(<body[^>]*>)", r'\1<script src="watch.js"></script>', page, count=1)
        (pages / "watched.html").write_text(watched, "utf-8")
        (pages / "plain.html").write_text(re.sub(r"<script\b.*?</script>", "", page, flags=re.DOTALL), "utf-8")
        (pages / "favicon.ico").touch()  # every engine asks for it, at any time
        yield address.rsplit("/", 1)[0]


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Give each engine in turn; one is ended before the next is started."""
    found = _start(request.param, tmp_path_factory.mktemp(request.param))
    yield found
    found.close()


@pytest.fixture(params=ENGINES)
def plain(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Give each engine without scripts where it can do without, on a device that asks for dark colours."""
    found = _start(request.param, tmp_path, plain=True)
    yield found
    found.close()


@pytest.fixture
def page(engine: Engine, site: str) -> Engine:
    """Show the first page to a reader who was never there."""
    engine.resize(1280, 900)
    engine.open(f"{site}/neck.html")
    engine.evaluate("(localStorage.clear(), sessionStorage.clear())")
    engine.open(f"{site}/neck.html")
    return engine
