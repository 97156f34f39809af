"""Translations: which documents are one page in several languages, and what their authors said wrongly of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from a11y_content.model.site import Entry, Site
from a11y_content.problem import Level, Problem, fault
from a11y_content.rules.addresses import scheme
from a11y_content.site.ties import Tie

TRANSLATION_ONE_SIDED = fault(
    "translation-one-sided",
    "A page names a translation that does not name it back",
    why="Search engines follow translations only where both sides say them, and an editor of the other page does not "
    "learn that it has to change too.",
    mend="name this page under `translations` of the other one",
    level=Level.WARNING,
)
TRANSLATION_TWICE = fault(
    "translation-twice",
    "Two pages of one language claim to be the same page",
    why="The switch of languages can lead to one of them only, and the other has no way back.",
    mend="keep one page of each language in a set of translations",
    level=Level.WARNING,
)

_HOMES: Final = "index.html"


def settled_translations(entries: Mapping[str, Entry], languages: Sequence[str]) -> dict[str, Entry]:
    """Give the entries with all their translations: (language, path of the page or address), ordered as the site's.

    Every member of a set names all others, whichever of them the authors wrote down. The home pages of the languages
    are a set, and so are their lists of one kind, where their authors name none. A set in which two pages have one
    language stays as it was written. Translations that name no document are left out (a rule reports them).
    """
    site = Site(title="", entries=entries)
    sets = _Sets(entries)
    for source, one in entries.items():
        for lang, href in one.translations:
            other = site.find(href, source)
            if other is not None and _same(other.lang, lang):
                sets.join(source, other.source)
    for same in _same_by_nature(entries, languages):
        sets.join_quietly(same)
    order = {lang.lower(): number for number, lang in enumerate(languages)}
    made = dict(entries)  # copies are slow, and most documents have no translation
    for source, one in entries.items():
        if (found := _of(one, sets, site, order)) != one.translations:
            made[source] = replace(one, translations=found)
    return made


def translation_problems(entries: Mapping[str, Entry], ties: Mapping[str, Iterable[Tie]]) -> Iterator[Problem]:
    """Tell of translations that are said on one side only, and of two pages of one language that claim one page."""
    site = Site(title="", entries=entries)
    named = {
        (source, other.source)
        for source, found in ties.items()
        for tie in found
        if tie.kind == "translation" and (other := site.find(tie.href, source)) is not None
    }
    claims: dict[tuple[str, str], str] = {}
    for source, found in ties.items():
        one = entries.get(source)
        taken: dict[str, str] = {}
        for tie in found:
            other = site.find(tie.href, source) if tie.kind == "translation" else None
            if one is None or other is None or other is one or not _same(other.lang, tie.word):
                continue  # rules over documents tell of these
            first = taken.setdefault(tie.word.lower(), other.path)
            claimed = claims.setdefault((other.source, one.lang.lower()), source)
            if _same(other.lang, one.lang):
                yield TRANSLATION_TWICE.at(tie.spot, f"“{tie.href}” is in `{one.lang}`, as this page is")
            elif first != other.path:
                yield TRANSLATION_TWICE.at(tie.spot, f"two translations into `{tie.word}`: “{tie.href}” is the second")
            elif claimed != source:
                said = f"“{tie.href}” is the translation of /{claimed} too, which is in `{one.lang}` like this page"
                yield TRANSLATION_TWICE.at(tie.spot, said)
            elif (other.source, source) not in named:
                hint = f"add to {other.source}: `translations: [{{lang: {one.lang}, href: /{source}}}]`"
                yield TRANSLATION_ONE_SIDED.at(tie.spot, f"“{tie.href}” does not name this page back", hint)


class _Sets:
    """Sets of documents that are one page (disjoint-set forest)."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._members: dict[str, list[str]] = {source: [source] for source in entries}

    def members(self, source: str) -> list[Entry]:
        return [self._entries[one] for one in sorted(self._members[source])]

    def join(self, one: str, other: str) -> None:
        first, second = self._members[one], self._members[other]
        if first is second:
            return
        first.extend(second)
        for source in second:
            self._members[source] = first

    def join_quietly(self, sources: Iterable[str]) -> None:
        """Join what nobody said to be one page, as far as that puts no two pages of a language together."""
        head, *rest = sources
        for source in rest:
            langs = [one.lang.lower() for one in (*self.members(head), *self.members(source))]
            if self._members[head] is not self._members[source] and len(langs) == len(set(langs)):
                self.join(head, source)


def _same_by_nature(entries: Mapping[str, Entry], languages: Sequence[str]) -> Iterator[list[str]]:
    """Give the home pages of the languages, and their lists of each kind where a language has one only."""
    by_path = {one.path: one for one in entries.values()}
    homes = [by_path.get(_HOMES if not number else f"{lang}/{_HOMES}") for number, lang in enumerate(languages)]
    found = [
        one.source for one, lang in zip(homes, languages, strict=True) if one is not None and _same(one.lang, lang)
    ]
    if found:
        yield found
    for kind in sorted({one.lists for one in entries.values()} - {""}):
        lists = [
            [one.source for one in entries.values() if one.lists == kind and one.lang == lang] for lang in languages
        ]
        found = [some[0] for some in lists if len(some) == 1]
        if found:
            yield found


def _of(one: Entry, sets: _Sets, site: Site, order: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    members = sets.members(one.source)
    if len(members) == 1 and not one.translations:
        return ()
    langs = [other.lang.lower() for other in members]
    if len(langs) > len(set(langs)):
        members = [other for lang, href in one.translations if (other := site.find(href, one.source)) is not None]
    found = {other.lang: other.path for other in reversed(members) if not _same(other.lang, one.lang)}
    for member in (one, *members):
        for lang, href in member.translations:
            if scheme(href) and not _same(lang, one.lang):
                found.setdefault(lang, href)
    return tuple(sorted(found.items(), key=lambda pair: (order.get(pair[0].lower(), len(order)), pair[0])))


def _same(lang: str, other: str) -> bool:
    return lang.lower() == other.lower()
