"""Defects that show in one mode only, planted into a built site: each must be found in exactly its modes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CONDITION = """---
kind: condition
name: Neck pain
lang: en
summary: Neck pain is common and mostly gets better.
---

## Symptoms

It hurts to turn the head. Read about [back pain](https://example.org/back).

It may last for some weeks.
"""


@dataclass(frozen=True)
class Planted:
    """A defect: how to plant it in a stylesheet, the code that must find it, and the modes in which it shows."""

    name: str
    plant: Callable[[str], str]
    code: str
    shows: Callable[[str], bool]


PLANTED = (
    Planted(
        "a low-contrast token in one theme",
        lambda css: css + '\n:root[data-a11y-contrast="sepia"] { --a11y-ink: #d8ccb4; }\n',
        "axe/color-contrast",
        lambda mode: "contrast=sepia" in mode and "forced-colors" not in mode,
    ),
    Planted(
        "a hidden paragraph in one text size",
        lambda css: css + '\n:root[data-a11y-text="200"] main section p:last-child { display: none; }\n',
        "content-lost",
        lambda mode: "text=200" in mode,
    ),
    Planted(
        "no outline in one theme",
        lambda css: (
            css + '\n:root[data-a11y-contrast="high-dark"] :focus-visible { outline: none; box-shadow: none; }\n'
        ),
        "focus-visible",
        lambda mode: "contrast=high-dark" in mode,
    ),
)


def plant(site: Path, out: Path, defect: Planted) -> Path:
    """Copy a built site with the defect in its stylesheet."""
    shutil.copytree(site, out)
    sheet = next((out / "assets").glob("a11y.*.css"))
    sheet.write_text(defect.plant(sheet.read_text("utf-8")), "utf-8")
    return out
