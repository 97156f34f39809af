"""What can be wrong with the writing of a JSON document."""

from __future__ import annotations

from typing import Final

from a11y_content.problem import fault

JSON_SYNTAX = fault(
    "json-syntax",
    "This is not valid JSON",
    why="Programs that guess what was meant guess differently, and words are lost on the way.",
    mend="correct the place that the message names; an editor that knows JSON marks it too",
)
JSON_DUPLICATE = fault(
    "json-duplicate",
    "A field is given twice",
    why="JSON readers keep the last one in silence, and the first is lost.",
    mend="keep one of them",
)

UNREAD: Final = frozenset({"json-syntax"})
"""Codes after which the fields of the document are not known."""
