"""Our own pages read back: what stands at the end of every page."""

from __future__ import annotations

from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.html.own_words import head_and_rest, is_said, parts, text_of, unsay
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.vocabulary import elements, find

Fields = dict[str, Raw]

_DATES: Final = {"last": "Page last reviewed: {date}", "next": "Next review due: {date}"}


def read_review(one: Node) -> Fields:
    """Read the dates of review and the name behind them; nothing where a line is not ours."""
    found: Fields = {}
    for line in parts(one):
        date = find(line, "time")
        before = text_of(line)
        if date is not None:
            said = before.replace(text_of(date), "{date}", 1)
            name = next((n for n, m in _DATES.items() if is_said(said, m)), "")
            if not name:
                return {}
            found[name] = Raw(date.get("datetime"), date.spot)
            continue
        who = unsay(before, "Reviewed by: {person}")
        if who is None:
            return {}
        by, comma, role = who["person"].partition(", ")
        found["by"] = Raw(by, line.spot)
        if comma:
            found["role"] = Raw(role, line.spot)
    return found


def read_terms(one: Node) -> list[Raw]:
    """Read the page's own words; none where a row is not as ours are."""
    _, inside = head_and_rest(one)
    found = []
    for row in parts(inside[0]) if len(inside) == 1 else []:
        pair = parts(row)
        lines = parts(pair[1]) if [part.name for part in pair] == ["dt", "dd"] else []
        if len(lines) != 1 or lines[0].name != "p" or elements(lines[0]):
            return []
        meaning, _, definition = text_of(lines[0]).partition(": ")
        term = {"short": Raw(text_of(pair[0]), row.spot), "expansion": Raw(meaning, lines[0].spot)}
        if definition:
            term["definition"] = Raw(definition, lines[0].spot)
        found.append(Raw(term, row.spot))
    return found
