"""What all pages of a site carry with them, and what was found in order with it on an earlier page.

A check of the menu uses the menu, its script and its style, which are the same on every page: where an earlier page
with the very same ones had no problem, the check would find none here. The bytes of scripts and styles count, not
their names. Pages with problems are checked one by one.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from a11y_content.auditing.browser import PageError
from a11y_content.auditing.check import Check, Visit
from a11y_content.design.mode import DEFAULT, Mode

_FILES: Final = frozenset({"Script", "Stylesheet"})
_MOST: Final = 10_000
_GOOD: Final[set[str]] = set()
"""What was in order in this process, as digests."""


def digest(visit: Visit, check: Check, mode: Mode) -> str:
    """Name all that decides what a check says of this page; empty where that is not sure."""
    try:
        said = visit.call(check.carried)
        files = _files(visit) if said is not None else ""
    except PageError:  # no tools, or a page that is about to fail by itself
        return ""
    # In which order a page's choices are made matters to checks that begin with a mode's.
    where = "" if mode.id == DEFAULT else mode.id
    parts = (check.name, where, visit.settings.standard, said, files)
    return sha256("\0".join(parts).encode()).hexdigest() if said is not None else ""


def is_good(name: str) -> bool:
    """Tell whether a page with this digest was in order."""
    return name in _GOOD


def note_good(name: str) -> None:
    """Keep that a page with this digest was in order."""
    if len(_GOOD) >= _MOST:
        _GOOD.clear()
    _GOOD.add(name)


def _files(visit: Visit) -> str:
    """Give a digest of each script and style that came with the page, from the browser itself."""
    tree = visit.cdp("Page.getResourceTree")["frameTree"]
    frame = tree["frame"]["id"]
    found = []
    for one in tree["resources"]:
        if one["type"] in _FILES:
            content = visit.cdp("Page.getResourceContent", frameId=frame, url=one["url"])["content"]
            found.append(f"{one['url']} {sha256(content.encode()).hexdigest()}")
    return "\n".join(sorted(found))
