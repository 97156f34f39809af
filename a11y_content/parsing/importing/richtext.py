"""Wagtail's rich text: links and pictures that name records of its database."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final, Protocol

_TAG: Final = re.compile(r"<(a|embed)\b([^<>]*)>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


class Records(Protocol):
    """What knows the records of a site."""

    def page(self, number: str) -> str:
        """Give the path to the content file of a page, or an empty string."""

    def picture(self, number: str) -> str:
        """Give the file of a picture, or an empty string."""


@dataclass(slots=True)
class Rewritten:
    """A text with other tags, and the way back to the places of the first one."""

    text: str
    new: list[int] = field(default_factory=lambda: [0])
    old: list[int] = field(default_factory=lambda: [0])

    def back(self, offset: int) -> int:
        """Give the offset in the first text."""
        place = bisect_right(self.new, offset) - 1
        return self.old[place] + offset - self.new[place]


def rewrite(text: str, records: Records) -> Rewritten:
    """Give the text with links that name a page or document, and embeds, as HTML says them."""
    made: list[str] = []
    result = Rewritten("")
    length = last = 0
    for found in _TAG.finditer(text):
        given = {
            one[1].lower(): html.unescape(one[2] or one[3] or one[4] or "") for one in _ATTRIBUTE.finditer(found[2])
        }
        tag = _tag(given, records)
        if tag is None:
            continue
        made += [text[last : found.start()], tag]
        length += found.start() - last + len(tag)
        last = found.end()
        result.new.append(length)
        result.old.append(last)
    result.text = "".join([*made, text[last:]])
    return result


def _tag(given: dict[str, str], records: Records) -> str | None:
    """Write one tag; None where it names no record that is known, so that the HTML door tells of it."""
    number = given.get("id", "")
    page = records.page(number) if given.get("linktype") == "page" else ""
    if page:
        return f'<a href="{html.escape(page)}">'
    picture = records.picture(number) if given.get("embedtype") == "image" else ""
    if picture:
        return f'<img src="{html.escape(picture)}" alt="{html.escape(given.get("alt", ""))}">'
    return None
