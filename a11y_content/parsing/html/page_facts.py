"""What the head of a page and its data for search engines say of it: summary, dates, name of the site, author."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from a11y_content.parsing.html.tree import Node
from a11y_content.problem import Spot

_META: Final = {
    "og:description": "summary",
    "twitter:description": "summary",
    "dc.description": "summary",
    "dcterms.description": "summary",
    "article:published_time": "published",
    "dc.date.issued": "published",
    "dcterms.issued": "published",
    "dcterms.created": "published",
    "datepublished": "published",
    "article:modified_time": "modified",
    "og:updated_time": "modified",
    "dcterms.modified": "modified",
    "last-modified": "modified",
    "lastreviewed": "review",
    "dcterms.reviewed": "review",
    "og:site_name": "site",
    "application-name": "site",
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
}
_DATA: Final = {
    "description": "summary",
    "datePublished": "published",
    "dateModified": "modified",
    "lastReviewed": "review",
}
_TIMES: Final = (("published", re.compile(r"(?:entry-date|published|post-date|date-published)")),)
_LONGEST: Final = 1_000_000
_DEEPEST: Final = 6


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a page says of itself: what it is here, where it stood, its words, its place."""

    field: str
    source: str
    words: str
    spot: Spot


def page_facts(root: Node) -> list[Fact]:
    """List what a tree, not yet cleaned, says of itself outside its text; the first fact of a field is the best."""
    facts: list[Fact] = []
    times: list[Fact] = []
    for node in root.walk():
        if node.name == "meta":
            name = (node.get("property") or node.get("name") or node.get("itemprop")).lower()
            if name in _META and node.get("content"):
                facts.append(Fact(_META[name], name, " ".join(node.get("content").split()), node.spot))
        elif node.name == "script" and node.get("type").lower() == "application/ld+json":
            facts += _data("".join(one.text for one in node.children), node.spot)
        elif node.name == "time" and node.get("datetime"):
            for field, pattern in _TIMES:
                if pattern.search(node.get("class").lower()):
                    times.append(Fact(field, "time", node.get("datetime"), node.spot))
    return [*facts, *times]


def _data(text: str, spot: Spot) -> list[Fact]:
    """Read JSON-LD; what is no JSON says nothing."""
    if len(text) > _LONGEST or text.count("{") > _LONGEST // 1000 or text.count("[") > _LONGEST // 1000:
        return []
    try:
        root = json.loads(text)
    except (ValueError, RecursionError):
        return []
    facts = []
    stack: list[tuple[Any, int]] = [(root, 0)]
    while stack:
        value, depth = stack.pop()
        if isinstance(value, list) and depth < _DEEPEST:
            stack.extend((one, depth + 1) for one in reversed(value))
        elif isinstance(value, dict):
            if depth < _DEEPEST:
                inside = [value.get(name) for name in ("@graph", "mainEntityOfPage")]
                stack.extend((one, depth + 1) for one in inside if isinstance(one, dict | list))
            facts += _said(value, spot)
    return facts


def _said(value: dict[str, Any], spot: Spot) -> list[Fact]:
    kinds = value.get("@type")
    kind = " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)
    if not re.search(r"Page|Article|Posting|Medical", kind):
        return []
    facts = []
    for name, field in _DATA.items():
        said = value.get(name)
        if isinstance(said, list) and said and name == "lastReviewed":
            said = said[0]  # some publish the last and the next date here
        if isinstance(said, str) and said.strip():
            facts.append(Fact(field, f"JSON-LD {name}", " ".join(said.split()), spot))
    return facts
