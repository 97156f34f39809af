"""Crossings: links between documents that only the finished site can judge: marks in pages, and pages refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from a11y_content.model.document import Document
from a11y_content.model.site import Entry, Site
from a11y_content.problem import ContentError, Level, Problem, Spot, fault
from a11y_content.registry import suggest
from a11y_content.rendering.address import Place
from a11y_content.rendering.page import make
from a11y_content.rules.addresses import plain
from a11y_content.site.ties import Tie

FRAGMENT_UNKNOWN = fault(
    "fragment-unknown",
    "A link leads to a place in a page that is not there",
    why="Readers land at the top of the page and have to search for what they were promised.",
    mend="take the mark from the heading's words: `neck-pain.md#when-to-get-help`; it changes when the heading does",
    level=Level.WARNING,
)
LINK_REFUSED = fault(
    "link-refused",
    "A link leads to a page that is refused",
    why="As long as that document has errors its page is not made, and readers land on an error page.",
    mend="mend the errors of that document",
    level=Level.WARNING,
)

_TOP: Final = "top"
"""Leads to the start of every page (HTML, "select the indicated part")."""
_TEXT: Final = ":~:"
"""Begins a directive to look for words, which browsers take off the mark."""

Marks = Callable[[str], Collection[str] | None]
"""Gives the ids in the page of a document by its source; None where it is not known, since the page cannot be made."""


def crossings(site: Site, ties: Mapping[str, Iterable[Tie]], marks: Marks) -> Iterator[Problem]:
    """Tell of links to refused pages and to missing marks, at the author's line."""
    for href, spot in _settings(site):
        yield from _refused(site, href, "", spot)
    for source, found in ties.items():
        entry = site.entries.get(source)
        for tie in found:
            if tie.kind != "link":
                continue
            problems = list(_refused(site, tie.href, source, tie.spot))
            yield from problems
            target = entry if tie.href.startswith("#") else site.find(tie.href, source)
            if not problems and target is not None:
                yield from _mark(tie, target, marks)


def marks_of(document: Document, site: Site, source: str) -> tuple[str, ...] | None:
    """Give the ids in the page of a document, by drawing it; None where that cannot be done."""
    entry = site.entries[source]
    try:
        made = make(document, Place(site=site, path=entry.path, source=source))
    except ContentError:
        return None
    return tuple(str(one.get("id")) for one in made.main.iter() if one.get("id"))


def wanted(site: Site, ties: Mapping[str, Iterable[Tie]]) -> set[str]:
    """Give the sources of the documents into which a link leads by a mark."""
    found = set()
    for source, some in ties.items():
        for tie in some:
            if tie.kind == "link" and "#" in tie.href:
                target = site.entries.get(source) if tie.href.startswith("#") else site.find(tie.href, source)
                if target is not None and not target.refused:
                    found.add(target.source)
    return found


def _settings(site: Site) -> Iterator[tuple[str, Spot]]:
    """Go through the links of header and footer."""
    seen = set()
    for words in (site, *site.languages.values()):
        for link in (*words.nav, *words.footer):
            if (link.href, link.spot) not in seen:
                seen.add((link.href, link.spot))
                yield plain(link.href), link.spot


def _refused(site: Site, href: str, source: str, spot: Spot) -> Iterator[Problem]:
    target = site.find(href, source)
    name = target.source if target is not None and target.refused else ""
    if target is None:
        name = site.find_unread(href, source)
    if name and name != source:
        yield LINK_REFUSED.at(spot, f"“{href}” has errors, so its page is not made")


def _mark(tie: Tie, target: Entry, marks: Marks) -> Iterator[Problem]:
    mark = unquote(tie.href.partition("#")[2]).partition(_TEXT)[0]
    if not mark or mark.lower() == _TOP:
        return
    known = marks(target.source)
    if known is None or mark in known:
        return
    near = suggest(mark, known)
    hint = f"did you mean `#{near}`?" if near else ""
    where = "this page" if tie.href.startswith("#") else target.path
    yield FRAGMENT_UNKNOWN.at(tie.spot, f"there is no “#{mark}” in {where}", hint)
