"""The way through a tree with the words of the heading above each part."""

from __future__ import annotations

from collections.abc import Iterator

from a11y_content.model.raw import Raw
from a11y_content.parsing.markdown.marks import words_of


def under_headings(root: Raw, title: str = "") -> Iterator[tuple[Raw, str]]:
    """Go through the records of a tree in reading order, each with the words of the nearest heading above it.

    `title` stands for a heading where there is none yet. What is inside a record is looked up after the caller had it.
    """
    stack: list[tuple[Raw, str]] = [(root, title)]
    while stack:
        raw, heading = stack.pop()
        value = raw.value
        if isinstance(value, list):
            stack.extend((one, heading) for one in reversed(value))
        elif isinstance(value, dict):
            yield raw, heading
            if raw.kind == "section" and "title" in value:
                heading = words_of([value["title"]]) or heading
            stack.extend((one, heading) for name, one in reversed(value.items()) if name != "kind")
