"""Words of urgency in sources: those that say how soon to act, and those that only sound loud."""

from __future__ import annotations

import re
from typing import Final

_SAID: Final = (
    ("non-urgent", re.compile(r"\s*non-?urgent advice\s*:?\s*", re.IGNORECASE)),
    ("urgent", re.compile(r"\s*urgent advice\s*:?\s*", re.IGNORECASE)),
    ("emergency", re.compile(r"\s*immediate action (?:required|needed)\s*:?\s*", re.IGNORECASE)),
)
LOUD: Final = frozenset({
    "achtung", "advertencia", "alert", "alerta", "alerte", "attention", "avertissement", "callout", "care", "caution",
    "critical", "danger", "emergencia", "emergency", "gefahr", "important", "importante", "notfall", "peligro",
    "urgence", "urgencia", "urgent", "urgente", "warning", "warn", "warnung", "wichtig",
})  # fmt: skip
"""Words in names of styles and blocks that sound urgent: they say that something stands out, never how soon to act."""


def said_urgency(words: str) -> tuple[str, str]:
    """Give the urgency that words begin with, and those words; empty strings where they say none."""
    return next(((name, found[0]) for name, pattern in _SAID if (found := pattern.match(words))), ("", ""))


def begins_urgently(words: str) -> bool:
    """Tell whether words begin with an urgency."""
    return bool(said_urgency(words)[0])


def loud_word(name: str) -> str:
    """Give the loud word in the name of a style or block, or an empty string."""
    return next(iter(sorted(LOUD & set(re.split(r"[\W_]+", name.lower())))), "")
