"""Links that say the same and lead elsewhere (WCAG 2.4.4; without their surroundings 2.4.9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from a11y_content.auditing.check import Reads, Visit, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.problem import Level, fault

_WHY: Final = (
    "A screen reader lists the links of a page by their names, and speech control calls them by their names: of two"
    " links with one name, nobody can tell which is which without trying both."
)
LINK_TARGETS = fault(
    "link-targets",
    "Links with the same name and the same surroundings lead to different places",
    why=_WHY,
    mend="name in each link what it leads to (“Read about asthma”), or describe it by the words around it",
    level=Level.REVIEW,
    criterion="2.4.4",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-in-context",
)
LINK_TARGETS_ALONE = fault(
    "link-targets/alone",
    "Links with the same name lead to different places; only the words around them tell them apart",
    why=_WHY,
    mend="name in each link what it leads to, so that its name is enough",
    level=Level.REVIEW,
    criterion="2.4.9",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-link-only",
)
_SHOWN: Final = 3


@page_check(
    LINK_TARGETS,
    conformance="A",
    measures="Groups links by accessible name and by where they lead (addresses resolved; counters of visits,"
    " `index.html`, a last stroke and http against https aside). Same name, other place is a review where block, list"
    " item, table row, heading, description and landmark around them are the same too; else it is told only for level"
    " AAA. On pages with our menu both are warnings.",
    cannot_see="Whether two addresses give the same thing, and whether words around a link really tell its purpose;"
    " links that are buttons with scripts; the menu's own links.",
    reads=Reads.PRESENCE,
)
def link_targets(answer: list[dict[str, Any]], visit: Visit) -> Iterator[Finding]:
    """Find links of one name that lead to several places."""
    level = Level.WARNING if visit.own else None
    for link in answer:
        if not link["isTold"]:
            yield found(LINK_TARGETS, link, _message(link), level=level)
        elif visit.own or visit.settings.standard.endswith("aaa"):
            yield found(LINK_TARGETS_ALONE, link, _message(link), level=level)


def _message(link: dict[str, Any]) -> str:
    targets = link["targets"]
    more = f" and {len(targets) - _SHOWN} more" if len(targets) > _SHOWN else ""
    return f"“{link['name']}” leads to {len(targets)} places: {', '.join(targets[:_SHOWN])}{more}"
