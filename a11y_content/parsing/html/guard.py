"""What HTML may cost, judged before it is parsed: the parser itself knows no limits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import islice
from typing import Final

from a11y_content.parsing.limits import LIMIT_MARKUP, LIMIT_NODES, LIMIT_SIZE, MAX_HTML, MAX_NODES
from a11y_content.problem import Problem, Spot

MAX_ATTRIBUTES: Final = 256
MAX_RUN: Final = 10_000
"""Most `<` in a row."""
MAX_STRAY: Final = 100_000
"""Most `<` that begin no tag, and most instructions (`<?`): the parser's time grows with the square of their number."""
MAX_TAGS: Final = 2 * MAX_NODES
"""Most tags: an element has two."""

_RUN: Final = re.compile("<<+")
_STRAY: Final = re.compile(r"<(?![A-Za-z/!?])")
_PROCESSING: Final = re.compile(r"<\?")
_TAG: Final = re.compile(r"<(/?)([A-Za-z][^\s/>]*)([^>]*)")
_FORMATTING: Final = frozenset({
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
})  # fmt: skip
_ALIKE: Final = 3
"""How many equal formatting elements a browser keeps open (the standard's “Noah's Ark clause”)."""


def guard(text: str, at: Callable[[int], Spot]) -> Problem | None:
    """Give the problem of HTML that is too large to be parsed, or None."""
    if len(text) > MAX_HTML or (len(text) * 4 > MAX_HTML and len(text.encode("utf-8", "replace")) > MAX_HTML):
        return LIMIT_SIZE.at(at(0), f"the HTML has more than {MAX_HTML:,} bytes")
    run = next((one for one in _RUN.finditer(text) if len(one[0]) > MAX_RUN), None)
    if run is not None:
        return LIMIT_MARKUP.at(at(run.start()), f"more than {MAX_RUN:,} `<` stand in a row here")
    for found, what in ((_STRAY.finditer(text), "`<` that begin no tag"), (_PROCESSING.finditer(text), "`<?`")):
        beyond = next(islice(found, MAX_STRAY, None), None)
        if beyond is not None:
            return LIMIT_MARKUP.at(at(beyond.start()), f"the HTML has more than {MAX_STRAY:,} {what}")
    return _count(text, at)


def _count(text: str, at: Callable[[int], Spot]) -> Problem | None:
    """Count the tags, and the elements that unclosed formatting would have a browser make again in each block.

    `<b>` that is never closed is opened again in every paragraph after it: thousands of them, each with an attribute of
    its own, make a tree of millions of elements out of kilobytes. What is counted is never less than that.
    """
    reopened = unclosed = 0
    open_by_name: dict[str, list[str]] = {}
    alike: Counter[tuple[str, str]] = Counter()
    for tags, tag in enumerate(_TAG.finditer(text), 1):
        name = tag[2].lower()
        if name not in _FORMATTING:
            reopened += unclosed
        elif not tag[1]:
            if alike[name, tag[3]] < _ALIKE:
                alike[name, tag[3]] += 1
                open_by_name.setdefault(name, []).append(tag[3])
                unclosed += 1
        elif open_by_name.get(name):
            alike[name, open_by_name[name].pop()] -= 1
            unclosed -= 1
        if tags > MAX_TAGS:
            return LIMIT_NODES.at(at(tag.start()), f"the HTML has more than {MAX_TAGS:,} tags")
        if reopened > MAX_NODES:
            said = f"marks that are never closed would be opened again more than {MAX_NODES:,} times"
            return LIMIT_NODES.at(at(tag.start()), said)
    return None


def too_many_attributes(name: str, spot: Spot) -> Problem:
    """Make the problem of an element with more attributes than anybody writes."""
    return LIMIT_MARKUP.at(spot, f"`<{name}>` has more than {MAX_ATTRIBUTES} attributes")
