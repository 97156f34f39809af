"""Pictures: out of lines of text, into figures, with the captions that other systems write beside them."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.parsing.html.mending_faults import REPAIR_PICTURE_PLACE
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import HEADINGS, element, elements, index, is_block, names_of, pairs, shows, text
from a11y_content.problem import Problem

_CAPTIONED: Final = re.compile(
    r" (?:wp-caption|image-caption|caption-img|media-image|field-name-field-image|image-with-caption|img-caption) "
)
_CAPTION: Final = re.compile(
    r" (?:wp-caption-text|wp-caption-dd|gallery-caption|image-caption|caption|figcaption|field-name-field-caption) "
)
_EMOJI: Final = re.compile(r" (?:emoji|wp-smiley) ")
_PICTURES: Final = frozenset({"img", "picture"})


def mend_pictures(root: Node, problems: list[Problem]) -> None:
    """Make figures of captioned pictures, and move pictures out of paragraphs."""
    for node, parent in list(pairs(root)):
        if node.name == "img" and _EMOJI.search(names_of(node)) and node.get("alt"):
            parent.children[index(parent, node)] = text(node.get("alt"), node.spot)
    for node, _ in list(pairs(root)):
        if node.name in {"div", "dl", "span", "p"} and _CAPTIONED.search(names_of(node)):
            _figure(node)
    for node, parent in elements(root, "p", "h1", "h2", "h3", "h4", "h5", "h6"):
        if any(one.name in _PICTURES for one in node.walk()):
            _line(node, parent, problems)


def _figure(node: Node) -> None:
    """Make a figure of a box that holds a picture and the words of its caption."""
    inside = list(node.walk())
    pictures = [one for one in inside if one.name in _PICTURES]
    caption = next((one for one in inside if one is not node and _CAPTION.search(names_of(one)) and one.words()), None)
    if len(pictures) != 1 or caption is None or any(one.name in _PICTURES for one in caption.walk()):
        return
    if node.words() != caption.words():
        return
    node.name, node.attributes = "figure", {}
    node.children = [pictures[0], element("figcaption", caption.spot, caption.children)]
    if any(is_block(one) for one in caption.children):
        words = [part for one in caption.children for part in (one.children if is_block(one) else [one])]
        node.children[1].children = words


def _name_heading(node: Node, figures: list[Node], problems: list[Problem]) -> None:
    """Give a heading that is a picture the picture's words; the picture is decoration then."""
    for figure in figures:
        picture = next(one for one in figure.walk() if one.name == "img")
        words = " ".join(picture.get("alt").split())
        if words:
            node.children = [text(words, picture.spot)]
            picture.attributes["alt"] = ""
            said = f"the words of the picture in a heading became the heading: “{words}”"
            problems.append(REPAIR_PICTURE_PLACE.at(node.spot, said))
            return


def _line(node: Node, parent: Node, problems: list[Problem]) -> None:
    """Move the pictures of a paragraph or heading before it, or behind it where words stand before them."""
    before: list[Node] = []
    after: list[Node] = []
    seen = False
    stack = [(one, node) for one in reversed(node.children)]
    while stack:
        one, around = stack.pop()
        if one.name in _PICTURES:
            place = after if seen else before
            place.append(element("figure", one.spot, [one]))
            around.children[index(around, one)] = text(" ", one.spot)
            continue
        seen = seen or bool(not one.name and one.text.strip())
        stack.extend((each, one) for each in reversed(one.children))
    figures = [*before, *after]
    named = all(any(one.name == "img" for one in each.walk()) for each in figures)
    if node.name in HEADINGS and not shows(node) and named:
        _name_heading(node, figures, problems)
        seen = False
        before, after = [], figures
    if shows(node):
        moved = [one.children[0].get("alt") or one.children[0].get("src") for one in (*before, *after)]
        if seen:
            said = f"moved out of the line “{_begin(node.words())}”: {', '.join(f'“{one}”' for one in moved)}"
            problems.append(REPAIR_PICTURE_PLACE.at(node.spot, said))
        parent.children[index(parent, node) : index(parent, node) + 1] = [*before, node, *after]
    else:
        parent.children[index(parent, node) : index(parent, node) + 1] = [*before, *after]


def _begin(words: str) -> str:
    return " ".join(words.split()[:6])
