"""Menus that are known from their repositories: npm is asked for them on every run, so that the table tells when it has them."""

from __future__ import annotations

from benchmarks.menu.tool import Tool

TOOLS = (
    Tool(name="accessible-web-widget", package="accessible-web-widget", version="1.6.0"),
    Tool(name="acc_toolbar", package="acc_toolbar", version="latest"),
)
