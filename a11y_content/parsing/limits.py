"""Limits on what a document may cost, so that any input ends in bounded time and memory, as a result or an error."""

from __future__ import annotations

from typing import Final

from a11y_content.effort import SECONDS
from a11y_content.problem import fault

MAX_BYTES: Final = 10_000_000
"""Largest content file, in bytes of UTF-8."""
MAX_DEPTH: Final = 100
"""Deepest nesting of blocks and inlines; low enough for recursive code over the tree that comes after."""
MAX_YAML_DEPTH: Final = 64
MAX_JSON_DEPTH: Final = 64
MAX_JSON_VALUES: Final = 120_000
"""Most values of one JSON text: two or more make a part of a document."""
MAX_NODES: Final = 40_000
"""Most parts of one document: blocks and marks of Markdown, elements and texts of HTML, elements of XML, paragraphs of
text. So many end within 2.5 s of one core, import, mending and rules included; a book has 10,000."""
MAX_LINES: Final = 60_000
"""Most lines of plain text that are not blank: each may become an item of a list."""
MAX_LINE_ENDS: Final = 400_000
"""Most ends of lines of plain text, blank ones too: each is kept with its place."""
MAX_SIGNS: Final = 2_000_000
"""Most signs that may begin a mark (`*`, `[`, ...): the parser keeps some 60 bytes for each of them."""
MAX_HTML: Final = 2_000_000
"""Most bytes of HTML inside one document that are read as HTML."""
MAX_YAML: Final = 65_536
"""Longest front matter, in characters."""
MAX_REPEATS: Final = 50
"""Most problems of one kind that are told one by one where a broken file could give millions."""

LIMIT_SIZE = fault(
    "limit-size",
    "A file is larger than a document may be",
    why="A page of that size cannot be read by people, and it would take a build's time and memory with it.",
    mend=f"split it into several documents; one may have {MAX_BYTES // 1_000_000} MB",
)
LIMIT_DEPTH = fault(
    "limit-depth",
    "Content is nested too deeply",
    why="Nobody can follow lists or quotations that deep, and programs that read them run out of stack.",
    mend=f"take levels out; {MAX_DEPTH} are allowed (front matter and JSON: {MAX_YAML_DEPTH})",
)
LIMIT_NODES = fault(
    "limit-nodes",
    "A document has too many parts",
    why="A browser and a screen reader would stall on the page.",
    mend=f"split it into several documents; one may have {MAX_NODES:,} parts",
)

LIMIT_MARKUP = fault(
    "limit-markup",
    "HTML is written as no page is",
    why="Thousands of signs that mean nothing are made to keep a program busy, or come from a broken one.",
    mend="look at the place: a page needs none of it",
)

LIMIT_TIME = fault(
    "limit-time",
    "A document takes too long to be read",
    why="A file that keeps a program busy is broken or made for that; everybody else's pages would wait for it.",
    mend=f"split it into several documents; reading one may take {SECONDS:.0f} seconds of the processor",
)

FATAL: Final = frozenset({"limit-size", "limit-depth", "limit-nodes", "limit-markup", "limit-time"})
"""Codes after which there is no document: what was read is only a part of what the author wrote."""
