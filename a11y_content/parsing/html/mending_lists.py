"""Fake lists: paragraphs and lines that begin with a bullet or a number become lists, those of Word too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from a11y_content.parsing.html.mending_faults import GUESS_TERMS
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import blank, element, elements, is_block, pairs, shows, solid, text
from a11y_content.parsing.repair_faults import GUESS_LIST
from a11y_content.problem import Problem

_BULLET: Final = re.compile(
    r"\s*([•·・‣▪●○■□◦∙⁃➢➤►✓✔✗✘❖◆»✖✕❌🚫\uf0b7\uf0a7\uf0d8\uf076\uf0fc]|[*–—-](?=[\s\xa0])|[o§](?=\xa0))[\s\xa0]*(?=\S|$)"
)
_NUMBER: Final = re.compile(r"\s*(\(?(?:(\d{1,2})|([a-z]))[.)])(?:[\s\xa0]+|$)")
_WORD: Final = re.compile(r"mso-list\s*:\s*(l\d+)\s+level(\d+)", re.IGNORECASE)
_IGNORED: Final = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_DASHES: Final = frozenset("–—-")
_CROSSES: Final = frozenset("✗✘✖✕❌🚫")
"""Signs that say “do not”: they stay in the item, and such items are never mixed with others."""
_MOST_DASHED: Final = 3
"""Fewest lines with a long dash that are a list: two of them are rather a dialogue."""
_FEWEST: Final = 2


@dataclass(slots=True)
class _Item:
    sign: str
    number: int = 0
    level: int = 1


def mend_lists(root: Node, problems: list[Problem]) -> None:
    """Make lists of paragraphs that are items, and of lines inside a paragraph that are."""
    _word(root, problems)
    _roles(root)
    for node, parent in elements(root, "p", "div", "td", "li", "dd", "blockquote", "center"):
        if any(one.name == "br" for one in node.children):
            _lines(node, parent, problems)
    for node in [root, *(one for one, _ in pairs(root) if one.children)]:
        if sum(one.name == "p" for one in node.children) >= _FEWEST:
            _paragraphs(node, problems)


def _roles(root: Node) -> None:
    """Make lists of boxes that say that they are lists."""
    for node, _ in elements(root, "div", "section", "span"):
        items = solid(node.children)
        if node.get("role").lower() == "list" and items and all(_is_item(one) for one in items):
            node.name, node.attributes, node.children = "ul", {}, items
            for one in items:
                one.name, one.attributes = "li", {}


def _is_item(node: Node) -> bool:
    return node.name in {"div", "span", "p"} and node.get("role").lower() == "listitem"


def sign_of(node: Node) -> _Item | None:
    """Give the sign that a paragraph begins with, or None."""
    words = "".join(one.text for one in node.walk() if not one.name)
    found = _BULLET.match(words)
    if found:
        return _Item(found[1])
    found = _NUMBER.match(words)
    if found:
        return _Item(found[1], int(found[2]) if found[2] else ord(found[3]) - ord("a") + 1)
    return None


def _cut(node: Node, sign: str) -> None:
    """Take a sign off the beginning of a node's text."""
    left = sign
    for one in list(node.walk()):
        if one.name or not one.text.strip("\xa0 \t\n"):
            if not one.name:
                one.text = ""
            continue
        start = one.text.lstrip("\xa0 \t\n")
        if not left:
            one.text = start
            return
        shared = next((size for size in range(min(len(left), len(start)), 0, -1) if start.startswith(left[:size])), 0)
        if not shared:
            return
        one.text, left = start[shared:], left[shared:]
        if one.text.strip("\xa0 \t\n"):
            one.text = one.text.lstrip("\xa0 \t\n")
            return


def _is_list(items: list[tuple[_Item, str]]) -> bool:
    """Judge lines that begin with signs: a list has two at least, numbers in order, and is no dialogue."""
    if len(items) < _FEWEST:
        return False
    signs = [one for one, _ in items]
    if signs[0].number:
        return [one.number for one in signs] == list(range(signs[0].number, signs[0].number + len(signs)))
    if signs[0].sign in _DASHES:
        spoken = any(words.rstrip(" \xa0").endswith(("?", "!", "”", '"')) for _, words in items)
        long = signs[0].sign in "–—"
        return not spoken and not (
            long and (len(items) < _MOST_DASHED or all(words.endswith(".") for _, words in items))
        )
    return True


def _like(first: _Item, other: _Item | None) -> bool:
    if other is None:
        return False
    if first.number:
        return (
            bool(other.number)
            and first.sign[-1] == other.sign[-1]
            and first.sign[0].isalpha() == other.sign[0].isalpha()
        )
    if (first.sign in _CROSSES) != (other.sign in _CROSSES):
        return False
    return not other.number and (first.sign == other.sign or not {first.sign, other.sign} & _DASHES)


def _made(items: list[tuple[_Item, Node]], problems: list[Problem]) -> Node:
    """Make a list of blocks whose signs are cut off."""
    first = items[0][0]
    spot = items[0][1].spot
    made = element("ol" if first.number else "ul", spot)
    if first.number > 1:
        made.attributes["start"] = str(first.number)
    for sign, node in items:
        if sign.sign not in _CROSSES:
            _cut(node, sign.sign)
        made.children.append(element("li", node.spot, node.children))
    said = " ".join(sign.sign for sign, _ in items) if first.number else first.sign
    what = "a numbered list" if first.number else "a list"
    problems.append(GUESS_LIST.at(spot, f"{len(items)} lines that begin with “{said}” became {what}"))
    return made


def _paragraphs(parent: Node, problems: list[Problem]) -> None:
    """Make lists of runs of paragraphs with signs."""
    made: list[Node] = []
    run: list[tuple[_Item, Node]] = []

    def close() -> None:
        if _is_list([(sign, node.words()) for sign, node in run]):
            made.append(_made(run, problems))
        else:
            made.extend(node for _, node in run)
        run.clear()

    for one in parent.children:
        if run and blank(one):
            continue
        sign = sign_of(one) if one.name == "p" else None
        if run and not _like(run[0][0], sign):
            close()
        if sign is not None:
            run.append((sign, one))
        else:
            made.append(one)
    close()
    if len(made) != len(parent.children):
        parent.children = made


def _lines(node: Node, parent: Node, problems: list[Problem]) -> None:
    """Make a list of the lines of a block that begin with signs; what stands before and after stays a paragraph."""
    lines: list[list[Node]] = [[]]
    for one in node.children:
        if one.name == "br":
            lines.append([])
        else:
            lines[-1].append(one)
    spot = node.spot
    parted = [element("p", (solid(line) or [node])[0].spot, line) for line in lines if any(shows(one) for one in line)]
    if any(is_block(each) for one in parted for each in one.children):
        return
    holder = element("div", spot, parted)
    before = len(problems)
    _paragraphs(holder, problems)
    if len(problems) == before:
        _terms_of(node, parent, parted, problems)
        return
    blocks = _joined(holder.children)
    if node.name == "p":
        place = parent.children.index(node)
        parent.children[place : place + 1] = blocks
    else:
        node.children = blocks


def _joined(blocks: list[Node]) -> list[Node]:
    """Join lines that became no items again, with a break between them."""
    made: list[Node] = []
    for one in blocks:
        if one.name == "p" and made and made[-1].name == "p":
            made[-1].children += [element("br", one.spot), *one.children]
        else:
            made.append(one)
    return made


def _terms_of(node: Node, parent: Node, lines: list[Node], problems: list[Problem]) -> None:
    """Make a list of terms of lines of one paragraph that each begin with a bold word and a colon."""
    pairs_found = [term_of(one) for one in lines]
    if len(lines) < _FEWEST or any(one is None for one in pairs_found) or node.name not in {"p", "div"}:
        return
    made = terms([one for one in pairs_found if one is not None], node, problems)
    if node.name == "p":
        place = parent.children.index(node)
        parent.children[place : place + 1] = [made]
    else:
        node.children = [made]


def term_of(line: Node) -> tuple[Node, list[Node]] | None:
    """Part a line into a bold beginning that ends with a colon and what follows it, or give None."""
    parts = solid(line.children)
    if len(parts) < _FEWEST or parts[0].name not in {"strong", "b"}:
        return None
    bold, rest = parts[0], line.children[line.children.index(parts[0]) + 1 :]
    words = bold.words()
    following = next((one for one in rest if not blank(one)), None)
    if words.endswith(":"):
        return bold, rest
    if following is not None and not following.name and following.text.lstrip().startswith(":"):
        following.text = following.text.lstrip()[1:].lstrip()
        bold.children.append(text(":", bold.spot))
        return bold, rest
    return None


def terms(found: list[tuple[Node, list[Node]]], node: Node, problems: list[Problem]) -> Node:
    """Make a list of terms; the colon goes, since the list says it."""
    made = element("dl", node.spot)
    for bold, rest in found:
        last = next((one for one in reversed(list(bold.walk())) if not one.name and one.text.strip()), None)
        if last is not None:
            last.text = last.text.rstrip().removesuffix(":").rstrip()
        made.children += [element("dt", bold.spot, bold.children), element("dd", bold.spot, rest)]
    problems.append(GUESS_TERMS.at(node.spot, f"{len(found)} lines that begin with a bold term became a list of terms"))
    return made


# ------------------------------------------------------------------------------------------------------------ Word
def _word(root: Node, problems: list[Problem]) -> None:
    """Make lists of the paragraphs that Word marks as items, nested by their levels."""
    for parent in [root, *(one for one, _ in pairs(root) if one.children)]:
        if not any(_WORD.search(one.get("style")) for one in parent.children if one.name):
            continue
        made: list[Node] = []
        opened: list[tuple[int, Node]] = []
        last = ""
        count = 0
        for one in parent.children:
            found = _WORD.search(one.get("style")) if one.name in {"p", "h1", "h2", "h3", "h4", "h5", "h6"} else None
            if found is None:
                if opened and blank(one):
                    continue
                opened = []
                made.append(one)
                continue
            level, name = int(found[2]), found[1]
            sign, item = _word_item(one)
            while opened and opened[-1][0] > level:
                opened.pop()
            if level == 1 and name != last:  # another list begins right behind
                opened = []
            last = name
            if not opened or opened[-1][0] < level:
                fresh = element("ol" if _NUMBER.match(sign + " ") else "ul", one.spot)
                items = opened[-1][1].children if opened else []
                (items[-1].children if items else made).append(fresh)
                opened.append((level, fresh))
            opened[-1][1].children.append(item)
            count += 1
            shown = f" with “{sign}”" if sign else ""
            problems.append(GUESS_LIST.at(one.spot, f"a line that Word marked as an item{shown} became one"))
        parent.children = made


def _word_item(node: Node) -> tuple[str, Node]:
    """Give the sign of one of Word's items, and the item without it."""
    sign = ""
    for one, parent in list(pairs(node)):
        if one.name and _IGNORED.search(one.get("style")):
            sign = sign or one.words()
            parent.children = [each for each in parent.children if each is not one]
    item = element("li", node.spot, node.children)
    if not sign:
        found = sign_of(item)
        if found is not None:
            sign = found.sign
            _cut(item, sign)
    return sign, item
