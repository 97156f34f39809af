"""Entries: what other pages may know of a document, and the rules that only a whole site can break."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import replace

from a11y_content.model.document import Condition, Document, Index, Story
from a11y_content.model.site import Entry, Site
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.site.folders import same_name

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


def page_path(source: str) -> str:
    """Give the path of a document's page: the same path with the suffix `.html`."""
    return posixpath.splitext(source)[0] + ".html"


def entry(document: Document, source: str) -> Entry:
    """Make a document's entry; its translations are still as the author wrote them (`settle` resolves them)."""
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
    )


def settle(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """Turn the hrefs of translations into paths of pages; one that names no document stays out (a rule reports it)."""
    site = Site(title="", entries=entries)
    settled = {}
    for source, one in entries.items():
        found = [(lang, site.find(href, source)) for lang, href in one.translations]
        settled[source] = replace(one, translations=tuple((lang, other.path) for lang, other in found if other))
    return settled


def collisions(entries: Iterable[Entry], shown: dict[str, Spot]) -> Iterable[Problem]:
    """Find documents with one address, and documents of one kind and language with one title; both are named."""
    addresses: dict[str, Entry] = {}
    titles: dict[tuple[str, str, str], Entry] = {}
    for one in entries:
        other = addresses.setdefault(same_name(one.path), one)
        if other is not one:
            yield ADDRESS_TAKEN.at(shown[one.source], f"the address {one.path} is taken by {shown[other.source]}")
        other = titles.setdefault((one.kind, one.lang.lower(), one.title.casefold()), one)
        if other is not one:
            kind = NAME_TAKEN if one.kind == "condition" else TITLE_DUPLICATE
            yield kind.at(shown[one.source], f"“{one.title}” is the title of {shown[other.source]} too")
