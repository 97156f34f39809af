"""Paragraphs: hard spaces and empty elements go, two line breaks end a paragraph, indents are no quotations."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.parsing.html.mending_faults import REPAIR_BREAKS, REPAIR_HEADING, REPAIR_INDENT
from a11y_content.parsing.html.tree import FLOWING, Node
from a11y_content.parsing.html.walking import HEADINGS, blank, element, elements, is_block, pairs, shows, solid, unwrap
from a11y_content.problem import Problem

_SPACES: Final = re.compile(r"[ \t\n]*\xa0[ \t\n\xa0]+|[ \t\n]+\xa0|[\u200b\ufeff]+")
_EMPTY: Final = frozenset({"p", "div", "section", "li", "ul", "ol", "figure", "article", "header", "center", *HEADINGS})
_KEPT: Final = frozenset({"a", "button", "time", "td", "th"})
_BREAKABLE: Final = frozenset(
    {"p", "div", "td", "section", "article", "center", "blockquote", "li", "dd", "#root", "body", "main"}
)
_LAZY: Final = ("data-src", "data-lazy-src", "data-original", "data-orig-file")
_QUOTED: Final = re.compile(r"[\"“«„‘]|^[—–-]\s*\w|[—–]\s*[A-Z][\w. ]{1,60}$")
_INDENT: Final = re.compile(r"margin(?:-left)?\s*:\s*[^;]*\d", re.IGNORECASE)


def mend_spaces(root: Node, problems: list[Problem]) -> None:
    """Fold runs of hard spaces, take out elements that show nothing, and give late-loaded pictures their address."""
    for node, _ in pairs(root):
        if not node.name:
            if not node.text.isascii():  # none of these spaces is
                node.text = _SPACES.sub(lambda found: "" if found[0][0] in "\u200b\ufeff" else " ", node.text)
        elif node.name == "img":
            late = next((node.get(name) for name in _LAZY if node.get(name)), "")
            if late and (not node.get("src") or node.get("src").startswith("data:")):
                node.attributes["src"] = late
    for node, parent in reversed(list(pairs(root))):  # from the inside out
        if node.name in _EMPTY or (node.name in FLOWING and node.name not in _KEPT):
            if shows(node):
                continue
            if node.name in HEADINGS:
                problems.append(REPAIR_HEADING.at(node.spot, "a heading without words was left out"))
            spaces = [one for one in node.children if not one.name] if node.name in FLOWING else []
            place = parent.children.index(node)
            parent.children[place : place + 1] = spaces


def mend_nesting(root: Node, problems: list[Problem]) -> None:
    """Take blocks out of paragraphs and headings, open elements of other programs (`o:p`), centred lines to `p`."""
    for node, parent in reversed(list(pairs(root))):
        if ":" in node.name:
            unwrap(parent, node)
        elif node.name == "center":
            if any(is_block(one) for one in node.children):
                node.name = "div"
            else:
                node.name = "p"
        elif node.name == "pre":
            _lines_of(node)
        elif node.name == "marquee":
            node.name = "div"
        elif node.name in HEADINGS:
            _end_heading(node, parent, problems)
        elif node.name == "p" and any(is_block(one) for one in node.children):
            place = parent.children.index(node)
            parent.children[place : place + 1] = _blocks_of(node.children, node)


def _end_heading(node: Node, parent: Node, problems: list[Problem]) -> None:
    """End a heading where a block begins in it: nobody closed it, and browsers take all that follows into it."""
    first = next((place for place, one in enumerate(node.children) if is_block(one)), len(node.children))
    rest = node.children[first:]
    if not any(shows(one) for one in rest) or not any(shows(one) for one in node.children[:first]):
        return
    node.children = node.children[:first]
    place = parent.children.index(node)
    parent.children[place + 1 : place + 1] = _blocks_of(rest, Node("div", node.spot))
    said = f"the heading “{node.words()}” was not closed; it ends now where a paragraph or list begins"
    problems.append(REPAIR_HEADING.at(node.spot, said))


def _lines_of(node: Node) -> None:
    """Make a paragraph of lines of text whose line ends are shown."""
    if any(is_block(one) for one in node.children):
        return
    node.name = "p"
    for one, parent in list(pairs(node)):
        lines = one.text.strip("\n").split("\n") if not one.name else []
        if len(lines) > 1:
            parts = [part for line in lines for part in (element("br", one.spot), Node("", one.spot, text=line))]
            place = parent.children.index(one)
            parent.children[place : place + 1] = parts[1:]


def mend_breaks(root: Node, problems: list[Problem]) -> None:
    """Part what stands between two or more line breaks in a row into paragraphs."""
    for node, parent in list(pairs(root)):
        if node.name not in _BREAKABLE or not any(one.name == "br" for one in node.children):
            continue
        _trim_breaks(node)
        runs = split_breaks(node.children)
        if len(runs) < 2:  # noqa: PLR2004  one run is one paragraph
            continue
        parts = [one for run in runs for one in _blocks_of(run, node)]
        problems.append(REPAIR_BREAKS.at(node.spot, f"{len(parts)} paragraphs were parted by line breaks only"))
        if node.name == "p":
            place = parent.children.index(node)
            parent.children[place : place + 1] = parts
        else:
            node.children = parts


def _trim_breaks(node: Node) -> None:
    """Take line breaks off both ends of a block."""
    for end in (0, -1):
        while node.children and (node.children[end].name == "br" or blank(node.children[end])):
            if blank(node.children[end]) and not any(one.name == "br" for one in node.children):
                break
            del node.children[end]


def split_breaks(children: list[Node]) -> list[list[Node]]:
    """Part nodes at two or more line breaks in a row."""
    runs: list[list[Node]] = [[]]
    waiting: list[Node] = []
    for one in children:
        if one.name == "br" or (waiting and blank(one)):
            waiting.append(one)
            continue
        if sum(each.name == "br" for each in waiting) > 1:
            runs.append([])
        else:
            runs[-1].extend(waiting)
        waiting = []
        runs[-1].append(one)
    return [run for run in runs if any(shows(one) for one in run)]


def _blocks_of(run: list[Node], node: Node) -> list[Node]:
    """Make a paragraph of words that stand in no block; blocks among them stay."""
    made: list[Node] = []
    words: list[Node] = []
    for one in [*run, None]:
        if one is not None and not is_block(one):
            words.append(one)
            continue
        if any(shows(each) for each in words):
            kept = {name: value for name, value in node.attributes.items() if node.name == "p" and name != "id"}
            made.append(element("p", solid(words)[0].spot, words))
            made[-1].attributes.update(kept)
        words = []
        if one is not None:
            made.append(one)
    return made


def paragraphs_of(node: Node) -> list[Node]:
    """Give the children of a block as blocks: words that stand in none become a paragraph."""
    return _blocks_of(node.children, Node("div", node.spot))


def mend_indents(root: Node, problems: list[Problem]) -> None:
    """Open quotations that quote nobody: those that other systems write where an author moved text to the right."""
    for node, parent in elements(root, "blockquote"):
        if "cite" in node.attributes or any(one.name in {"cite", "footer", "q"} for one in node.walk()):
            continue
        style = node.get("style")
        moved = "border: none" in style.replace(":none", ": none") or _INDENT.search(style) or node.get("dir") == "none"
        blocks = {one.name for one in node.children if one.name}
        listed = bool(blocks & {"ul", "ol", "table", "dl", *HEADINGS}) and not _QUOTED.search(node.words())
        nested = len(solid(node.children)) == 1 and solid(node.children)[0].name == "blockquote"
        if moved or listed or nested:
            unwrap(parent, node)
            problems.append(REPAIR_INDENT.at(node.spot, "a quotation that quotes nobody was opened; its text was kept"))


def unwrap_looks(root: Node) -> None:
    """Open elements that only say how text looks."""
    for node, parent in reversed(elements(root, "font", "big", "nobr", "tt", "blink", "marquee", "basefont")):
        unwrap(parent, node)
