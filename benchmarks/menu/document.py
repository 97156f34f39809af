"""docs/benchmarks/menu.md: the table, beside it the command, versions, machine, date and load."""

from __future__ import annotations

import datetime as dt
import os
import platform
from collections.abc import Mapping
from pathlib import Path

from a11y_content.about import __version__
from a11y_content.auditing.axe import AxeScript
from benchmarks.menu.serving import POLICY
from benchmarks.menu.table import Column, markdown, verdict

_FRAME = """# Accessibility menus, side by side

{told}

Each menu stands on the same small page, alone, as its own documentation says. Nothing but loopback can be reached: what is
asked of other hosts fails, and is counted; where such a file stands in the package too, its bytes are counted. Choices are
made by pressing. Times are medians of rounds that go from menu to menu, on a processor slowed {slower} times, each load in a new
process with nothing in a cache. The best of each row is **bold**; where two differ by less than what a second run moves by
itself, both are. The last column is the page without a menu: it calibrates, and never counts.

{table}

{verdict}

## What axe names

{axe}

## What grew, and where requests went

{grown}

## How it is measured

* **Bytes**: every file that is fetched while the menu is loaded, opened and used for text, and what it adds to the page's HTML,
  each through gzip -9. Of our stylesheet, which styles whole articles too, the styles of menu and preferences count, cut out as
  the package's own budget does it; the row "with the CSS of pages" counts all of it.
* **From first paint to the stored choice applied**: text of 150 % (or the nearest that a menu has) is stored; the page is
  loaded anew; the time is that of the first frame in which the paragraph has its size, less first contentful paint. 0 means
  that no frame was painted without it.
* **Text**: a paragraph, a link in it, emphasis in that, a list item, a `div`, a button, a field, each against its size before.
* **axe**: the rules of WCAG 2.0 to 2.2 A and AA, `target-size` and `label-content-name-mismatch` switched on; best practices apart.
* **The strict policy** is `{policy}`; scripts that stand inline elsewhere are files there.
* **JSON**: `--json FILE` writes `tool`, `work`, `seconds`, `ratio` (over ours) for what takes time; all other measures of a
  menu stand in one row of it with `work` "measures", under `measures` by their keys (benchmarks/menu/measures.py), with
  `failures` (parts that could not be run, and why). A menu that could not be had has a row with `absent`.
* **Script, style and layout time** is work of the page's main thread, from the browser's own counters in the time of that
  thread; **first contentful paint** and what follows it are with 150 ms to the server and 1.6 Mbit/s.
* **Keyboard**: real key events, no calls of `focus()`.
"""


def conditions(command: str, versions: Mapping[str, str], script: AxeScript, rounds: int, seconds: float) -> str:
    """Say when, where and with what the run was made."""
    load = os.getloadavg()[2]
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    return (
        f"Written by `{command}`: {day}, a11y-content {__version__}, {versions['browser']}, axe-core {script}, {rounds} rounds, "
        f"{os.cpu_count()} cores ({platform.machine()}), load of the machine in 15 minutes {load:.1f}, {seconds:.0f} seconds."
    )


def write(path: Path, columns: list[Column], told: str) -> None:
    """Write the page."""
    shown = [column for column in columns if not column.absent and not column.bare]
    axe = [f"* {column.name}: {_findings(column)}" for column in shown]
    grown = [
        f"* {column.name}: chosen {column.values.get('grown', '-')}; reloaded {column.values.get('grown_reloaded', '-')}; "
        f"other hosts: {column.values.get('foreign_hosts') or 'none'}; in Spanish and with another typeface: "
        f"{column.values.get('elsewhere_hosts') or 'none'}"
        for column in shown
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        _FRAME.format(
            told=told,
            table=markdown(columns),
            verdict=verdict(columns[0], columns),
            axe="\n".join(axe),
            grown="\n".join(grown),
            policy=POLICY,
            slower="four",
        ),
        "utf-8",
    )


def _findings(column: Column) -> str:
    told = []
    for state in ("closed", "open"):
        for kind, words in (("wcag", "WCAG"), ("practice", "best practice"), ("incomplete", "not judged")):
            if rules := column.values.get(f"axe_{kind}_{state}_rules"):
                told.append(f"{state}, {words}: {rules}")
    return "; ".join(told) or "nothing"
