"""Lists of targets, one a line: `-` on standard input, or a text file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from a11y_content.problem import UsageError

STANDARD_INPUT: Final = "-"
LARGEST: Final = 10_000_000
"""Bytes."""


def is_list(path: str) -> bool:
    """Tell by its ending whether a path is one of a list."""
    return path.lower().endswith(".txt")


def read_list(name: str, data: bytes) -> Iterator[tuple[int, str]]:
    """Give the targets of a list and their lines: one a line, without empty lines and those that begin with `#`.

    Raises `UsageError` for what is no UTF-8 text, is too long, or names no target.
    """
    if len(data) > LARGEST:
        raise UsageError(f"{name}: more than {LARGEST:,} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{name}: not UTF-8 text at byte {error.start}") from error
    lines = enumerate((line.strip() for line in text.splitlines()), 1)
    targets = [(number, line) for number, line in lines if line and not line.startswith("#")]
    if not targets:
        raise UsageError(f"{name}: names no target")
    if "\0" in text:
        raise UsageError(f"{name}: not a text: it holds a NUL")
    yield from targets
