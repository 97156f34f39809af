"""Content files from located trees: what is written reads back as the same document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.writing.blocks import BlockWriter, UnfitError
from a11y_content.parsing.writing.tree import to_json, to_tree
from a11y_content.parsing.writing.yaml import block

__all__ = ["WRITERS", "to_json", "to_markdown", "to_tree"]

_BODIES: Final = {"condition": ("lede", "sections"), "index": ("intro",)}
_FIRST: Final[tuple[str, ...]] = ("kind", "name", "title", "person", "lang", "subtitle", "summary")


def to_markdown(raw: Raw) -> str:
    """Write a document as Markdown with front matter.

    What Markdown cannot say (text that follows a section without belonging to it) is written into the front matter,
    where it reads back all the same.
    """
    fields = raw.value if isinstance(raw.value, dict) else {}
    bodies = [name for name in _BODIES.get(raw.kind, ("body",)) if name in fields]
    lang = str(fields["lang"].value) if "lang" in fields else "en"
    lines: list[str] = []
    try:
        _together(fields)
        writer = BlockWriter(lang)
        for name in bodies:
            made = writer.blocks(fields[name])
            lines += ["", *made] if made else []
    except UnfitError:
        bodies, lines = [], []
    front = {name: fields[name] for name in _FIRST if name in fields}
    front |= {name: one for name, one in fields.items() if name not in front and name not in bodies}
    return "\n".join(["---", *block(front), "---", *lines]) + "\n"


def _together(fields: dict[str, Raw]) -> None:
    """Refuse a lede with sections in it and sections without: Markdown tells the two apart by the first heading."""
    lede, sections = (fields[name].value if name in fields else [] for name in ("lede", "sections"))
    if isinstance(lede, list) and any(one.kind == "section" for one in lede):
        raise UnfitError
    if isinstance(sections, list) and sections and sections[0].kind != "section":
        raise UnfitError


WRITERS: Final[dict[str, Callable[[Raw], str]]] = {"md": to_markdown, "json": to_json}
"""Writers of content files by the suffix of the file."""
