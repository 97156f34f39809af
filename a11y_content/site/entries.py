"""Entries: what other pages may know of a document, and the rules that only a whole site can break."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from a11y_content.model.document import Condition, Document, Index, Story
from a11y_content.model.site import Entry
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.site.names import published, same_name

ADDRESS_TAKEN = fault(
    "address-taken",
    "Two documents have one address",
    why="One of them would silently replace the other.",
    mend="rename one of the files",
)
NAME_TAKEN = fault(
    "name-taken",
    "Two conditions of a site have one name",
    why="In the A-Z list and in search results nobody can tell them apart.",
    mend="make the names differ, or join the two pages",
    level=Level.WARNING,
    criterion="2.4.4",
)

TITLE_DUPLICATE = fault(
    "title-duplicate",
    "Two pages have the same title",
    why="In tabs, bookmarks and search results nobody can tell them apart.",
    mend="say in each title what only this page is about",
    level=Level.WARNING,
    criterion="2.4.2",
)

ALSO_CALLED_TAKEN = fault(
    "also-called-taken",
    "Another name of a condition is the name of something else too",
    why="In the A-Z list the same name leads to two pages, and nobody can tell which is meant.",
    mend="keep the name with one of them, or say more in each: “heart attack (in women)”",
    level=Level.WARNING,
    criterion="2.4.4",
)


def page_path(source: str) -> str:
    """Give the path of a document's page: the same path with the suffix `.html`, normalised (NFC)."""
    return published(posixpath.splitext(source)[0]) + ".html"


def entry(document: Document, source: str) -> Entry:
    """Make a document's entry; its translations and parts are still as the author wrote them."""
    person = document.person.display if isinstance(document, Story) else ""
    date = document.review.last if document.review else document.published
    return Entry(
        source=source,
        path=page_path(source),
        kind=document.kind,
        title=document.heading,
        lang=document.lang,
        summary=document.summary,
        also_called=document.also_called if isinstance(document, Condition) else (),
        person=person,
        quote=document.quote if isinstance(document, Story) else "",
        modified=date.isoformat() if date else "",
        lists=document.of if isinstance(document, Index) else "",
        translations=tuple((one.lang, one.href) for one in document.translations),
        sort_as=document.sort_as if isinstance(document, Condition) else "",
        parts=tuple((one.href, one.title) for one in document.parts) if isinstance(document, Condition) else (),
    )


def collisions(entries: Iterable[Entry], shown: dict[str, Spot]) -> Iterable[Problem]:
    """Find documents with one address, documents of one kind and language with one title, and names of two things.

    A part of a guide is told apart by its guide, whose name stands in its title.
    """
    known = list(entries)
    addresses: dict[str, Entry] = {}
    titles: dict[tuple[str, str, str, str], Entry] = {}
    for one in known:
        other = addresses.setdefault(same_name(one.path), one)
        if other is not one:
            yield ADDRESS_TAKEN.at(shown[one.source], f"the address {one.path} is taken by {shown[other.source]}")
        other = titles.setdefault((one.kind, one.lang.lower(), one.guide, one.title.casefold()), one)
        if other is not one:
            kind = NAME_TAKEN if one.kind == "condition" else TITLE_DUPLICATE
            yield kind.at(shown[one.source], f"“{one.title}” is the title of {shown[other.source]} too")
    yield from _other_names(known, shown)


def _other_names(entries: Iterable[Entry], shown: dict[str, Spot]) -> Iterable[Problem]:
    listed = [one for one in entries if one.kind == "condition" and not one.guide]
    names = {(one.lang.lower(), one.title.casefold()): one for one in reversed(listed)}
    for one in listed:
        for name in one.also_called:
            other = names.setdefault((one.lang.lower(), name.casefold()), one)
            if other is not one:
                yield ALSO_CALLED_TAKEN.at(shown[one.source], f"“{name}” is a name of {shown[other.source]} too")
            elif name.casefold() == one.title.casefold():
                yield ALSO_CALLED_TAKEN.at(shown[one.source], f"“{name}” is the name of this page itself")
