"""Results to text: cells, the best of each row, the sentence about rows that others win, and the rows of the JSON."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.menu.measures import MEASURES, TIMED, Best, Measure

_FORMATS = {"ms": "{:.0f} ms", "score": "{:.3f}", "x": "{:.2f}"}
_SHOWN = {"ms": 1000}
"""Times are kept in seconds."""
Value = float | bool | str | None
Values = dict[str, Value]


@dataclass(slots=True, kw_only=True)
class Column:
    """What was measured of one menu."""

    name: str
    version: str = ""
    absent: str = ""
    """Why nothing could be measured."""
    bare: bool = False
    values: Values = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    """Part of the benchmark to what went wrong in it."""


def cell(measure: Measure, value: Value) -> str:
    """Write a value for the table."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, (int, float)):
        return value or "-"
    if math.isinf(value):
        return "never"
    return _FORMATS.get(measure.unit, "{:,.0f}").format(value * _SHOWN.get(measure.unit, 1))


def worth(measure: Measure, value: Value) -> float | None:
    """Give a number that is lower for a better value; `None` where nothing can be said."""
    if isinstance(value, str) or value is None or measure.best is Best.NONE:
        return None
    if measure.best is Best.YES:
        return 0.0 if value else 1.0
    return float(value)


def winners(measure: Measure, columns: list[Column]) -> set[str]:
    """Name the menus that are best in a row, and those as good; the bare page never is.

    As good is what differs by no more than the slack of the measure, or than both of the two wobble from round to round
    (the median distance of a round from the median).
    """
    worths = {
        column.name: found
        for column in columns
        if not column.bare and (found := worth(measure, column.values.get(measure.key))) is not None
    }
    least = min(worths.values(), default=math.inf)
    wobbles = {column.name: column.values.get(f"{measure.key}_wobble") for column in columns}
    wobble = {
        name: float(one) if isinstance(one, float) and math.isfinite(one) else 0.0 for name, one in wobbles.items()
    }
    if measure.best in {Best.YES, Best.NO}:
        return {name for name, found in worths.items() if not found}  # where nobody does, nobody is best
    first = min(worths, key=worths.__getitem__, default="")
    return {
        name for name, found in worths.items() if found - least <= max(measure.slack, min(wobble[name], wobble[first]))
    }


def measured(columns: Iterable[Column]) -> list[Measure]:
    """Give the measures that were taken in this run."""
    keys = {key for column in columns for key in column.values}
    return [measure for measure in MEASURES if measure.key in keys]


def markdown(columns: list[Column]) -> str:
    """Write the table: a row a measure, a column a menu, the best in bold."""
    shown = [column for column in columns if not column.absent]
    head = " | ".join(f"{column.name} {column.version}".strip() for column in shown)
    lines = [f"| | {head} |", "|---|" + "---:|" * len(shown)]
    for measure in measured(shown):
        best = winners(measure, shown)
        texts = []
        for column in shown:
            text = cell(measure, column.values.get(measure.key))
            texts.append(f"**{text}**" if column.name in best else text)
        lines.append(f"| {measure.title} | {' | '.join(texts)} |")
    lines += [f"| {column.name}: {column.absent} |" + " |" * len(shown) for column in columns if column.absent]
    return "\n".join(lines)


def plain(columns: list[Column]) -> str:
    """Write the same table for a terminal: columns in line, the best with a star."""
    rows = [
        [one.strip().replace("**", "*", 1).replace("**", "") for one in line.strip("|").split("|")]
        for line in markdown(columns).splitlines()
        if not line.startswith("|---")
    ]
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            text.ljust(width) if at == 0 else text.rjust(width)
            for at, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def lost(ours: Column, columns: list[Column]) -> list[str]:
    """Tell each row in which ours is neither best nor equal, with the best value and whose it is."""
    found = []
    for measure in measured([ours]):
        best = winners(measure, columns)
        if not best or ours.name in best:
            continue
        theirs = [f"{one.name} has {cell(measure, one.values[measure.key])}" for one in columns if one.name in best]
        found.append(f"{measure.title}: {cell(measure, ours.values[measure.key])}, where {' and '.join(theirs)}")
    return found


def verdict(ours: Column, columns: list[Column]) -> str:
    """Write the paragraph that says where ours is not best."""
    rows = lost(ours, columns)
    if not rows:
        return f"{ours.name} is best or equal in every row."
    return f"{ours.name} is best or equal in {len(measured([ours])) - len(rows)} of {len(measured([ours]))} rows. Not in: {'; '.join(rows)}."


def rows(ours: Column, columns: Iterable[Column]) -> list[dict[str, object]]:
    """Give the rows of the JSON: timed work as `tool, work, seconds, ratio`; the rest in a row `work: measures` each.

    `ratio` is this menu's time over ours, `None` where one of them is nought or was not measured. A row of a menu that
    could not be had has `absent`.
    """
    found: list[dict[str, object]] = []
    for column in columns:
        if column.absent:
            found.append(
                {"tool": column.name, "work": "measures", "seconds": None, "ratio": None, "absent": column.absent}
            )
            continue
        for key in TIMED:
            seconds = column.values.get(key)
            if isinstance(seconds, float) and math.isfinite(seconds):
                base = ours.values.get(key)
                ratio = seconds / base if isinstance(base, float) and base > 0 else None
                found.append({"tool": column.name, "work": key, "seconds": seconds, "ratio": ratio})
        others = {key: value for key, value in column.values.items() if key not in TIMED}
        found.append(
            {
                "tool": column.name,
                "work": "measures",
                "seconds": None,
                "ratio": None,
                "version": column.version,
                "measures": others,
                "failures": column.failures,
            }
        )
    return found
