"""What docs/false-alarms.md explains, read from its table: a page, a code, how grave it is, and why it is right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

GUIDE: Final = Path(__file__).parents[2] / "docs" / "false-alarms.md"
_ROW: Final = re.compile(r"^\| ([\w, -]+) \| `([\w/-]+)` \| (error|warning) \| ([^|]+) \|$", re.MULTILINE)


@dataclass(frozen=True, order=True)
class Explained:
    """One kind of problem on one page that somebody looked at."""

    page: str
    code: str
    level: str


def explained() -> set[Explained]:
    """Read the table; a row may name several pages."""
    rows = _ROW.findall(GUIDE.read_text("utf-8"))
    return {Explained(f"{page}.html", code, level) for pages, code, level, _ in rows for page in pages.split(", ")}
