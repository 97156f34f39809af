"""The static preview: one page that shows a document in every mode of a set, side by side, itself accessible."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from a11y_content.design.environment import DESKTOP, USUAL
from a11y_content.design.mode import Mode, mode_set
from a11y_content.design.preference import Preference
from a11y_content.html import Element, el
from a11y_content.model.site import Entry
from a11y_content.preview.subject import SITE, Subject, check_folder, finish, sheet, subject, write_site
from a11y_content.preview.words import caption
from a11y_content.site import publish
from a11y_content.site.store import FOLDER

_DEVICE: Final = "Only a device can show this: open the page where the setting is on. The audit checks it."


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
    check_folder(content, out)
    shown = subject(content, document, publish.state_folder(out) / FOLDER)
    panes = [_pane(mode, shown.table, number) for number, mode in enumerate(mode_set(modes, shown.table))]
    with publish.locked(publish.state_folder(out)), publish.staged(out) as stage:
        _write(shown, panes, stage)
    return out / "index.html", len(panes)


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
            return Pane(mode, "", _DEVICE)
    if mode.printed or mode.font_size != USUAL:
        return Pane(mode, "", _DEVICE)
    shown = replace(mode, choices=tuple(choices.items()), media=())
    return Pane(shown, f"modes/{number:03d}.html", note)


def _write(shown: Subject, panes: list[Pane], stage: Path) -> None:
    """Write the sheet, and below `site/` every page of the site, so that links in a pane lead somewhere."""
    write_site(shown, stage / SITE)
    for pane in panes:
        if pane.file:
            publish.write(stage / SITE / pane.file, shown.page(pane.file, pane.mode).encode("utf-8"))
    words = f"The document {shown.entry.source}, side by side. Each mode is a page of its own: open it to use it."
    publish.write(
        stage / "index.html", sheet(shown, words, [_item(pane, shown.entry) for pane in panes]).encode("utf-8")
    )
    finish(stage)


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
            "src": f"{SITE}/{pane.file}",
            "title": f"{entry.title}: {words}",
            "loading": "lazy",
            "class": "a11y-preview__frame a11y-preview__frame--narrow" if narrow else "a11y-preview__frame",
        },
    )
    link = el("p", None, el("a", {"href": f"{SITE}/{pane.file}"}, f"Open “{words}” alone"))
    return el("li", {"class": "a11y-preview__pane"}, heading, name, note, frame, link)
