"""Pictures of a page in its modes, taken in the browser of the audit."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from a11y_content.auditing.axe import find_axe
from a11y_content.auditing.browser import BrowserGoneError, PageError
from a11y_content.auditing.browser.chromium import Chromium
from a11y_content.auditing.check import Settings
from a11y_content.auditing.programs import find_programs
from a11y_content.auditing.target import opened
from a11y_content.auditing.visit import PageVisit
from a11y_content.design.environment import USUAL
from a11y_content.design.mode import Mode
from a11y_content.design.preference import Preference
from a11y_content.problem import CouldNotRunError

_LOAD_ALL: Final = """
for (const image of document.images) image.loading = 'eager';
return Promise.allSettled([...document.images].map((image) => image.decode()));
"""
"""A picture of the whole page shows also what a reader would only load by scrolling."""
HIGHEST: Final = 16_000
"""Pixels: Chromium draws no larger picture; a longer page is cut there."""


def pictures(
    page: Path, modes: Iterable[Mode], table: tuple[Preference, ...], *, timeout: float = 30
) -> Iterator[tuple[Mode, bytes]]:
    """Give each mode with its picture as PNG: as wide as its viewport, as high as the page, one pixel a CSS pixel.

    `page` is an HTML file, `table` holds the preferences that it offers, `timeout` is in seconds for each step. Raises
    `UsageError` for what is no HTML file, and `CouldNotRunError` without a browser or where it fails.
    """
    with opened([page]) as (target,):
        browser = Chromium(find_programs(), timeout=timeout, only_loopback=True)
        try:
            visit = PageVisit(browser, (), find_axe(), Settings(), (row.name for row in table))
            visit.load(target.url)
            browser.run_script(_LOAD_ALL)
            for mode in modes:
                visit.enter(mode)
                size = browser.cdp("Page.getLayoutMetrics")["cssContentSize"]
                clip = {"x": 0, "y": 0, "width": mode.viewport[0], "height": min(size["height"], HIGHEST)}
                clip["scale"] = USUAL / mode.zoom
                shot = browser.cdp("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
                yield mode, base64.b64decode(shot["data"])
        except (PageError, BrowserGoneError) as error:
            raise CouldNotRunError(f"{target.name}: {error}") from error
        finally:
            browser.close()
