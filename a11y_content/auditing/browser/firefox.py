"""Firefox over WebDriver BiDi, which it speaks by itself: no geckodriver, no DevTools protocol."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

from a11y_content.auditing.axe import AxeScript
from a11y_content.auditing.browser.base import BrowserGoneError, PageError
from a11y_content.auditing.browser.bidi import Bidi, CommandError, Message, TooLateError
from a11y_content.auditing.browser.budget import Budget
from a11y_content.auditing.browser.firefox_media import Media
from a11y_content.auditing.browser.firefox_news import Journal
from a11y_content.auditing.browser.firefox_process import FirefoxProcess
from a11y_content.auditing.browser.loading import judge, too_late
from a11y_content.auditing.check import Need, News
from a11y_content.design.environment import USUAL
from a11y_content.design.mode import Mode
from a11y_content.problem import CouldNotRunError, one_line

_WORLD: Final = "a11y-content"
"""The sandbox of the audit's scripts: the page's scripts do not reach into it."""
_EVENTS: Final = ("browsingContext", "network", "log")
_CALL: Final = """async (name, text) => {
  try {
    return JSON.stringify({value: (await a11yContentAudit.run(name, JSON.parse(text))) ?? null});
  } catch (error) {
    return JSON.stringify({error: `${error}`});
  }
}"""
_UNKNOWN: Final = "a11yContentAudit is not defined"
"""What the sandbox of a new document says."""
_DOCUMENT: Final = "JSON.stringify({url: document.URL, mimeType: document.contentType, loaderId: ''})"
_NO_PRINTING: Final = "() => { globalThis.print = () => undefined; }"
_KEYS: Final = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Space": " ",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
}
_SHIFT: Final = "\ue008"
_START: Final = 30
"""Seconds that the browser has for each step of its start."""


class Firefox:
    """One running Firefox with a new profile."""

    def __init__(self, program: str, *, timeout: float = 30, only_loopback: bool = False) -> None:
        """Start it; `timeout` (seconds) bounds load and first mode. Raises `CouldNotRunError`, `BrowserGoneError`."""
        self.budget = Budget(_START)
        self._tab = ""
        self._user = ""
        self._journal = Journal()
        self._zoom = USUAL
        self._bidi: Bidi | None = None
        self._process: FirefoxProcess | None = FirefoxProcess(program, only_loopback=only_loopback)
        try:
            self._bidi = Bidi(f"{self._process.address}/session", _START)
            prompts = {"unhandledPromptBehavior": {"default": "dismiss", "beforeUnload": "accept"}}
            self._capabilities = self._ask("session.new", capabilities={"alwaysMatch": prompts})["capabilities"]
            self._ask("session.subscribe", events=list(_EVENTS))
            self._ask("script.addPreloadScript", functionDeclaration=_NO_PRINTING)
            self._media = Media(self)
            self.budget = Budget(timeout)
        except (PageError, CommandError) as error:
            self.close(kindly=False)
            raise CouldNotRunError(f"Firefox did not start: {error}") from error
        except BaseException:
            self.close(kindly=False)
            raise

    def refresh(self) -> None:
        """Give the page its whole time limit anew."""
        self.budget.begin()

    @property
    def offers(self) -> frozenset[Need]:
        """Everything but the DevTools protocol."""
        return frozenset(Need) - {Need.DEVTOOLS}

    def versions(self) -> dict[str, str]:
        """Name what was used; there is no driver, and selenium has no part in it."""
        return {"browser": f"firefox {self._capabilities['browserVersion']}", "driver": "none", "selenium": "none"}

    def lacks(self, mode: Mode) -> str:
        """Say which part of a mode Firefox cannot be brought into while it runs."""
        return self._media.lacks(mode)

    def open(self, url: str, *, before: str = "") -> str:
        """Load a page in a tab and a store of its own; raises `PageError` unless the answer is this very page."""
        self.budget.begin()
        self._new_tab()
        script = ""
        if before:
            made = self._ask("script.addPreloadScript", functionDeclaration=f"() => {{ {before}\n}}")
            script = made["script"]
        try:
            loaded = self._ask("browsingContext.navigate", context=self._tab, url=url, wait="complete")
        except CommandError as error:
            self._hear()
            judge(url, {"url": url, "mimeType": "text/html"}, self._journal.load(""))
            raise PageError(f"the page could not be loaded: {one_line(str(error))}") from error
        if script:
            self._ask("script.removePreloadScript", script=script)
        document = json.loads(self.evaluate(_DOCUMENT, world=_WORLD))
        self._hear()
        judge(url, document, self._journal.load(loaded["navigation"]))
        return f"{loaded['navigation']} {document['url']}"

    def _new_tab(self) -> None:
        """Keep nothing of earlier pages: each has its own tab, and its own store."""
        old_user = self._user
        self._user = self._ask("browser.createUserContext")["userContext"]
        self._tab = self._ask("browsingContext.create", type="tab", userContext=self._user)["context"]
        self._media.apply_window(self._tab)
        if old_user:
            with suppress(CommandError):  # closes the tab with all that it has opened
                self._ask("browser.removeUserContext", userContext=old_user)
        self._hear()
        self._journal = Journal()

    def document(self) -> str:
        """Give the id of the last document that was committed in the tab, and its address."""
        self._hear()
        url = self._ask("browsingContext.getTree", root=self._tab, maxDepth=0)["contexts"][0]["url"]
        return f"{self._journal.navigation} {url}"

    def arrived(self, before: str) -> str:
        """Judge the document that stands there after a step of the caller, led from the page `before`; give its id."""
        if self.evaluate("document.readyState", world=_WORLD) != "complete":
            return ""
        self._hear()
        load = self._journal.load(self._journal.navigation)
        if not load.asked:
            return ""
        load.asked = before  # where a form or a link led to is the caller's own wish
        document = json.loads(self.evaluate(_DOCUMENT, world=_WORLD))
        judge(before, document, load)
        return f"{self._journal.navigation} {document['url']}"

    def leave(self) -> None:
        """Nothing: the next page has a tab of its own, and the page of this one ends with it."""

    def inject(self, axe: AxeScript, source: str) -> None:
        """Make axe and the audit's scripts ready in a sandbox."""
        self.evaluate(axe.path.read_text("utf-8") + "\n;''", world=_WORLD)
        self.evaluate(source + "\n;''", world=_WORLD)

    def call(self, name: str, options: dict[str, object]) -> Any:
        """Call a function of the injected scripts; raises `PageError` with the page's own error."""
        said = self._script(
            "script.callFunction",
            functionDeclaration=_CALL,
            arguments=[{"type": "string", "value": text} for text in (name, json.dumps(options))],
            target={"context": self._tab, "sandbox": _WORLD},
        )
        answer = json.loads(said)
        if "error" in answer:
            if _UNKNOWN in answer["error"]:
                raise PageError("the page went away by itself")
            raise PageError(f"{name} failed in the page: {one_line(answer['error'])}")
        return answer["value"]

    def evaluate(self, expression: str, *, world: str = "", context: str = "") -> Any:
        """Give the value (a text, a number) of an expression in the tab or in another context."""
        target = {"context": context or self._tab, **({"sandbox": world} if world else {})}
        return self._script("script.evaluate", expression=expression, target=target)

    def emulate(self, mode: Mode) -> None:
        """Take on the environment of a mode."""
        self._zoom = mode.zoom
        self._media.apply(mode, self._tab)

    def press(self, key: str, *, shift: bool = False, times: int = 1) -> None:
        """Press and release a real key, `times` in one go."""
        steps = [{"type": kind, "value": _KEYS[key]} for _ in range(times) for kind in ("keyDown", "keyUp")]
        if shift:
            steps = [{"type": "keyDown", "value": _SHIFT}, *steps, {"type": "keyUp", "value": _SHIFT}]
        actions = [{"type": "key", "id": "keyboard", "actions": steps}]
        self._ask("input.performActions", context=self._tab, actions=actions)

    def pixels(self, box: dict[str, float]) -> bytes:
        """Take a picture of a box of the page as PNG."""
        clip = {"type": "box", **{name: box[name] for name in ("x", "y", "width", "height")}}
        taken = self._ask("browsingContext.captureScreenshot", context=self._tab, origin="document", clip=clip)
        return base64.b64decode(taken["data"])

    def news(self) -> Sequence[News]:
        """Give what network and console said since the load began."""
        self._hear()
        return self._journal.read()

    def cdp(self, command: str, **parameters: object) -> Any:
        """Refuse: there is no DevTools protocol here."""
        raise PageError(f"Firefox has no DevTools protocol ({command}, {len(parameters)} parameters)")

    def close(self, *, kindly: bool = True) -> None:
        """End it, and remove the profile; never raises. It is never asked: its end is certain anyway."""
        process, self._process = self._process, None
        bidi, self._bidi = self._bidi, None
        if bidi is not None:
            bidi.close()
        if process is not None:
            process.close()

    def ask(self, method: str, **params: object) -> Message:
        """Send a command; raises `CommandError` where Firefox refuses it."""
        return self._ask(method, **params)

    def _ask(self, method: str, **params: object) -> Message:
        if self._bidi is None:
            raise BrowserGoneError("the browser is closed")
        try:
            return self._bidi.ask(method, self.budget.left(), params)
        except TooLateError as error:
            raise too_late(method, self.budget.seconds) from error

    def _script(self, method: str, **params: object) -> Any:
        try:
            answer = self._ask(method, awaitPromise=True, **params)
        except CommandError as error:
            raise PageError(f"a script failed: {one_line(str(error))}") from error
        if answer["type"] == "exception":
            raise PageError(f"a script failed: {one_line(answer['exceptionDetails']['text'])}")
        return answer["result"].get("value")

    def _hear(self) -> None:
        if self._bidi is not None:
            for event in self._bidi.events():
                self._journal.note(event["method"], event["params"], self._tab)
