"""From the typed model to plain JSON values: the tree that the JSON door reads back as the same document."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from dataclasses import MISSING
from typing import Any

from a11y_content.model.document import Document
from a11y_content.model.inline import Text
from a11y_content.model.raw import Raw
from a11y_content.parsing.plan import Field, Want, plan


def to_tree(document: Document) -> dict[str, Any]:
    """Give a document as plain JSON values: `kind` first, fields with their defaults left out, dates as ISO 8601."""
    made: dict[str, Any] = _record(document)
    return made


def to_json(document: Document | Raw) -> str:
    """Write a document as JSON that `load` reads back as an equal document (places aside).

    Takes a `Raw` too, which may be a document with problems: it is written as it is. What is nested more than some 30
    blocks deep gives JSON that is deeper than the door reads, and `load` says so.
    """
    tree = document.plain() if isinstance(document, Raw) else to_tree(document)
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


_DEFAULTS: dict[type[Any], dict[str, Any]] = {}


def _defaults(cls: type[Any]) -> dict[str, Any]:
    made = _DEFAULTS.get(cls)
    if made is not None:
        return made
    made = _DEFAULTS[cls] = {}
    for one in dataclasses.fields(cls):
        if one.default is not MISSING:
            made[one.name] = one.default
        elif one.default_factory is not MISSING:
            made[one.name] = one.default_factory()
    return made


def _record(item: Any) -> Any:
    """Give a document, block, inline or part; a part that says no more than its shorthand is that."""
    wanted, defaults = plan(type(item)), _defaults(type(item))
    kind = getattr(item, "kind", "")
    made: dict[str, Any] = {"kind": kind} if kind else {}
    for name, field in wanted.fields.items():
        value = getattr(item, name)
        if name not in defaults or value != defaults[name]:
            made[name] = _value(field, value)
    short = made.get(wanted.shorthand) if len(made) == 1 else None
    return short if isinstance(short, str) and short else made


def _value(field: Field, value: Any) -> Any:
    if field.want is Want.INLINES:
        runs = [one.text if isinstance(one, Text) else _record(one) for one in value]
        return runs[0] if len(runs) == 1 and isinstance(runs[0], str) and runs[0] else runs
    if field.want is Want.MANY and field.inner is not None:
        return [_value(field.inner, one) for one in value]
    if field.want is Want.BLOCKS:
        return [_record(one) for one in value]
    if field.want is Want.PART:
        return _record(value)
    return value.isoformat() if isinstance(value, dt.date) else value
