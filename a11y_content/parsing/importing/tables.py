"""Repairs of imported tables: captions, headers, even rows."""

from __future__ import annotations

from a11y_content.model.raw import Raw
from a11y_content.parsing.importing.headings import under_headings
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.repair_faults import GUESS_CAPTION, REPAIR_TABLE
from a11y_content.problem import Problem


class Tables:
    """Mends the tables of one document, and adds what it did to `problems`."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self._captions: set[str] = set()
        self._numbers: dict[str, int] = {}
        """The next number for tables under one heading."""

    def mend(self, root: Raw, title: str) -> None:
        """Mend every table below `root`; one without caption takes the words of the nearest heading above it."""
        for raw, heading in under_headings(root, title):
            if raw.kind == "table" and isinstance(raw.value, dict):
                self._table(raw, raw.value, heading)

    def _tell(self, raw: Raw, message: str) -> None:
        self.problems.append(REPAIR_TABLE.at(raw.spot, message))

    def _table(self, raw: Raw, value: dict[str, Raw], heading: str) -> None:
        columns = _list(value.get("columns"))
        rows = [_list(row) for row in _list(value.get("rows"))]
        if not any(words_of([one]) for one in columns):
            rows = [row for row in rows if any(words_of([cell]) for cell in row)]
            if rows:
                columns, rows = rows[0], rows[1:]
                self._tell(raw, "the header was empty; the first row took its place")
        width = len(columns)
        for number, row in enumerate(rows, 1):
            if len(row) > width > 0:
                extra = [part for cell in row[width:] for part in (Raw(" ", raw.spot), *_list(cell))]
                row[width - 1] = Raw([*_list(row[width - 1]), *extra], row[width - 1].spot)
                del row[width:]
                self._tell(
                    raw, f"row {number} had more cells than the table has columns; they were joined to the last one"
                )
            elif len(row) < width:
                missing = width - len(row)
                row.extend(Raw([], raw.spot) for _ in range(missing))
                self._tell(raw, f"row {number} had {missing} cells less than the table has columns")
        for number, column in enumerate(columns, 1):
            if not words_of([column]):
                columns[number - 1] = Raw([Raw(str(number), raw.spot)], raw.spot)
                self._tell(raw, f"column {number} had no name; its number became one")
        if any(not words_of(row[:1]) for row in rows) and "row_header" not in value:
            value["row_header"] = Raw(value=False, spot=raw.spot)
            self._tell(raw, "some rows have no name in their first cell; none is read as the row's header")
        value["columns"] = Raw(columns, raw.spot)
        value["rows"] = Raw([Raw(row, raw.spot) for row in rows], raw.spot)
        if "caption" not in value or not words_of([value["caption"]]):
            self._caption(raw, value, heading)

    def _caption(self, raw: Raw, value: dict[str, Raw], heading: str) -> None:
        caption = heading
        while caption in self._captions:
            self._numbers[heading] = self._numbers.get(heading, 1) + 1
            caption = f"{heading} ({self._numbers[heading]})"
        self._captions.add(caption)
        value["caption"] = Raw([Raw(caption, raw.spot)], raw.spot)
        self.problems.append(GUESS_CAPTION.at(raw.spot, f"the heading above the table became its caption: “{caption}”"))


def _list(raw: Raw | None) -> list[Raw]:
    if raw is None or raw.value is None:
        return []
    return list(raw.value) if isinstance(raw.value, list) else [raw]
