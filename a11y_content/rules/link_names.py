"""The names of all links of a page, held against each other: one name leads to one place, one place has one name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any, Final, NamedTuple

from a11y_content.blocks.contact import Contact
from a11y_content.blocks.cta import CallToAction
from a11y_content.blocks.quote import Source
from a11y_content.model.document import Condition, IndexItem, LinkItem, Reference
from a11y_content.model.inline import Link, Phone, dial, walk, words
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.rules.addresses import plain, scheme
from a11y_content.rules.survey import Place, Survey, rule

LINK_AMBIGUOUS = fault(
    "link-ambiguous",
    "Two links have the same words and lead to different places",
    why="In a list of links nobody can tell them apart; voice control asks which one is meant.",
    mend="say in each what is behind it",
    criterion="2.4.4",
)
LINK_RENAMED = fault(
    "link-renamed",
    "Two links to one place have nothing in common in their words",
    why="Readers take them for two pages, and open the same one twice.",
    mend="call a page by one name throughout, best by its own title",
    level=Level.REVIEW,
    criterion="3.2.4",
)

_WORD: Final = re.compile(r"\w{4,}")
_TEASED: Final = "read full story: "
"""A teaser's link begins with these words, which everybody sees, and ends with the title, which everybody hears."""
_SITES: Final = "website of "


class Heard(NamedTuple):
    """A link by the whole name that assistive technology gives it, and where it leads in one form."""

    name: str
    target: str
    spot: Spot
    said: str
    """The name as the author wrote it, for messages."""
    href: str
    """The address as the author wrote it, for messages."""
    written: bool
    """False where the name is the title of the document behind it; `title-duplicate` tells of two with one title."""


def heard(survey: Survey) -> Iterator[Heard]:
    """Go through every link that the page will have, in text and in lists of every kind, with its whole name."""
    teased = {id(one) for one in survey.document.stories} if isinstance(survey.document, Condition) else set()
    for part, place in survey.parts:
        if isinstance(part, Reference) and any(isinstance(one, Link) for one in walk(part.text)):
            continue  # its own link comes by itself
        for name, href in _named(part, place, survey):
            before = _TEASED if "teasers" in place.inside or id(part) in teased else ""
            folded = " ".join(f"{before}{name}".casefold().split())
            if name.strip():  # a title that only the site knows is no name yet
                target = target_of(survey, href, survey.source)
                yield Heard(folded, target, place.spot, name.strip(), href, _written(part))


def _named(part: object, place: Place, survey: Survey) -> Iterator[tuple[str, str]]:
    """Give the names and addresses of the links that one part becomes."""
    match part:
        case Link():
            shown = words(part.inlines) or _title(part.href, survey)
            yield f"{shown} {part.download} {part.about}", part.href
        case Phone() if "link" not in place.within:
            yield part.text or part.number, dial(part.number)
        case CallToAction() if part.href:
            yield words(part.text), part.href
        case CallToAction() if part.phone:
            yield f"{words(part.text)} {part.phone}", dial(part.phone)
        case LinkItem() | IndexItem():
            yield part.title or _title(part.href, survey), part.href
        case Reference() | Source() | Contact() if part.url:
            yield _SOURCES[type(part)](part), part.url
        case _:
            pass


_SOURCES: Final[dict[type, Callable[[Any], str]]] = {
    Reference: lambda one: words(one.text),
    Source: lambda one: one.title,
    Contact: lambda one: f"{_SITES}{one.name}",
}
"""What links to other sites are named after."""


def _written(part: object) -> bool:
    """Tell whether the author gave the name."""
    match part:
        case LinkItem() | IndexItem():
            return bool(part.title.strip())
        case Link():
            return bool(words(part.inlines))
        case _:
            return True


def _title(href: str, survey: Survey) -> str:
    """Give the title that a link without words takes from the document behind it."""
    entry = survey.site.find(plain(href), survey.source) if survey.site else None
    return entry.title if entry else ""


def target_of(survey: Survey, href: str, source: str) -> str:
    """Give what a link in the file `source` leads to in one form, so that two ways to write it count as one."""
    text = plain(href)
    if scheme(text):
        return text.rstrip("/")
    entry = survey.site.find(text, source) if survey.site else None
    if entry is not None:
        mark = text.partition("#")[2]
        return f"{entry.path}#{mark}" if mark else entry.path
    path, hash_, mark = text.partition("#")
    if not path:
        return f"#{mark}"
    base = "" if path.startswith("/") else posixpath.dirname(source)
    joined = posixpath.normpath(posixpath.join(base, path.lstrip("/")))
    return joined.removesuffix(".md") + hash_ + mark


@rule
def same_words(survey: Survey) -> Iterator[Problem]:
    """Refuse the same words to different places, wherever on the page the two links stand.

    Against the links of the header and footer it is a warning: they are the site's, and stand apart in landmarks.
    """
    first: dict[str, Heard] = {}
    for link in heard(survey):
        known = first.setdefault(link.name, link)
        if known.target != link.target and (known.written or link.written):
            where = f"line {known.spot.line}" if known.spot.line else "another link"
            said = f"“{link.said}” leads to “{link.href}”, and the same words lead to “{known.href}” ({where})"
            yield LINK_AMBIGUOUS.at(link.spot, said)
    if survey.site is None:
        return
    shell = survey.site.spoken(survey.document.lang)
    for item in (*shell.nav, *shell.footer):
        entry = survey.site.find(item.href)
        name = item.title or (entry.title if entry else "")
        own = first.get(" ".join(name.casefold().split()))
        if own is not None and own.target != target_of(survey, item.href, ""):
            said = f"“{own.said}” leads to “{own.href}”, and in the header or footer to “{item.href}”"
            yield LINK_AMBIGUOUS.at(own.spot, said, level=Level.WARNING)


@rule
def one_place_one_name(survey: Survey) -> Iterator[Problem]:
    """Ask about two names for one place that share no word of four letters and more; short names are not judged."""
    names: dict[str, dict[frozenset[str], Heard]] = {}
    for link in heard(survey):
        if link.name.startswith(_TEASED) or link.target.startswith(("tel:", "mailto:")):
            continue
        said = frozenset(_WORD.findall(link.name))
        if said:
            names.setdefault(link.target, {}).setdefault(said, link)
    for several in names.values():
        for (one, first), (other, link) in combinations(several.items(), 2):
            if not one & other:
                yield LINK_RENAMED.at(link.spot, f"“{link.said}” leads to the same place as “{first.said}”")
                break
