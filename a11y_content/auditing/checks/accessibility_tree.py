"""Equality of what assistive technology is told, between the modes of a page (WCAG 1.3.1, 4.1.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from a11y_content.auditing.check import Reads, Visit, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.design.mode import Mode
from a11y_content.problem import Fault, Level, fault

ACCESSIBILITY_TREE = fault(
    "accessibility-tree",
    "A screen reader is told less in one mode",
    why="A reader who chooses larger text or other colours, and uses a screen reader as well, must be told the same as"
    " everybody: the same words, roles, names and states.",
    mend="hide nothing in this mode by display: none, visibility or aria-hidden; change how it looks instead",
    criterion="1.3.1",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/info-and-relationships",
)
ADDED = fault(
    "accessibility-tree/added",
    "A screen reader is told more in one mode",
    why="What exists in one mode only is mostly a second copy that is shown in place of another: a reader hears both,"
    " or hears something that nobody sees.",
    mend="keep one element for all modes, and change how it looks",
    level=Level.WARNING,
    criterion="1.3.1",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/info-and-relationships",
)
_LONGEST: Final = 60


def _comparable(mode: Mode) -> bool:
    """Every mode but paper, which shows no controls."""
    return not mode.printed


def _is_narrowed(mode: Mode) -> bool:
    return (mode.viewport[0], mode.zoom, mode.font_size) != (Mode().viewport[0], Mode().zoom, Mode().font_size)


@page_check(
    ACCESSIBILITY_TREE,
    conformance="A",
    measures="Compares roles, accessible names, states and words of all elements that assistive technology is told of"
    " with those of the default mode, as a multiset; names worked out by axe's functions from the DOM, frames and"
    " open shadow roots included, the menu left out. What is told in the default mode only is an error on pages with"
    " our menu and a review on others; there, modes with less room (narrow, zoom, larger default font) are not"
    " compared, since other navigation on small screens is common and sound.",
    cannot_see="Closed shadow roots, frames of other sites, generated content, the order, and what is there but out of"
    " sight (opacity, off screen).",
    where=_comparable,
    reads=Reads.PRESENCE,
    baseline=True,
    echoes=("content-lost",),
)
def accessibility_tree(answer: dict[str, Any], visit: Visit) -> Iterator[Finding]:
    """Tell what a screen reader is told in one of both modes only."""
    if not visit.own and _is_narrowed(visit.mode):
        return
    for kind, said, words in (
        (ACCESSIBILITY_TREE, answer["lost"], "the default mode tells a screen reader, and this mode does not"),
        (ADDED, answer["added"], "only this mode tells a screen reader"),
    ):
        for one in said:
            yield found(kind, one, f"{words}: {_told(one)}", level=_level(kind, visit))


def _level(kind: Fault, visit: Visit) -> Level:
    return kind.level if visit.own else Level.REVIEW


def _told(one: dict[str, Any]) -> str:
    name = one["name"] if len(one["name"]) <= _LONGEST else f"{one['name'][: _LONGEST - 1]}…"
    return " ".join(part for part in (one["role"], f"“{name}”" if name else "", one["states"]) if part)
