"""The environment of a mode in Firefox: what BiDi has no command for is a setting of the running browser."""

from __future__ import annotations

import json
from typing import Any, Final, Protocol

from a11y_content.auditing.browser.base import PageError
from a11y_content.auditing.browser.bidi import CommandError, Message
from a11y_content.design.environment import USUAL
from a11y_content.design.mode import Mode

_LACKING: Final = {"prefers-contrast"}
"""Features that no setting of a running Firefox decides."""
_SCHEME: Final = "layout.css.prefers-color-scheme.content-override"
_DARK, _LIGHT = 0, 1
_COLOURS: Final = "browser.display.document_color_use"
_NEVER, _ALWAYS = 1, 2
_SET: Final = """(() => {
  const {numbers, medium} = %s;
  for (const [name, value] of Object.entries(numbers)) Services.prefs.setIntPref(name, value);
  for (const browser of gBrowser.browsers) browser.browsingContext.mediumOverride = medium;
})()"""
_WAIT: Final = """(async () => {
  const end = performance.now() + 2000;
  const late = () => performance.now() > end;
  while (!%s.every((query) => matchMedia(query).matches) && !late())
    await new Promise((resolve) => setTimeout(resolve, 10));
})()"""


class Owner(Protocol):
    """The browser whose settings these are."""

    def ask(self, method: str, **params: object) -> Message:
        """Send a command."""

    def evaluate(self, expression: str, *, world: str = "", context: str = "") -> Any:
        """Give the value of an expression."""


class Media:
    """What is emulated now; only what differs is set."""

    def __init__(self, owner: Owner) -> None:
        """Look whether the browser lets its settings be changed."""
        self._owner = owner
        self._settings = ""
        self._mode = Mode()
        self._chrome = ""
        try:
            tree = owner.ask("browsingContext.getTree", maxDepth=0, **{"moz:scope": "chrome"})
            self._chrome = tree["contexts"][0]["context"]
        except CommandError:
            pass  # an older Firefox: no media but the usual ones

    def lacks(self, mode: Mode) -> str:
        """Say which part of a mode cannot be taken on; empty if all can."""
        features = sorted({name for name, _ in mode.media} & _LACKING)
        if features:
            return f"Firefox cannot be made to report {', '.join(features)}"
        if mode.font_size != USUAL:
            return "Firefox takes on another font size of its own only at the next load"
        if not self._chrome and (mode.media or mode.printed):
            return "this Firefox does not let its settings be changed"
        return ""

    def apply_window(self, tab: str) -> None:
        """Give a new tab the viewport and the zoom of the mode."""
        width, height = self._mode.viewport
        viewport = {"width": width, "height": height}
        ratio = self._mode.zoom / USUAL
        self._owner.ask("browsingContext.setViewport", context=tab, viewport=viewport, devicePixelRatio=ratio)

    def apply(self, mode: Mode, tab: str) -> None:
        """Take on the environment of a mode."""
        before, self._mode = self._mode, mode
        if tab and (mode.viewport, mode.zoom) != (before.viewport, before.zoom):
            self.apply_window(tab)
        if not self._chrome:
            return
        media = dict(mode.media)
        forced = media.get("forced-colors") == "active"
        numbers = {
            _SCHEME: _DARK if media.get("prefers-color-scheme") == "dark" else _LIGHT,
            "ui.prefersReducedMotion": int(media.get("prefers-reduced-motion") == "reduce"),
            "ui.prefersReducedTransparency": int(media.get("prefers-reduced-transparency") == "reduce"),
            _COLOURS: _ALWAYS if forced else _NEVER,
        }
        settings = json.dumps({"numbers": numbers, "medium": "print" if mode.printed else ""})
        if settings == self._settings and not mode.printed:
            return
        self._owner.evaluate(_SET % settings, context=self._chrome)
        self._settings = settings
        if tab:
            self._wait(mode)

    def _wait(self, mode: Mode) -> None:
        """Wait until the page has heard of it: settings go from process to process in their own time."""
        queries = [f"({name}: {value})" for name, value in mode.media]
        scheme = dict(mode.media).get("prefers-color-scheme", "light")
        queries += [f"(prefers-color-scheme: {scheme})", "print" if mode.printed else "screen"]
        if ("forced-colors", "active") not in mode.media:
            queries.append("(forced-colors: none)")
        if ("prefers-reduced-motion", "reduce") not in mode.media:
            queries.append("(prefers-reduced-motion: no-preference)")
        try:
            self._owner.evaluate(_WAIT % json.dumps(queries), world="a11y-wait")
        except PageError as error:
            if "no answer" in str(error):
                raise
