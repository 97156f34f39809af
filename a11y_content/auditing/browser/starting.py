"""Which browser is started: one of this machine by its kind, or one of a Grid."""

from __future__ import annotations

from dataclasses import dataclass, field

from a11y_content.auditing.access import Access
from a11y_content.auditing.browser.base import Browser
from a11y_content.auditing.browser.chromium import Chromium
from a11y_content.auditing.browser.devtools import ByDevTools
from a11y_content.auditing.browser.firefox import Firefox
from a11y_content.auditing.browser.grid import GridChromium
from a11y_content.auditing.browser.webkit import WebKit
from a11y_content.auditing.programs import KINDS, Programs
from a11y_content.problem import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What decides which browser is started, and how."""

    programs: Programs
    kind: str = "chromium"
    grid: str = ""
    """Address of a Grid; empty: a browser of this machine."""
    timeout: float = 30
    only_loopback: bool = False
    access: Access = field(default_factory=Access)
    """Credentials for closed pages."""


def start(wanted: Wanted) -> Browser:
    """Start a browser; raises `CouldNotRunError`, `BrowserGoneError`, and `UsageError` for what there is not."""
    if wanted.access and wanted.kind != "chromium":
        raise UsageError(f"headers, cookies and passwords need chromium: {wanted.kind} would send them to every site")
    browser = _start(wanted)
    if isinstance(browser, ByDevTools):
        browser.admission.grant(wanted.access)
    return browser


def _start(wanted: Wanted) -> Browser:
    if wanted.grid:
        return GridChromium(wanted.grid, timeout=wanted.timeout)
    programs, timeout, only_loopback = wanted.programs, wanted.timeout, wanted.only_loopback
    match wanted.kind:
        case "chromium":
            return Chromium(programs, timeout=timeout, only_loopback=only_loopback)
        case "firefox":
            return Firefox(programs.browser, timeout=timeout, only_loopback=only_loopback)
        case "webkit":
            return WebKit(programs, timeout=timeout, only_loopback=only_loopback)
    raise UsageError(f"no browser {wanted.kind!r}; there are {', '.join(KINDS)}")
