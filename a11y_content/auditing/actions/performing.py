"""Doing the steps on a loaded page. A step that cannot be done in its time is a failure of the page, never a pass."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, Final

from a11y_content.auditing.actions.steps import Step
from a11y_content.auditing.browser import Browser, PageError
from a11y_content.auditing.check import Need
from a11y_content.auditing.targets.patterns import Patterns

_PAUSE: Final = 0.05
"""Seconds between two looks at a page that is not yet as a step needs it."""


class Performer:
    """Does steps in one browser; `ready` makes the audit's scripts ready in the document that stands there."""

    def __init__(self, browser: Browser, ready: Callable[[], None]) -> None:
        """Do nothing yet."""
        self._browser = browser
        self._ready = ready
        self._real = Need.DEVTOOLS in browser.offers

    def perform(self, steps: Iterable[Step], document: str) -> str:
        """Do the steps; give the id of the document that stands there afterwards.

        `document` is the id of the one before. Raises `PageError` that names the step.
        """
        for step in steps:
            end = time.monotonic() + step.within
            try:
                document = self._do(step, document, end)
            except PageError as error:
                raise PageError(f"{step.spot.file}:{step.spot.line}: {step}: {error}") from error
            self._browser.refresh()
        return document

    def _do(self, step: Step, document: str, end: float) -> str:
        if step.kind == "wait_for_address":
            return self._arrive(step, document, end)
        if step.kind == "press" and not step.target:
            self._browser.press(step.value)
        else:
            self._act(step, self._until(step, end))
        return document

    def _until(self, step: Step, end: float) -> dict[str, Any]:
        """Look at the page until it is as the step needs it."""
        asked = {"kind": step.kind, "value": _text(step), "target": step.target, "real": self._real}
        while True:
            seen: dict[str, Any] = self._browser.call("act", asked)
            if not seen["lack"]:
                return seen
            self._sleep(end, step, seen["lack"])

    def _act(self, step: Step, seen: dict[str, Any]) -> None:
        """Do with the browser's own means what the page's script has prepared."""
        if step.kind == "press":
            self._browser.press(step.value)
        elif self._real and seen.get("point"):
            x, y = seen["point"]
            for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
                pressed = {} if kind == "mouseMoved" else {"button": "left", "clickCount": 1}
                self._browser.cdp("Input.dispatchMouseEvent", type=kind, x=x, y=y, **pressed)
        elif self._real and seen.get("writes"):
            self._browser.cdp("Input.insertText", text=_text(step))

    def _arrive(self, step: Step, document: str, end: float) -> str:
        """Wait until the page has the address, and is loaded where it is another one than before."""
        pattern = Patterns([step.value])
        while True:
            now = self._browser.document()
            loader, _, address = now.partition(" ")
            if pattern.match(address):
                if loader == document.partition(" ")[0]:
                    if self._loaded():
                        return now
                elif arrived := self._arrived(document.partition(" ")[2]):
                    self._ready()
                    return arrived
            self._sleep(end, step, f"the page is at {address}")

    def _arrived(self, before: str) -> str:
        """Give the id of the new document, empty while it is not loaded; only DevTools can judge its answer."""
        judged: Callable[[str], str] | None = getattr(self._browser, "arrived", None)
        if judged is not None:
            return judged(before)
        with suppress(PageError):
            self._ready()
        return self._browser.document() if self._loaded() else ""

    def _loaded(self) -> bool:
        """Tell whether a document with the audit's scripts stands there whole; one that just goes has lost them."""
        with suppress(PageError):
            return bool(self._browser.call("loaded", {}))
        return False

    def _sleep(self, end: float, step: Step, lack: str) -> None:
        if time.monotonic() > end:
            raise PageError(f"not within {step.within:g} seconds: {lack}")
        self._browser.refresh()
        time.sleep(_PAUSE)


def _text(step: Step) -> str:
    """Give what a step writes; a password comes from the environment and stands in no file."""
    if step.kind != "type_from":
        return step.value
    found = os.environ.get(step.value)
    if found is None:
        raise PageError(f"there is no environment variable {step.value}")
    return found
