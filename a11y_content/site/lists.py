"""Lists that every site has: conditions from A to Z, patient stories, a home page; made where the author wrote none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal

from a11y_content.model.document import Document, Index, IndexItem
from a11y_content.model.site import Entry, Site
from a11y_content.problem import Spot
from a11y_content.site.entries import page_path
from a11y_content.text import say

_Kind = Literal["condition", "story"]
_LISTED: Final[tuple[tuple[_Kind, str], ...]] = (("condition", "conditions.md"), ("story", "stories.md"))


def missing_lists(
    site: Site, entries: Mapping[str, Entry], indexes: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, Document]]:
    """Give the lists that a site lacks, each with the source path that it stands for.

    `indexes` are (language, kind of document) of the indexes that authors wrote. A list is made for each language that
    has documents of the kind, a home page where nothing has its address.
    """
    written = set(indexes)
    taken = {entry.path for entry in entries.values()}
    for lang in (site.lang, *site.languages):
        folder = "" if lang == site.lang else f"{lang}/"
        items = []
        for kind, name in _LISTED:
            source = folder + name
            if (lang, kind) in written or page_path(source) in taken:
                continue
            if any(entry.kind == kind and entry.lang == lang for entry in entries.values()):
                title = say(lang, "Conditions A to Z") if kind == "condition" else say(lang, "Patient stories")
                items.append(IndexItem(href=f"/{source}", title=title))
                yield source, _index(lang, title, site, of=kind, by_letter=kind == "condition")
        yield from _home(site, entries, lang, folder, items)


def _home(
    site: Site, entries: Mapping[str, Entry], lang: str, folder: str, items: list[IndexItem]
) -> Iterator[tuple[str, Document]]:
    """Make the home page of a language: the lists first, then every page that is no condition, story or part."""
    own = [entry for entry in entries.values() if entry.lang == lang]
    if not own or any(entry.path == f"{folder}index.html" for entry in own):
        return
    others = [
        IndexItem(href=f"/{entry.source}") for entry in own if entry.kind in {"index", "page"} and not entry.guide
    ]
    title = site.languages[lang].title if lang in site.languages else site.title
    yield f"{folder}index.md", _index(lang, title, site, items=(*items, *others))


def _index(  # noqa: PLR0913  the fields of an index
    lang: str,
    title: str,
    site: Site,
    *,
    of: Literal["", "condition", "story"] = "",
    by_letter: bool = False,
    items: tuple[IndexItem, ...] = (),
) -> Index:
    return Index(lang=lang, title=title, of=of, by_letter=by_letter, items=items, spot=Spot(site.file, 1, 1))
