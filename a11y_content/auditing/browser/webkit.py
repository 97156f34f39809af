"""WebKit: WebKitGTK's MiniBrowser through WebKitWebDriver, on a display of its own (it has no headless mode).

Its driver tells neither status nor requests, and knows no separate world for scripts: a plain look at the address comes
first, and the audit's scripts share the page's world.
"""

from __future__ import annotations

import json
import os
import shutil
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Final

from selenium import __version__ as selenium_version
from selenium import webdriver
from selenium.common.exceptions import NoAlertPresentException, WebDriverException
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.options import Options
from urllib3.exceptions import HTTPError

from a11y_content.auditing.axe import AxeScript, inject
from a11y_content.auditing.browser.base import BrowserGoneError, PageError
from a11y_content.auditing.browser.budget import Budget
from a11y_content.auditing.browser.display import Display
from a11y_content.auditing.browser.errors import first_line, in_our_words, limit_calls
from a11y_content.auditing.browser.loading import judge, same
from a11y_content.auditing.browser.plain_look import look
from a11y_content.auditing.browser.services import WebKitDriver, forget
from a11y_content.auditing.check import Need, News
from a11y_content.auditing.programs import Programs, make_folder
from a11y_content.auditing.reaper import Reaper
from a11y_content.design.environment import USUAL
from a11y_content.design.mode import Mode
from a11y_content.problem import CouldNotRunError, one_line

# No accessibility bus, which a machine without a desktop has not; no compositing, which is slow without a GPU.
_SETTINGS: Final = {"GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"}
_NOBODY: Final = "http://127.0.0.1:9"
_CALL: Final = """
const [name, options, done] = arguments;
Promise.resolve()
  .then(() => a11yContentAudit.run(name, options))
  .then((value) => done(JSON.stringify({value: value ?? null})), (error) => done(JSON.stringify({error: `${error}`})));
"""
_MARK: Final = "document.a11yContentVisit = arguments[0]"
_DOCUMENT: Final = """return [
  String(document.a11yContentVisit ?? ''), document.URL, document.contentType,
  performance.getEntriesByType('navigation')[0]?.name ?? '',
]"""
_INNER: Final = "return [innerWidth, innerHeight]"
_FORGET: Final = """
const done = arguments[0];
const forget = async () => {
  localStorage.clear();
  sessionStorage.clear();
  for (const worker of await (navigator.serviceWorker?.getRegistrations() ?? [])) await worker.unregister();
  for (const base of await (indexedDB.databases?.() ?? [])) indexedDB.deleteDatabase(base.name);
  for (const name of await (globalThis.caches?.keys() ?? [])) await caches.delete(name);
};
Promise.race([forget(), new Promise((resolve) => setTimeout(resolve, 1000))]).then(done, done);
"""
_KEYS: Final = {
    "Tab": Keys.TAB,
    "Enter": Keys.ENTER,
    "Escape": Keys.ESCAPE,
    "Space": Keys.SPACE,
    "ArrowLeft": Keys.ARROW_LEFT,
    "ArrowUp": Keys.ARROW_UP,
    "ArrowRight": Keys.ARROW_RIGHT,
    "ArrowDown": Keys.ARROW_DOWN,
}
_DIALOGS: Final = 10
"""A page that asks more often is given up."""
_NARROW: Final = 320
_SLACK: Final = 5


class WebKit:
    """One running WebKit with a store that ends with it."""

    def __init__(self, programs: Programs, *, timeout: float = 30, only_loopback: bool = False) -> None:
        """Start it; raises `CouldNotRunError`."""
        self.budget = Budget(timeout)
        self._folder = make_folder()
        self._display: Display | None = None
        self._reaper: Reaper | None = None
        self._driver: WebDriver | None = None
        self._service: WebKitDriver | None = None
        self._visits = 0
        self._stuck = False
        self._size = (0, 0)
        try:
            self._display = Display(programs.display, self._folder)
            self._start(programs, self._display.name, only_loopback=only_loopback)
        except (WebDriverException, HTTPError, OSError) as error:
            self.close(kindly=False)
            raise CouldNotRunError(f"WebKit did not start: {first_line(error)}") from error
        except BaseException:
            self.close(kindly=False)
            raise

    def _start(self, programs: Programs, display: str, *, only_loopback: bool) -> None:
        options = Options()
        options.binary_location = programs.browser
        options.add_argument("--automation")
        options.set_capability("unhandledPromptBehavior", "dismiss")
        if only_loopback:
            options.add_argument(f"--proxy={_NOBODY}")
            options.add_argument("--ignore-host=127.0.0.1")
        homes = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
        environment = {**os.environ, **dict.fromkeys(homes, str(self._folder)), **_SETTINGS, "DISPLAY": display}
        environment |= {"SE_OFFLINE": "true", "SE_AVOID_STATS": "true"}
        self._reaper = Reaper(self._folder)
        self._service = WebKitDriver(programs.driver, self._watch, environment)
        with warnings.catch_warnings():  # selenium starts its own WebKitGTK in a way that it calls deprecated
            warnings.simplefilter("ignore", DeprecationWarning)
            self._driver = webdriver.WebKitGTK(options=options, service=self._service)
        self.budget.begin()
        self._driver.set_page_load_timeout(self.budget.seconds)
        self._driver.set_script_timeout(self.budget.seconds)
        self._resize((_NARROW, _NARROW))
        self._narrowest = self._run(_INNER)[0]

    def _watch(self, driver: int) -> None:
        if self._reaper is not None:
            self._reaper.watch(driver)

    @property
    def driver(self) -> WebDriver:
        """The WebDriver; raises `BrowserGoneError` after `close`."""
        if self._driver is None:
            raise BrowserGoneError("the browser is closed")
        return self._driver

    def refresh(self) -> None:
        """Give the page its whole time limit anew."""
        self.budget.begin()

    @property
    def offers(self) -> frozenset[Need]:
        """Keys alone: its pictures are of the window only, and it says nothing of network and console."""
        return frozenset({Need.KEYS})

    def versions(self) -> dict[str, str]:
        """Name what was used: `browser`, `driver`, `selenium`."""
        capabilities = self.driver.capabilities
        version = capabilities.get("browserVersion", "")
        return {"browser": f"webkit {version}", "driver": f"WebKitWebDriver {version}", "selenium": selenium_version}

    def lacks(self, mode: Mode) -> str:
        """Say which part of a mode WebKit cannot be brought into: all but the size of the window."""
        if mode.media:
            return f"WebKit cannot be made to report {', '.join(sorted(name for name, _ in mode.media))}"
        if mode.printed or mode.zoom != USUAL or mode.font_size != USUAL:
            return "WebKit's driver offers neither paper nor zoom nor a font size"
        if mode.viewport[0] < self._narrowest:
            return f"WebKit's window cannot be narrower than {self._narrowest} pixels"
        return ""

    def open(self, url: str, *, before: str = "") -> str:
        """Load a page; raises `PageError` unless the answer is this very page, whole, as HTML, with a good status."""
        if before:
            raise PageError("WebKit's driver cannot run a script before those of the page")
        if self._stuck:
            raise BrowserGoneError("the page before did not go")
        self.budget.begin()
        with self._translated("cookies"):
            self.driver.delete_all_cookies()
        load = look(url, self.budget.left())
        judge(url, {"url": load.reached or url, "mimeType": load.kind}, load)
        with self._translated("load"):
            self.driver.get(url)
            self._answer_dialogs()
        self._visits += 1
        _, now, kind, loaded = self._run(_DOCUMENT)
        judge(url, {"url": now, "mimeType": kind}, load)
        if loaded and not same(loaded, load.reached):
            raise PageError(f"the page went on to {now} by itself")
        self._run(_MARK, str(self._visits))
        return f"{self._visits} {now}"

    def _answer_dialogs(self) -> None:
        """Dismiss what the page asks: its driver does so only where it waits for something else."""
        for _ in range(_DIALOGS):
            try:
                self.driver.switch_to.alert.dismiss()
            except NoAlertPresentException:
                return
        raise PageError(f"the page opened more than {_DIALOGS} dialogs, one after another")

    def document(self) -> str:
        """Give the number of the visit whose document stands there now, and its address."""
        visit, url, _, _ = self._run(_DOCUMENT)
        return f"{visit or 'another'} {url}"

    def arrived(self, before: str) -> str:
        """Judge the document that stands there after a step of the caller, led from the page `before`; give its id."""
        if self._run("return document.readyState") != "complete":
            return ""
        _, now, kind, _ = self._run(_DOCUMENT)
        load = look(now, self.budget.left())
        load.asked = before  # where a form or a link led to is the caller's own wish
        judge(before, {"url": now, "mimeType": kind}, load)
        self._visits += 1
        self._run(_MARK, str(self._visits))
        return f"{self._visits} {now}"

    def leave(self) -> None:
        """Clear what the page stored, and go to an empty page; where it does not let go, no other one is opened."""
        try:
            with self._translated("leaving"):
                limit_calls(self.driver, _SLACK)
                self.driver.execute_async_script(_FORGET)
                self.driver.get("about:blank")
        except PageError:
            self._stuck = True

    def inject(self, axe: AxeScript, source: str) -> None:
        """Put axe and the audit's scripts into the page."""
        with self._translated("axe"):
            inject(self.driver, axe)
        self._run(source)

    def call(self, name: str, options: dict[str, object]) -> Any:
        """Call a function of the injected scripts; raises `PageError` with the page's own error."""
        with self._translated(name):
            answer = json.loads(self.driver.execute_async_script(_CALL, name, options))
        if "error" in answer:
            if "a11yContentAudit" in answer["error"]:
                raise PageError("the page went away by itself")
            raise PageError(f"{name} failed in the page: {one_line(answer['error'])}")
        return answer["value"]

    def emulate(self, mode: Mode) -> None:
        """Take on the window of a mode."""
        if mode.viewport != self._size and not self.lacks(mode):
            self._resize(mode.viewport)
            self._size = mode.viewport

    def _resize(self, wanted: tuple[int, int]) -> None:
        """Make the viewport as large: the window has bars around it."""
        width, height = wanted
        with self._translated("the window"):
            self.driver.set_window_size(width, height)
            inner = self.driver.execute_script(_INNER)
            if inner != [width, height]:
                self.driver.set_window_size(2 * width - inner[0], 2 * height - inner[1])

    def press(self, key: str, *, shift: bool = False, times: int = 1) -> None:
        """Press and release a real key, `times` in one go."""
        chain = ActionChains(self.driver, duration=0)
        if shift:
            chain.key_down(Keys.SHIFT)
        chain.send_keys(_KEYS[key] * times)
        if shift:
            chain.key_up(Keys.SHIFT)
        with self._translated(f"{times} times {key}"):
            chain.perform()

    def pixels(self, box: dict[str, float]) -> bytes:
        """Refuse: see `offers`."""
        raise PageError(f"WebKit's driver takes no picture of a part of the page ({box})")

    def news(self) -> Sequence[News]:
        """Nothing: see `offers`."""
        return ()

    def cdp(self, command: str, **parameters: object) -> Any:
        """Refuse: there is no DevTools protocol here."""
        raise PageError(f"WebKit has no DevTools protocol ({command}, {len(parameters)} parameters)")

    def close(self, *, kindly: bool = True) -> None:
        """End browser, driver and display, and remove their folder; never raises."""
        driver, self._driver = self._driver, None
        if driver is not None and kindly:
            limit_calls(driver, _SLACK)
            with suppress(Exception):
                driver.quit()
        if self._reaper is not None:
            self._reaper.finish()
        if self._service is not None:
            forget(self._service)
        if self._display is not None:
            self._display.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, script: str, *values: object) -> Any:
        with self._translated("a script"):
            return self.driver.execute_script(script, *values)

    @contextmanager
    def _translated(self, what: str) -> Iterator[None]:
        with in_our_words(what, self.budget.seconds):
            limit_calls(self.driver, self.budget.left())
            yield
