"""Reading: from a tree of HTML to raw blocks. What is read how stands in the modules that are loaded here."""

from __future__ import annotations

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.html import (  # noqa: F401  they register what they read
    own_blocks,
    own_media,
    own_things,
    panels,
    reading_blocks,
    reading_media,
    reading_tables,
)
from a11y_content.parsing.html.context import Reading
from a11y_content.parsing.html.faults import HTML_ATTRIBUTE
from a11y_content.parsing.html.flow import Reader
from a11y_content.parsing.html.tree import Node
from a11y_content.problem import Problem


def read_blocks(root: Node, *, level: int = 0, lang: str = "") -> tuple[list[Raw], list[Problem]]:
    """Read what stands inside a node as blocks, sections nested by headings; gaps between levels are closed and told.

    `level` is the heading level around the node (0: not known), `lang` the language of the page.
    """
    reading = Reading(lang=lang)
    blocks = Reader(reading, root).blocks(root.children, level=level)
    if reading.references:  # a part of a page has no references of its own: they are a list where they stood last
        rows = [one.value for one in reading.references if isinstance(one.value, dict)]
        items = [Raw({"inlines": row["text"]}, row["text"].spot) for row in rows]
        blocks.append(node("list", reading.references[0].spot, items=items, ordered=True))
    for short, (meaning, spot) in reading.terms.items():
        reading.tell(HTML_ATTRIBUTE, spot, f"“{short}” stands for “{meaning}”")
    return blocks, list(dict.fromkeys(reading.problems))
