"""Plans: what a model class wants of a `Raw`, worked out once per class from its fields and type hints."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, dataclass
from enum import StrEnum
from typing import Any, Literal

from a11y_content.model.block import Block
from a11y_content.model.document import Part
from a11y_content.model.inline import Inline


class Want(StrEnum):
    """What a field holds."""

    TEXT = "text"
    LANG = "a language"
    FLAG = "true or false"
    NUMBER = "a whole number"
    DATE = "a date"
    CHOICE = "one of a set of words"
    INLINES = "text with marks"
    BLOCKS = "blocks"
    MANY = "a list"
    PART = "a record"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a class, or (under `inner`) one item of a list."""

    name: str
    want: Want
    required: bool = False
    words: tuple[str, ...] = ()
    """The words of a `CHOICE`."""
    cls: type[Any] | None = None
    """The class of a `PART`."""
    inner: Field | None = None
    """What the items of a `MANY` are."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The fields of one class by name, and the names of those that must be given."""

    cls: type[Any]
    fields: Mapping[str, Field]
    required: tuple[str, ...]
    shorthand: str


_LANGUAGES = frozenset({"lang", "tag"})
_SIMPLE: dict[object, Want] = {str: Want.TEXT, bool: Want.FLAG, int: Want.NUMBER, dt.date: Want.DATE}


_PLANS: dict[type[Any], Plan] = {}


def plan(cls: type[Any]) -> Plan:
    """Give the plan of a model class; raises `TypeError` for a type hint that content cannot fill."""
    made = _PLANS.get(cls)
    if made is None:
        made = _PLANS[cls] = _work_out(cls)
    return made


def _work_out(cls: type[Any]) -> Plan:
    hints = typing.get_type_hints(cls)
    fields: dict[str, Field] = {}
    for one in dataclasses.fields(cls):
        if one.name == "spot":
            continue
        required = one.default is MISSING and one.default_factory is MISSING
        fields[one.name] = _field(one.name, hints[one.name], required=required)
    must = tuple(name for name, field in fields.items() if field.required)
    return Plan(cls, fields, must, getattr(cls, "shorthand", ""))


def _field(name: str, hint: object, *, required: bool = False) -> Field:  # noqa: PLR0911  one row a type
    if hint in _SIMPLE:
        want = Want.LANG if hint is str and name in _LANGUAGES else _SIMPLE[hint]
        return Field(name, want, required)
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is Literal:
        return Field(name, Want.CHOICE, required, words=tuple(str(word) for word in args))
    if origin in {types.UnionType, typing.Union}:
        some = [arg for arg in args if arg is not types.NoneType]
        if len(some) == 1:
            return _field(name, some[0], required=required)
    if origin is tuple and args[1:] == (Ellipsis,):
        if args[0] is Inline:
            return Field(name, Want.INLINES, required)
        if args[0] is Block:
            return Field(name, Want.BLOCKS, required)
        return Field(name, Want.MANY, required, inner=_field(name, args[0]))
    if isinstance(hint, type) and issubclass(hint, Part):
        return Field(name, Want.PART, required, cls=hint)
    msg = f"content cannot fill {name!r}: {hint!r}"
    raise TypeError(msg)
