"""Counts as a table, for the terminal and for docs/benchmarks/corpora.md."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

from benchmarks.corpora.run import Tally

DOCS: Final = Path(__file__).parents[2] / "docs" / "benchmarks" / "corpora.md"
HEAD: Final = (
    "corpus", "files", "documents", "clean", "refused", "no document", "words", "words lost", "read back else",
    "tracebacks", "seconds",
)  # fmt: skip


def rows(tallies: list[Tally]) -> list[tuple[str, ...]]:
    """Give a row of cells for each corpus, and one of their sums."""
    counts = [
        [one.sources, one.documents, one.clean, len(one.refused), len(one.empty), one.words,
         sum(len(line.partition(": ")[2].split()) for line in one.lost), len(one.differ), len(one.tracebacks)]
        for one in tallies
    ]  # fmt: skip
    counts.append([sum(column) for column in zip(*counts, strict=True)])
    names = [*(one.name for one in tallies), "all"]
    times = [*(one.seconds for one in tallies), sum(one.seconds for one in tallies)]
    return [
        (name, *(f"{one:,}" for one in line), f"{seconds:.1f}")
        for name, line, seconds in zip(names, counts, times, strict=True)
    ]


def table(tallies: list[Tally]) -> str:
    """Give the counts in columns."""
    lines = [HEAD, *rows(tallies)]
    wide = [max(len(line[place]) for line in lines) for place in range(len(HEAD))]
    return "\n".join("  ".join(f"{cell:>{width}}" for cell, width in zip(line, wide, strict=True)) for line in lines)


def codes(tallies: list[Tally]) -> str:
    """Give the problems by code: of the imports, and of the check of what they wrote."""
    lines = []
    for title, which in (("imports", "imported"), ("check", "checked")):
        counted = sum((getattr(one, which) for one in tallies), Counter[str]())
        lines += [
            f"problems of the {title}, by code:",
            *(f"{count:8,}  {code}" for code, count in counted.most_common()),
        ]
        lines += [""]
    return "\n".join(lines).rstrip()


def write_docs(tallies: list[Tally], lines: list[str], arguments: list[str]) -> None:
    """Write the page of the docs."""
    command = " ".join(word if "/" not in word else "DIR" for word in arguments)
    head = "| " + " | ".join(HEAD) + " |"
    rule = "|---" + "|---:" * (len(HEAD) - 1) + "|"
    body = ["| " + " | ".join(row) + " |" for row in rows(tallies)]
    text = [
        "# Real texts, and what became of them",
        "",
        f"Written by `python -m benchmarks.corpora {command}`. What the columns mean, and what counts as a word: the docstring of",
        "`benchmarks/corpora/__main__.py`. *Clean*: without an error or a warning of `check`. *No document*: error responses of an interface, told as such.",
        "",
        head, rule, *body,
        "",
        "```text", *lines[1:], "```",
        "",
    ]  # fmt: skip
    DOCS.write_text("\n".join(text), "utf-8")
