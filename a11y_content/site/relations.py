"""Relations: what all documents of a site say of each other, judged together, and which of them are refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from a11y_content.model.site import Entry, Site
from a11y_content.problem import Level, Problem
from a11y_content.rendering.feeds import feed_path
from a11y_content.site.guides import guide_problems
from a11y_content.site.redirects import Moved, redirects
from a11y_content.site.ties import Tie
from a11y_content.site.translations import translation_problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Relations:
    """What came of it."""

    entries: dict[str, Entry]
    """The entries of the site, those of documents with errors marked as refused."""
    redirects: tuple[Moved, ...]
    problems: list[Problem]


def relations(
    site: Site,
    written: Mapping[str, Entry],
    ties: Mapping[str, Iterable[Tie]],
    bad: Collection[str],
    shown: Callable[[str], str],
) -> Relations:
    """Judge guides, translations and redirects, and mark the documents that are refused.

    `written` are the entries as their authors wrote them, `bad` the files that have errors already, as `shown` gives
    them for a source.
    """
    paths = {*(one.path for one in site.entries.values()), *site.files.values(), *_feeds(site)}
    paths |= {path for copies in site.copies.values() for path, *_ in copies}
    problems = [*guide_problems(written, ties, site), *translation_problems(written, ties)]
    problems += redirects(site, ties, paths)[1]
    refused = {*bad, *(one.where.file for one in problems if one.level is Level.ERROR)}
    entries = dict(site.entries)  # copies are slow, and few documents change
    for source, one in entries.items():
        if one.refused != (shown(source) in refused):
            entries[source] = replace(one, refused=not one.refused)
    moved, _ = redirects(replace(site, entries=entries), ties, paths)
    return Relations(entries=entries, redirects=moved, problems=problems)


def _feeds(site: Site) -> Iterator[str]:
    yield from (path for lang in (site.lang, *site.languages) if (path := feed_path(site, lang)))
