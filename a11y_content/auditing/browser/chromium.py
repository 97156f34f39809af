"""Chromium on this machine, driven through Selenium, and its errors in our words."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Final

from selenium import __version__ as selenium_version
from selenium import webdriver
from selenium.common.exceptions import (
    InvalidSessionIdException,
    JavascriptException,
    NoSuchWindowException,
    TimeoutException,
    UnexpectedAlertPresentException,
    WebDriverException,
)
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from urllib3.exceptions import HTTPError, ReadTimeoutError

from a11y_content.auditing.axe import AxeScript, inject
from a11y_content.auditing.browser.base import BrowserGoneError, PageError
from a11y_content.auditing.browser.emulation import Environment
from a11y_content.auditing.browser.loading import judge, listen, origin
from a11y_content.auditing.browser.news import SAYS_DIALOG, Chronicle
from a11y_content.auditing.check import Need, News
from a11y_content.auditing.programs import Programs, make_folder
from a11y_content.auditing.reaper import Reaper
from a11y_content.design.mode import Mode
from a11y_content.problem import CouldNotRunError, one_line

_FLAGS: Final = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-breakpad",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--mute-audio",
    "--window-size=1280,800",
)
_SCRIPT: Final = """
const done = arguments[arguments.length - 1];
const [name, options] = arguments;
Promise.resolve()
  .then(() => a11yContentAudit.run(name, options))
  .then((value) => done(JSON.stringify({value: value ?? null})), (error) => done(JSON.stringify({error: `${error}`})));
"""
_NO_DIALOGS: Final = """
{
  const say = console.error.bind(console);
  const answers = {alert: undefined, confirm: false, prompt: null, print: undefined};
  for (const [name, answer] of Object.entries(answers))
    globalThis[name] = (text) => { say(`${SAYS} ${name}: ${text ?? ""}`.slice(0, 500)); return answer; };
}
""".replace("${SAYS}", SAYS_DIALOG)
"""A page must not stop the audit by a question; it is answered as if it had been dismissed, and told."""
_GONE: Final = (
    "tab crashed",
    "disconnected",
    "not reachable",
    "session deleted",
    "invalid session",
    "unable to connect",
)
_KEYS: Final = {
    "Tab": {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9},
    "Enter": {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"},
    "Escape": {"key": "Escape", "code": "Escape", "windowsVirtualKeyCode": 27},
    "Space": {"key": " ", "code": "Space", "windowsVirtualKeyCode": 32, "text": " "},
    "ArrowLeft": {"key": "ArrowLeft", "code": "ArrowLeft", "windowsVirtualKeyCode": 37},
    "ArrowUp": {"key": "ArrowUp", "code": "ArrowUp", "windowsVirtualKeyCode": 38},
    "ArrowRight": {"key": "ArrowRight", "code": "ArrowRight", "windowsVirtualKeyCode": 39},
    "ArrowDown": {"key": "ArrowDown", "code": "ArrowDown", "windowsVirtualKeyCode": 40},
}
_SHIFT: Final = 8
_SLACK: Final = 3
"""Seconds that the driver may need beyond the page's own limit, or for going."""


class Chromium:
    """One running Chromium with a new profile; `close` leaves no process and no file."""

    def __init__(self, programs: Programs, *, timeout: float = 30, only_loopback: bool = False) -> None:
        """Start it; `timeout` (seconds) bounds a page load and every call. Raises `CouldNotRunError`."""
        self._timeout = timeout
        self._folder = make_folder()
        self._reaper: Reaper | None = None
        self._service: _Service | None = None
        self._driver: webdriver.Chrome | None = None
        self._environment = Environment(self)
        self._chronicle = Chronicle()
        try:
            self._start(programs, only_loopback=only_loopback)
        except WebDriverException as error:
            self.close()
            raise CouldNotRunError(f"the browser did not start: {_first_line(error)}") from error
        except BaseException:
            self.close()
            raise

    def _start(self, programs: Programs, *, only_loopback: bool) -> None:
        options = Options()
        options.binary_location = programs.browser
        for flag in _FLAGS:
            options.add_argument(flag)
        options.add_argument(f"--user-data-dir={self._folder / 'profile'}")
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        if only_loopback:
            options.add_argument("--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1")
        # Windows without a reader's press are blocked, as everywhere; ChromeDriver would allow them.
        options.add_experimental_option("excludeSwitches", ["disable-popup-blocking"])
        options.set_capability("unhandledPromptBehavior", "dismiss")
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "SEVERE"})
        options.add_experimental_option("perfLoggingPrefs", {"enableNetwork": True, "enablePage": True})
        # Selenium Manager phones home; it is not asked when both paths are given, and these make sure of it. The folder
        # for temporary files is ours, so that what Chromium leaves there goes with it.
        environment = {**os.environ, "SE_OFFLINE": "true", "SE_AVOID_STATS": "true", "TMPDIR": str(self._folder)}
        self._service = _Service(programs.driver, env=environment, popen_kw={"start_new_session": True})
        self._service.started = self._watch
        self._driver = webdriver.Chrome(options=options, service=self._service)
        _limit_calls(self._driver, self._timeout + _SLACK)
        self._driver.set_page_load_timeout(self._timeout)
        self._driver.set_script_timeout(self._timeout)
        self.cdp("Page.addScriptToEvaluateOnNewDocument", source=_NO_DIALOGS)

    def _watch(self, driver: int) -> None:
        self._reaper = Reaper(driver, self._folder)

    @property
    def driver(self) -> webdriver.Chrome:
        """The WebDriver; raises `BrowserGoneError` after `close`."""
        if self._driver is None:
            raise BrowserGoneError("the browser is closed")
        return self._driver

    def versions(self) -> dict[str, str]:
        """Name what was used: `browser`, `driver`, `selenium`."""
        capabilities = self.driver.capabilities
        driver = capabilities.get("chrome", {}).get("chromedriverVersion", "")
        return {
            "browser": f"{capabilities['browserName']} {capabilities['browserVersion']}",
            "driver": f"chromedriver {driver.partition(' ')[0]}",
            "selenium": selenium_version,
        }

    @property
    def offers(self) -> frozenset[Need]:
        """What checks can use: everything."""
        return frozenset(Need)

    def lacks(self, mode: Mode) -> str:
        """Nothing is lacking: what is not emulated shows in the page, where it is asked for."""
        return ""

    def open(self, url: str, *, before: str = "") -> None:
        """Load a page; raises `PageError` unless the answer is this very page, whole, as HTML, with a good status."""
        self.cdp("Storage.clearDataForOrigin", origin=origin(url), storageTypes="all")
        self.news()  # what an earlier page did is no news of this one
        self._chronicle = Chronicle()
        script = self.cdp("Page.addScriptToEvaluateOnNewDocument", source=before)["identifier"] if before else ""
        self.get(url)
        if script:
            self.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
        frame = self._frame()
        events = list(self.events())
        self._chronicle.network(events)
        judge(url, frame, listen(events, frame["loaderId"]))
        self.close_other_windows(frame["id"])

    def document(self) -> str:
        """Give the id of the loader of the document that stands there now, and its address."""
        frame = self._frame()
        return f"{frame['loaderId']} {frame['url']}"

    def leave(self) -> None:
        """Go to an empty page."""
        self.get("about:blank")

    def inject(self, axe: AxeScript, source: str) -> None:
        """Put axe and the audit's scripts into the page."""
        self.inject_axe(axe)
        self.run_script(source)

    def emulate(self, mode: Mode) -> None:
        """Take on the environment of a mode."""
        self._environment.apply(mode)

    def pixels(self, box: dict[str, float]) -> bytes:
        """Take a picture of a box of the page (CSS pixels from the page's corner) as PNG."""
        answer = self.cdp("Page.captureScreenshot", format="png", clip={**box, "scale": 1})
        return base64.b64decode(answer["data"])

    def news(self) -> Sequence[News]:
        """Give what network and console said since the load began."""
        self._chronicle.network(self.events())
        with self._translated("the browser's log"):
            self._chronicle.console(self.driver.get_log("browser"))  # type: ignore[no-untyped-call]
        return self._chronicle.read()

    def _frame(self) -> dict[str, Any]:
        frame: dict[str, Any] = self.cdp("Page.getFrameTree")["frameTree"]["frame"]
        return frame

    def get(self, url: str) -> None:
        """Load an address; raises `PageError` where the browser says that it cannot."""
        with self._translated("load"):
            self.driver.get(url)

    def cdp(self, command: str, **parameters: object) -> Any:
        """Send a command of the DevTools protocol and give its result."""
        with self._translated(command):
            return self.driver.execute_cdp_cmd(command, dict(parameters))

    def run_script(self, source: str) -> None:
        """Run JavaScript in the page."""
        with self._translated("the audit's script"):
            self.driver.execute_script(source)

    def inject_axe(self, script: AxeScript) -> None:
        """Put axe into the page."""
        with self._translated("axe"):
            inject(self.driver, script)

    def call(self, name: str, options: dict[str, object]) -> Any:
        """Call a function of the injected scripts; raises `PageError` with the page's own error."""
        with self._translated(name):
            answer = json.loads(self.driver.execute_async_script(_SCRIPT, name, options))
        if "error" in answer:
            raise PageError(f"{name} failed in the page: {one_line(answer['error'])}")
        return answer["value"]

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press and release a key."""
        for kind in ("keyDown", "keyUp"):
            self.cdp("Input.dispatchKeyEvent", type=kind, modifiers=_SHIFT if shift else 0, **_KEYS[key])

    def events(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Give the network and page events since the last call: method and parameters."""
        with self._translated("the browser's log"):
            entries: list[dict[str, str]] = self.driver.get_log("performance")  # type: ignore[no-untyped-call]
        for entry in entries:
            message = json.loads(entry["message"])["message"]
            yield message["method"], message["params"]

    def close_other_windows(self, own: str) -> None:
        """Close what a page has opened; `own` is the id of its main frame, which is the id of its window too."""
        for target in self.cdp("Target.getTargets")["targetInfos"]:
            if target["type"] == "page" and target["targetId"] != own:
                self.cdp("Target.closeTarget", targetId=target["targetId"])
                self.cdp("Page.bringToFront")  # a page in the background draws no frames

    def close(self, *, kindly: bool = True) -> None:
        """End the browser, its driver and all their children, and remove the profile; never raises.

        `kindly=False` does not ask a browser that hangs to go.
        """
        driver, self._driver = self._driver, None
        if driver is not None:
            _limit_calls(driver, _SLACK)
            with suppress(Exception):
                if kindly:
                    driver.quit()
                else:
                    driver.command_executor.close()  # type: ignore[union-attr]  # it is a RemoteConnection
        if self._reaper is not None:
            self._reaper.finish()
        if self._service is not None:
            with suppress(Exception):
                self._service.stop()
            _forget(self._service)
        shutil.rmtree(self._folder, ignore_errors=True)

    @contextmanager
    def _translated(self, what: str) -> Iterator[None]:
        try:
            yield
        except (TimeoutException, ReadTimeoutError) as error:
            raise PageError(f"no answer within {self._timeout:g} seconds ({what})") from error
        except UnexpectedAlertPresentException as error:
            raise PageError("the page opened a dialog and waits for an answer") from error
        except (InvalidSessionIdException, NoSuchWindowException, HTTPError, OSError) as error:
            raise BrowserGoneError(f"the browser ended ({what}): {_first_line(error)}") from error
        except JavascriptException as error:
            raise PageError(f"a script failed ({what}): {_first_line(error)}") from error
        except WebDriverException as error:
            said = _first_line(error)
            if any(word in said.lower() for word in _GONE):
                raise BrowserGoneError(f"the browser ended ({what}): {said}") from error
            raise PageError(said) from error


class _Service(Service):
    """The driver's process, which tells its id before the browser starts."""

    started: Callable[[int], None]

    def start(self) -> None:
        super().start()
        self.started(self.process.pid)


def _forget(service: Service) -> None:
    """Wait for a driver that was ended, so that nothing of it stays open; selenium does not, for one that died."""
    process = getattr(service, "process", None)
    if process is not None:
        with suppress(subprocess.TimeoutExpired):
            process.wait(_SLACK)
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                stream.close()


def _limit_calls(driver: webdriver.Chrome, seconds: float) -> None:
    """Let no call to the driver take longer: selenium's own limit is two minutes."""
    config = getattr(driver.command_executor, "client_config", None)
    if config is not None:
        config.timeout = seconds


def _first_line(error: BaseException) -> str:
    text = getattr(error, "msg", None) or str(error) or type(error).__name__
    return one_line(text.strip().splitlines()[0].removeprefix("Message: "))
