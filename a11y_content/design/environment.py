"""Environments: what of a mode the device and the browser decide, each part with the values that an audit can make.

The parts of an id that are no preference: media features that the device reports, the browser's own font size, its
zoom, the width of its window, paper instead of a screen, and the menu unfolded.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from a11y_content.problem import UsageError
from a11y_content.registry import suggest

DESKTOP: Final = (1280, 800)
"""The viewport of a mode that names none, in CSS pixels: the window that WCAG 1.4.10 reckons with."""
NARROW: Final = 320
"""The width at which WCAG 1.4.10 wants no scrolling sideways (1280 px at 400 %)."""
_NARROW_HEIGHT: Final = 640
USUAL: Final = 100
"""Per cent of zoom and font size where a mode names none."""

FEATURES: Final[dict[str, tuple[str, ...]]] = {
    "prefers-color-scheme": ("light", "dark"),
    "prefers-contrast": ("more", "less", "custom"),
    "prefers-reduced-motion": ("reduce",),
    "prefers-reduced-transparency": ("reduce",),
    "forced-colors": ("active",),
}
"""Media features that Chromium emulates (measured: `prefers-reduced-data`, `inverted-colors`, `scripting` do not)."""

FONT_SIZE: Final = "font-size"
ZOOM: Final = "zoom"
VIEWPORT: Final = "viewport"
PAPER: Final = "media"
MENU: Final = "menu"
OPEN: Final = "open"
CLOSED: Final = "closed"
PRINT: Final = "print"
_VALUES: Final[dict[str, tuple[str, ...]]] = {
    **FEATURES,
    FONT_SIZE: ("200",),
    ZOOM: ("200", "400"),
    PAPER: (PRINT,),
    MENU: (OPEN, CLOSED),
}
NAMES: Final = (*FEATURES, FONT_SIZE, ZOOM, VIEWPORT, PAPER, MENU)
"""All names, in the order of an id."""
_VIEWPORT_VALUE: Final = re.compile(r"(\d{2,4})(?:x(\d{2,4}))?")

ALONE: Final[tuple[dict[str, str], ...]] = (
    {"prefers-color-scheme": "dark"},
    {"prefers-contrast": "more"},
    {"prefers-reduced-motion": "reduce"},
    {"forced-colors": "active"},
    {FONT_SIZE: "200"},
    {ZOOM: "200"},
    {ZOOM: "400"},
    {VIEWPORT: str(NARROW)},
    {PAPER: PRINT},
)
"""The environments that every page is tried in, whoever made it."""
UNFOLDED: Final = {MENU: OPEN}
"""The environment that only a page with our menu has."""

_APART: Final = (
    frozenset({ZOOM, VIEWPORT}),  # both say how wide the page is: 400 % of a window of 320 pixels is nobody's
    # One or the other takes a page's room by 4 or 2; with a large text of the menu, both would leave room for no word.
    frozenset({FONT_SIZE, ZOOM}),
    frozenset({FONT_SIZE, VIEWPORT}),
    frozenset({PAPER, MENU}),  # nobody unfolds a menu on paper
    frozenset({PAPER, ZOOM}),  # paper has its own width
    frozenset({PAPER, VIEWPORT}),  # as above
)


def apart(one: str, other: str) -> bool:
    """Tell whether a set of modes never varies these two together, since no reader meets both."""
    return frozenset({one, other}) in _APART


def check(name: str, value: str, preferences: Mapping[str, tuple[str, ...]]) -> None:
    """Raise `UsageError`, with a "did you mean", unless a mode can set `name` to `value`.

    `preferences` are the values of every preference.
    """
    known = {**preferences, **_VALUES}
    if name == VIEWPORT:
        if not _VIEWPORT_VALUE.fullmatch(value):
            raise UsageError(f"viewport {value!r} is not a width in pixels, such as 320 or 320x640")
    elif name not in known:
        words = (*preferences, *NAMES)
        near = suggest(name, words)
        hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(words)}"
        raise UsageError(f"no preference or environment {name!r} in a mode{hint}")
    elif value not in known[name]:
        near = suggest(value, known[name])
        hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(known[name])}"
        raise UsageError(f"{name} has no value {value!r}{hint}")


def viewport(settings: Mapping[str, str]) -> tuple[int, int]:
    """Give the viewport of an environment in CSS pixels: as wide as it says, or what zoom leaves of the window."""
    if zoom := settings.get(ZOOM):
        return DESKTOP[0] * USUAL // int(zoom), DESKTOP[1] * USUAL // int(zoom)
    match = _VIEWPORT_VALUE.fullmatch(settings.get(VIEWPORT, ""))
    if not match:
        return DESKTOP
    width = int(match[1])
    fallback = DESKTOP[1] if width >= DESKTOP[0] else _NARROW_HEIGHT
    return width, int(match[2] or fallback)


def plain(settings: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give the parts of an environment that say something, in the order of an id, each in its shortest form."""
    width, height = size = viewport(settings)
    usual = size == viewport({VIEWPORT: f"{width}"})
    shown = {VIEWPORT: "" if size == DESKTOP or ZOOM in settings else f"{width}" if usual else f"{width}x{height}"}
    given = {**settings, **shown}
    return [(name, given[name]) for name in NAMES if given.get(name, "") not in {"", CLOSED}]
