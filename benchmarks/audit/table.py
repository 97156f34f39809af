"""Results to text: two tables, the sentence about what was promised, the docs page, and the rows of the JSON."""

from __future__ import annotations

import datetime as dt
import os
import platform
from collections.abc import Iterable
from pathlib import Path

from a11y_content.auditing.axe import AxeScript
from benchmarks.audit.marginal import LOOP as LOOP_MARGINAL
from benchmarks.audit.marginal import Marginal
from benchmarks.audit.peers import Peer
from benchmarks.audit.run import OURS, PA11Y, Row, Work

TIMES_FASTER = 20.0
"""What the whole command must be over pa11y-ci, on every page in 48 modes."""
INTRO = """# The audit beside others

What an audit costs: with one warm browser, and as a whole command. Written by `python -m benchmarks.audit --docs`.
"""
HOW = """## How it is measured

* The pages are those of the example clinic, built here. In a mode each page has an address of its own (`?a11y=text:200`), which is what the other
  tools get; they see the same states as ours, and all of them are clean. The planted pages have four defects, three of which show in some modes only.
* 48 modes: text (as it is, 150, 200) by contrast (as it is, dark, sepia, high-dark) by motion by spacing. 12: text by contrast.
* All tools work with the same axe-core, put into the tools of npm by `overrides`. Their rules differ a little: pa11y-ci runs those of WCAG 2 A and AA, the
  plain loop and @axe-core/cli axe's usual ones, ours those of WCAG 2.2 A and AA with `target-size`, and best practices.
* The plain loop is what people write: Selenium opens the address, axe-selenium-python puts axe in and runs it.
* Rounds are interleaved: each goes from tool to tool, and begins with another one. Medians count. A ratio is of this run alone: the machine is
  shared, so seconds differ from run to run, and ratios much less.
* Processor seconds are those of the browser, its driver and the Python process together: on a machine that others use they say more than the clock.
* Warm: the first page is thrown away; each kind of work has a browser of its own, and only one works at a time. "All checks" runs every check of
  ours, also those that press keys and take pictures; no other tool here has them.
* A tool that ends with an error, or judges less than it was given, gets no time.
"""


def marginal_table(rows: Iterable[Marginal]) -> str:
    """Write what one more page costs."""
    lines = [
        "| one more page, warm | seconds | least to most | times the plain loop | promised | processor seconds | times |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for one in rows:
        limit = f"at most {one.limit:g}" if one.limit else ""
        span = f"{one.least:.3f} to {one.most:.3f}"
        lines.append(
            f"| {one.name} | {one.seconds:.3f} | {span} | {one.ratio:.2f} | {limit} | {one.cpu:.2f} | {one.cpu_ratio:.2f} |"
        )
    return "\n".join(lines)


def commands_table(rows: Iterable[Row]) -> str:
    """Write what whole commands take."""
    found = list(rows)
    lines = [
        "| whole command, cold | tool | seconds | a page | a page in a mode | times ours | rounds |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for row in found:
        work, seconds = row.work, row.median
        if seconds is None:
            lines.append(f"| {work.name} | {row.tool} | {row.absent or 'not run'} | | | | |")
            continue
        share = seconds / work.pages
        ratio = _ratio(row, found)
        times = "" if ratio is None else f"{ratio:.2f}"
        cells = f"{seconds:.1f} | {share:.2f} | {share / work.modes:.3f} | {times} | {len(row.seconds)}"
        lines.append(f"| {work.name} | {row.tool} | {cells} |")
    return "\n".join(lines)


def _ratio(row: Row, rows: Iterable[Row]) -> float | None:
    """Give a tool's time over ours, for the same work of the same run."""
    base = next((one.median for one in rows if one.work is row.work and one.tool == OURS), None)
    return row.median / base if base and row.median is not None else None


def verdicts(marginals: Iterable[Marginal], rows: Iterable[Row], matrix: Work) -> list[str]:
    """Say of each promise whether it is kept."""
    said = []
    for one in marginals:
        if one.limit is not None:
            kept = "kept" if one.ratio <= one.limit else "NOT kept"
            said.append(
                f"{one.name}: {one.ratio:.2f} times the plain loop, at most {one.limit:g} was promised: {kept}."
            )
    found = list(rows)
    for row in found:
        if row.work is matrix and row.tool == PA11Y:
            ratio = _ratio(row, found)
            if ratio is None:
                said.append(f"{matrix.name}: pa11y-ci gave no time ({row.absent}).")
            else:
                kept = "kept" if ratio >= TIMES_FASTER else "NOT kept"
                said.append(
                    f"{matrix.name}: pa11y-ci takes {ratio:.1f} times ours, {TIMES_FASTER:g} was promised: {kept}."
                )
    return said


def conditions(command: str, axe: AxeScript, versions: Iterable[str], peers: Iterable[Peer]) -> str:
    """Say what was measured with what."""
    tools = [f"{one.name} {one.version} (axe-core {one.axe} inside)" for one in peers]
    used = ", ".join([f"axe-core {axe}", *versions, *tools, f"Python {platform.python_version()}"])
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return f"`{command}` on {day}, {os.cpu_count()} cores, load {load} at its end. {used}."


def write_docs(path: Path, parts: Iterable[str]) -> None:
    """Write the docs page."""
    path.write_text("\n\n".join([INTRO.strip(), *parts, HOW.strip()]) + "\n", "utf-8")


def as_json(marginals: Iterable[Marginal], rows: Iterable[Row]) -> list[dict[str, object]]:
    """Give the rows of the JSON: `tool`, `work`, `seconds`, `ratio` (this tool's time over ours)."""
    found: list[dict[str, object]] = []
    warm = list(marginals)
    for one in warm:
        tool = "plain loop" if one.name == LOOP_MARGINAL else "a11y-content"
        found.append(
            {"tool": tool, "work": f"warm: {one.name}", "seconds": one.seconds, "ratio": one.ratio, "of": LOOP_MARGINAL}
        )
    all_rows = list(rows)
    for row in all_rows:
        made: dict[str, object] = {
            "tool": row.tool,
            "work": row.work.name,
            "seconds": row.median,
            "ratio": _ratio(row, all_rows),
        }
        found.append(made | ({"absent": row.absent} if row.absent else {}))
    return found
