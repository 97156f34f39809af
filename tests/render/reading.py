"""Pages as a browser reads them: a small tree with a search."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field


@dataclass
class Node:
    """An element as a browser has it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def elements(self) -> list[Node]:
        return [one for one in self.children if isinstance(one, Node)]

    @property
    def text(self) -> str:
        parts: list[str] = []
        stack: list[Node | str] = [self]
        while stack:
            one = stack.pop()
            if isinstance(one, str):
                parts.append(one)
            else:
                stack.extend(reversed(one.children))
        return " ".join("".join(parts).split())

    def all(self, tag: str = "", **attributes: str) -> Iterator[Node]:
        """This element and all below it in order, with this tag and these attributes."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        stack = [self]
        while stack:
            one = stack.pop()
            if (not tag or one.tag == tag) and wanted.items() <= one.attributes.items():
                yield one
            stack.extend(reversed(one.elements))

    def one(self, tag: str = "", **attributes: str) -> Node:
        found = list(self.all(tag, **attributes))
        assert len(found) == 1, f"{len(found)} of {tag} {attributes}"
        return found[0]

    def at(self, path: str) -> Node:
        """The element that a path of a source map names."""
        here = self
        for number in path.split("/") if path else ():
            here = here.elements[int(number)]
        return here


def node(found: object) -> Node:
    """Copy a tree of the parser into nodes, neighbouring texts joined."""
    made = Node(found.name, {k: v or "" for k, v in (found.attrs or {}).items()})  # type: ignore[attr-defined]
    for child in found.children or ():  # type: ignore[attr-defined]
        if child.name == "#text":
            if made.children and isinstance(made.children[-1], str):
                made.children[-1] += child.data
            else:
                made.children.append(child.data)
        elif not child.name.startswith(("#", "!")):
            made.children.append(node(child))
    return made


Read = Callable[[str], Node]
"""Reads the text of a page."""
