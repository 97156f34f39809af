"""Every string field of every kind, found in the model itself: a field that is added tomorrow is attacked tomorrow."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import a11y_content.blocks  # noqa: F401  registers the kinds
from a11y_content.model.block import BLOCKS
from a11y_content.model.document import DOCUMENTS
from a11y_content.model.inline import INLINES
from a11y_content.model.raw import Raw
from a11y_content.model.site import Settings
from a11y_content.parsing.plan import Field, Plan, Want, plan
from a11y_content.problem import Spot

Plain = dict[str, Any]
Fill = Callable[[Field], str | None]
"""Gives the text for a field, or None for the tame one."""
ADDRESS_FIELDS: Final = frozenset({"href", "src", "url", "poster", "base_url"})
FREE: Final = frozenset({Want.TEXT, Want.INLINES, Want.BLOCKS})
"""What takes any words; the other strings are words of a closed set, which the builder checks."""
_DEEP: Final = 3
_TAME: Final = {
    "number": "+1 555 0100",
    "phone": "+1 555 0100",
    "base_url": "https://example.org",
    "id": "one",
    "ref": "one",
}


def tame(_: Field) -> str | None:
    """Fill nothing in."""
    return None


def complete(kind: str, made: Plan, fill: Fill, *, depth: int = 0, only: frozenset[str] | None = None) -> Plain:
    """Give a record with all its fields (or `only` some beside the required ones) as plain JSON values."""
    record: Plain = {"kind": kind} if kind else {}
    for name, field in made.fields.items():
        if only is None or name in only or field.required:
            record[name] = _value(field, fill, depth)
    return record


def _value(field: Field, fill: Fill, depth: int) -> Any:  # noqa: PLR0911  one row a want
    said = fill(field)
    match field.want:
        case Want.TEXT | Want.INLINES:
            default = (
                "picture.png"
                if field.name in {"src", "poster"}
                else "/words.md"
                if field.name in ADDRESS_FIELDS
                else "Words"
            )
            return _TAME.get(field.name, default) if said is None else said
        case Want.BLOCKS:
            text = said if said is not None else "Words."
            made = {"kind": "paragraph", "inlines": text}
            around = {"kind": "section", "title": text, "blocks": [made]}
            return [around if field.name == "sections" else made]
        case Want.LANG:
            return said if said is not None else "es"
        case Want.DATE:
            return said if said is not None else "2026-01-31"
        case Want.CHOICE:
            return said if said is not None else next(word for word in field.words if word)
        case Want.FLAG:
            return False
        case Want.NUMBER:
            return 1
        case Want.MANY:
            return [_value(field.inner, fill, depth + 1)] if field.inner is not None else []
        case Want.PART:
            return (
                complete("", plan(field.cls), fill, depth=depth + 1) if field.cls is not None and depth < _DEEP else {}
            )


def blocks(fill: Fill) -> list[Plain]:
    """Give one complete block of every kind."""
    return [complete(kind, plan(cls), fill) for kind, cls in BLOCKS.items()]


def inlines(fill: Fill) -> list[Plain]:
    """Give one complete inline of every kind."""
    return [complete(kind, plan(cls), fill) for kind, cls in INLINES.items()]


def documents(fill: Fill) -> Iterator[Plain]:
    """Give one complete document of every kind; a page holds every kind of block and inline."""
    for kind, cls in DOCUMENTS.items():
        made = complete(kind, plan(cls), fill)
        if kind == "page":
            made["body"] = [*blocks(fill), {"kind": "paragraph", "inlines": inlines(fill)}]
        yield made


@dataclass(frozen=True, slots=True)
class Place:
    """One string field: where it is, and the document around it with a text in it."""

    name: str
    want: Want
    within: Plain
    path: tuple[str | int, ...]

    @property
    def address(self) -> bool:
        """Tell whether an address is wanted."""
        return self.path[-1] in ADDRESS_FIELDS

    def with_text(self, text: str) -> Plain:
        """Give the document with `text` in the field."""
        made = copy.deepcopy(self.within)
        at: Any = made
        for step in self.path[:-1]:
            at = at[step]
        at[self.path[-1]] = text
        return made


def _page(body: list[Plain]) -> Plain:
    return {"kind": "page", "title": "Words", "lang": "en", "summary": "Words.", "body": body}


def _leaves(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        for name, one in value.items():
            if name != "kind":
                yield from _leaves(one, (*path, name))
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from _leaves(one, (*path, at))
    elif isinstance(value, str):
        yield path


def places() -> Iterator[Place]:
    """Give every string field of documents, blocks and inlines, once in a full record and once in the smallest."""
    for kind, cls in DOCUMENTS.items():
        made = plan(cls)
        yield from _places(kind, made, lambda record: record, ())
    for kind, cls in BLOCKS.items():
        yield from _places(kind, plan(cls), lambda record: _page([record]), ("body", 0))
    for kind, cls in INLINES.items():
        around = ("body", 0, "inlines", 0)
        yield from _places(kind, plan(cls), lambda record: _page([{"kind": "paragraph", "inlines": [record]}]), around)


def _places(kind: str, made: Plan, around: Callable[[Plain], Plain], start: tuple[str | int, ...]) -> Iterator[Place]:
    for name, field in made.fields.items():
        for only in (None, frozenset({name})):
            record = complete(kind, made, tame, only=only)
            for path in _leaves(record[name], (name,)):
                label = f"{kind}.{'.'.join(map(str, path))}{'' if only is None else ' alone'}"
                yield Place(label, field.want, around(record), (*start, *path))


def settings(fill: Fill) -> Plain:
    """Give complete settings of a site."""
    return complete("", plan(Settings), fill) | {"preferences": [], "base_url": "https://example.org", "lang": "en"}


def raw(value: Any, spot: Spot | None = None) -> Raw:
    """Give plain JSON values as a located tree."""
    here = spot or Spot("fields.json", 1, 1)
    if isinstance(value, Mapping):
        return Raw({name: raw(one, here) for name, one in value.items()}, here, dict.fromkeys(value, here))
    if isinstance(value, list):
        return Raw([raw(one, here) for one in value], here)
    return Raw(value, here)
