"""Repairs of imported care cards, players and alerts: what a check would refuse, or would lower in silence."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.importing.faults import GUESS_MEDIA_TITLE, REPAIR_CARE
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.repair_faults import URGENCY_UNKNOWN
from a11y_content.problem import Problem

_ALERT: Final = re.compile(r"\[!([A-Za-z]{3,12})\][-+]?[ \n]*")
_NOTES: Final = frozenset({"Note", "Tip", "Info", "Abstract", "Summary", "Example", "Quote", "Question"})


def mend_panels(root: Raw, title: str, problems: list[Problem]) -> None:
    """Open what is folded in care cards; give players without a title the words of the heading above them."""
    stack: list[tuple[Raw, str, bool]] = [(root, title, False)]
    while stack:
        raw, heading, caring = stack.pop()
        value = raw.value
        if isinstance(value, list):
            if caring:
                raw.value = value = [made for one in value for made in _opened(one, problems)]
            stack.extend((one, heading, caring) for one in reversed(value))
        elif isinstance(value, dict):
            if raw.kind == "quote":
                _alert(raw, value, problems)
            if raw.kind == "section":
                heading = words_of([value["title"]]) or heading
            elif raw.kind == "media" and heading and not ("title" in value and words_of([value["title"]])):
                value["title"] = Raw([Raw(heading, raw.spot)], raw.spot)
                said = f"the heading above it became the title of the player: “{heading}”"
                problems.append(GUESS_MEDIA_TITLE.at(raw.spot, said))
            inside = caring or raw.kind == "care"
            stack.extend((one, heading, inside) for name, one in reversed(value.items()) if name != "kind")


def _alert(raw: Raw, value: dict[str, Raw], problems: list[Problem]) -> None:
    """Make a callout of a quotation that begins with a mark such as `[!WARNING]` (GitHub, Obsidian)."""
    blocks = value["blocks"].value if "blocks" in value else None
    first = blocks[0].value if isinstance(blocks, list) and blocks else None
    inlines = first["inlines"].value if isinstance(first, dict) and "inlines" in first else None
    begin = inlines[0] if isinstance(inlines, list) and inlines else None
    found = _ALERT.match(begin.value) if begin is not None and isinstance(begin.value, str) else None
    if found is None or begin is None or set(value) - {"kind", "blocks", "lang"}:
        return
    word = found[1].capitalize()
    tone = "note" if word in _NOTES else "important"
    begin.value = str(begin.value)[found.end() :]
    value["kind"], value["tone"] = Raw("callout", raw.spot), Raw(tone, raw.spot)
    value["title"] = Raw([Raw(word, raw.spot)], raw.spot)
    if tone == "important":
        said = f"“{found[0].strip()}” does not say how soon to act; it became an important callout"
        problems.append(URGENCY_UNKNOWN.at(raw.spot, said))


def _opened(raw: Raw, problems: list[Problem]) -> list[Raw]:
    """Give what details hold, under their summary as a paragraph; anything else stays."""
    made: list[Raw] = []
    stack = [raw]
    while stack:
        one = stack.pop()
        value = one.value
        if one.kind != "details" or not isinstance(value, dict):
            made.append(one)
            continue
        summary, blocks = value.get("summary"), value.get("blocks")
        if summary is not None and words_of([summary]):
            said = f"“{words_of([summary])}” was folded in a care card, and is open now"
            problems.append(REPAIR_CARE.at(one.spot, said))
            inlines = summary.value if isinstance(summary.value, list) else [summary]
            made.append(node("paragraph", one.spot, inlines=inlines))
        if blocks is not None and isinstance(blocks.value, list):
            stack.extend(reversed(blocks.value))
    return made
