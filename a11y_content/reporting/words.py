"""Words of audited pages as they may stand in a report: one line, no controls, never markup."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlsplit

from a11y_content.auditing.formats.text import counted_modes, few_modes
from a11y_content.html import Child, Element, el
from a11y_content.problem import one_line

_LONGEST: Final = 600


def said(text: str) -> str:
    """Give text of a page without controls, so that it turns nothing round; `el` escapes it."""
    return one_line(text, _LONGEST)


def sentence(text: str) -> str:
    """Give words as a sentence: messages and hints begin small, as they stand behind a colon elsewhere."""
    words = said(text)
    return f"{words[:1].upper()}{words[1:]}"


def code(text: str) -> Element:
    """Show text of a page as code."""
    return el("code", {"translate": "no"}, said(text))


def link(address: str, words: str) -> Child:
    """Link to an http(s) address; any other one stays text."""
    try:
        safe = urlsplit(address).scheme in {"http", "https"}
    except ValueError:
        safe = False
    return el("a", {"href": said(address), "rel": "noreferrer"}, words) if safe else None


def modes(some: Sequence[str], every: Sequence[str]) -> Child:
    """Say modes in a few words; where they are many, how many, and all of them in a disclosure."""
    few = few_modes(some, every)
    if few is not None:
        return said(few)
    return el(
        "details",
        {"class": "a11y-report__modes"},
        el("summary", None, counted_modes(some, every)),
        el("p", None, "; ".join(said(mode) for mode in some)),
    )


def count(number: float, what: str) -> str:
    """Say a number of things, such as `1 page` or `2 pages`."""
    return f"{number:g} {what}{'' if number == 1 else 's'}"
