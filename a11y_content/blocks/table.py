"""Table: what is read along rows and columns; always with a caption and headers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Body, Context, Fence, block
from a11y_content.model.inline import Inline, Inlines, words
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.view import Draw, view

TABLE_CAPTION = fault(
    "table-caption",
    "A table has no caption",
    why="The caption is the table's name: without it nobody who cannot see the page knows which table they are in.",
    mend="put the table into a fence that says what it shows: `:::{table} How long each treatment takes`",
    criterion="1.3.1",
)
TABLE_HEADER = fault(
    "table-header",
    "A row or column has no header",
    why="Screen readers read the header with every cell; without it a cell is a number with no meaning.",
    mend="name every column in the first line, and every row in its first cell (or say `:row_header: false`)",
    criterion="1.3.1",
)
TABLE_RAGGED = fault(
    "table-ragged",
    "A row has more or fewer cells than the table has columns",
    why="Its cells stand under the wrong headers, and are read out with them.",
    mend="give every row one cell for each column",
    criterion="1.3.1",
)
TABLE_CELL_EMPTY = fault(
    "table-cell-empty",
    "A cell is empty",
    why="Nobody can tell whether it means none, unknown, or forgotten.",
    mend="write “None”, “Not known” or “Does not apply”",
    level=Level.WARNING,
)
TABLE_WIDE = fault(
    "table-wide",
    "A table has many columns",
    why="In a narrow column or in large text each row becomes a long block, and rows can no longer be compared.",
    mend="split it in two, or turn it round",
    level=Level.REVIEW,
    criterion="1.4.10",
)
TABLE_NUMERIC = fault(
    "table-numeric",
    "A table marks a column as numeric that it does not have",
    why="The setting has no effect, so what was meant is lost.",
    mend="count the columns from 1",
)

_MANY: Final = 7
_LETTER: Final = 0.7
"""Width of a letter in rem, body text being 1.125rem: the mean of bold type, with some of the wider spacing."""
_GAP: Final = 1
"""Rem between two columns."""
_LINE: Final = 24
"""Letters from which the text of a cell is running text."""
_NARROWEST: Final = 4
_RUNNING: Final = 8
_WIDEST: Final = 11
_STEP: Final = 3
"""Rem in a step: `table.css` compares the width of one step with this."""
_STEPS: Final = 13
"""The last class that `table.css` has: it stands for tables that are too wide for any column of text."""


@block("table", Fence(argument=("caption",), body=Body.TABLE))
@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Block):
    """A table of `rows`, each with one cell for every column."""

    caption: Inlines = ()
    columns: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    row_header: bool = True
    """True where the first cell of a row names the row."""
    numeric: tuple[int, ...] = ()
    """Columns that hold numbers, counted from 1; they are set flush at the end."""
    note: Inlines = ()

    def check(self, context: Context) -> Iterator[Problem]:
        """Demand caption, headers and an even grid."""
        if not words(self.caption):
            yield TABLE_CAPTION.at(self.spot, "this table has no caption")
        if not self.columns:
            yield TABLE_HEADER.at(self.spot, "this table does not name its columns")
        for number, column in enumerate(self.columns, 1):
            if not words(column):
                yield TABLE_HEADER.at(_spot(column, self.spot), f"column {number} of this table has no name")
        if len(self.columns) > _MANY:
            yield TABLE_WIDE.at(self.spot, f"this table has {len(self.columns)} columns")
        for number in self.numeric:
            if not 1 <= number <= len(self.columns):
                yield TABLE_NUMERIC.at(self.spot, f"there is no column {number}: the table has {len(self.columns)}")
        for number, row in enumerate(self.rows, 1):
            yield from self._check_row(number, row)

    def _check_row(self, number: int, row: tuple[Inlines, ...]) -> Iterator[Problem]:
        spot = next((cell[0].spot for cell in row if cell and cell[0].spot), self.spot)
        if len(row) != len(self.columns):
            yield TABLE_RAGGED.at(spot, f"row {number} has {len(row)} cells; the table has {len(self.columns)} columns")
        for place, cell in enumerate(row):
            if words(cell):
                continue
            if place == 0 and self.row_header:
                yield TABLE_HEADER.at(spot, f"row {number} has no name in its first cell")
            else:
                yield TABLE_CELL_EMPTY.at(spot, f"cell {place + 1} of row {number} is empty")


def _spot(cell: tuple[Inline, ...], otherwise: Spot) -> Spot:
    return (cell[0].spot if cell else otherwise) or otherwise


@view(Table)
def table(it: Table, draw: Draw) -> Element:
    """Draw a table that never scrolls: where it is too narrow for its columns, each row becomes a block of its own.

    `table.css` does that with the width that the columns need, which is told by classes; every cell carries the name of
    its column for that state. docs/decisions/0040-stacked-tables.md says why.
    """
    caption = draw.id(words(it.caption) or "table")
    numeric = {number - 1 for number in it.numeric}
    names = [words(column) for column in it.columns]
    widths = [_width(place, it) for place in range(len(it.columns))]

    def cell(tag: str, place: int, inlines: Inlines, **more: str | None) -> Element:
        number = "a11y-table__number" if place in numeric else None
        kinds = " ".join(filter(None, (number, more.pop("width", None)))) or None
        return el(tag, {"class": kinds, **more}, draw.inlines(inlines))

    head = el("tr")
    for place, column in enumerate(it.columns):
        width = f"a11y-table__width-{widths[place]}"
        head.append(cell("th", place, column, scope="col", width=width))
    body = el("tbody")
    for row in it.rows:
        line = el("tr")
        for place, inlines in enumerate(row):
            column_name = {"data-a11y-column": names[place] if place < len(names) else None}
            if place == 0 and it.row_header:
                line.append(cell("th", place, inlines, scope="row", **column_name))
            else:
                line.append(cell("td", place, inlines, **column_name))
        body.append(line)
    steps = min(math.ceil(sum(widths) / _STEP), _STEPS)
    return el(
        "div",
        {"class": "a11y-table", "lang": it.lang or None},
        el(
            "div",
            {"class": f"a11y-table__frame a11y-table__frame--{steps}"},
            el(
                "table",
                {"class": "a11y-table__table", "aria-labelledby": caption},
                el("caption", {"class": "a11y-table__caption", "id": caption}, draw.inlines(it.caption)),
                el("thead", None, head),
                body,
            ),
        ),
        el("p", {"class": "a11y-table__note"}, draw.inlines(it.note)) if it.note else None,
    )


def _width(place: int, it: Table) -> int:
    """Give the rem that a column needs so that its words stay whole; running text gets some words a line."""
    cells = (row[place] for row in it.rows if place < len(row))
    texts = [words(inlines) for inlines in (it.columns[place], *cells)]
    letters = max((len(word) for text in texts for word in text.split()), default=0)
    least = _RUNNING if any(len(text) > _LINE for text in texts) else _NARROWEST
    return min(max(math.ceil(letters * _LETTER + _GAP), least), _WIDEST)
