"""Boxes of other systems: what their words say they are; what only a style's name says is never taken for urgency."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.html.flow import PANEL, Reader
from a11y_content.parsing.html.own_words import is_said
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.vocabulary import HEADINGS, blank, classes, is_hidden, is_unseen
from a11y_content.parsing.repair_faults import URGENCY_UNKNOWN
from a11y_content.parsing.urgency import LOUD

_TONES: Final = {"important": "Important:", "note": "Information:"}
_WARNING: Final = re.compile(r"(?:warning|important|caution)\W*", re.IGNORECASE)
_QUIET: Final = frozenset({"inset", "notice", "note", "summary-box", "admonition", "highlight-box"})
_PART: Final = re.compile(r"__|[-_](?:body|text|content|heading|title|icon|container|label|header|link|list|wrapper)\b")
_LONGEST: Final = 3000
"""Letters from which a box is the page, whatever its class is called."""


def panel(reader: Reader, one: Node) -> list[Raw] | None:
    """Read a box as a callout where its hidden words or its class say that it stands out; None for any other."""
    reading = reader.reading
    loud, quiet = _names(one)
    if reading.boxed or not (loud or quiet):
        return None
    words = one.words()
    heads = [part for part in one.walk() if part.name in HEADINGS and part.words()]
    if not words or len(words) > _LONGEST or len(heads) > 1:
        return None
    tone, warned = _prefix(one)
    head = heads[0] if heads and one.words().startswith(heads[0].words()) else None
    title = reader.words(head, marked="heading") if head is not None else []
    if head is not None:
        head.children = []
    reading.boxed = True
    blocks = reader.blocks(one.children)
    reading.boxed = False
    if not blocks and title:
        blocks, title = [node("paragraph", one.spot, inlines=title)], []
    if not tone:
        tone = "important" if loud or warned else "note"
        if loud and not warned:
            reading.tell(URGENCY_UNKNOWN, one.spot, f"a box of the class `{one.get('class')}` became a callout")
    if not title and tone == "important":
        title = [Raw(warned or f"{loud[:1].upper()}{loud[1:]}", one.spot)]
    made = node("callout", one.spot, tone=tone, blocks=blocks)
    if title and isinstance(made.value, dict):
        made.value["title"] = Raw(title, one.spot)
    return [made]


def _names(one: Node) -> tuple[str, bool]:
    """Give the word of a class that sounds urgent, and whether a class says that the box only stands out."""
    loud, quiet = "", False
    for name in classes(one):
        if name.startswith("a11y-") or _PART.search(name.lower().removesuffix("-text")):
            continue
        words = set(re.split(r"[-_]+", name.lower()))
        loud = loud or next(iter(sorted(words & LOUD)), "")
        quiet = quiet or bool(words & _QUIET) or "summary-box" in name
    return loud, quiet


def _prefix(one: Node) -> tuple[str, str]:
    """Take the hidden words off with which a box begins: the tone that they say, or a word of warning."""
    stack = [one]
    while stack:
        part = stack.pop()
        if blank(part) or (part.name and is_hidden(part)):
            continue
        if not part.name:
            return "", ""
        if is_unseen(part):
            words = part.words()
            tone = next(
                (name for name, said in _TONES.items() if is_said(words, said) or is_said(f"{words}:", said)), ""
            )
            if not tone and not _WARNING.fullmatch(words):
                return "", ""
            part.children = []
            return tone, "" if tone else words.rstrip(" :.!")
        stack.extend(reversed(part.children))
    return "", ""


PANEL.append(panel)
