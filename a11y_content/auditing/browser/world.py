"""Where the audit's scripts run in Chromium: a world of their own, which the page's scripts cannot reach.

They see the same document, but neither side sees the other's globals or changed prototypes. axe and the audit's
scripts are handed over once; the browser itself runs them in every document that it loads later
(docs/decisions/0080-isolated-world.md).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final, Protocol

from a11y_content.auditing.axe import AxeScript, inject
from a11y_content.auditing.browser.base import BrowserGoneError, PageError
from a11y_content.problem import one_line

_NAME: Final = "a11y-content"
_EVERY_DOCUMENT: Final = 'if (location.href !== "about:blank" || self !== top) {{ {source} }}'
"""axe is wanted in every frame; the empty page between two pages needs nothing."""
_TOP_ONLY: Final = 'if (location.href !== "about:blank" && self === top) {{ {source} }}'
_CALL: Final = """
Promise.resolve()
  .then(() => a11yContentAudit.run(%s, %s))
  .then((value) => JSON.stringify({value: value ?? null}), (error) => JSON.stringify({error: `${error}`}))
"""
_NO_WORLD: Final = ("Cannot find context", "Execution context was destroyed", "Promise was collected")
"""What Chromium says where the document is gone to which a world belonged."""
_LOST: Final = "a11yContentAudit is not defined"
"""What it says where a renderer took with it what was handed over: seen when one was killed before its first page."""


class DevTools(Protocol):
    """Whatever sends commands of the DevTools protocol."""

    def cdp(self, command: str, **parameters: object) -> Any:
        """Send a command and give its result."""


class World:
    """The audit's own world in the pages of one browser."""

    def __init__(self, tools: DevTools) -> None:
        """Nothing is handed over yet."""
        self._tools = tools
        self._handed: tuple[AxeScript, str] | None = None
        self._scripts: list[str] = []
        self._context = 0

    def enter(self, axe: AxeScript, source: str) -> None:
        """Make axe and the audit's scripts ready in the page that stands there now."""
        tree = self._tools.cdp("Page.getFrameTree")["frameTree"]
        self._context = self._world_of(tree["frame"]["id"])
        if self._handed != (axe, source):
            for script in self._scripts:
                self._tools.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=script)
            self._scripts = []
            inject(self, axe)
            self._hand_over(_TOP_ONLY, source)
            self._evaluate(f"{source}\n;0", self._context)
            self._handed = (axe, source)

    def _world_of(self, frame: str) -> int:
        world: int = self._tools.cdp("Page.createIsolatedWorld", frameId=frame, worldName=_NAME)["executionContextId"]
        return world

    def execute_script(self, source: str) -> None:
        """Take in axe: this is all that axe-selenium-python's `inject` asks of a driver."""
        self._hand_over(_EVERY_DOCUMENT, source)
        for frame in frames_of(self._tools.cdp("Page.getFrameTree")["frameTree"]):
            self._evaluate(f"{source}\n;0", self._world_of(frame))

    def _hand_over(self, form: str, source: str) -> None:
        script = form.format(source=source)
        added = self._tools.cdp("Page.addScriptToEvaluateOnNewDocument", source=script, worldName=_NAME)
        self._scripts.append(added["identifier"])

    def call(self, name: str, options: dict[str, object]) -> Any:
        """Call a function of the audit's scripts; raises `PageError` with the page's own error.

        Raises `BrowserGoneError` where the scripts are not there: only a new browser has all that it was told.
        """
        answer = json.loads(self._evaluate(_CALL % (json.dumps(name), json.dumps(options)), self._context))
        if "error" in answer:
            if _LOST in answer["error"]:
                raise BrowserGoneError("the browser lost the audit's scripts")
            raise PageError(f"{name} failed in the page: {one_line(answer['error'])}")
        return answer["value"]

    def _evaluate(self, source: str, context: int) -> Any:
        try:
            answer = self._tools.cdp(
                "Runtime.evaluate", expression=source, contextId=context, awaitPromise=True, returnByValue=True
            )
        except PageError as error:
            if any(words in str(error) for words in _NO_WORLD):
                raise PageError("the page went away by itself") from error
            raise
        if "exceptionDetails" in answer:
            said = answer["exceptionDetails"].get("exception", {}).get("description", "")
            raise PageError(f"the audit's script failed in the page: {one_line(said)}")
        return answer["result"].get("value")


def frames_of(tree: dict[str, Any]) -> Iterator[str]:
    """Give the ids of a frame and of all frames in it."""
    yield tree["frame"]["id"]
    for child in tree.get("childFrames", ()):
        yield from frames_of(child)
