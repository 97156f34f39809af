"""From what checks saw to problems: a defect in twelve modes is one problem with twelve modes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from a11y_content.auditing.check import CHECKS
from a11y_content.auditing.finding import Finding
from a11y_content.auditing.target import Page
from a11y_content.design.mode import Mode
from a11y_content.problem import Level, Problem

GRAVITY: Final = {Level.ERROR: 0, Level.WARNING: 1, Level.REVIEW: 2}
Seen = Iterable[tuple[Mode, Finding]]

_START: Final = re.compile(r"\s*<([^\s<>/]+)")
_ATTRIBUTE: Final = re.compile(r'\s+([^\s=<>"/]+)(?:="([^"]*)")?')
_ID: Final = re.compile(r"#((?:[\w-]|\\.)+)")
_STABLE: Final = re.compile("id|name|for|href|src|alt|role|type|title|lang|placeholder|aria-label|aria-labelledby")
"""Attributes that say which element it is. Classes and the rest change with the look and the state."""
_CONTAINERS: Final = re.compile(
    "html|body|main|header|footer|nav|aside|article|section|div|form|fieldset|table|thead|tbody|tr|ul|ol|dl|details"
    "|dialog|iframe|svg"
)
"""Elements whose text is that of others: an edit inside would make another element of them."""


def group(page: Page, seen: Seen) -> list[Problem]:
    """Make problems of one page: what differs only in its mode is one problem with all its modes.

    A finding that only repeats what another check says of the same element is left out (`Check.echoes`). What a check
    says of one element in different words in one mode (two errors of a script) are two problems; words may differ
    between modes, so that the first of one mode is the first of all.
    """
    groups: dict[tuple[str, str, Level, int], list[tuple[Mode, Finding]]] = {}
    said: dict[tuple[str, str, str, Level], list[str]] = {}
    for mode, finding in _without_echoes(list(seen)):
        words = said.setdefault((mode.id, finding.code, finding.selector, finding.level), [])
        if finding.message not in words:
            words.append(finding.message)
        place = (finding.code, finding.selector, finding.level, words.index(finding.message))
        groups.setdefault(place, []).append((mode, finding))
    twins: Counter[tuple[str, Level, str]] = Counter()
    made = []
    for sightings in groups.values():
        first = sightings[0][1]
        mark = signature(first)
        twins[first.code, first.level, mark] += 1
        made.append(_problem(page, sightings, f"{mark}\n{twins[first.code, first.level, mark]}"))
    return sorted(made, key=lambda problem: (GRAVITY[problem.level], problem.code))


def signature(finding: Finding) -> str:
    """Say which element a finding names in words that outlive edits elsewhere on the page.

    Its tag, the attributes that identify it, and its own text; where there is neither, the nearest id above it. No
    positions and no classes: a paragraph before it or another look leave it the element that it is.
    """
    start = _START.match(finding.html)
    if start is None:
        return f"{_level(finding.level)}{finding.selector}"
    tag, at = start[1].lower(), start.end()
    attributes: dict[str, str] = {}
    while found := _ATTRIBUTE.match(finding.html, at):
        attributes[found[1].lower()] = found[2] or ""
        at = found.end()
    known = [f"{name}={value}" for name, value in sorted(attributes.items()) if _STABLE.fullmatch(name)]
    text = finding.html[at:].partition(">")[2].strip()
    if text and not _CONTAINERS.fullmatch(tag):
        known.append(text)
    if not known:
        known.extend(f"#{name}" for name in _ID.findall(finding.selector)[-1:])
    return "\n".join([f"{_level(finding.level)}{tag}", *known])


def _level(level: Level) -> str:
    """What a person accepted after a look does not cover what is later seen to be an error."""
    return "" if level is Level.ERROR else f"{level} "


def _without_echoes(seen: list[tuple[Mode, Finding]]) -> list[tuple[Mode, Finding]]:
    gravest: dict[tuple[str, str, str], int] = {}
    for mode, finding in seen:
        place = (mode.id, finding.code, finding.selector)
        gravest[place] = min(gravest.get(place, 9), GRAVITY[finding.level])

    def told(mode: Mode, finding: Finding) -> bool:
        check = CHECKS.get(finding.code.partition("/")[0])
        return check is not None and any(
            gravest.get((mode.id, code, finding.selector), 9) <= GRAVITY[finding.level] for code in check.echoes
        )

    return [(mode, finding) for mode, finding in seen if not told(mode, finding)]


def _problem(page: Page, sightings: list[tuple[Mode, Finding]], mark: str) -> Problem:
    first = sightings[0][1]
    return Problem(
        code=first.code,
        message=first.message,
        where=page.spot(first.path),
        hint=first.hint,
        level=first.level,
        criterion=first.criterion,
        modes=tuple(dict.fromkeys(mode.id for mode, _ in sightings)),
        page=page.name,
        selector=first.selector,
        html=first.html,
        help_url=first.help_url,
        signature=mark,
    )
