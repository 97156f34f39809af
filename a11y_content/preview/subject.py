"""What a preview shows, and the frame of its page: one document of a content folder, and the site that it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from a11y_content.design.mode import Mode
from a11y_content.design.preference import Preference
from a11y_content.design.tokens import SUFFIX
from a11y_content.html import Element, el, serialize
from a11y_content.model.document import Document
from a11y_content.model.site import Entry
from a11y_content.problem import ContentError, Level, UsageError
from a11y_content.registry import suggest
from a11y_content.rendering import Assets, render
from a11y_content.rendering.assets import site_assets, table_of
from a11y_content.site import publish
from a11y_content.site.builder import for_workers, render_documents
from a11y_content.site.files import contents
from a11y_content.site.folders import MARKER, check_output
from a11y_content.site.survey import Survey, survey

SITE: Final = "site"
STYLE: Final = "preview.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One document and its site."""

    found: Survey
    entry: Entry
    document: Document
    table: tuple[Preference, ...]
    assets: Assets
    store: Path

    def page(self, path: str, mode: Mode) -> str:
        """Render the document in a mode, as the page at this path of the site."""
        return render(
            self.document, self.found.site, path=path, source=self.entry.source, mode=mode, assets=self.assets
        )


def subject(content: Path, document: str | None, store: Path) -> Subject:
    """Read a content folder; `document` is a path inside it, by default the first condition, else the first document.

    One in the site's main language comes before the others. `store` is a folder that keeps what is made of pictures.
    Raises `UsageError` for an unknown document, and `ContentError` when it has errors.
    """
    found = survey(content, store=store)
    entry = _choose(found, document)
    shown = found.content.shown(entry.source)
    files = {shown, found.site.file, *(p.where.file for p in found.loose if p.where.file.endswith(SUFFIX))}
    errors = [p for p in found.problems if p.level is Level.ERROR and p.where.file in files]
    made = found.parsed[entry.source].document
    if errors or made is None:
        raise ContentError(errors or found.problems)
    assets = site_assets(found.site)
    return Subject(found=found, entry=entry, document=made, table=table_of(found.site), assets=assets, store=store)


def check_folder(content: Path, out: Path) -> None:
    """Refuse an output folder that is not a preview's; raises `UsageError`."""
    check_output(content, out)
    if (out / MARKER).is_file() and not (out / STYLE).is_file():
        msg = f"output folder {out} holds a published site; choose another one for the preview"
        raise UsageError(msg)


def write_site(shown: Subject, folder: Path) -> None:
    """Write every page of the site and its files, and the marker by which the audit knows the top of a site."""
    found = shown.found
    render_documents(for_workers(found.site), shown.assets, str(folder), list(found.parsed.values()))
    write_assets(shown, folder)
    for file in found.files.values():
        for path, data in contents(found.content.root, shown.store, file):
            publish.write(folder / path, data)
    publish.write(folder / MARKER, b"preview\n")


def write_assets(shown: Subject, folder: Path) -> None:
    """Write the site's stylesheet and scripts."""
    for path, data in shown.assets.files.items():
        publish.write(folder / path, data)


def finish(stage: Path) -> None:
    """Write what marks a folder as a preview."""
    publish.write(stage / STYLE, (Path(__file__).parent / STYLE).read_bytes())
    publish.write(stage / MARKER, b"preview\n")


def sheet(shown: Subject, words: str, items: Sequence[Element]) -> str:
    """Compose the page of a preview: a list of panes under a heading and a sentence."""
    title = f"{shown.entry.title} in {len(items)} modes"
    page = el(
        "html",
        {"lang": "en", "dir": "ltr"},
        el(
            "head",
            None,
            el("meta", {"charset": "utf-8"}),
            el("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
            el("title", None, title),
            el("link", {"rel": "stylesheet", "href": f"{SITE}/{shown.assets.stylesheet}"}),
            el("link", {"rel": "stylesheet", "href": STYLE}),
        ),
        el(
            "body",
            {"class": "a11y-preview"},
            el("a", {"class": "a11y-skip", "href": "#main"}, "Skip to the modes"),
            el(
                "main",
                {"id": "main"},
                el("h1", None, title),
                el("p", None, words),
                el("ul", {"class": "a11y-preview__list", "role": "list"}, list(items)),
            ),
        ),
    )
    return f"<!doctype html>\n{serialize(page)}\n"


def _choose(found: Survey, document: str | None) -> Entry:
    entries = found.site.entries
    if not entries:
        if found.problems:
            raise ContentError(found.problems)
        raise UsageError(f"{found.content.root}: no content to show")
    if document is None:
        ordered = sorted(entries.values(), key=lambda one: (one.kind != "condition", one.lang != found.site.lang))
        return ordered[0]
    entry = found.site.find(document)
    if entry is None:
        near = suggest(document, entries)
        hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(list(entries)[:8])}, …"
        msg = f"no document {document!r} in {found.content.root}{hint}"
        raise UsageError(msg)
    return entry
