"""Ways through a tree of HTML, and changes of it: all without recursion."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from a11y_content.effort import tick
from a11y_content.parsing.html.tree import FLOWING, UNSHOWN, Node
from a11y_content.problem import Spot

HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
INLINE: Final = FLOWING | {"br", "img", "picture", "svg", "math", "button", "input", "select", "noscript"}
"""Elements that may stand amid the words of a paragraph."""
OWN: Final = "a11y-"
"""Beginning of the classes that this program's own pages use: what carries one was never broken by another system."""
_SAID: Final = ("alt", "title", "aria-label", "placeholder", "data-caption", "label")
_PUSHED: Final = frozenset({"submit", "button", "reset", "text"})
_TOKEN: Final = re.compile(r"[-_\s]+|(?<=[a-z])(?=[A-Z])")


def pairs(root: Node) -> Iterator[tuple[Node, Node]]:
    """Go through all elements, texts and comments inside with the node around each, in reading order.

    Own markup is passed by. What stands inside a node is looked up after the caller had the node.
    """
    tick()
    levels = [(root, iter(root.children[:]))]  # one for each level: a pair for each node would cost half the time
    while levels:
        parent, left = levels[-1]
        for node in left:
            if "class" in node.attributes and is_own(node):
                continue
            yield node, parent
            if node.children:
                levels.append((node, iter(node.children[:])))
                break
        else:
            levels.pop()


def elements(root: Node, *names: str) -> list[tuple[Node, Node]]:
    """List the elements of these names with the node around each."""
    wanted = frozenset(names)
    return [(node, parent) for node, parent in pairs(root) if node.name in wanted]


def parents(root: Node) -> dict[int, Node]:
    """Give the node around each node, by `id`; own markup is inside too."""
    found = {}
    for node in root.walk():
        for one in node.children:
            found[id(one)] = node
    return found


def classes(node: Node) -> list[str]:
    """Give the classes of an element."""
    return node.attributes.get("class", "").split()


def is_own(node: Node) -> bool:
    """Tell whether an element is markup of this program's own pages."""
    return OWN in node.attributes.get("class", "") and any(one.startswith(OWN) for one in classes(node))


def names_of(node: Node) -> str:
    """Give id and classes as one line of lower-case words, each with a space around: for patterns to be looked up."""
    if "id" not in node.attributes and "class" not in node.attributes:
        return ""
    said = f"{node.attributes.get('id', '')} {node.attributes.get('class', '')}"
    return f" {' '.join(_TOKEN.sub('-', one).lower() for one in said.split())} " if said.strip() else ""


def said(node: Node) -> str:
    """Give everything that a node says to anybody: its text, alternatives, tooltips, hidden names, words on buttons."""
    if not node.attributes and len(node.children) == 1 and not node.children[0].name:
        return " ".join(node.children[0].text.split())
    parts: list[str] = []
    stack: list[Node | None] = [node]
    while stack:
        one = stack.pop()
        if one is None:
            parts.append(" ")
            continue
        if not one.name:
            parts.append(one.text)
        if not one.name or one.name == "#comment" or (one.name in UNSHOWN and one is not node):
            continue
        told = [one.attributes[name] for name in _SAID if one.attributes.get(name)] if one.attributes else []
        if one.name == "input" and one.get("type").lower() in _PUSHED:
            told.append(one.get("value"))
        parts.extend(f" {word} " for word in told if word)
        flowing = one.name in FLOWING
        stack += [*reversed(one.children)] if flowing else [None, *reversed(one.children), None]
    return " ".join("".join(parts).split())


def element(name: str, spot: Spot, children: Iterable[Node] = (), **attributes: str) -> Node:
    """Make an element."""
    return Node(name, spot, dict(attributes), list(children))


def text(words: str, spot: Spot) -> Node:
    """Make a text."""
    return Node("", spot, text=words)


def index(parent: Node, child: Node) -> int:
    """Give the place of a child among its siblings, by identity."""
    return parent.children.index(child)  # nodes are equal to themselves alone


def replace(parent: Node, child: Node, *made: Node) -> None:
    """Put other nodes (or none) in the place of a child."""
    place = index(parent, child)
    parent.children[place : place + 1] = made


def unwrap(parent: Node, child: Node) -> None:
    """Put the children of a child in its place."""
    replace(parent, child, *child.children)


def remove(root: Node, gone: Callable[[Node], bool]) -> None:
    """Take out every node inside `root` of which `gone` is true."""
    for node in root.walk():
        if node.children:
            kept = [one for one in node.children if not gone(one)]
            if len(kept) < len(node.children):
                node.children = kept


def blank(node: Node) -> bool:
    """Tell whether a node is nothing but white space (hard spaces too) or a comment."""
    return node.name == "#comment" or (not node.name and not node.text.strip())


def solid(nodes: Iterable[Node]) -> list[Node]:
    """Give the nodes that are more than white space."""
    return [one for one in nodes if not blank(one)]


def is_block(node: Node) -> bool:
    """Tell whether a node stands by itself, or has something inside that does."""
    if not node.name or node.name == "#comment":
        return False
    if node.name not in INLINE:
        return True
    return any(one.name and one.name != "#comment" and one.name not in INLINE for one in node.walk())


def shows(node: Node) -> bool:
    """Tell whether there is anything to see or hear in a node: words, pictures, films."""
    return any((not one.name and one.text.strip()) or one.name in _SHOWN for one in node.walk())


_SHOWN: Final = frozenset(
    {
        "input",
        "button",
        "select",
        "textarea",
        "img",
        "picture",
        "svg",
        "video",
        "audio",
        "iframe",
        "embed",
        "object",
        "table",
        "hr",
        "math",
    }
)
