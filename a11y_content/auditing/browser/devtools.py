"""Chromium through its driver: what is the same whether the driver runs here or on a Grid."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from selenium import __version__ as selenium_version
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.remote.webdriver import WebDriver

from a11y_content.auditing.axe import AxeScript
from a11y_content.auditing.browser.arriving import Arrivals
from a11y_content.auditing.browser.base import BrowserGoneError, PageError
from a11y_content.auditing.browser.budget import Budget
from a11y_content.auditing.browser.emulation import Environment
from a11y_content.auditing.browser.errors import in_our_words, limit_calls
from a11y_content.auditing.browser.keeper import Admission
from a11y_content.auditing.browser.loading import judge, listen, origin
from a11y_content.auditing.browser.news import SAYS_DIALOG, Chronicle
from a11y_content.auditing.browser.world import World
from a11y_content.auditing.check import Need, News
from a11y_content.design.environment import USUAL
from a11y_content.design.mode import Mode

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
    # Frames of other sites and sandboxed ones stay in the page's process: the audit looks into them.
    "--disable-site-isolation-trials",
    "--disable-features=IsolateOrigins,site-per-process,IsolateSandboxedIframes",
)
_NO_DIALOGS: Final = """
{
  const say = console.error.bind(console);
  const answers = {alert: undefined, confirm: false, prompt: null, print: undefined};
  let said = 0;
  for (const [name, answer] of Object.entries(answers))
    globalThis[name] = (text) => {
      if ((said += 1) <= 20) say(`${SAYS} ${name}: ${text ?? ""}`.slice(0, 500));
      return answer;
    };
}
""".replace("${SAYS}", SAYS_DIALOG)
"""A page must not stop the audit by a question; it is answered as if it had been dismissed, and told."""
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
_CODES: Final = {
    "Tab": Keys.TAB,
    "Enter": Keys.ENTER,
    "Escape": Keys.ESCAPE,
    "Space": Keys.SPACE,
    "ArrowLeft": Keys.ARROW_LEFT,
    "ArrowUp": Keys.ARROW_UP,
    "ArrowRight": Keys.ARROW_RIGHT,
    "ArrowDown": Keys.ARROW_DOWN,
}
_SHIFT: Final = 8

_CDP: Final = "executeCdpCommand"
_LEAVING: Final = 5
"""Seconds that a page has for going."""


def options() -> Options:
    """Give the options with which every Chromium of an audit is started."""
    made = Options()
    for flag in _FLAGS:
        made.add_argument(flag)
    # Windows without a reader's press are blocked, as everywhere; ChromeDriver would allow them.
    made.add_experimental_option("excludeSwitches", ["disable-popup-blocking"])
    made.set_capability("unhandledPromptBehavior", "dismiss")
    made.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "SEVERE"})
    made.add_experimental_option("perfLoggingPrefs", {"enableNetwork": True, "enablePage": True})
    return made


class ByDevTools:
    """A running Chromium whose driver speaks the DevTools protocol; start and end are those of its heirs."""

    def __init__(self, timeout: float) -> None:
        """Nothing runs yet; `timeout` (seconds) bounds load and first mode, then each step forward."""
        self.budget = Budget(timeout)
        self._driver: WebDriver | None = None
        self.admission = Admission(self)
        self._environment = Environment(self)
        self._world = World(self)
        self._chronicle = Chronicle()
        self._arrivals = Arrivals(self)
        self._zoom = USUAL
        self._stuck = False

    def _begin(self, driver: WebDriver) -> None:
        """Take over a driver that has just begun its session."""
        self._driver = driver
        self.budget.begin()
        driver.set_page_load_timeout(self.budget.seconds)
        driver.set_script_timeout(self.budget.seconds)
        self.cdp("Page.addScriptToEvaluateOnNewDocument", source=_NO_DIALOGS)
        self.cdp("Page.setInterceptFileChooserDialog", enabled=True)
        self.cdp("Browser.setDownloadBehavior", behavior="deny")

    @property
    def driver(self) -> WebDriver:
        """The WebDriver; raises `BrowserGoneError` after `close`."""
        if self._driver is None:
            raise BrowserGoneError("the browser is closed")
        return self._driver

    def refresh(self) -> None:
        """Give the page its whole time limit anew: it made progress."""
        self.budget.begin()

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

    def open(self, url: str, *, before: str = "") -> str:
        """Load a page and give its id; raises `PageError` unless the answer is this very page, whole, as HTML."""
        if self._stuck:
            raise BrowserGoneError("the page before did not go")
        self.budget.begin()
        self._forget(url)
        self.admission.open(url)
        script = self.cdp("Page.addScriptToEvaluateOnNewDocument", source=before)["identifier"] if before else ""
        self.get(url)
        if script:
            self.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
        frame = self._frame()
        events = self._hear()
        judge(url, frame, listen(events, frame["loaderId"]))
        return f"{frame['loaderId']} {frame['url']}"

    def _forget(self, url: str) -> None:
        """Keep nothing of earlier pages: their news, their windows, what they stored."""
        self._hear()
        self._log("browser")
        for site in sorted({origin(url), *self._chronicle.sites}):
            self.cdp("Storage.clearDataForOrigin", origin=site, storageTypes="all")
        self._chronicle = Chronicle()

    def _hear(self) -> list[tuple[str, dict[str, Any]]]:
        """Note what happened since the last call, and close what the page has opened."""
        events = list(self.events())
        self._chronicle.network(events)
        if any(method == "Page.windowOpen" for method, _ in events):
            self.close_other_windows(self._frame()["id"])
        return events

    def document(self) -> str:
        """Give the id of the loader of the document that stands there now, and its address."""
        frame = self._frame()
        return f"{frame['loaderId']} {frame['url']}"

    def arrived(self, before: str) -> str:
        """Judge the document that the caller's own step led to from the page `before`; empty while it is not loaded."""
        return self._arrivals.look(self._hear(), before)

    def leave(self) -> None:
        """Go to an empty page; where the page does not let go, the browser opens no other one."""
        self.budget.begin()
        try:
            with self._translated("leaving"):
                limit_calls(self.driver, _LEAVING)
                # Not by the driver, which waits until the empty page is loaded.
                self.driver.execute(_CDP, {"cmd": "Page.navigate", "params": {"url": "about:blank"}})
        except PageError:
            self._stuck = True

    def inject(self, axe: AxeScript, source: str) -> None:
        """Make axe and the audit's scripts ready in a world that the page's scripts cannot reach."""
        with self._translated("the audit's script"):
            self._world.enter(axe, source)

    def emulate(self, mode: Mode) -> None:
        """Take on the environment of a mode."""
        self._zoom = mode.zoom
        self._environment.apply(mode)

    def pixels(self, box: dict[str, float]) -> bytes:
        """Take a picture of a box of the page (CSS pixels from the page's corner) as PNG, one pixel for each."""
        clip = {**box, "scale": USUAL / self._zoom}
        answer = self.cdp("Page.captureScreenshot", format="png", clip=clip)
        return base64.b64decode(answer["data"])

    def news(self) -> Sequence[News]:
        """Give what network and console said since the load began."""
        self._hear()
        self._chronicle.console(self._log("browser"))
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
            return self.driver.execute(_CDP, {"cmd": command, "params": parameters})["value"]

    def run_script(self, source: str) -> None:
        """Run JavaScript in the page."""
        with self._translated("the audit's script"):
            self.driver.execute_script(source)

    def call(self, name: str, options: dict[str, object]) -> Any:
        """Call a function of the injected scripts; raises `PageError` with the page's own error."""
        with self._translated(name):
            return self._world.call(name, options)

    def press(self, key: str, *, shift: bool = False, times: int = 1) -> None:
        """Press and release a key; many presses go in one command."""
        if times > 1:
            chain = ActionChains(self.driver, duration=0)
            if shift:
                chain.key_down(Keys.SHIFT)
            chain.send_keys(_CODES[key] * times)
            if shift:
                chain.key_up(Keys.SHIFT)
            with self._translated(f"{times} times {key}"):
                chain.perform()
            return
        for kind in ("keyDown", "keyUp"):
            self.cdp("Input.dispatchKeyEvent", type=kind, modifiers=_SHIFT if shift else 0, **_KEYS[key])

    def events(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Give the network and page events since the last call: method and parameters."""
        for entry in self._log("performance"):
            message = json.loads(entry["message"])["message"]
            yield message["method"], message["params"]

    def _log(self, kind: str) -> list[dict[str, Any]]:
        with self._translated("the browser's log"):
            entries: list[dict[str, Any]] = self.driver.execute("getLog", {"type": kind})["value"]
        return entries

    def close_other_windows(self, own: str) -> None:
        """Close what a page has opened; `own` is the id of its main frame, which is the id of its window too."""
        for target in self.cdp("Target.getTargets")["targetInfos"]:
            if target["type"] == "page" and target["targetId"] != own:
                self.cdp("Target.closeTarget", targetId=target["targetId"])
                self.cdp("Page.bringToFront")  # a page in the background draws no frames

    @contextmanager
    def _translated(self, what: str) -> Iterator[None]:
        with in_our_words(what, self.budget.seconds):
            limit_calls(self.driver, self.budget.left())
            yield
