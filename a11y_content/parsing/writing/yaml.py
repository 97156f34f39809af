"""Values as YAML that reads back as they are: plain where that is safe, quoted where it is not."""

from __future__ import annotations

import json
import re
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.yaml_front import scalar

_PLAIN: Final = re.compile(r"[^\W\d_][\w .;()’/…–—-]*[\w.;)…]|[^\W\d_]|/[\w./-]+|\d{4}-\d{2}-\d{2}")
_ESCAPED: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_NAME: Final = re.compile(r"[A-Za-z][\w-]*")


def quoted(text: str) -> str:
    """Give a text in double quotes, on one line, as both YAML and JSON read it."""
    made = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", made)


def flow(raw: Raw) -> str:
    """Give any value on one line."""
    value = raw.value
    if isinstance(value, dict):
        inside = ", ".join(f"{_name(name)}: {flow(one)}" for name, one in value.items())
        return f"{{{inside}}}"
    if isinstance(value, list):
        return f"[{', '.join(flow(one) for one in value)}]"
    if isinstance(value, str):
        return quoted(value)
    return json.dumps(value)


def block(fields: dict[str, Raw]) -> list[str]:
    """Give the lines of a record; lists of simple values and of small records stand one item a line."""
    lines: list[str] = []
    for name, raw in fields.items():
        value = raw.value
        if isinstance(value, list) and value:
            lines.append(f"{_name(name)}:")
            lines.extend(f"  - {_one(item)}" for item in value)
        elif (
            isinstance(value, dict) and value and all(not isinstance(one.value, list | dict) for one in value.values())
        ):
            lines.append(f"{_name(name)}:")
            lines.extend(f"  {line}" for line in block(value))
        else:
            lines.append(f"{_name(name)}: {_one(raw)}")
    return lines


def _one(raw: Raw) -> str:
    value = raw.value
    if isinstance(value, str) and _PLAIN.fullmatch(value) and scalar(value) == value:
        return value
    return flow(raw)


def _name(name: str) -> str:
    return name if _NAME.fullmatch(name) and scalar(name) == name else quoted(name)
