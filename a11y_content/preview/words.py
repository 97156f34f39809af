"""Words for modes: what a designer reads above a pane."""

from __future__ import annotations

from typing import Final

from a11y_content.design.environment import DESKTOP, USUAL
from a11y_content.design.mode import Mode
from a11y_content.design.preferences import preferences

_MEDIA: Final = {
    ("prefers-color-scheme", "dark"): "Device asks for dark",
    ("prefers-color-scheme", "light"): "Device asks for light",
    ("prefers-contrast", "more"): "Device asks for more contrast",
    ("prefers-contrast", "less"): "Device asks for less contrast",
    ("prefers-reduced-motion", "reduce"): "Device asks for less movement",
    ("forced-colors", "active"): "Device forces its own colours",
}


def caption(mode: Mode) -> str:
    """Say a mode in words: `Text size 200%, Colours and contrast: Sepia`; the default is `As the device asks`."""
    rows = {row.name: row for row in preferences()}
    parts = []
    named = dict(part.partition("=")[::2] for part in mode.id.split(",") if "=" in part)
    for name, value in mode.choices:
        row = rows.get(name)
        if row and name in named:
            label = next((option.label for option in row.options if option.value == value), value)
            parts.append(f"{row.label}: {label}")
    parts += [words for (name, value), words in _MEDIA.items() if named.get(name) == value]
    if mode.font_size != USUAL:
        parts.append(f"Browser's own text size {mode.font_size}%")
    if mode.zoom != USUAL:
        parts.append(f"Zoom {mode.zoom}%")
    elif mode.viewport[0] != DESKTOP[0]:
        parts.append(f"{mode.viewport[0]} pixels wide")
    if mode.printed:
        parts.append("On paper")
    if mode.menu_open:
        parts.append("Menu open")
    return ", ".join(parts) or "As the device asks"
