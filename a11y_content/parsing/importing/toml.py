"""TOML front matter (`+++`, as Hugo writes it), rewritten as YAML line by line, so that every place stays as it was."""

from __future__ import annotations

import datetime as dt
import json
import re
import tomllib
from typing import Final

from a11y_content.parsing.source import Source
from a11y_content.parsing.toml_text import read_toml

_FRONT: Final = re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*$", re.MULTILINE | re.DOTALL)
_BARE: Final = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)


def toml_to_yaml(source: Source) -> Source:
    """Give the source with its TOML front matter as YAML; the same source where there is none, or none that is TOML."""
    found = _FRONT.match(source.text)
    if found is None:
        return source
    try:
        values, _ = read_toml(Source(source.name, found[1]))
    except tomllib.TOMLDecodeError:
        return source
    if values is None:
        return source
    old = found[1].split("\n")
    lines = [line if line.lstrip().startswith("#") else "" for line in old]
    for name, value in values.items():
        shown = name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)
        written = f"{shown}: {json.dumps(value, ensure_ascii=False, default=_plain)}"
        key = re.compile(rf"[ \t]*(?:\[{{1,2}}[ \t]*)?[\"']?{re.escape(name)}[\"']?[ \t]*[.=\]]")
        place = next((number for number, line in enumerate(old) if key.match(line) and not lines[number]), -1)
        if place < 0:  # an odd way to write a key: rather leave all of it as the text that it is
            return source
        lines[place] = written
    return Source(source.name, "---\n" + "\n".join(lines) + "---" + source.text[found.end() :])


def _plain(value: object) -> str:
    """Write a date as its author did, as near as can be."""
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
