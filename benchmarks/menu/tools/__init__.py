"""The menus that are measured, ours first: one module each, registered here."""

from __future__ import annotations

from benchmarks.menu.tool import Tool
from benchmarks.menu.tools import (
    accessibility,
    accessibility_widgets,
    free_accessibility_menu,
    ours,
    sienna,
    unpublished,
)

BARE = Tool(name="no menu")
TOOLS: tuple[Tool, ...] = (
    ours.TOOL,
    sienna.TOOL,
    free_accessibility_menu.TOOL,
    accessibility.TOOL,
    accessibility_widgets.TOOL,
    *unpublished.TOOLS,
)
