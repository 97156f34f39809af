"""Links: out of scripts, off whole blocks and pictures, onto words; what leads nowhere becomes text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from a11y_content.parsing.html.mending_faults import GUESS_SCRIPT_LINK, REPAIR_LINK_PLACE
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import (
    HEADINGS,
    element,
    elements,
    index,
    is_block,
    pairs,
    said,
    shows,
    text,
    unwrap,
)
from a11y_content.parsing.repair_faults import REPAIR_LINK
from a11y_content.problem import Problem
from a11y_content.rules.addresses import refusal

_OPENS: Final = re.compile(
    r"(?:(?:window|document|self|top|parent|this)\s*\.\s*)*(?:location(?:\s*\.\s*href)?\s*=\s*"
    r"|location\s*\.\s*(?:assign|replace)\s*\(\s*|(?:window\s*\.\s*)?open\s*\(\s*)(?P<quote>[\"'])(?P<to>[^\"'\s]{1,2000})(?P=quote)"
)
_NOWHERE: Final = re.compile(r"\s*(?:#|#!|javascript:.*|about:blank|)\s*", re.IGNORECASE | re.DOTALL)
_PICTURE: Final = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)(?:[?#].*)?$", re.IGNORECASE)
_SCRIPTED: Final = frozenset({"button", "div", "span", "li", "td", "tr", "p", "img", "input", "section", "article"})
_LONGEST: Final = 25
"""Most words of a block that is a link as a whole; of a longer one only the first words are."""


def mend_links(root: Node, problems: list[Problem]) -> None:
    """Mend all links of a tree."""
    _scripted(root, problems)
    # Inner ones first: a table lets a link stand inside a link. Each once: a cell of two columns is there twice.
    for node, parent in reversed(_once(pairs(root))):
        if node.name == "a":
            _link(node, parent, problems)
    for node, parent in reversed(_once(elements(root, "button"))):
        unwrap(parent, node)


def _once(found: Iterable[tuple[Node, Node]]) -> list[tuple[Node, Node]]:
    return list({id(node): (node, parent) for node, parent in found}.values())


def address_of(node: Node) -> str:
    """Give the address that an element's script opens, or an empty string."""
    for name in ("onclick", "href", "onmousedown", "onkeypress", "data-href"):
        value = node.attributes.get(name, "")
        if name == "data-href" and value and not refusal(value):
            return value
        if name == "href" and not value.strip().lower().startswith("javascript:"):
            continue
        found = _OPENS.search(value)
        if found and not refusal(found["to"]):
            return found["to"]
    return ""


def _scripted(root: Node, problems: list[Problem]) -> None:
    """Give links that only a script knows their address."""
    for node, _ in list(pairs(root)):
        if node.name == "a" and _NOWHERE.fullmatch(node.attributes.get("href", "")):
            to = address_of(node)
            if to:
                node.attributes["href"] = to
                _forget(node)
                problems.append(GUESS_SCRIPT_LINK.at(node.spot, f"“{said(node)}” leads to `{to}`, as its script said"))
        elif node.name in _SCRIPTED and ("onclick" in node.attributes or "data-href" in node.attributes):
            to, words = address_of(node), said(node)
            if (
                to
                and words
                and node.name != "img"
                and not any(one.name == "a" and one.get("href") for one in node.walk())
            ):
                _wrap(node, to, words)
                problems.append(GUESS_SCRIPT_LINK.at(node.spot, f"“{words}” leads to `{to}`, as its script said"))


def _wrap(node: Node, to: str, words: str) -> None:
    """Make a link of a button; put one around what stands in another element, in a row of a table in its first cell."""
    if node.name in {"button", "input"}:
        node.name, node.attributes = "a", {"href": to}
        node.children = node.children or [text(words, node.spot)]
        return
    inside = next((one for one in node.children if one.name in {"td", "th"}), node) if node.name == "tr" else node
    inside.children = [element("a", inside.spot, inside.children, href=to)]
    _forget(node)


def _forget(node: Node) -> None:
    """Take off the scripts that were read."""
    for name in ("onclick", "onmousedown", "onkeypress", "data-href"):
        node.attributes.pop(name, None)


def _link(node: Node, parent: Node, problems: list[Problem]) -> None:
    href = node.attributes.get("href", "")
    if "href" not in node.attributes:
        unwrap(parent, node)  # an anchor, or words that lost their link
        _tell_name(node, problems)
        return
    if _NOWHERE.fullmatch(href):
        unwrap(parent, node)
        problems.append(REPAIR_LINK.at(node.spot, f"“{said(node)}” led to `{href}`: it names no place"))
        return
    if not shows(node):
        name = said(node)
        if name:
            node.children = [text(name, node.spot)]
            problems.append(REPAIR_LINK_PLACE.at(node.spot, f"a link with a hidden name only now shows it: “{name}”"))
        else:
            unwrap(parent, node)
            problems.append(REPAIR_LINK.at(node.spot, f"a link without words led to `{href}`; it was left out"))
        return
    if not node.words() and any(one.name in {"img", "picture", "svg"} for one in node.walk()):
        _picture(node, parent, href, problems)
    elif any(is_block(one) for one in node.children):
        _block(node, parent, href, problems)


def _tell_name(node: Node, problems: list[Problem]) -> None:
    hidden = node.get("title") or node.get("aria-label")
    if hidden and hidden not in node.words():
        problems.append(REPAIR_LINK.at(node.spot, f"“{node.words()}” is no link and had the tooltip “{hidden}”"))


def _picture(node: Node, parent: Node, href: str, problems: list[Problem]) -> None:
    """Take a link off a picture: one to a larger copy goes; another one gets the words of the picture's alternative."""
    picture = next(one for one in node.walk() if one.name in {"img", "picture", "svg"})
    alternative = next((one.get("alt") for one in node.walk() if one.get("alt")), "")
    name = alternative or node.get("aria-label") or node.get("title") or picture.words()
    if _PICTURE.search(href):
        unwrap(parent, node)
        problems.append(REPAIR_LINK.at(node.spot, f"the picture “{name}” led to its own file `{href}`"))
        return
    place = index(parent, node)
    link = element("a", node.spot, [text(name or href, node.spot)], href=href)
    after = link if parent.name in {"li", "td", "dd"} else element("p", node.spot, [link])
    if parent.name == "p":
        parent.children[place : place + 1] = [*node.children, text(" ", node.spot), link]
    else:
        parent.children[place : place + 1] = [*node.children, after]
    problems.append(REPAIR_LINK_PLACE.at(node.spot, f"the link on a picture stands after it now: “{name or href}”"))


def _block(node: Node, parent: Node, href: str, problems: list[Problem]) -> None:
    """Put a link around blocks on the first heading inside, or else on the first block with words."""
    inside = [one for one in node.walk() if one is not node and one.name and one.words()]
    heading = next((one for one in inside if one.name in HEADINGS), None)
    block = heading or next(
        (one for one in inside if is_block(one) and not any(is_block(each) for each in one.children)), None
    )
    if block is None:
        return
    link = element("a", node.spot, block.children, href=href)
    block.children = [link]
    unwrap(parent, node)
    rest = "" if heading is block else " (its first words)"
    problems.append(REPAIR_LINK_PLACE.at(node.spot, f"the link around a block stands on “{link.words()}”{rest} now"))
