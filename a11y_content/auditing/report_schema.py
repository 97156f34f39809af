"""The JSON Schema of `report.json`."""

from __future__ import annotations

from typing import Any, Final

from a11y_content.auditing.report import SCHEMA
from a11y_content.problem import Level

_TEXT: Final[dict[str, Any]] = {"type": "string"}
_TEXTS: Final[dict[str, Any]] = {"type": "array", "items": _TEXT}
_COUNT: Final[dict[str, Any]] = {"type": "integer", "minimum": 0}
_DATE: Final[dict[str, Any]] = {"type": "string", "format": "date"}


def _object(fields: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": fields | (optional or {}),
        "required": list(fields),
        "additionalProperties": False,
    }


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


def _table(value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": value}


_PROBLEM: Final = {
    "code": {"type": "string", "description": "`a11y-content explain CODE` says what it means."},
    "message": _TEXT,
    "hint": _TEXT,
    "level": {"enum": [str(level) for level in Level]},
    "criterion": {"type": "string", "description": "WCAG 2.2, such as 1.4.3; empty where none applies."},
    "page": {"type": "string", "description": "Path in the audited folder, or address."},
    "selector": {"type": "string", "description": "` >>> ` stands where it goes into a frame or a shadow root."},
    "html": {"type": "string", "description": "Start tag of the element and the beginning of its text."},
    "where": {
        "description": "The author's place, where the build knew it.",
        "anyOf": [{"type": "null"}, _object({"file": _TEXT, "line": _COUNT, "column": _COUNT})],
    },
    "modes": _TEXTS,
    "help_url": _TEXT,
    "fingerprint": {"type": "string", "description": "The same as long as rule, page and element are."},
}
_ENTRY: Final = _object(
    {"code": _TEXT, "reason": _TEXT, "expires": _DATE},
    dict.fromkeys(("page", "fingerprint", "selector", "element", "mode"), _TEXT),
)


def report_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of `report.json`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Report of an audit by a11y-content",
        **_object(
            {
                "schema": {"const": SCHEMA},
                "tool": _table(_TEXT),
                "ran": _object(
                    {
                        "pages": _TEXTS,
                        "modes": _TEXTS,
                        "checks": _TEXTS,
                        "skipped": _list(_object({"page": _TEXT, "check": _TEXT, "reason": _TEXT})),
                        "page_modes": {**_table(_TEXTS), "description": "Only pages that were not in all modes."},
                        "files": {
                            **_table(_object({"path": _TEXT, "digest": _TEXT})),
                            "description": "Pages that are files; the path is empty outside of the working folder.",
                        },
                    }
                ),
                "problems": _list(_object(_PROBLEM)),
                "failed": _list(_object({"page": _TEXT, "mode": _TEXT, "reason": _TEXT})),
                "summary": _object(
                    dict.fromkeys(("pages", "modes", "errors", "warnings", "reviews", "failed"), _COUNT)
                    | {"seconds": {"type": "number", "minimum": 0}}
                ),
            },
            {
                "baseline": _object(
                    {
                        "file": _TEXT,
                        "known": _list(_object({**_PROBLEM, "reason": _TEXT, "expires": _DATE})),
                        "stale": _list(_ENTRY),
                        "wrong": {**_TEXTS, "description": "Entries that do not hold, in sentences."},
                        "fail_on_stale": {"type": "boolean"},
                    }
                )
            },
        ),
    }
