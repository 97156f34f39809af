"""The environment of a mode in Chromium: emulated media, viewport, zoom, font size, paper.

That it took effect is asked of the page (`environment.js`) before anything is judged there.
"""

from __future__ import annotations

from typing import Any, Final, Protocol

from a11y_content.design.environment import FEATURES, USUAL
from a11y_content.design.mode import Mode

_NEUTRAL: Final = {"prefers-color-scheme": "light", "forced-colors": "none"}
"""What a media feature is set to where a mode does not name it; `no-preference` for all others."""
_STANDARD_SIZE: Final = 16
_FIXED_SIZE: Final = 13


class DevTools(Protocol):
    """Whatever sends commands of the DevTools protocol."""

    def cdp(self, command: str, **parameters: object) -> Any:
        """Send a command and give its result."""


class Environment:
    """What is emulated now; only what differs is sent."""

    def __init__(self, tools: DevTools) -> None:
        """Nothing is known yet."""
        self._tools = tools
        self._media: tuple[object, ...] = ()
        self._metrics: tuple[object, ...] = ()
        self._font = USUAL

    def apply(self, mode: Mode) -> None:
        """Take on the environment of a mode."""
        media = {name: _NEUTRAL.get(name, "no-preference") for name in FEATURES} | dict(mode.media)
        wanted = (mode.printed, *media.items())
        if wanted != self._media:
            features = [{"name": name, "value": value} for name, value in media.items()]
            self._tools.cdp("Emulation.setEmulatedMedia", media="print" if mode.printed else "", features=features)
            self._media = wanted
        metrics = (*mode.viewport, mode.zoom)
        if metrics != self._metrics:
            width, height = mode.viewport
            self._tools.cdp(
                "Emulation.setDeviceMetricsOverride",
                width=width,
                height=height,
                screenWidth=width,
                screenHeight=height,
                deviceScaleFactor=mode.zoom / USUAL,
                mobile=False,
            )
            self._metrics = metrics
        if mode.font_size != self._font:
            sizes = {
                "standard": _STANDARD_SIZE * mode.font_size // USUAL,
                "fixed": _FIXED_SIZE * mode.font_size // USUAL,
            }
            self._tools.cdp("Page.setFontSizes", fontSizes=sizes)
            self._font = mode.font_size
