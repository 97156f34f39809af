"""The static preview: one page that shows a document in every mode of a set, side by side, itself accessible."""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from a11y_content.design.mode import DESKTOP, Mode, mode_set
from a11y_content.design.preference import Preference
from a11y_content.html import Element, el, serialize
from a11y_content.model.site import Entry
from a11y_content.preview.words import caption
from a11y_content.problem import ContentError, Level, UsageError
from a11y_content.registry import suggest
from a11y_content.rendering import render
from a11y_content.rendering.assets import site_assets, table_of
from a11y_content.site import publish
from a11y_content.site.builder import render_documents
from a11y_content.site.folders import MARKER, check_output
from a11y_content.site.survey import Survey, survey

_STYLE: Final = "preview.css"
_SITE: Final = "site"


@dataclass(frozen=True, slots=True)
class Pane:
    """A mode as a static file can show it."""

    mode: Mode
    file: str
    """Path of its page in the preview, or empty where only a device can show it."""
    note: str = ""
    """Why the pane differs from the mode, in a sentence."""


def write_static(content: Path, out: Path, *, document: str | None = None, modes: str = "each") -> tuple[Path, int]:
    """Write the preview of one document into a folder of its own; give the path of its page and the number of modes.

    `document` is a path inside `content`; by default the first condition, else the first document. Raises `UsageError`
    for unknown documents and modes, `ContentError` when the document has errors.
    """
    check_output(content, out)
    if (out / MARKER).is_file() and not (out / _STYLE).is_file():
        msg = f"output folder {out} holds a published site; choose another one for the preview"
        raise UsageError(msg)
    found = survey(content)
    entry = _choose(found, document)
    shown = found.content.shown(entry.source)
    errors = [p for p in found.problems if p.level is Level.ERROR and p.where.file in (shown, found.site.file)]
    if errors:
        raise ContentError(errors)
    table = table_of(found.site)
    panes = [_pane(mode, table, number) for number, mode in enumerate(mode_set(modes, table))]
    with publish.locked(publish.state_folder(out)), publish.staged(out) as stage:
        _write(found, entry, panes, stage)
    return out / "index.html", len(panes)


def _choose(found: Survey, document: str | None) -> Entry:
    entries = found.site.entries
    if not entries:
        if found.problems:
            raise ContentError(found.problems)
        raise UsageError(f"{found.content.root}: no content to show")
    if document is None:
        return next((one for one in entries.values() if one.kind == "condition"), next(iter(entries.values())))
    entry = found.site.find(document)
    if entry is None:
        near = suggest(document, entries)
        hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(list(entries)[:8])}, …"
        msg = f"no document {document!r} in {found.content.root}{hint}"
        raise UsageError(msg)
    return entry


def _pane(mode: Mode, table: tuple[Preference, ...], number: int) -> Pane:
    """Show what the device would ask for by the choice that it stands for in the table."""
    left = dict(mode.media)
    choices = dict(mode.choices)
    note = ""
    if left:
        for row in table:
            for option in reversed(row.options):
                if (
                    option.wishes
                    and row.name not in choices
                    and all(left.get(name) == value for name, value in option.wishes)
                ):
                    choices[row.name] = option.value
                    note = "Shown through the choice that this device setting stands for."
        kept = {name for row in table for option in row.options for name, _ in option.wishes}
        if set(left) - kept:
            note = "Only a device can show this: open the page where the setting is on. The audit checks it."
            return Pane(mode, "", note)
    shown = Mode(mode.id, tuple(choices.items()), (), mode.viewport, mode.menu_open)
    return Pane(shown, f"modes/{number:03d}.html", note)


def _write(found: Survey, entry: Entry, panes: list[Pane], stage: Path) -> None:
    """Write the sheet, and below `site/` every page of the site, so that links in a pane lead somewhere."""
    document = found.parsed[entry.source].document
    if document is None:
        raise ContentError(found.problems)
    assets = site_assets(found.site)
    site = stage / _SITE
    render_documents(pickle.dumps(found.site), assets, str(site), list(found.parsed.values()))
    for pane in panes:
        if pane.file:
            page = render(document, found.site, path=pane.file, source=entry.source, mode=pane.mode, assets=assets)
            publish.write(site / pane.file, page.encode("utf-8"))
    for path, text in assets.files.items():
        publish.write(site / path, text.encode("utf-8"))
    for source, path in found.site.files.items():
        publish.write(site / path, (found.content.root / source).read_bytes())
    publish.write(stage / _STYLE, (Path(__file__).parent / _STYLE).read_bytes())
    publish.write(stage / "index.html", _sheet(entry, panes, f"{_SITE}/{assets.stylesheet}").encode("utf-8"))
    publish.write(stage / MARKER, b"preview\n")


def _sheet(entry: Entry, panes: list[Pane], stylesheet: str) -> str:
    """Compose the page: a list of panes, each a heading, a frame with a name of its own, and a link to its page."""
    title = f"{entry.title} in {len(panes)} modes"
    page = el(
        "html",
        {"lang": "en", "dir": "ltr"},
        el(
            "head",
            None,
            el("meta", {"charset": "utf-8"}),
            el("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
            el("title", None, title),
            el("link", {"rel": "stylesheet", "href": stylesheet}),
            el("link", {"rel": "stylesheet", "href": _STYLE}),
        ),
        el(
            "body",
            {"class": "a11y-preview"},
            el("a", {"class": "a11y-skip", "href": "#main"}, "Skip to the modes"),
            el(
                "main",
                {"id": "main"},
                el("h1", None, title),
                el(
                    "p",
                    None,
                    f"The document {entry.source}, side by side. Each mode is a page of its own: open it to use it.",
                ),
                el("ul", {"class": "a11y-preview__list", "role": "list"}, [_item(pane, entry) for pane in panes]),
            ),
        ),
    )
    return f"<!doctype html>\n{serialize(page)}\n"


def _item(pane: Pane, entry: Entry) -> Element:
    words = caption(pane.mode)
    heading = el("h2", None, words)
    name = el("p", {"class": "a11y-preview__id"}, pane.mode.id)
    note = el("p", None, pane.note) if pane.note else None
    if not pane.file:
        return el("li", {"class": "a11y-preview__pane"}, heading, name, note)
    narrow = pane.mode.viewport[0] < DESKTOP[0]
    frame = el(
        "iframe",
        {
            "src": f"{_SITE}/{pane.file}",
            "title": f"{entry.title}: {words}",
            "loading": "lazy",
            "class": "a11y-preview__frame a11y-preview__frame--narrow" if narrow else "a11y-preview__frame",
        },
    )
    link = el("p", None, el("a", {"href": f"{_SITE}/{pane.file}"}, f"Open “{words}” alone"))
    return el("li", {"class": "a11y-preview__pane"}, heading, name, note, frame, link)
