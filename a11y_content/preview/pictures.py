"""The contact sheet: a picture of one document in every mode, taken in a real browser."""

from __future__ import annotations

import struct
from pathlib import Path
from tempfile import TemporaryDirectory

from a11y_content.design.mode import DEFAULT, Mode, mode_set
from a11y_content.html import Element, el
from a11y_content.preview.subject import SITE, check_folder, finish, sheet, subject, write_assets, write_site
from a11y_content.preview.words import caption
from a11y_content.problem import CouldNotRunError
from a11y_content.site import publish
from a11y_content.site.store import FOLDER


def write_pictures(content: Path, out: Path, *, document: str | None = None, modes: str = "each") -> tuple[Path, int]:
    """Write pictures of one document and a page that shows them; give the path of that page and the number of modes.

    Unlike the static preview it shows also what only a device can ask for, such as forced colours. Raises as
    `write_static`, and `CouldNotRunError` where there is no browser.
    """
    try:
        # Selenium belongs to an extra: who only previews pages has none.
        from a11y_content.auditing.pictures import pictures  # noqa: PLC0415
    except ImportError as error:
        raise CouldNotRunError("pictures need selenium: pip install 'a11y-content[audit]'") from error
    check_folder(content, out)
    shown = subject(content, document, publish.state_folder(out) / FOLDER)
    wanted = list(mode_set(modes, shown.table))
    items = []
    with publish.locked(publish.state_folder(out)), publish.staged(out) as stage, TemporaryDirectory() as folder:
        write_site(shown, Path(folder))
        for number, (mode, png) in enumerate(pictures(Path(folder, shown.entry.path), wanted, shown.table)):
            file = f"{number:03d}.{_name(mode)}.png"
            publish.write(stage / file, png)
            items.append(_item(mode, file, png, shown.entry.title))
        write_assets(shown, stage / SITE)
        words = f"Pictures of the document {shown.entry.source}, each as wide as the screen of its mode."
        publish.write(stage / "index.html", sheet(shown, words, items).encode("utf-8"))
        finish(stage)
    return out / "index.html", len(items)


def _name(mode: Mode) -> str:
    """Give a file name that says the mode; two long ones may be cut to the same, but the number before it differs."""
    return (mode.id or DEFAULT).replace("=", "-").replace(",", "_")[:80]


def _item(mode: Mode, file: str, png: bytes, title: str) -> Element:
    width, height = struct.unpack(">II", png[16:24])  # the IHDR chunk, which comes first
    words = caption(mode)
    picture = {
        "class": "a11y-preview__picture",
        "src": file,
        "alt": f"{title}: {words}",
        "width": str(width),
        "height": str(height),
        "loading": "lazy",
    }
    name = el("p", {"class": "a11y-preview__id"}, mode.id)
    return el("li", {"class": "a11y-preview__pane"}, el("h2", None, words), name, el("img", picture))
