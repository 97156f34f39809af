"""Every hostile text, numbered and in groups. All of them are made here; none is taken from a list of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tests.security import markup, nestings, schemes, syntaxes


@dataclass(frozen=True, slots=True)
class Vector:
    """One hostile text; when it runs, the page calls `hit(number)` or asks `canary.example` for `/number`."""

    number: int
    group: str
    text: str

    @property
    def name(self) -> str:
        """What a failure says: number, group, and the text's beginning."""
        return f"{self.number} {self.group}: {self.text[:80]!r}"


_GROUPS: Final[dict[str, Callable[[], Iterator[str]]]] = {
    "events": markup.events,
    "writings": markup.writings,
    "elements": markup.elements,
    "styles": markup.styles,
    "ways-out": markup.ways_out,
    "nestings": nestings.nestings,
    "markdown": syntaxes.markdown,
    "data": syntaxes.data,
    "css": syntaxes.css,
    "characters": syntaxes.characters,
    "names": syntaxes.names,
    "elsewhere": lambda: iter(schemes.ELSEWHERE),
    "schemes": schemes.scheme_addresses,
}
ADDRESSES: Final = frozenset({"schemes", "elsewhere"})
"""Groups of addresses alone: they mean something in a field that holds one, or in a link."""


@cache
def vectors() -> tuple[Vector, ...]:
    """Give all vectors; the numbers are the same in every run."""
    made: list[Vector] = []
    seen: set[str] = set()
    for group, texts in _GROUPS.items():
        for text in texts():
            if text not in seen:
                seen.add(text)
                number = len(made) + 1
                made.append(Vector(number, group, text.replace("§", str(number))))
    return tuple(made)


def texts() -> tuple[Vector, ...]:
    """Give those that are hostile in running text."""
    return tuple(one for one in vectors() if one.group not in ADDRESSES)


def addresses() -> tuple[Vector, ...]:
    """Give those that are addresses."""
    return tuple(one for one in vectors() if one.group in ADDRESSES)


def linked() -> tuple[Vector, ...]:
    """Give every address as the link of an HTML author, for doors that read markup."""
    return tuple(Vector(one.number, one.group, f'<a href="{one.text}">words</a>') for one in addresses())


def share(given: Sequence[Vector], part: int, parts: int) -> tuple[Vector, ...]:
    """Give one of several equal parts, taken from all groups; `parts` of 1 is all."""
    return tuple(given[part % parts :: parts])
