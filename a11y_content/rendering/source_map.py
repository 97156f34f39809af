"""The source map of a page: which place of the author's file each part of `main` comes from."""

from __future__ import annotations

from collections.abc import Iterable

from a11y_content.html import Element
from a11y_content.problem import Spot


def source_map(main: Element, spots: Iterable[tuple[Element, Spot]]) -> dict[str, Spot]:
    """Give the places by the path of child indexes from `main`: `0/3/1` is its first child's fourth child's second.

    `""` is `main` itself. Nothing of it is written into the page.
    """
    places = {element: spot for element, spot in spots if spot}
    found: dict[str, Spot] = {}
    stack: list[tuple[Element, str]] = [(main, "")]
    while stack:
        element, path = stack.pop()
        if element in places:
            found[path] = places[element]
        start = f"{path}/" if path else ""
        stack.extend((child, f"{start}{number}") for number, child in enumerate(element))
    return dict(sorted(found.items()))
