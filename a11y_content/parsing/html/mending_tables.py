"""Tables: those for layout are opened, those of data get headers, captions and one cell for each row and column."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.parsing.html.mending_cells import mend_cells
from a11y_content.parsing.html.mending_faults import REPAIR_LAYOUT
from a11y_content.parsing.html.mending_headings import open_marks
from a11y_content.parsing.html.mending_paragraphs import paragraphs_of
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import HEADINGS, element, elements, index, replace, shows, solid
from a11y_content.parsing.repair_faults import GUESS_CAPTION, REPAIR_TABLE
from a11y_content.problem import Problem

_LAYOUT: Final = frozenset({"presentation", "none"})
_HEAVY: Final = frozenset({*HEADINGS, "table", "form", "article", "section", "blockquote", "details", "figure"})
_LONG_CELL: Final = 60
"""Words of a cell that is rather a column of text."""
_CAPTION: Final = re.compile(r"\W*table\s+\w{1,5}\b", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[\d.,%\s/$€£+–-]*\d[\d.,%\s/$€£+–-]*(?:[a-zA-Zµ]{1,4})?\.?$")
_MOST_WORDS: Final = 20
_PARTS: Final = frozenset({"thead", "tbody", "tfoot"})


def mend_tables(root: Node, problems: list[Problem]) -> None:
    """Open tables for layout from the inside out, then mend those of data."""
    tables = list(reversed(elements(root, "table")))
    reasons = {id(node): _layout(node) for node, _ in tables}  # judged before any of them is opened
    for node, parent in tables:
        why = reasons[id(node)]
        if why:
            cells = [cell for row in rows_of(node) for cell in cells_of(row)]
            caption = [one for one in node.children if one.name == "caption" and one.words()]
            blocks = [element("p", one.spot, one.children) for one in caption]
            blocks += [one for cell in cells for one in paragraphs_of(cell) if shows(one)]
            replace(parent, node, *blocks)
            problems.append(REPAIR_LAYOUT.at(node.spot, f"a table for layout was opened, cell after cell: {why}"))
    for node, parent in elements(root, "table"):
        _Data(node, parent, problems).mend()


def rows_of(table: Node) -> list[Node]:
    """Give the rows of a table, not those of tables inside."""
    found = []
    for one in table.children:
        if one.name == "tr":
            found.append(one)
        elif one.name in _PARTS:
            found += [row for row in one.children if row.name == "tr"]
    return found


def cells_of(row: Node) -> list[Node]:
    """Give the cells of a row."""
    return [one for one in row.children if one.name in {"td", "th"}]


def _layout(table: Node) -> str:
    """Say why a table is for layout, or give an empty string."""
    rows = rows_of(table)
    cells = [cell for row in rows for cell in cells_of(row)]
    if table.get("role").lower() in _LAYOUT:
        return "it says so"
    if any(one.name == "th" and one.words() for one in cells):
        return ""
    if any(one.name in {"caption", "thead"} and one.words() for one in table.children):
        return ""
    filled = [[cell for cell in cells_of(row) if shows(cell)] for row in rows]
    filled = [row for row in filled if row]
    reasons = (
        ("it has no cells", not filled),
        ("tables stand in its cells", any(one.name == "table" for one in table.walk() if one is not table)),
        ("no row has more than one cell", all(len(row) < 2 for row in filled)),  # noqa: PLR2004
        ("it has only one row", len(filled) == 1),
        ("its cells hold headings or whole parts", any(one.name in _HEAVY for cell in cells for one in cell.walk())),
        ("its cells are columns of text", _columns_of_text(cells) and all(len(row) <= 2 for row in filled)),  # noqa: PLR2004
    )
    return next((why for why, holds in reasons if holds), "")


def _columns_of_text(cells: list[Node]) -> bool:
    return any(len(cell.words().split()) > _LONG_CELL for cell in cells)


class _Data:
    """Mends one table of data."""

    def __init__(self, table: Node, parent: Node, problems: list[Problem]) -> None:
        self.table = table
        self.parent = parent
        self.problems = problems

    def _tell(self, message: str) -> None:
        self.problems.append(REPAIR_TABLE.at(self.table.spot, message))

    def mend(self) -> None:
        """Put the table into rows of single cells with a header, and a caption where one stands before it."""
        table = self.table
        heads = [row for one in table.children if one.name == "thead" for row in one.children if row.name == "tr"]
        rows = rows_of(table)
        if not rows:
            return
        grid = self._grid(rows)
        head_count = len(heads) or next((at for at, row in enumerate(grid) if not _is_header(row)), 0)
        captions = [one for one in table.children if one.name == "caption"]
        above = self._titles(grid, captions)
        grid, head_count = grid[above:], max(head_count - above, 0)
        grid = [row for row in grid if any(shows(cell) for cell in row)]
        if not grid:
            return
        if self._facts(grid, head_count):
            return
        mend_cells(grid, self.problems)
        if head_count > 1:
            grid = [self._merged(grid[:head_count]), *grid[head_count:]]
            head_count = 1
            self._tell("several rows of headers became one")
        if not head_count:
            self._guess(grid)
            head_count = 1
        head = [self._as(cell, "th") for cell in grid[0]]
        sided = all(row[0].name == "th" for row in grid[1:]) if len(grid) > 1 else False
        body = []
        for row in grid[1:]:
            cells = [self._as(cell, "th" if sided and at == 0 else "td") for at, cell in enumerate(row)]
            if sided:
                cells[0].attributes = {"scope": "row"}
            body.append(element("tr", row[0].spot, cells))
        for cell in head:
            cell.attributes = {"scope": "col"}
        for cell in [*head, *(row.children[0] for row in body if sided)]:
            open_marks(cell)  # a header is one already, bold or not
        self._caption(captions)
        table.children = [
            *captions,
            element("thead", table.spot, [element("tr", head[0].spot, head)]),
            element("tbody", table.spot, body),
        ]
        table.attributes = {
            name: value
            for name, value in table.attributes.items()
            if name in {"lang", "aria-label", "title", "summary"}
        }

    @staticmethod
    def _as(cell: Node, name: str) -> Node:
        return Node(
            name, cell.spot, {key: value for key, value in cell.attributes.items() if key == "lang"}, cell.children
        )

    def _grid(self, rows: list[Node]) -> list[list[Node]]:
        """Give rows of single cells: one over several rows or columns is repeated in each."""
        grid: list[list[Node]] = []
        waiting: dict[int, tuple[int, Node]] = {}
        repeated: list[str] = []
        for row in rows:
            line: list[Node] = []
            cells = cells_of(row)[::-1]
            while cells or len(line) in waiting:
                at = len(line)
                if at in waiting:
                    left, cell = waiting.pop(at)
                    if left > 1:
                        waiting[at] = (left - 1, cell)
                    line.append(cell)
                    continue
                cell = cells.pop()
                wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
                if wide > 1 or high > 1:
                    repeated.append(cell.words())
                for step in range(wide):
                    line.append(cell)
                    if high > 1:
                        waiting[at + step] = (high - 1, cell)
            grid.append(line)
        said = [one for one in repeated if one]
        if said:
            self._tell(
                f"cells over several rows or columns were repeated in each: {', '.join(f'“{one}”' for one in said)}"
            )
        width = max(map(len, grid))
        for line in grid:
            line.extend(Node("td", line[-1].spot if line else self.table.spot) for _ in range(width - len(line)))
        return grid

    def _titles(self, grid: list[list[Node]], captions: list[Node]) -> int:
        """Make the caption of a first row that is one cell; give how many rows that took."""
        first = grid[0]
        if len(first) < 2 or any(one is not first[0] for one in first) or not first[0].words() or len(grid) <= 2:  # noqa: PLR2004
            return 0
        if not captions:
            captions.append(element("caption", first[0].spot, first[0].children))
            self._tell(f"the first row “{first[0].words()}” became the caption")
            return 1
        return 0

    def _facts(self, grid: list[list[Node]], head_count: int) -> bool:
        """Make a list of terms of a table of two columns whose only headers stand at the side."""
        sided = len(grid) > 1 and all(len(row) == 2 and row[0].name == "th" and row[1].name == "td" for row in grid)  # noqa: PLR2004
        if not sided or head_count:
            return False
        made = element("dl", self.table.spot)
        for term, said in grid:
            made.children += [element("dt", term.spot, term.children), element("dd", said.spot, said.children)]
        captions = [
            element("p", one.spot, one.children) for one in self.table.children if one.name == "caption" and one.words()
        ]
        replace(self.parent, self.table, *captions, made)
        self._tell("a table of names and what is said of them became a list of terms")
        return True

    @staticmethod
    def _merged(heads: list[list[Node]]) -> list[Node]:
        """Join rows of headers: above and below become “above: below”."""
        made = []
        for column in zip(*heads, strict=True):
            cells = [
                one for at, one in enumerate(column) if one.words() and all(one is not each for each in column[:at])
            ]
            children: list[Node] = []
            for cell in cells:
                children += [Node("", cell.spot, text=": ")] if children else []
                children += cell.children
            made.append(Node("th", column[0].spot, {}, children))
        return made

    def _guess(self, grid: list[list[Node]]) -> None:
        """Say on which grounds the first row is taken as the header."""
        first = grid[0]
        bold = all(not cell.words() or any(one.name in {"b", "strong"} for one in cell.walk()) for cell in first)
        named = all(cell.words() and not _NUMBER.match(cell.words()) for cell in first)
        why = "it is in bold" if bold else "its cells are words" if named else "there is no other"
        said = f"the first row became the header, since {why}: {', '.join(f'“{cell.words()}”' for cell in first)}"
        side = [row[0].words() for row in grid[1:]]
        if side and all(one and not _NUMBER.match(one) for one in side) and len(set(side)) == len(side):
            said = f"{said}; the first cell of each row became its header"
            for row in grid[1:]:
                row[0].name = "th"
        self._tell(said)

    def _caption(self, captions: list[Node]) -> None:
        """Take the caption from a figure around the table, or from the line right before it."""
        if captions and captions[0].words():
            return
        captions.clear()
        spot = self.table.spot
        if self.parent.name == "figure":
            found = next((one for one in self.parent.children if one.name == "figcaption" and one.words()), None)
            if found is not None:
                self.parent.children = [one for one in self.parent.children if one is not found]
                captions.append(element("caption", found.spot, found.children))
                return
        siblings = solid(self.parent.children)
        place = siblings.index(self.table)
        before = siblings[place - 1] if place else None
        if before is None or before.name != "p" or len(before.words().split()) > _MOST_WORDS or not before.words():
            return
        marked = solid(before.children)
        bold = len(marked) == 1 and marked[0].name in {"strong", "b", "em", "i"}
        if _CAPTION.match(before.words()) or bold:
            del self.parent.children[index(self.parent, before)]
            captions.append(element("caption", before.spot, marked[0].children if bold else before.children))
            self.problems.append(
                GUESS_CAPTION.at(spot, f"the line before the table became its caption: “{before.words()}”")
            )


def _is_header(row: list[Node]) -> bool:
    return (
        bool(row)
        and all(cell.name == "th" or not cell.words() for cell in row)
        and any(cell.name == "th" for cell in row)
    )


def _span(cell: Node, name: str) -> int:
    said = cell.get(name)
    return min(int(said), 50) if said.isascii() and said.isdigit() and int(said[:4]) else 1
