"""Import, write, check and build whole corpora, and count what became of every word."""

from __future__ import annotations

import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import html as lxml_html

from a11y_content.model.raw import Raw
from a11y_content.parsing.build import build_document
from a11y_content.parsing.importing.folders import Batch, import_all
from a11y_content.parsing.importing.words import told_words, words
from a11y_content.parsing.writing import WRITERS
from a11y_content.parsing.writing.files import write_all
from a11y_content.problem import Level, Problem
from a11y_content.site.builder import build
from a11y_content.site.survey import survey
from benchmarks.corpora import words_in

ATTRIBUTES: Final = ("href", "src", "alt", "datetime", "lang")


@dataclass(frozen=True)
class Corpus:
    """One folder of texts of the same kind."""

    name: str
    given: str
    """What is given to `import`: a pattern of files or folders below the corpus."""
    pattern: str
    """Its sources, below the corpus."""
    count: Callable[[Path], Counter[str]]
    """Counts the words of one source that are for readers."""


CORPORA: Final = (
    Corpus("medquad", "*_QA*", "*_QA*/*.xml", words_in.medquad),
    Corpus("nhs-betahealth", "content", "content/**/manifest.json", words_in.manifest),
    Corpus("nhs-content-api", "*.json", "*.json", words_in.nhs_api),
    Corpus("vagov-markdown", "pages", "pages/**/*.md", words_in.markdown),
    Corpus("wagtail-streamfield", "*.json", "*.json", words_in.wagtail),
    Corpus("seed", "*.txt", "*.txt", words_in.text),
)


@dataclass
class Tally:
    """What became of one corpus."""

    name: str
    sources: int = 0
    documents: int = 0
    clean: int = 0
    """Documents without an error or a warning of `check`."""
    refused: list[str] = field(default_factory=list)
    """Documents that `build` did not publish, with the first error of each; their words are in their content files."""
    words: int = 0
    lost: list[str] = field(default_factory=list)
    tracebacks: list[str] = field(default_factory=list)
    differ: list[str] = field(default_factory=list)
    """Documents that read back from their content file as another model than the import made."""
    empty: list[str] = field(default_factory=list)
    """Sources that gave no document, with what the report says of it."""
    imported: Counter[str] = field(default_factory=Counter)
    """Problems of the import by code and level."""
    checked: Counter[str] = field(default_factory=Counter)
    """Problems of `check` by code and level."""
    pages: list[str] = field(default_factory=list)
    """Paths of the built pages, the name of the corpus in front."""
    seconds: float = 0.0


def run(folder: Path, work: Path, *, form: str, quick: int = 0, only: tuple[str, ...] = ()) -> list[Tally]:
    """Go through the corpora below `folder`; each becomes a content folder and a site of its own under `work`.

    `form` is the form of the content files (`md` or `json`), `quick` the most files of each corpus (0: all; links to the
    others then lead nowhere, and cost their pages). A traceback is counted and the rest goes on.
    """
    chosen = [corpus for corpus in CORPORA if not only or corpus.name in only]
    return [go_through(one, folder / one.name, work, form=form, quick=quick) for one in chosen]


def go_through(corpus: Corpus, root: Path, work: Path, *, form: str = "md", quick: int = 0) -> Tally:
    """Go through one corpus, whose files lie below `root`, as `run` does."""
    content, site = work / "content" / corpus.name, work / "site" / corpus.name
    tally, started = Tally(corpus.name), time.perf_counter()
    sources = sorted(root.glob(corpus.pattern))[: quick or None]
    tally.sources = len(sources)
    settings = f'title = "{corpus.name}"\nlang = "en"\nbase_url = "https://corpora.example"\n'
    try:
        batch = import_all(sources if quick else sorted(root.glob(corpus.given)), lang="en")
        files = {f"{name}.{form}": WRITERS[form](raw) for name, raw in batch.documents.items()}
        write_all(content, files | {"site.toml": settings})
        told = _by_file(survey(content).problems)
        written = set(build(content, site, strict=False, jobs=2).written)
    except Exception:  # noqa: BLE001  whatever it is, it is the thing to be counted
        tally.tracebacks.append(traceback.format_exc())
        return tally
    tally.imported.update(f"{problem.code} ({problem.level})" for problem in batch.problems)
    made = _Made(corpus, content, site, form, batch, _by_file(batch.problems), told, written)
    for source in sources:
        try:
            _source(source, made, tally)
        except Exception:  # noqa: BLE001  as above
            tally.tracebacks.append(f"{source}\n{traceback.format_exc()}")
    tally.seconds = time.perf_counter() - started
    return tally


@dataclass
class _Made:
    """What became of a corpus."""

    corpus: Corpus
    content: Path
    site: Path
    form: str
    batch: Batch
    reported: dict[str, list[Problem]]
    """Problems of the import by source."""
    told: dict[str, list[Problem]]
    """Problems of the check by content file."""
    written: set[str]


def _source(source: Path, made: _Made, tally: Tally) -> None:
    """Hold the words of one source against its pages and its report."""
    parts = source.parent.iterdir() if source.name == "manifest.json" else [source]
    problems = [one for part in parts for one in made.reported.get(str(part), [])]
    kept = told_words(problems)
    names = [name for name, path in made.batch.sources.items() if path == source]
    if not names:
        tally.empty.append("; ".join(one.line() for one in problems) or f"{source}: no word about why")
    whole = True
    for name in names:
        path, raw, page = made.content / f"{name}.{made.form}", made.batch.documents[name], f"{name}.html"
        found = made.told.get(str(path), [])
        kept += _document(path, raw, found, tally)
        if page in made.written:
            tally.pages.append(f"{made.corpus.name}/{page}")
            kept += _shown((made.site / page).read_text("utf-8")) + _addresses(raw)
        else:
            whole = False
            errors = [one.line() for one in found if one.level is Level.ERROR]
            tally.refused.append(errors[0] if errors else f"{path}: not published, and no error says why")
    wanted = made.corpus.count(source)
    tally.words += sum(wanted.values())
    gone = wanted - kept
    if gone and whole and (names or not problems):
        tally.lost.append(f"{source}: {' '.join(sorted(gone.elements()))}")


def _by_file(problems: list[Problem]) -> dict[str, list[Problem]]:
    made: dict[str, list[Problem]] = {}
    for problem in problems:
        made.setdefault(problem.where.file, []).append(problem)
    return made


def _document(path: Path, raw: Raw, problems: list[Problem], tally: Tally) -> Counter[str]:
    """Count one document; give the words that its problems say."""
    tally.documents += 1
    tally.checked.update(f"{problem.code} ({problem.level})" for problem in problems)
    tally.clean += all(problem.level is Level.REVIEW for problem in problems)
    if not _reads_back(path, raw):
        tally.differ.append(str(path))
    return told_words(problems)


def _reads_back(path: Path, raw: Raw) -> bool:
    from a11y_content.parsing import format_of, parse  # noqa: PLC0415  loads every door

    again, _ = parse(path.read_text("utf-8"), format_of(path), str(path), lang="en")
    built, _ = build_document(raw, lang="en")
    return again == built


def _shown(page: str) -> Counter[str]:
    """Count the words that a page shows, whole or parted by marks inside them, as its source may have either."""
    tree = lxml_html.document_fromstring(page)
    counted: Counter[str] = Counter()
    for part in [*tree.iter("title"), *tree.xpath("//main"), *tree.xpath("//h1[not(ancestor::main)]")]:
        whole = Counter(words("".join(part.itertext())))  # marks inside a word
        counted += whole | Counter(word for text in part.itertext() for word in words(text))
        for element in part.iter():
            for name in ATTRIBUTES:
                value = element.get(name) or ""
                if name != "href" or ":" in value:  # addresses inside the site: `_addresses`
                    counted.update(words(value))
    for numbered in tree.xpath("//main//ol"):  # the numbers that a browser writes
        start = int(numbered.get("start") or 1)
        counted.update(str(start + place) for place, _ in enumerate(numbered.iterchildren("li")))
    counted.update(words(tree.get("lang") or ""))
    for description in tree.xpath("//meta[@name='description']/@content"):
        counted.update(words(description))
    return counted


def _addresses(raw: Raw) -> Counter[str]:
    """Count the words of addresses inside the site: a page writes them as `.html`, or answers to them (`aliases`)."""
    counted: Counter[str] = Counter()
    stack = [raw]
    while stack:
        value = stack.pop().value
        if isinstance(value, dict):
            href = value.get("href")
            if href is not None and ":" not in str(href.value):
                counted.update(words(str(href.value)))
            old = value.get("aliases")
            if old is not None and isinstance(old.value, list):
                counted.update(word for one in old.value for word in words(str(one.value)))
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)
    return counted
