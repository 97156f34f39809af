"""Conditions that Word writes for old browsers (`<![if !supportLists]>`), and its declarations of XML: no text."""

from __future__ import annotations

import re
from typing import Final

_FOUND: Final = re.compile(
    r"<!--.*?(?:-->|\Z)"  # what stands in a comment or a script is theirs
    r"|<(script|style|textarea|title|xmp)\b.*?(?:</\1|\Z)"
    r"|(<!\[(?:if\b[^<>]*|endif\s*)\]>|<\?xml\b[^<>]*>)",
    re.IGNORECASE | re.DOTALL,
)


def without_conditionals(text: str) -> str:
    """Put spaces in the place of such marks, sign for sign, so that offsets stay.

    A browser reads them as comments; our parser reads them as text where it keeps places.
    """
    if "<![" not in text and "<?" not in text:
        return text
    return _FOUND.sub(lambda found: " " * len(found[0]) if found[2] else found[0], text)
