"""HTML of other systems: the importer; what it does is loaded where there is HTML."""

from __future__ import annotations

from pathlib import Path

from a11y_content.parsing.importing.adapters import Imported, Opened, importer
from a11y_content.parsing.source import Source


@importer("html", suffixes=(".html", ".htm", ".xhtml"))
def import_opened(opened: Opened) -> Imported:
    """HTML of other systems, whole pages and fragments: WordPress, Drupal, Wagtail and the like."""
    return import_html(opened.source, opened.path, opened.lang)


def import_html(source: Source, path: Path, lang: str) -> Imported:
    """Import a page or fragment of HTML; `path` is its file, beside which links and pictures are looked for.

    `lang` (BCP 47) is that of a page that does not say. Dates and a summary come from the head of the page where its
    front matter does not say; every guess, repair and loss is a problem at its place.
    """
    from a11y_content.parsing.importing.html_pages import read_page  # noqa: PLC0415  the HTML parser loads late

    return read_page(source, path, lang)
