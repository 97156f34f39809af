"""Patterns of pages: `news/*` of a folder, `/news/*` or `https://example.org/news/*` of addresses."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable
from urllib.parse import urlsplit


class Patterns:
    """Shell patterns, of which one has to match: `*` stands for any text, also for `/`; `?` for one character.

    Each is held against the name of a page (its path in its folder, or its address), and against path and query of an
    address. A `/` at the beginning of a pattern or a path does not count.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Take the patterns; no pattern matches nothing."""
        one_of = "|".join(f"(?:{fnmatch.translate(word.removeprefix('/'))})" for word in words)
        self._one_of = re.compile(one_of) if one_of else None

    def __bool__(self) -> bool:
        """Tell whether there is a pattern at all."""
        return self._one_of is not None

    def match(self, name: str) -> bool:
        """Tell whether a pattern matches the name of a page."""
        return self._one_of is not None and any(self._one_of.match(one) for one in _said(name))


def _said(name: str) -> Iterable[str]:
    yield name.removeprefix("/")
    if "://" in name:
        parts = urlsplit(name)
        yield parts.path.removeprefix("/")
        if parts.query:
            yield f"{parts.path.removeprefix('/')}?{parts.query}"
