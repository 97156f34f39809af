"""Hostile pages: vectors through doors and fields, rendered, and packed so that a browser loads many at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from a11y_content.design.mode import Mode
from a11y_content.model.document import Document
from a11y_content.model.site import Settings, Site
from a11y_content.parsing.build import build_document
from a11y_content.parsing.builder import Builder
from a11y_content.parsing.plan import Field, Want, plan
from a11y_content.problem import ContentError
from a11y_content.rendering import render
from a11y_content.rendering.address import Place
from a11y_content.rendering.assets import site_assets, table_of
from a11y_content.rendering.head import scripts
from a11y_content.rendering.scripts import boot
from a11y_content.rendering.shell import chrome
from tests.security import fields
from tests.security.doors import Made, doors
from tests.security.vectors import Vector, addresses, linked, share, texts

ASSETS: Final = site_assets()
_WIDE: Final = 8
"""The JSON door takes a document with all fields at once for each vector; its pages are large."""
SIZE: Final = 400_000
"""Characters from which a page is full."""
MANY: Final = 150
"""Documents from which a page is full: our stylesheet and script expect one document."""


@dataclass(slots=True)
class Packed:
    """Pages by name, and what did not become one."""

    pages: dict[str, str] = field(default_factory=dict)
    drawn: int = 0
    refused: list[tuple[Vector, str]] = field(default_factory=list)
    """Vectors that became no document, or none that can be written, with what was said."""
    silent: list[Vector] = field(default_factory=list)
    """Vectors that became nothing, and nobody said why: there must be none."""


def own_scripts() -> list[str]:
    """Give the scripts that are ours: the file of the menu, and the text of the first one."""
    return [ASSETS.script, ASSETS.boot, boot(table_of())]


def assets_into(folder: Path) -> None:
    """Write the files that every page links to."""
    for path, data in ASSETS.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def every_door(part: int, parts: int) -> Iterator[tuple[str, Packed]]:
    """Give the packed pages of every door; `part` of `parts` of the vectors."""
    for name, door in doors().items():
        fewer = parts * _WIDE if name == "json" and parts > 1 else parts
        given = [*share(texts(), part, fewer), *share(linked(), part, fewer)]
        yield name, packed(name, given, door)


def every_field(part: int, parts: int) -> Iterator[tuple[str, Packed]]:
    """Give the packed pages of every field: a vector in all free fields at once, an address in all that hold one."""
    yield "free fields", packed("free fields", share(texts(), part, parts), lambda text: _filled(text, free=True))
    yield "addresses", packed("addresses", share(addresses(), part, parts), lambda text: _filled(text, free=False))
    yield "site settings", packed("site settings", share(texts(), part, parts), _plain, site=_site)
    yield "site addresses", packed("site addresses", share(addresses(), part, parts), _plain, site=_site_addresses)


def _filled(text: str, *, free: bool) -> Made:
    def fill(one: Field) -> str | None:
        address = one.name in fields.ADDRESS_FIELDS
        return text if one.want in fields.FREE and address is not free and one.name != "ref" else None

    documents, problems = [], []
    for record in fields.documents(fill):
        made, more = build_document(fields.raw(record))
        problems += more
        if made is not None:
            documents.append(made)
    return documents, problems


def _plain(_: str) -> Made:
    document, problems = build_document(fields.raw({"kind": "page", "title": "Words", "lang": "en", "body": "Words."}))
    return ([document] if document is not None else []), problems


def _site(text: str) -> Site | None:
    return _settled(lambda one: text if one.want is Want.TEXT and one.name not in fields.ADDRESS_FIELDS else None)


def _site_addresses(text: str) -> Site | None:
    return _settled(lambda one: text if one.name in fields.ADDRESS_FIELDS else None)


def _settled(fill: Callable[[Field], str | None]) -> Site | None:
    record = fields.raw(fields.settings(fill))
    assert isinstance(record.value, dict)
    made = Builder().record(plan(Settings), record, "site.toml", record.value)
    return Site(**{name: getattr(made, name) for name in plan(Settings).fields}) if isinstance(made, Settings) else None


def packed(
    name: str,
    given: Iterable[Vector],
    door: Callable[[str], Made],
    *,
    site: Callable[[str], Site | None] = lambda _: None,
) -> Packed:
    """Draw every vector's documents and join the pages; what is refused is kept with its reason."""
    made = Packed()
    waiting: list[str] = []
    size = 0

    def close() -> None:
        nonlocal size
        if waiting:
            made.pages[f"{name.replace(' ', '-').replace(',', '')}-{len(made.pages)}.html"] = joined(waiting)
        waiting.clear()
        size = 0

    for one in given:
        documents, problems = door(one.text)
        if not documents:
            (made.refused.append((one, problems[0].line())) if problems else made.silent.append(one))
        for document in documents:
            try:
                page = _page(document, site(one.text))
            except ContentError as error:
                made.refused.append((one, error.problems[0].line()))
                continue
            made.drawn += 1
            waiting.append(page)
            size += len(page)
        if size > SIZE or len(waiting) >= MANY:
            close()
    close()
    return made


def _page(document: Document, site: Site | None) -> str:
    """Draw a page without what is the same on all of them, so that a thousand of them can be loaded."""
    page = str(render(document, site, path="a.html", assets=ASSETS))
    around = chrome(Place(site=site, path="a.html"), document.lang, Mode())
    for same in (around.menu, *_LINKED):
        page = page.replace(same, "")
    return page


_LINKED: Final = (
    f"<script>{boot(table_of())}</script>",
    f'<link rel="stylesheet" href="{ASSETS.stylesheet}">',
    scripts(Place(), ASSETS),
)


def joined(pages: Sequence[str]) -> str:
    """Put pages behind each other: browsers pass over a second `html`, `head` or `body`, and read the rest in place."""
    first = pages[0].replace("</head>", f"{''.join(_LINKED)}</head>", 1)
    return "\n".join([first, *pages[1:]])
