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


def odd(sign: str, said: str, found: str) -> tuple[str, str]:
    """Say what is wrong with something that is no value, and what to write; `found` says what stands there."""
    if not sign:
        return "expected a value; the file ends here", "close every `{` with `}` and every `[` with `]`"
    if sign in "'“”‘’„«":
        return f"expected a value, found {sign}", 'put texts into straight double quotes: "…"'
    if sign.isdigit() or sign in "+-.":
        return f"`{said}` is not a number as JSON writes it", 'put telephone numbers and codes into quotes: "…"'
    if sign.isalpha():
        return f"expected a value, found `{said}`", 'put texts into straight double quotes: "…"'
    return (
        f"expected a value, {found}",
        "a value is a text in double quotes, a number, true, false, {…} or […]",
    )
