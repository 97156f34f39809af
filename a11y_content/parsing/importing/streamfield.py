"""Wagtail StreamField JSON: blocks of `{type, value, id}`, alone, in the export of a page, or in a Django fixture."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.importing import stream_tables  # noqa: F401  it registers its blocks
from a11y_content.parsing.importing.adapters import Imported, Opened, importer
from a11y_content.parsing.importing.fixture import Fixture, is_fixture
from a11y_content.parsing.importing.front import flat
from a11y_content.parsing.importing.making import Making
from a11y_content.parsing.importing.names import slug
from a11y_content.parsing.importing.records import day, many, part, said_words, text_of
from a11y_content.parsing.importing.stream import Stream, is_stream, stream_in
from a11y_content.parsing.importing.stream_blocks import streamfield_block
from a11y_content.parsing.importing.words import count_strings
from a11y_content.parsing.text.guess import GUESS_TITLE
from a11y_content.problem import Spot

__all__ = ["import_streamfield", "streamfield_block"]

_SUMMARIES: Final = ("search_description", "summary", "description", "intro_text")
_TITLES: Final = ("title", "seo_title")
_REVIEWED: Final = ("last_review_date", "last_reviewed", "reviewed_at")
_NEXT: Final = ("next_review_date", "review_due")
_PUBLISHED: Final = ("first_published_at", "date", "published_date")
_MACHINE: Final = frozenset({
    "id", "pk", "meta", "slug", "path", "url_path", "html_url", "type", "detail_url", "content_type", "translation_key",
    "draft_title", "page_ptr", "latest_revision_created_at", "last_published_at", "go_live_at", "expire_at", "locale",
    "depth", "numchild", "live", "has_unpublished_changes", "owner", "show_in_menus", "expired", "locked", "locked_at",
    "locked_by", "live_revision", "alias_of", "latest_revision", "translation_of", "hero_image", "tags", "parent",
})  # fmt: skip
_SLUG: Final = re.compile(r"[\w-]+")


def _sniff(opened: Opened) -> bool:
    root, _ = opened.json()
    if root is None:
        return False
    fields = opened.fields()
    return is_stream(root) or is_fixture(root) or ("title" in fields and any(map(stream_in, fields.values())))


@importer("streamfield", suffixes=(".json",), sniff=_sniff)
def import_streamfield(opened: Opened) -> Imported:
    """Wagtail StreamField JSON: a list of blocks, a page of the Wagtail API, or a Django fixture with pages."""
    root, problems = opened.json()
    made = Imported(problems=list(problems), words=[])
    if root is None:
        return made
    if is_fixture(root):
        fixture = Fixture(opened, made, root)
        for page in fixture.pages():
            _Page(opened, made, fixture).read(page.name, page.fields, page.spot)
        return made
    if is_stream(root):
        name = opened.path.stem
        words = re.sub(r"[\W_]+", " ", name).strip() or "Untitled"
        title = Raw(words[:1].upper() + words[1:], root.spot)
        said = f"the blocks have no title; the name of the file became one: “{title.value}”"
        made.problems.append(GUESS_TITLE.at(root.spot, said))
        _Page(opened, made).read(name, {"title": title, "body": root}, root.spot)
        return made
    fields = opened.fields()
    given = text_of(fields.get("slug")) or text_of(part(fields.get("meta"), "slug"))
    name = given if _SLUG.fullmatch(given) else slug(text_of(fields.get("title"))) or opened.path.stem
    _Page(opened, made).read(name, fields, root.spot)
    return made


class _Page:
    """Makes the document of one page."""

    def __init__(self, opened: Opened, made: Imported, fixture: Fixture | None = None) -> None:
        self.opened, self.made, self.fixture = opened, made, fixture

    def read(self, name: str, fields: dict[str, Raw], spot: Spot) -> None:
        """Read the fields of a page; its content file is called `name`."""
        reader = Stream(self.opened, self.made, name, self.fixture)
        title = next((fields[one] for one in _TITLES if text_of(fields.get(one)).strip()), Raw(name, spot))
        taken: set[str] = {*_TITLES, *_MACHINE}
        meta = fields.get("meta")
        summary = _first(fields, _SUMMARIES, taken) or part(meta, "search_description")
        published = day(_first(fields, _PUBLISHED, taken) or part(meta, "first_published_at"))
        review = self._review(_first(fields, _REVIEWED, taken), _first(fields, _NEXT, taken), reader)
        seo = fields.get("seo_title")
        if seo is not None and said_words(text_of(seo)) != said_words(text_of(title)):
            reader.aside("seo_title", seo)
            reader.count(seo)
        rest = {field: value for field, value in fields.items() if field not in taken}
        for field, value in rest.items():  # texts of the page stand before its blocks, as templates show them
            if not stream_in(value):
                reader.field(field, value)
        for field, value in rest.items():
            if stream_in(value):
                reader.read(value, field)
        reader.tell_asides(spot)
        if not reader.flow.blocks and self.fixture is not None:
            self.fixture.empty(name, title)
            return
        making = Making(self.opened, self.made.problems)
        making.known = self.fixture.known(name) if self.fixture is not None else set()
        document = making.document(
            "page",
            Raw(" ".join(text_of(title).split()), title.spot),
            reader.flow.blocks,
            summary=summary if text_of(summary).strip() else None,
            published=published,
            review=review,
        )
        if self.made.words is not None:
            self.made.words += count_strings([title, *reader.counted, *([summary] if summary is not None else [])])
        self.made.documents.append((name, document))

    @staticmethod
    def _review(last: Raw | None, after: Raw | None, reader: Stream) -> Raw | None:
        last, after = day(last), day(after)
        if last is None:
            if after is not None:
                reader.tell_field("next review", after)
            return None
        return Raw({"last": last, "next": after} if after is not None else {"last": last}, last.spot)


def _first(fields: dict[str, Raw], names: tuple[str, ...], taken: set[str]) -> Raw | None:
    """Give the first field of these that says something; it is taken."""
    for name in names:
        if name in fields and many(fields[name]) and flat(fields[name]):
            taken.add(name)
            return fields[name]
    return None
