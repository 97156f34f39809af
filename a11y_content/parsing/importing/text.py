"""Plain text, such as was copied from a page: read by heuristics, each of which says what it guessed."""

from __future__ import annotations

from a11y_content.parsing.importing.adapters import Imported, Opened, importer
from a11y_content.parsing.text import read_text


@importer("text", suffixes=(".txt",))
def import_text(opened: Opened) -> Imported:
    """Plain text, such as was copied from a page: headings, lists and stories are guessed."""
    name = opened.path.stem
    made = read_text(opened.source, lang=opened.lang, separate=True, address=name)
    return Imported([(name, made.document), *made.stories], made.problems)
