"""Inlines: what a line of text is made of. A closed set; no colour, font, alignment or underline."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Final

from a11y_content.problem import NOWHERE, Spot
from a11y_content.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """Base of all inlines; two inlines are equal whatever their places."""

    kind: ClassVar[str] = ""
    spot: Spot = field(default=NOWHERE, compare=False, repr=False)


Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Inline):
    """A run of characters."""

    kind: ClassVar[str] = "text"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong(Inline):
    """Strong importance."""

    kind: ClassVar[str] = "strong"
    inlines: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Em(Inline):
    """Stress emphasis."""

    kind: ClassVar[str] = "em"
    inlines: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Inline):
    """A link: `href` is an address, a path to another content file, `mailto:` or `#id`."""

    kind: ClassVar[str] = "link"
    href: str
    inlines: Inlines
    about: str = ""
    """Words added to the accessible name, visually hidden, where the visible text alone is ambiguous (WCAG 2.4.4)."""
    download: str = ""
    """Type and size of a linked file in words, such as `PDF, 120 kB`."""
    lang: str = ""
    """Language of the target (BCP 47), written as `hreflang`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbr(Inline):
    """An abbreviation of the page's or the site's glossary, such as `MRI`."""

    kind: ClassVar[str] = "abbr"
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lang(Inline):
    """Words in another language (WCAG 3.1.2); `tag` is BCP 47."""

    kind: ClassVar[str] = "lang"
    tag: str
    inlines: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Inline):
    """A date with the words that show it; without words, the page's language writes them."""

    kind: ClassVar[str] = "time"
    date: dt.date
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone(Inline):
    """A telephone number: `number` to dial, `text` as shown."""

    kind: ClassVar[str] = "phone"
    number: str
    text: str = ""


_EXTENSION: Final = re.compile(r"(?:;?ext\.?=?|#|x)\s*(\d+)\s*$", re.IGNORECASE)


def dial(number: str) -> str:
    """Give the address that calls a number as people write it: `+1 (555) 010-0199 ext. 7` is `tel:+15550100199;ext=7`.

    A trunk zero in brackets after a country code, as in `+44 (0)20`, is not dialled (RFC 3966).
    """
    found = _EXTENSION.search(number)
    extension = f";ext={found.group(1)}" if found else ""
    main = number[: found.start()] if found else number
    plus = "+" if main.strip().startswith("+") else ""
    if plus:
        main = main.replace("(0)", "")
    return f"tel:{plus}{re.sub('[^0-9*]', '', main)}{extension}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sub(Inline):
    """Subscript."""

    kind: ClassVar[str] = "sub"
    inlines: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Sup(Inline):
    """Superscript."""

    kind: ClassVar[str] = "sup"
    inlines: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite(Inline):
    """A mark that points to an entry of the page's references."""

    kind: ClassVar[str] = "cite"
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted(Inline):
    """A short quotation inside a sentence."""

    kind: ClassVar[str] = "quoted"
    inlines: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBreak(Inline):
    """A line break; only in addresses and verse (rule `line-break`)."""

    kind: ClassVar[str] = "line-break"


INLINES: Registry[type[Inline]] = Registry("inline kind")
for _kind in (Text, Strong, Em, Link, Abbr, Lang, Time, Phone, Sub, Sup, Cite, Quoted, LineBreak):
    INLINES.add(_kind.kind, _kind)


def walk(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Go through inlines and all inside them, in reading order, without recursion."""
    stack = list(inlines)[::-1]
    while stack:
        one = stack.pop()
        yield one
        stack.extend(reversed(getattr(one, "inlines", ())))


def words(inlines: Iterable[Inline]) -> str:
    """Give the visible text of inlines, white space folded."""
    parts: list[str] = []
    for one in walk(inlines):
        match one:
            case Text():
                parts.append(one.text)
            case Abbr():
                parts.append(one.short)
            case Time():
                parts.append(one.text or one.date.isoformat())
            case Phone():
                parts.append(one.text or one.number)
            case LineBreak():
                parts.append(" ")
            case _:
                pass
    return " ".join("".join(parts).split())


def plain(text: str, spot: Spot = NOWHERE) -> Inlines:
    """Make inlines of a plain string."""
    return (Text(text=text, spot=spot),) if text else ()
