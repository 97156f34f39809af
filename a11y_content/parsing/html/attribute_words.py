"""Words in attributes of elements that do not stay: tooltips, hidden names, alternatives. None goes in silence."""

from __future__ import annotations

from typing import Final

from a11y_content.parsing.html.faults import HTML_ATTRIBUTE
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import pairs
from a11y_content.problem import Problem, Spot

_SAID: Final = ("title", "aria-label", "alt", "placeholder", "data-caption")
_ALTERNATIVES: Final = frozenset({"img", "area", "input"})
Words = list[tuple[Node, str, str, Spot]]


def words_in_attributes(root: Node) -> Words:
    """List the words in attributes of all elements of a tree: element, attribute, words, place."""
    return [
        (node, name, " ".join(node.attributes[name].split()), node.spot)
        for node, _ in pairs(root)
        if node.attributes
        for name in _SAID
        if node.attributes.get(name, "").strip()
    ]


def tell_gone(root: Node, noted: Words, problems: list[Problem]) -> list[Problem]:
    """Tell of words that were noted, and whose attribute is neither in the tree any more nor in what was told.

    An alternative of an element that can have none is told and taken off.
    """
    there = {id(node) for node, _ in pairs(root)} if noted else set()
    gone = [
        (node, name, words, spot)
        for node, name, words, spot in noted
        if id(node) not in there or not node.attributes.get(name) or (name == "alt" and node.name not in _ALTERNATIVES)
    ]
    for node, name, _, _ in gone:
        node.attributes.pop(name, None)
    messages = "\n".join(one.message for one in problems) if gone else ""
    return [
        HTML_ATTRIBUTE.at(spot, f"`{name}` of `<{node.name}>` said “{words}”")
        for node, name, words, spot in gone
        if words not in messages and words.casefold() not in node.words().casefold()
    ]
