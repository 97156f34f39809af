"""The rows of the table: what each measure is called, its unit, and which end of it is better."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Best(Enum):
    """Which value of a measure is the best one."""

    LOW = "low"
    YES = "yes"
    NO = "no"
    NONE = "none"
    """A fact, not a merit."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One row."""

    key: str
    title: str
    best: Best
    unit: str = ""
    slack: float = 0.0
    """Two values are equal where they differ by no more: what a second run moves by itself."""


TIMED = ("applied", "paint", "script", "layout", "change")
"""Keys of timed work, in seconds: these become `seconds` and `ratio` in the JSON."""
MEASURES: tuple[Measure, ...] = (
    Measure("bytes", "Bytes, gzip: all that the menu adds", Best.LOW, "B"),
    Measure("bytes_js", "of these JavaScript", Best.NONE, "B"),
    Measure("bytes_css", "of these CSS", Best.NONE, "B"),
    Measure("bytes_html", "of these HTML in the page", Best.NONE, "B"),
    Measure("bytes_fonts", "of these fonts", Best.NONE, "B"),
    Measure("bytes_words", "of these files of words", Best.NONE, "B"),
    Measure("bytes_whole", "Bytes, gzip: with the CSS of pages that comes in the same file", Best.LOW, "B"),
    Measure("requests", "Requests", Best.LOW),
    Measure("foreign", "Requests to other hosts, attempted", Best.LOW),
    Measure("foreign_elsewhere", "the same on a page in Spanish, with another typeface chosen", Best.LOW),
    Measure("applied", "From first paint to the stored choice applied", Best.LOW, "ms", 0.004),
    Measure("shift", "Layout shift (CLS) of that load", Best.LOW, "score", 0.0005),
    Measure("paint", "First contentful paint", Best.LOW, "ms", 0.016),
    Measure("script", "Script time of that load", Best.LOW, "ms", 0.004),
    Measure("layout", "Style and layout time of that load", Best.LOW, "ms", 0.004),
    Measure("change", "1000 paragraphs: from the press to text of the new size", Best.LOW, "ms", 0.016),
    Measure("written", "1000 paragraphs: elements given a style of their own", Best.LOW),
    Measure("nodes", "DOM nodes added, closed", Best.LOW),
    Measure("nodes_open", "DOM nodes added, open", Best.LOW),
    Measure(
        "uneven", "Text: largest growth over smallest, reloads included (1 = nothing compounds)", Best.LOW, "x", 0.01
    ),
    Measure("own_default", "Text: multiplies the reader's own default size (24 px)", Best.YES),
    Measure("reloads_changed", "Reloads with other sizes or other attributes of html", Best.LOW),
    Measure("axe_wcag_closed", "axe, closed: elements that break WCAG rules", Best.LOW),
    Measure("axe_wcag_open", "axe, open: elements that break WCAG rules", Best.LOW),
    Measure("axe_practice_closed", "axe, closed: elements against best practice", Best.LOW),
    Measure("axe_practice_open", "axe, open: elements against best practice", Best.LOW),
    Measure("axe_incomplete_closed", "axe, closed: elements that it could not judge", Best.LOW),
    Measure("axe_incomplete_open", "axe, open: elements that it could not judge", Best.LOW),
    Measure("filter", "Strongest contrast is a filter over the page", Best.NO),
    Measure("contrast_low", "Strongest contrast, open: texts under 7:1", Best.LOW),
    Measure("contrast_unsure", "Strongest contrast, open: texts that axe could not judge", Best.LOW),
    Measure("no_js", "Works without scripts", Best.YES),
    Measure("csp_works", "Works under the strict policy", Best.YES),
    Measure("csp_blocked", "Blocked by the strict policy", Best.LOW),
    Measure("opener_reached", "Keyboard: Tab reaches the opener", Best.YES),
    Measure("closed_stops", "Keyboard: tab stops besides the opener while closed", Best.LOW),
    Measure("enter_opens", "Keyboard: Enter opens", Best.YES),
    Measure("state_told", "Keyboard: the opener tells closed and open", Best.YES),
    Measure("focus_follows", "Keyboard: focus goes in, at once or by one Tab", Best.YES),
    Measure("tab_leaves", "Keyboard: Tab leaves the open menu", Best.YES),
    Measure("escape_closes", "Keyboard: Escape closes", Best.YES),
    Measure("focus_returns", "Keyboard: focus is back on the opener then", Best.YES),
    Measure("stored", "Entries stored before any choice", Best.LOW),
    Measure("prints", "Prints itself", Best.NO),
    Measure("fixed", "Lies fixed over the page, closed", Best.NO),
    Measure("z_index", "Highest z-index", Best.LOW),
)
