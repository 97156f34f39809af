"""Headings: bold lines over text become headings, and levels follow each other without gaps."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.parsing.html.mending_faults import REPAIR_HEADING
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import HEADINGS, elements, names_of, pairs, parents, solid
from a11y_content.parsing.repair_faults import GUESS_HEADING
from a11y_content.problem import Problem

LOOK: Final = "#look"
"""Mark that a heading made by mending carries until its level is known: how big it looked, the biggest being 1."""
_BOLD: Final = frozenset({"strong", "b"})
_MARKS: Final = frozenset({"strong", "b", "u", "font", "span", "big", "em", "i"})
_SIZE: Final = re.compile(
    r"font-size\s*:\s*([\d.]+)\s*(px|pt|em|rem|%)|font-size\s*:\s*(x-large|xx-large|xxx-large|larger|large)",
    re.IGNORECASE,
)
_WEIGHT: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LARGE: Final = {"px": 19.0, "pt": 14.0, "em": 1.2, "rem": 1.2, "%": 120.0}
_NAMED: Final = re.compile(
    r" (?:[a-z0-9]+-)*(?:heading|headline|subheading|title|subtitle|section-title|h[1-6])(?:-title|-text)? "
)
_LEVEL: Final = re.compile(r"(?:^| )h([1-6])(?: |$)")
_NOTE: Final = re.compile(
    r"\W*(?:note|nb|important|warning|caution|tip|remember|attention|disclaimer|please note|source|by)\b", re.IGNORECASE
)
_PHONE: Final = re.compile(r"\d[\d\s().-]{6,}\d|@|https?://|www\.")
_STOPS: Final = (".", ",", ";", "!", "…", "。")
_LONGEST: Final = 90
_MOST_WORDS: Final = 12
_MOST_LEADING: Final = 6
"""A bold line with a colon at its end is a heading up to so many words; a longer one leads into what follows."""
_UNDER: Final = frozenset(
    {"p", "ul", "ol", "dl", "table", "blockquote", "figure", "div", "section", "details", "img", "address"}
)
_NOT_IN: Final = frozenset(
    {"li", "td", "th", "dt", "dd", "blockquote", "figcaption", "caption", "summary", "address", "figure", "a"}
)
_BIG, _MIDDLE, _SMALL = 1, 2, 3


def mend_headings(root: Node, problems: list[Problem]) -> None:
    """Recognise headings that are only to be seen, then close the gaps between all levels."""
    _roles(root, problems)
    _fakes(root, problems)
    _levels(root, problems)


def _roles(root: Node, problems: list[Problem]) -> None:
    """Make headings of elements with the role, and of blocks whose class says that they are one."""
    around = parents(root)
    for node, parent in list(pairs(root)):
        if not node.attributes:
            continue
        if node.get("role").lower() == "heading" and node.name not in HEADINGS:
            level = node.get("aria-level")
            node.name = f"h{min(int(level), 6)}" if level.isdigit() and int(level) else "h2"
            continue
        if (
            node.name not in {"div", "p", "span"}
            or not _NAMED.search(names_of(node))
            or parent.name in {*_NOT_IN, "p", *HEADINGS}
        ):
            continue
        words = node.words()
        if (
            not words
            or len(words) > _LONGEST
            or words.endswith(_STOPS)
            or any(one.name not in {"", *_MARKS, "a", "br"} for one in node.walk() if one is not node)
        ):
            continue
        if not _has_text_below(node, parent, around):
            continue
        found = _LEVEL.search(names_of(node))
        node.name = f"h{found[1]}" if found else "h2"
        if not found:
            node.attributes[LOOK] = str(_BIG)
        problems.append(GUESS_HEADING.at(node.spot, f"“{words}” became a heading, since its class says so"))


def _has_text_below(node: Node, parent: Node, around: dict[int, Node]) -> bool:
    """Look for text after a block, or after the boxes that it is the last thing in."""
    while True:
        siblings = solid(parent.children)
        place = siblings.index(node)
        if place + 1 < len(siblings):
            return siblings[place + 1].name in _UNDER or not siblings[place + 1].name
        if parent.name not in {"div", "section", "header"} or id(parent) not in around:
            return False
        node, parent = parent, around[id(parent)]


def _fakes(root: Node, problems: list[Problem]) -> None:
    """Make headings of short lines in bold or large letters that stand over text."""
    for parent in [root, *(one for one, _ in pairs(root) if one.name and one.name not in _NOT_IN)]:
        siblings = solid(parent.children)
        looks = {id(one): look_of(one) for one in siblings}
        for place, one in enumerate(siblings):
            look = looks[id(one)]
            following = siblings[place + 1] if place + 1 < len(siblings) else None
            if not look or following is None or looks[id(following)] or (place and looks[id(siblings[place - 1])]):
                continue  # lines in a row, such as those of an address, head nothing
            if following.name not in _UNDER or (one.words().endswith(":") and len(one.words().split()) > _MOST_LEADING):
                continue
            problems.append(GUESS_HEADING.at(one.spot, f"the {_LOOKS[look]} “{one.words()}” became a heading"))
            one.name = "h2"
            one.attributes[LOOK] = str(look)
            open_marks(one)


_LOOKS: Final = {_BIG: "line in large letters", _MIDDLE: "bold line", _SMALL: "underlined line"}


def look_of(node: Node) -> int:
    """Say how a paragraph looks like a heading: 1 large, 2 bold, 3 underlined; 0 where it does not."""
    if node.name not in {"p", "div"} or not _could_head(node.words()):
        return 0
    looks = [_BIG] if node.name == "p" and _large(node) else []
    inside = [one for one in solid(node.children) if one.name != "br"]
    while len(inside) == 1 and inside[0].name in _MARKS:
        one = inside[0]
        if _large(one):
            looks.append(_BIG)
        elif one.name in _BOLD or _WEIGHT.search(one.get("style")):
            looks.append(_MIDDLE)
        elif one.name == "u":
            looks.append(_SMALL)
        inside = [each for each in solid(one.children) if each.name != "br"]
    if any(one.name in {"br", "img", "a"} for one in node.walk()):
        return 0
    return min(looks, default=0)


def _could_head(words: str) -> bool:
    """Tell whether words could be those of a heading: short, no sentence, no note, no address, no quotation."""
    if not words or len(words) > _LONGEST or len(words.split()) > _MOST_WORDS or words.endswith(_STOPS):
        return False
    if words[0] in "\"“«'‘([-–—•*" or words[0].islower() or _NOTE.match(words) or _PHONE.search(words):
        return False
    return any(letter.isalpha() for letter in words)


def _large(node: Node) -> bool:
    if node.name == "font":
        size = node.get("size").lstrip("+")
        return size.isdigit() and int(size) >= (1 if node.get("size").startswith("+") else 4)
    if node.name == "big":
        return True
    found = _SIZE.search(node.get("style"))
    if found is None:
        return False
    return bool(found[3]) or float(found[1].rstrip(".") if found[1].count(".") < 2 else "0") >= _LARGE[found[2].lower()]  # noqa: PLR2004


def open_marks(node: Node) -> None:
    """Take the marks off that made a line look like a heading."""
    while True:
        inside = solid(node.children)
        if len(inside) != 1 or inside[0].name not in _MARKS - {"em", "i"}:
            return
        if inside[0].get("lang"):
            return
        node.children = inside[0].children


def _levels(root: Node, problems: list[Problem]) -> None:
    """Close the gaps: each heading is one level below the one it stands under; the first `h1` is the title alone."""
    found = elements(root, *HEADINGS)
    if not found:
        return
    for node, _ in found:
        open_marks(node)
    _name(root, found[0][0], problems)
    guessed = [LOOK in node.attributes for node, _ in found]
    wanted = _wanted([node for node, _ in found])
    first = [node.name for node, _ in found]
    title = first.index("h1") if "h1" in first else -1
    opened: list[int] = []
    made: list[int] = []
    for place, level in enumerate(wanted):
        if place == title:
            made.append(1)
            opened = []
            continue
        while opened and opened[-1] >= level:
            opened.pop()
        opened.append(level)
        made.append(min(len(opened) + 1, 6))
    for (node, _), level, was_made in zip(found, made, guessed, strict=True):
        before, node.name = node.name, f"h{level}"
        if before != node.name and not was_made:
            problems.append(
                REPAIR_HEADING.at(node.spot, f"“{node.words()}” was an `{before}` and became an `{node.name}`")
            )


def _name(root: Node, first: Node, problems: list[Problem]) -> None:
    """Make the main heading of a page without one of large letters that its content begins with."""
    page = any(one.name == "html" for one in root.children)
    if not page or first.attributes.get(LOOK) != str(_BIG) or any(one.name == "h1" for one, _ in pairs(root)):
        return
    for node in root.walk():
        if node is first:
            break
        if not node.name and node.text.strip():
            return
    first.name = "h1"
    del first.attributes[LOOK]
    problems.append(GUESS_HEADING.at(first.spot, f"“{first.words()}” became the main heading: the page had none"))


def _wanted(nodes: list[Node]) -> list[int]:
    """Give ten times the level that each heading has by itself; one that was made lies between the real ones around it.

    It stands beside the next real heading where that one lies deeper than the one before it; of two that were made, the
    one in smaller letters lies deeper.
    """
    looks = [node.attributes.pop(LOOK, "") for node in nodes]
    following = 0
    after = [0] * len(nodes)
    for place in range(len(nodes) - 1, -1, -1):
        after[place] = following
        following = following if looks[place] else int(nodes[place].name[1])
    wanted: list[int] = []
    real = 1
    for node, look, below in zip(nodes, looks, after, strict=True):
        if not look:
            real = int(node.name[1])
            wanted.append(10 * real)
        else:
            wanted.append((10 * below if below > real else 10 * real + 1) + int(look) - 1)
    return wanted
