"""Tracks of films (WebVTT): whether a player could show them at all (https://www.w3.org/TR/webvtt1/, 4.1)."""

from __future__ import annotations

import re
from typing import Final

MAX_BYTES: Final = 10_000_000

_HEAD: Final = re.compile(r"WEBVTT(?:[ \t].*)?")
_TIME: Final = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_CUE: Final = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+\S.*)?[ \t]*")


def captions_fault(data: bytes) -> tuple[int, str] | None:
    """Give the line and the reason of the first thing that keeps a track from being shown, or None."""
    if len(data) > MAX_BYTES:
        return 0, f"has more than {MAX_BYTES // 1_000_000} MB"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1, "is not in UTF-8, which WebVTT demands"
    lines = re.split(r"\r\n|\r|\n", text)
    if not _HEAD.fullmatch(lines[0]):
        return 1, "does not begin with the line WEBVTT"
    cues = 0
    for number, line in enumerate(lines, 1):
        if "-->" not in line:
            continue
        found = _CUE.fullmatch(line)
        if found is None:
            return number, "has times that a player cannot read; they are written 00:01:02.500 --> 00:01:05.000"
        start, end = _seconds(found.groups()[:4]), _seconds(found.groups()[4:])
        if end <= start:
            return number, "has words that end before they begin"
        cues += 1
    return None if cues else (len(lines), "holds no words with a time")


def _seconds(parts: tuple[str | None, ...]) -> int:
    """Give a time in milliseconds."""
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
