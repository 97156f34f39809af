"""Guides: one topic in several pages, of which the first names the others (`parts` of a condition)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from a11y_content.model.site import Entry, Site
from a11y_content.problem import Problem, fault
from a11y_content.rules.addresses import scheme
from a11y_content.site.ties import Tie

PART_OUTSIDE = fault(
    "part-outside",
    "A part of a guide is no document of this site",
    why="Every part shows the list of all parts and the way to the next one, which a page of somebody else cannot.",
    mend="name a content file; link to other pages in the text",
)
PART_TAKEN = fault(
    "part-taken",
    "A page is a part of two guides, or of one guide twice",
    why="It can show one list of parts and lead to one next page only; readers of the other guide are led astray.",
    mend="keep it in one guide, and link to it from the other",
)
PART_LANG = fault(
    "part-lang",
    "A part of a guide is in another language than the guide",
    why="Who follows the guide to its next page cannot read it.",
    mend="make a guide of its own in that language, and name it as a translation",
    criterion="3.1.1",
)


def settled_guides(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    """Give the entries with the parts of guides as paths of pages, and each part with the path of its first page.

    What is no document of the site, or belongs to another guide already, is left out; `guide_problems` tells of it.
    """
    site = Site(title="", entries=entries)
    made = dict(entries)
    taken: set[str] = set()
    for source, one in entries.items():
        parts = []
        for href, title in one.parts:
            part = site.find(href, source)
            if part is None or part.source in taken or (part.parts and part is not one):
                continue
            taken.add(part.source)
            parts.append((part.path, title))
            if part is not one:
                made[part.source] = replace(made[part.source], guide=one.path)
        if one.parts:
            made[source] = replace(made[source], parts=tuple(parts))
    return made


def guide_problems(entries: Mapping[str, Entry], ties: Mapping[str, Iterable[Tie]], site: Site) -> Iterator[Problem]:
    """Tell of parts that cannot be one; that a document is not there is told as of every link."""
    first: dict[str, tuple[str, Tie]] = {}
    heads = {source for source, found in ties.items() if any(tie.kind == "part" for tie in found)}
    for source, found in ties.items():
        for tie in found:
            if tie.kind != "part" or source not in entries:
                continue
            part = site.find(tie.href, source)
            if part is not None:
                known, earlier = first.setdefault(part.source, (source, tie))
                if part.source in heads - {source}:
                    yield PART_TAKEN.at(tie.spot, f"“{tie.href}” is the first page of a guide of its own")
                elif known != source:
                    yield PART_TAKEN.at(tie.spot, f"“{tie.href}” is a part of the guide /{known} already")
                elif earlier is not tie:
                    yield PART_TAKEN.at(tie.spot, f"“{tie.href}” stands in this guide twice")
                yield from _language(tie, part, entries[source])
            elif scheme(tie.href) or site.find_file(tie.href, source):
                yield PART_OUTSIDE.at(tie.spot, f"“{tie.href}” is no document of this site")


def _language(tie: Tie, part: Entry, head: Entry) -> Iterator[Problem]:
    if part.lang.lower() != head.lang.lower():
        yield PART_LANG.at(tie.spot, f"“{tie.href}” is in `{part.lang}`, the guide in `{head.lang}`")
