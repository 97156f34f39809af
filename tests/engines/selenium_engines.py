"""Chromium and WebKit, which have a driver that selenium knows."""

from __future__ import annotations

import os
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from typing import ClassVar

from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.menu_site import chromium, device, size
from tests.engines.engine import LIMIT, Engine

# Right after a press, its driver may take the old page for the loaded one; and Chromium drops a press on a page that
# nobody has seen yet.
_LEAVE = "(document.left = true)"
_THERE = "!document.left && performance.getEntriesByName('first-contentful-paint').length > 0"

# No accessibility bus, which a machine without a desktop has not; no compositing, which is slow without a GPU.
_SETTINGS = {"GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}


class _ByDriver(Engine):
    def __init__(self, driver: WebDriver, started: ExitStack) -> None:
        self._driver = driver
        self._started = started
        driver.set_page_load_timeout(LIMIT)
        driver.set_script_timeout(LIMIT)

    def open(self, url: str) -> None:
        self._driver.get(url)

    def _load_again(self) -> None:
        self._driver.refresh()

    def resize(self, width: int, height: int) -> None:
        self._driver.set_window_size(width, height)

    def screenshot(self) -> bytes:
        return self._driver.get_screenshot_as_png()

    def _text(self, script: str) -> str:
        text: str = self._driver.execute_script(f"return {script}")
        return text

    def press(self, *keys: str) -> None:
        chain = ActionChains(self._driver, duration=0)
        for held in keys:
            for key in held:
                chain.key_down(key)
            for key in reversed(held):
                chain.key_up(key)
        chain.perform()

    def point(self, x: int, y: int, *, press: bool = False) -> None:
        chain = ActionChains(self._driver, duration=0)
        chain.w3c_actions.pointer_action.move_to_location(x, y)
        if press:
            chain.w3c_actions.pointer_action.pointer_down().pointer_up()
        chain.perform()

    def close(self) -> None:
        self._started.close()


class Chromium(_ByDriver):
    """Chromium, headless, with a new profile."""

    name: ClassVar[str] = "chromium"

    def __init__(self, profile: Path, *, scripts: bool = True, dark: bool = False) -> None:
        started = ExitStack()
        super().__init__(started.enter_context(chromium(profile, scripts=scripts)), started)
        if dark:
            device(self._driver, prefers_color_scheme="dark")

    def open(self, url: str) -> None:
        self.evaluate(_LEAVE)
        super().open(url)
        self.until(_THERE)

    def _load_again(self) -> None:
        self.evaluate(_LEAVE)
        super()._load_again()
        self.until(_THERE)

    def resize(self, width: int, height: int) -> None:
        size(self._driver, width, height)


class WebKit(_ByDriver):
    """WebKitGTK's MiniBrowser on a display of its own: it has no headless mode."""

    name: ClassVar[str] = "webkit"

    def __init__(self, driver: str, browser: str, display: str, folder: Path, *, dark: bool = False) -> None:
        with ExitStack() as started:
            options = Options()
            options.binary_location = browser
            options.add_argument("--automation")
            home = {name: str(folder) for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
            screen = started.enter_context(_screen(display))
            env = {**os.environ, **home, **_SETTINGS, "DISPLAY": screen}
            env |= {"GTK_THEME": "Adwaita:dark"} if dark else {}
            with warnings.catch_warnings():  # selenium starts its own WebKitGTK in a way that it calls deprecated
                warnings.simplefilter("ignore", DeprecationWarning)
                found = webdriver.WebKitGTK(options=options, service=Service(driver, env=env))
            started.callback(found.quit)
            super().__init__(found, started.pop_all())


@contextmanager
def _screen(binary: str) -> Iterator[str]:
    """Start a display that nobody looks at; Xvfb itself picks a number that is free and says it."""
    reading, writing = os.pipe()
    command = [binary, "-displayfd", str(writing), "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset"]
    with (
        subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server,
        os.fdopen(reading, "rb") as said,
        DefaultSelector() as ready,
    ):
        os.close(writing)
        try:
            ready.register(said, EVENT_READ)
            number = said.readline().strip() if ready.select(LIMIT) else b""
            if not number:
                msg = "Xvfb named no display"
                raise ConnectionError(msg)
            yield f":{number.decode()}"
        finally:
            server.terminate()
            try:
                server.wait(LIMIT)
            except subprocess.TimeoutExpired:
                server.kill()
