"""Table: what is read along rows and columns; always with a caption and headers."""

from __future__ import annotations

from dataclasses import dataclass

from a11y_content.model.block import Block, Body, Fence, block
from a11y_content.model.inline import Inlines


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
