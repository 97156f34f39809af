"""What an audit asks of a browser, and the two ways in which it may fail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from a11y_content.auditing.axe import AxeScript
from a11y_content.auditing.check import Need, News
from a11y_content.design.mode import Mode


class PageError(Exception):
    """The page cannot be judged; the message says why."""


class BrowserGoneError(Exception):
    """The browser or its driver died or hangs: a new one may do."""


class Browser(Protocol):
    """One running browser with a new profile. Every method raises `PageError` or `BrowserGoneError`."""

    @property
    def offers(self) -> frozenset[Need]:
        """What checks can use in this browser."""

    def refresh(self) -> None:
        """Give the page its whole time limit anew: it made progress. Load and first mode share one limit."""

    def versions(self) -> dict[str, str]:
        """Name what is used: `browser`, `driver`, `selenium`."""

    def lacks(self, mode: Mode) -> str:
        """Say why this browser cannot stand in a mode; empty if it can."""

    def open(self, url: str, *, before: str = "") -> str:
        """Load a page, and make sure that the answer is this very page, whole, as HTML, with a good status.

        Gives what `document` gives for it.

        Nothing of an earlier page is kept (storage, windows). `before` is a script that runs in the page's own world
        before its own.
        """

    def document(self) -> str:
        """Give an id of the document that stands there now: another one means that the page went on."""

    def leave(self) -> None:
        """Go to an empty page."""

    def inject(self, axe: AxeScript, source: str) -> None:
        """Make axe and the audit's scripts ready in the page, where possible out of reach of its own scripts."""

    def call(self, name: str, options: dict[str, object]) -> Any:
        """Call a function of the injected scripts; gives JSON data."""

    def emulate(self, mode: Mode) -> None:
        """Take on the environment of a mode: media, viewport, zoom, font size, paper."""

    def press(self, key: str, *, shift: bool = False, times: int = 1) -> None:
        """Press and release a real key, `times` in one go."""

    def pixels(self, box: dict[str, float]) -> bytes:
        """Take a picture of a box of the page (CSS pixels from the page's corner) as PNG."""

    def news(self) -> Sequence[News]:
        """Give what network and console said since the load began."""

    def cdp(self, command: str, **parameters: object) -> Any:
        """Send a command of the DevTools protocol and give its result."""

    def close(self, *, kindly: bool = True) -> None:
        """End the browser, its driver and all their children, and remove the profile; never raises."""
