"""Import real texts and count what became of them: documents, problems by code, words lost without a report.

    python -m benchmarks.corpora --corpora DIR [--only NAME ...] [--quick] [--json FILE]

DIR holds one folder a corpus; NAME is one of them. Every text is imported, written as a Markdown content file, read back, checked
and rendered. A word is a run of letters and digits, folded, counted as often as it stands in the source; it is kept if it stands in the
page (the text of `main` with its addresses, alternatives and dates, the title, the description), or in the message of a problem that
gives file and line. Numbers of lists, names of front-matter fields, labels of reference links and the ends of HTML elements are markup.
Exit status 1 where there was a traceback, a lost word, or a document that read back differently.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html as lxml_html

from a11y_content.model.raw import Raw
from a11y_content.parsing import parse
from a11y_content.parsing.build import build_document
from a11y_content.parsing.importing import import_file
from a11y_content.parsing.importing.words import missing, source_words, told_words, words
from a11y_content.parsing.source import read_source
from a11y_content.parsing.writing import to_markdown
from a11y_content.problem import ContentError, Level
from a11y_content.rendering import render

CORPORA = {
    "vagov-markdown": ("pages/**/*.md", "VA.gov: Markdown with front matter and raw HTML"),
    "nhs-betahealth": ("content/**/*.md", "betahealth: Markdown fragments"),
    "seed": ("*.txt", "plain text of a scraped page"),
}
ATTRIBUTES = ("href", "src", "alt", "datetime", "lang")
QUICK = 20


@dataclass
class Tally:
    """What became of one corpus."""

    name: str
    sources: int = 0
    documents: int = 0
    clean: int = 0
    """Documents that a check finds no error in."""
    words: int = 0
    lost: list[str] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)
    differ: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    codes: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


def shown(page: str) -> Counter[str]:
    """Count the words that a page shows, text node by text node, so that marks inside a word part it as in its source."""
    tree = lxml_html.document_fromstring(page)
    counted: Counter[str] = Counter()
    for part in [*tree.iter("title"), *tree.xpath("//main"), *tree.xpath("//h1[not(ancestor::main)]")]:
        for text in part.itertext():
            counted.update(words(text))
        for element in part.iter():
            for name in ATTRIBUTES:
                counted.update(words(element.get(name) or ""))
    counted.update(words(tree.get("lang") or ""))
    for description in tree.xpath("//meta[@name='description']/@content"):
        counted.update(words(description))
    return counted


def relative(raw: Raw) -> Counter[str]:
    """Count the words of links to files: the page leads to the same place by another name (`.html` for `.md`)."""
    counted: Counter[str] = Counter()
    stack = [raw]
    while stack:
        value = stack.pop().value
        if isinstance(value, dict):
            href = value.get("href")
            if href is not None and ":" not in str(href.value):
                counted.update(set(words(str(href.value))) - {"html"})
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)
    return counted


def one_document(raw: Raw, name: str, tally: Tally) -> Counter[str]:
    """Write, read back, check and render one document; give the words that it shows."""
    built, _ = build_document(raw, lang="en")
    document, problems = parse(to_markdown(raw), "markdown", name, lang="en")
    tally.documents += 1
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    tally.clean += document is not None and not errors
    tally.refused += [problem.line() for problem in errors]
    if document != built:
        tally.differ.append(name)
    if document is None:
        return Counter()
    try:
        return shown(render(document)) | relative(raw)
    except ContentError as error:
        tally.refused.append(f"{name}: {error}")
        return Counter()


def one_source(path: Path, tally: Tally) -> None:
    """Import one file and count its words."""
    made = import_file(path, lang="en")
    tally.codes.update(f"{problem.code} ({problem.level})" for problem in made.problems)
    source, _ = read_source(path)
    lines = source_words(source.text, markdown=path.suffix == ".md")
    tally.words += sum(sum(readings[0].values()) for readings in lines)
    kept = told_words(made.problems)
    for name, raw in made.documents:
        kept += one_document(raw, f"{path}: {name}.md", tally)
    tally.lost += [f"{path}:{line}: {' '.join(gone)}" for line, gone in missing(lines, kept)]


def corpus(folder: Path, name: str, pattern: str, *, quick: bool = False) -> Tally:
    """Go through the files of one corpus; a traceback is counted, and the rest goes on."""
    tally = Tally(name)
    started = time.perf_counter()
    paths = sorted(folder.glob(pattern))
    for path in paths[: QUICK if quick else None]:
        tally.sources += 1
        try:
            one_source(path, tally)
        except Exception:  # noqa: BLE001  whatever it is, it is the thing to be counted
            tally.tracebacks.append(f"{path}\n{traceback.format_exc()}")
    tally.seconds = time.perf_counter() - started
    return tally


def table(tallies: list[Tally]) -> str:
    """Give the counts as one table, then the problems by code."""
    head = (
        "corpus",
        "files",
        "documents",
        "without errors",
        "words",
        "words lost",
        "read back else",
        "tracebacks",
        "seconds",
    )
    rows = [
        (one.name, one.sources, one.documents, one.clean, one.words, sum(len(line.split()) - 1 for line in one.lost),
         len(one.differ), len(one.tracebacks), round(one.seconds, 1))
        for one in tallies
    ]  # fmt: skip
    wide = [max(len(str(row[place])) for row in (head, *rows)) for place in range(len(head))]
    lines = ["  ".join(f"{cell!s:>{width}}" for cell, width in zip(row, wide, strict=True)) for row in (head, *rows)]
    codes = sum((one.codes for one in tallies), Counter[str]())
    lines += ["", "problems of the imports, by code:", *(f"{count:7,}  {code}" for code, count in codes.most_common())]
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True, help="folder that holds the corpora")
    parser.add_argument("--only", nargs="+", choices=list(CORPORA), default=list(CORPORA))
    parser.add_argument("--quick", action="store_true", help=f"the first {QUICK} files of each")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args(arguments)
    if not given.corpora.is_dir():
        parser.error(f"{given.corpora}: is no folder; give the one that holds {', '.join(CORPORA)}")
    tallies = [corpus(given.corpora / name, name, CORPORA[name][0], quick=given.quick) for name in given.only]
    print(table(tallies))
    for one in tallies:
        for what in ("tracebacks", "lost", "differ", "refused"):
            for line in getattr(one, what):
                print(f"{one.name}, {what}: {line}", file=sys.stderr)
    if given.json:
        given.json.write_text(json.dumps([vars(one) for one in tallies], indent=2, ensure_ascii=False), "utf-8")
    return int(
        any(one.tracebacks or one.lost or one.differ for one in tallies) or not any(one.sources for one in tallies)
    )


if __name__ == "__main__":
    raise SystemExit(main())
