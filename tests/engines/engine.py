"""What every engine can do for a test: open a page, look at it, press keys, point at an element.

The three engines are driven in three ways (docs/decisions/0047-other-engines.md); a test sees only this.
"""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from typing import Any, ClassVar

LIMIT = 60.0
"""Seconds until a browser that does not answer is given up."""

_MIDDLE = """(() => {
  const found = document.querySelector(%s);
  if (!found) return {why: "is not on the page"};
  found.scrollIntoView({block: "center", behavior: "instant"});
  const box = found.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const hit = document.elementFromPoint(x, y);
  if (!hit) return {why: `has no point in the window: ${[x, y]}`};
  const meant = found === hit || found.contains(hit) || hit.closest("label")?.control === found;
  return meant ? {x: Math.round(x), y: Math.round(y)} : {why: `is covered by ${hit.outerHTML.split(">", 1)[0]}>`};
})()"""


class Engine(ABC):
    """A started browser with a new profile and one page."""

    name: ClassVar[str]

    @abstractmethod
    def open(self, url: str) -> None:
        """Load a page and wait for its `load` event."""

    def reload(self) -> None:
        """Load the page again, without going back to where it was scrolled to: an engine does that at any time."""
        self.evaluate("(history.scrollRestoration = 'manual')")
        self._load_again()

    @abstractmethod
    def _load_again(self) -> None:
        """Load the page again and wait for its `load` event."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Make the window or the viewport as large, in CSS pixels."""

    @abstractmethod
    def press(self, *keys: str) -> None:
        """Press keys one after the other; the letters of one text are held together: `Keys.SHIFT + Keys.TAB`."""

    @abstractmethod
    def screenshot(self) -> bytes:
        """Give what is seen now, as PNG."""

    @abstractmethod
    def close(self) -> None:
        """End the browser and what was started for it."""

    @abstractmethod
    def _text(self, script: str) -> str:
        """Give the text that an expression of JavaScript has as its value."""

    @abstractmethod
    def point(self, x: int, y: int, *, press: bool = False) -> None:
        """Move the pointer to a place in the viewport; press and release there."""

    def evaluate(self, script: str, *values: object) -> Any:
        """Give the value of an expression; `values` are put in for `%s`, as JSON."""
        filled = script % tuple(json.dumps(value) for value in values) if values else script
        return json.loads(self._text(f"JSON.stringify([{filled}])"))[0]

    def until(self, script: str) -> None:
        """Ask again until an expression is true."""
        end = time.monotonic() + LIMIT
        while not self.evaluate(script):
            assert time.monotonic() < end, f"{self.name}: not within {LIMIT:.0f} s: {script}"

    def click(self, selector: str) -> None:
        """Press the middle of an element with the pointer; it must be the element that lies there."""
        place = self.evaluate(_MIDDLE, selector)
        if "why" in place:
            msg = f"{self.name}: {selector} {place['why']}"
            raise AssertionError(msg)
        self.point(place["x"], place["y"], press=True)
