"""What a rule over a whole document gets: the document, its site, and every part with the place where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields
from functools import cached_property
from typing import Final, NamedTuple, TypeVar

from a11y_content.model.block import Block
from a11y_content.model.document import Document, Part
from a11y_content.model.inline import Inline, Lang
from a11y_content.model.site import Site
from a11y_content.problem import Problem, Spot
from a11y_content.registry import Registry

P = TypeVar("P")
HEADING: Final = "heading"
"""Stands in `Place.within` for the words of a heading."""


class Place(NamedTuple):
    """Where a part of a document stands."""

    spot: Spot
    """The part's own place in the file, or that of the nearest part around it that knows its place."""
    lang: str
    inside: tuple[str, ...]
    """Kinds of the blocks around it, outermost first."""
    within: frozenset[str]
    """Kinds of the inlines around it, names of the records around it (`reference`), and `heading`."""
    headings: int
    """How many headings stand above it, the page's `h1` not counted."""


@dataclass(frozen=True, kw_only=True)
class Survey:
    """A document as the rules see it."""

    document: Document
    site: Site | None = None
    source: str = ""
    """Path of the content file in the content folder; links count from its folder."""
    today: dt.date | None = None
    """The day on which reviews and consents are judged; None judges none, so that builds repeat."""

    @cached_property
    def parts(self) -> tuple[tuple[object, Place], ...]:
        """Every part of the document in reading order, found once and without recursion."""
        return tuple(_walk(self.document))

    def of(self, wanted: type[P]) -> Iterator[tuple[P, Place]]:
        """Go through the parts of one class."""
        classes = [cls for cls in self._classes if issubclass(cls, wanted)]
        if len(classes) == 1:
            return iter(self._classes[classes[0]])  # type: ignore[arg-type]  # its class was looked up
        return (one for one in self.parts if isinstance(one[0], wanted)) if classes else iter(())  # type: ignore[misc]

    @cached_property
    def _classes(self) -> dict[type, list[tuple[object, Place]]]:
        """The parts by their own class."""
        found: dict[type, list[tuple[object, Place]]] = {}
        for one in self.parts:
            found.setdefault(type(one[0]), []).append(one)
        return found


def primary(tag: str) -> str:
    """Give the language of a tag without region or script: `es` for `es-MX`."""
    return tag.partition("-")[0].lower()


_NAMES: Final[dict[type, tuple[str, ...]]] = {}
"""Names of the fields that may hold parts, by class: asking each time would cost more than the rules."""


def _names(cls: type) -> tuple[str, ...]:
    if cls not in _NAMES:
        _NAMES[cls] = tuple(one.name for one in fields(cls) if one.name not in {"spot", "lang"})
    return _NAMES[cls]


def required(cls: type) -> frozenset[str]:
    """Give the names of the fields of a dataclass that have no default."""
    return frozenset(one.name for one in fields(cls) if one.default is MISSING and one.default_factory is MISSING)


def _walk(document: Document) -> Iterator[tuple[object, Place]]:
    start = Place(document.spot, document.lang, (), frozenset(), 0)
    stack: list[tuple[object, Place]] = [(document, start)]
    while stack:
        part, around = stack.pop()
        place = around
        spot = getattr(part, "spot", None)
        if spot:
            place = place._replace(spot=spot)
        inside = place
        title = getattr(type(part), "heads", "")
        if isinstance(part, Block):
            place = place._replace(lang=part.lang or place.lang)
            inside = place._replace(inside=(*place.inside, part.kind))
        elif isinstance(part, Inline):
            lang = part.tag if isinstance(part, Lang) else place.lang
            inside = place._replace(within=place.within | {part.kind}, lang=lang)
        elif isinstance(part, Part):
            inside = place._replace(within=place.within | {type(part).__name__.lower()})
        yield part, place
        inner: list[tuple[object, Place]] = []
        below = inside._replace(headings=inside.headings + 1) if title and getattr(part, title) else inside
        for name in _names(type(part)):
            where = inside._replace(within=inside.within | {HEADING}) if name == title else below
            value = getattr(part, name)
            if isinstance(value, tuple):
                if value:
                    inner.extend((child, where) for child in _flat(value))
            elif hasattr(value, "__dataclass_fields__"):
                inner.append((value, where))
        inner.reverse()
        stack += inner


def _flat(values: tuple[object, ...]) -> list[object]:
    """Give the dataclasses in a tuple; tables nest tuples three deep."""
    found: list[object] = []
    for one in values:
        if isinstance(one, tuple):
            found += _flat(one)
        elif hasattr(one, "__dataclass_fields__"):
            found.append(one)
    return found


Rule = Callable[[Survey], Iterator[Problem]]
RULES: Registry[Rule] = Registry("rule")


def rule(function: Rule) -> Rule:
    """Register a rule over whole documents under its function's name."""
    RULES.add(function.__name__, function)
    return function
