"""Writes docs/reference.md from the code: kinds, fields, fences, preferences, problem codes. `make golden` runs it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import a11y_content.blocks  # noqa: F401  registers the kinds
from a11y_content.cli.explain_command import declare
from a11y_content.design.preferences import preferences
from a11y_content.design.themes import LEAST, PAIRS, ROLES
from a11y_content.model.block import BLOCKS
from a11y_content.model.document import DOCUMENTS
from a11y_content.model.inline import INLINES
from a11y_content.model.site import Settings
from a11y_content.parsing.described import about, fields_told
from a11y_content.parsing.plan import Field, Want, plan
from a11y_content.problem import FAULTS

TARGET = Path(__file__).parents[1] / "docs" / "reference.md"


def reference() -> str:
    """Give the whole page."""
    declare()
    parts = [
        "# Reference",
        "Written by `make golden` from the code; a test holds the two equal. How to write: [content.md](content.md).",
        "## Documents",
        *(_kind(name, cls, "") for name, cls in DOCUMENTS.items()),
        "## Blocks",
        *(_kind(name, cls, _fence(name, cls)) for name, cls in BLOCKS.items()),
        "## Inlines",
        *(_kind(name, cls, "") for name, cls in INLINES.items()),
        "## site.toml",
        "[content.md](content.md) shows one, [themes.md](themes.md) tells of colours and fonts.",
        _settings(),
        "## Preferences",
        _table(
            ("name", "values beside auto", "WCAG"),
            [(f"`{p.name}`", " ".join(f"`{v}`" for v in p.values), ", ".join(p.criteria)) for p in preferences()],
        ),
        "## Colours that meet",
        "The least contrast of every two roles that may meet on a page; [themes.md](themes.md) says what the roles are.",
        _table(("role", "on", "least ratio", "in high contrast"), _meetings()),
        "## Problem codes",
        "`a11y-content explain CODE` says why each matters and how to mend it.",
        _table(
            ("code", "level", "WCAG", "what"),
            [(f"`{code}`", str(f.level), f.criterion, f.title) for code, f in sorted(FAULTS.items())],
        ),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _kind(name: str, cls: type[Any], fence: str) -> str:
    rows = []
    told = fields_told(cls)
    for field in plan(cls).fields.values():
        must = "yes" if field.required else ""
        rows.append((f"`{field.name}`", _sort(field), must, told.get(field.name, "")))
    parts = (f"### {name}", about(cls), fence, _table(("field", "holds", "needed", ""), rows))
    return "\n\n".join(part for part in parts if part)


def _settings() -> str:
    told = fields_told(Settings)
    rows = [
        (f"`{one.name}`", _sort(one), "yes" if one.required else "", told.get(one.name, ""))
        for one in plan(Settings).fields.values()
    ]
    rows += [
        (
            "`brand`",
            "a table: colour roles, `font`, and a table for each further theme",
            "",
            "A look of the site's own.",
        ),
        (
            "`languages`",
            "a table for each further language",
            "",
            "Its `title`, and what else it says in its own words.",
        ),
    ]
    return _table(("field", "holds", "needed", ""), rows)


def _meetings() -> list[tuple[str, ...]]:
    met: dict[tuple[str, float, float], list[str]] = {}
    strictest = {(pair.front, pair.ground): LEAST[pair.use] for pair in sorted(PAIRS, key=lambda one: LEAST[one.use])}
    for (front, ground), least in strictest.items():
        met.setdefault((front, *least), []).append(f"`{ground}`")
    rows = sorted(met.items(), key=lambda item: ROLES.index(item[0][0]))
    return [(f"`{front}`", ", ".join(grounds), f"{low:g}", f"{high:g}") for (front, low, high), grounds in rows]


def _fence(name: str, cls: type[Any]) -> str:
    if cls.fence is None:
        return ""
    words = " ".join(cls.fence.argument)
    return f"`:::{{{name}}}{' ' + words if words else ''}`, body: {cls.fence.body}"


def _sort(field: Field) -> str:
    if field.want is Want.CHOICE:
        return " or ".join(f"`{word}`" for word in field.words if word)
    if field.want is Want.MANY and field.inner:
        return f"a list, each {_sort(field.inner)}"
    if field.want is Want.PART and field.cls:
        return f"{field.cls.__name__} ({', '.join(plan(field.cls).fields)})"
    return field.want.value


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    if not rows:
        return ""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


if __name__ == "__main__":
    TARGET.write_text(reference(), "utf-8")
    sys.stderr.write(f"{TARGET.relative_to(TARGET.parents[1])}: written\n")
