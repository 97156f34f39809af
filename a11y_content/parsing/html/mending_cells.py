"""Cells of tables of data: each is one line here, so its paragraphs and items are parted by line breaks."""

from __future__ import annotations

from typing import Final

from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import is_block, shows, solid
from a11y_content.parsing.repair_faults import REPAIR_TABLE
from a11y_content.problem import Problem

_BLOCKS: Final = frozenset({"p", "div", "li"})
_LISTS: Final = frozenset({"ul", "ol"})


def mend_cells(grid: list[list[Node]], problems: list[Problem]) -> None:
    """Make lines of the blocks in the cells of a table; a cell that stands in several columns is mended once."""
    for cell in {id(one): one for row in grid for one in row}.values():
        alone = solid(cell.children)
        if len(alone) == 1 and alone[0].name == "p":
            cell.children = alone[0].children
        elif any(is_block(one) for one in alone):
            _lines(cell, problems)


def _lines(cell: Node, problems: list[Problem]) -> None:
    """Part a cell; one that holds anything but plain blocks and lists stays as it is."""
    inside = [one for one in cell.walk() if one is not cell]
    if any(is_block(one) and one.name not in _BLOCKS | _LISTS for one in inside):
        return
    words = cell.words()
    lines: list[list[Node]] = [[]]
    stack = cell.children[::-1]
    while stack:
        one = stack.pop()
        if one.name in _BLOCKS | _LISTS:
            lines.append([])
            stack += [Node("br", one.spot), *one.children[::-1]]
        elif one.name == "br":
            lines.append([])
        else:
            lines[-1].append(one)
    lines = [line for line in lines if any(shows(one) for one in line)]
    cell.children = []
    for line in lines:
        cell.children += [Node("br", line[0].spot), *line] if cell.children else line
    if any(one.name in _LISTS for one in inside):
        problems.append(REPAIR_TABLE.at(cell.spot, f"a list in a cell became lines: “{words}”"))
