"""JSON Schema of a reader's choices, out of the table of preferences."""

from __future__ import annotations

from typing import Any, Final

from a11y_content.design.preference import Preference
from a11y_content.design.preferences import preferences

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def choices_schema(table: tuple[Preference, ...] | None = None) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of an object of choices, such as `{"text": "200", "contrast": "dark"}`.

    A preference that is not there is on auto. `table` is by default all rows.
    """
    rows = preferences() if table is None else table
    return {
        "$schema": DIALECT,
        "title": "Choices of the accessibility menu",
        "description": "A preference that is left out is on auto: it follows the device.",
        "type": "object",
        "properties": {row.name: _choice(row) for row in rows},
        "additionalProperties": False,
    }


def _choice(row: Preference) -> dict[str, Any]:
    served = f"WCAG {', '.join(row.criteria)}" if row.criteria else ""
    options = [{"const": option.value, "title": option.label} for option in row.options]
    return {"title": row.label, "description": served, "oneOf": options}
