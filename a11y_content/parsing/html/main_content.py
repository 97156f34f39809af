"""The main content of a page: by its marks, else by where the running text is densest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from a11y_content.parsing.html.boilerplate import kind
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import HEADINGS, OWN, is_block, names_of

_NAMES: Final = re.compile(
    r" (?:entry-content|post-content|page-content|article-body|article-content|main-content|maincontent|content-area"
    r"|field-name-body|field--name-body|node-content|region-content|rich-text|richtext|body-text|story-body"
    r"|the-content|td-post-content|site-main|content|primary|main|contents|main-inner|page-body) "
)
_BEST: Final = re.compile(r" (?:entry-content|post-content|article-body|field-name-body|article-content) ")
_MOST: Final = 0.7
"""The part of the running text that a block must hold to be the content."""
_LEAST: Final = 0.5
"""The part that a block with a telling name must hold."""
_NOTES: Final = re.compile(r"mso-element\s*:\s*(?:foot|end)note", re.IGNORECASE)
_SENTENCE: Final = 8
_LINKED: Final = frozenset({"a", "button", "label", "option", "nav", "script", "style", "noscript", "template"})
_TEXT: Final = frozenset(
    {"p", "li", "td", "dd", "dt", "blockquote", "pre", "figcaption", "th", "div", "section", "article", "center"}
)


@dataclass(slots=True)
class Found:
    """The block with the main content, and whether a mark says so."""

    node: Node
    marked: bool
    share: float = 1.0
    """The part of the page's running text that it holds."""


def main_content(body: Node) -> Found:
    """Find the block of a page that holds its content; the body itself where no block stands out."""
    weights = _weights(body)
    total = weights.get(id(body), 0)

    def share(node: Node) -> float:
        return weights.get(id(node), 0) / total if total else 1.0

    elements = [one for one in body.walk() if one.name and one.name != "#comment"]
    for marked in (
        [one for one in elements if one.name == "main" or one.get("role").lower() == "main"],
        _outermost([one for one in elements if one.name == "article" and OWN not in one.get("class")]),
    ):
        if marked:
            best = max(marked, key=lambda one: weights.get(id(one), 0))
            if (len(marked) == 1 and best.name != "article") or share(best) >= _LEAST:
                return Found(best, marked=True, share=share(best))
    for pattern in (_BEST, _NAMES):
        fitting = [
            one for one in elements if pattern.search(_plain(names_of(one))) and share(one) >= _LEAST and not kind(one)
        ]
        if fitting and total:
            inmost = max(fitting, key=lambda one: (share(one) >= _MOST, elements.index(one)))
            return Found(inmost, marked=True, share=share(inmost))
    if any(_NOTES.search(one.get("style")) for one in elements):  # Word writes notes behind its text
        return Found(body, marked=True)
    node = body
    while True:
        inside = [one for one in node.children if one.name and one.name not in _LINKED]
        best_inside = max(inside, key=lambda one: weights.get(id(one), 0), default=None)
        if best_inside is None or not total or share(best_inside) < _MOST or best_inside.name in _ENOUGH:
            break
        node = best_inside
    return Found(node, marked=node is body, share=share(node))


_ENOUGH: Final = frozenset({"p", "ul", "ol", "li", "dl", "blockquote", "pre", "form", *HEADINGS})


def _plain(names: str) -> str:
    return re.sub(r"-+", "-", names)


def _outermost(nodes: list[Node]) -> list[Node]:
    inside = {id(part) for one in nodes for part in one.walk() if part is not one}
    return [one for one in nodes if id(one) not in inside]


def _weights(body: Node) -> dict[int, int]:
    """Count the words of running text in each block: sentences outside links and controls, headings half."""
    weights: dict[int, int] = {}
    stack: list[tuple[Node, tuple[Node, ...]]] = [(body, ())]
    while stack:
        node, above = stack.pop()
        if node.name in _LINKED or (node is not body and kind(node)):
            continue
        count = 0
        if node.name in HEADINGS:
            count = len(node.words().split()) // 2
        elif node is body or (node.name in _TEXT):
            words = _loose_words(node)
            count = len(words) if len(words) >= _SENTENCE or (words and words[-1].endswith((".", "?", "!"))) else 0
        if count:
            for one in (*above, node):
                weights[id(one)] = weights.get(id(one), 0) + count
        if node.name not in HEADINGS:
            stack.extend((one, (*above, node)) for one in node.children if one.name and one.name != "#comment")
    return weights


def _loose_words(node: Node) -> list[str]:
    """Give the words that stand right in a block: not those of the blocks inside, nor of links."""
    words: list[str] = []
    for one in node.children:
        if not one.name:
            words += one.text.split()
        elif one.name not in _LINKED and one.name != "#comment" and not is_block(one):
            words += one.words().split()
    return words


def outside(body: Node, main: Node, around: dict[int, Node]) -> list[tuple[Node, Node]]:
    """List the parts of a page that do not hold the main content, with the node around each, in reading order."""
    path = [main]
    while path[-1] is not body:
        path.append(around[id(path[-1])])
    found = []
    for above, below in zip(path[1:][::-1], path[:-1][::-1], strict=True):
        found += [(one, above) for one in above.children if one is not below and one.name != "#comment"]
    return found
