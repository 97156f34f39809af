"""Writes the examples of docs/import.md from fixtures/imports, so that they stay true. `make golden` runs it.

Each example shows the source, the content file that the import makes of it, and the report.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from a11y_content.parsing.importing import IMPORTERS, import_source
from a11y_content.parsing.source import read_source
from a11y_content.parsing.writing import to_markdown

ROOT: Final = Path(__file__).parents[1]
TARGET: Final = ROOT / "docs" / "import.md"
SOURCES: Final = ROOT / "fixtures" / "imports"
START: Final = "<!-- {name}: written by tools/imports.py -->"
END: Final = "<!-- end of {name} -->"
EXAMPLES: Final = ("care-card.html", "do-dont.html", "wordpress-page.html", "clinic-page.txt")


def importers() -> str:
    """Give the table of importers."""
    rows = [
        f"| `{one.name}` | {', '.join(f'`{end}`' for end in one.suffixes)} | {one.about} |"
        for one in IMPORTERS.values()
    ]
    return "\n".join(["| importer | files | reads |", "|---|---|---|", *rows])


def example(name: str) -> str:
    """Give the three parts of one example: before, after, report."""
    source, _ = read_source(SOURCES / name, name)
    made = import_source(source, SOURCES / name, lang="en")
    parts = [_fenced(f"Before: `{name}`", source.text.rstrip(), name.rpartition(".")[2])]
    for path, raw in made.documents:
        parts.append(_fenced(f"After: `{path}.md`", to_markdown(raw).rstrip(), "markdown"))
    report = "\n".join(one.line() for one in made.problems)
    return "\n\n".join([*parts, _fenced("The report", report, "text")])


def _fenced(title: str, text: str, kind: str) -> str:
    return f"{title}:\n\n````{kind}\n{text}\n````"


def guide(text: str) -> str:
    """Give the guide with its written parts made anew."""
    for name, made in [("importers", importers()), *((name, example(name)) for name in EXAMPLES)]:
        start, end = START.format(name=name), END.format(name=name)
        head, found, rest = text.partition(start)
        _, closed, tail = rest.partition(end)
        if not found or not closed:
            sys.exit(f"{TARGET}: the marks of {name} are missing")
        text = f"{head}{start}\n\n{made}\n\n{end}{tail}"
    return text


if __name__ == "__main__":
    TARGET.write_text(guide(TARGET.read_text("utf-8")), "utf-8")
