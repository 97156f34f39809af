"""TOML within limits: what `tomllib` would read until Python's stack or memory ends is found before it reads.

`tomllib` calls itself for each bracket, and keeps every beginning of a name of many parts.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final

from a11y_content.parsing.limits import LIMIT_DEPTH, LIMIT_SIZE, MAX_YAML_DEPTH
from a11y_content.parsing.source import Source
from a11y_content.problem import Problem, fault

TOML_NUMBER: Final = fault(
    "toml-number",
    "A number in TOML is longer than any number",
    why="A number of thousands of digits means nothing and keeps a program busy.",
    mend="put it into quotes if it is text",
)

MAX_TOML: Final = 1_000_000
"""Longest TOML text, in characters."""
_DIGITS: Final = 4_000
_PART: Final = r"[ \t]*(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*"
_NEXT: Final = re.compile(
    rf"""#[^\n]*|\"{{3}}|'{{3}}|"(?:[^"\\\n]|\\.)*+"?|'[^'\n]*+'?|[\[\]{{}}]|(?P<long>\d[\d_]{{{_DIGITS}}})"""
)
_NAME: Final = re.compile(rf"(?:\.{_PART}){{{MAX_YAML_DEPTH}}}")
_ENDS: Final = {
    '"""': re.compile(r'(?:[^\\"]|\\.|"(?!""))*+"""', re.DOTALL),
    "'''": re.compile(r"(?:[^']|'(?!''))*+'''"),
}


def beyond_limits(source: Source) -> Problem | None:
    """Give the problem of TOML that is too long, too deep, or has a number without end; None for all other."""
    text = source.text
    if len(text) > MAX_TOML:
        return LIMIT_SIZE.at(source.at(MAX_TOML), f"the TOML has more than {MAX_TOML:,} characters")
    if (name := _NAME.search(text)) is not None:
        return LIMIT_DEPTH.at(source.at(name.start()), f"this name has more than {MAX_YAML_DEPTH} parts")
    at = depth = 0
    while (found := _NEXT.search(text, at)) is not None:
        at = found.end()
        sign = found[0]
        if found["long"]:
            return TOML_NUMBER.at(source.at(found.start()), f"this number has more than {_DIGITS:,} digits")
        if sign in _ENDS:
            end = _ENDS[sign].match(text, at)
            if end is None:  # a text without an end, which the reader tells
                return None
            at = end.end()
        elif sign in "[{":
            depth += 1
            if depth > MAX_YAML_DEPTH:
                said = f"the TOML is nested more than {MAX_YAML_DEPTH} levels deep"
                return LIMIT_DEPTH.at(source.at(found.start()), said)
        elif sign in "]}":
            depth = max(depth - 1, 0)
    return None


def read_toml(source: Source) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Read TOML within limits; None beside the problem that says which was passed.

    Raises `tomllib.TOMLDecodeError` for what is no TOML, as its caller knows best what to say of it.
    """
    beyond = beyond_limits(source)
    return (None, [beyond]) if beyond is not None else (tomllib.loads(source.text), [])
