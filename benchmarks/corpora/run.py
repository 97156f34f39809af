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
from a11y_content.parsing.importing import import_file
from a11y_content.parsing.importing.words import told_words, words
from a11y_content.parsing.writing import WRITERS
from a11y_content.problem import Level, Problem
from a11y_content.site.builder import build
from a11y_content.site.survey import survey
from benchmarks.corpora import words_in

ATTRIBUTES: Final = ("href", "src", "alt", "datetime", "lang")


@dataclass(frozen=True)
class Corpus:
    """One folder of texts of the same kind."""

    name: str
    root: str
    """The folder inside it that is the root of its site."""
    pattern: str
    """Its sources below the root."""
    count: Callable[[Path], Counter[str]]
    """Counts the words of one source that are for readers."""


CORPORA: Final = (
    Corpus("medquad", ".", "*_QA*/*.xml", words_in.medquad),
    Corpus("nhs-betahealth", "content", "**/manifest.json", words_in.manifest),
    Corpus("nhs-content-api", ".", "*.json", words_in.nhs_api),
    Corpus("vagov-markdown", "pages", "**/*.md", words_in.markdown),
    Corpus("wagtail-streamfield", ".", "*.json", words_in.wagtail),
    Corpus("seed", ".", "*.txt", words_in.text),
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


@dataclass
class _Source:
    corpus: Corpus
    path: Path
    raws: dict[Path, Raw] = field(default_factory=dict)
    """Trees by the path of their content file."""
    problems: list[Problem] = field(default_factory=list)


def run(folder: Path, work: Path, *, form: str, quick: int = 0, only: tuple[str, ...] = ()) -> list[Tally]:
    """Go through the corpora below `folder`; each becomes a content folder and a site of its own under `work`.

    `form` is the form of the content files (`md` or `json`), `quick` the most files of each corpus (0: all; links to the
    others then lead nowhere, and cost their pages). A traceback is counted and the rest goes on.
    """
    chosen = [corpus for corpus in CORPORA if not only or corpus.name in only]
    return [go_through(one, folder / one.name / one.root, work, form=form, quick=quick) for one in chosen]


def go_through(corpus: Corpus, root: Path, work: Path, *, form: str = "md", quick: int = 0) -> Tally:
    """Go through one corpus, whose sources lie below `root`, as `run` does."""
    content, site = work / "content" / corpus.name, work / "site" / corpus.name
    content.mkdir(parents=True)
    settings = f'title = "{corpus.name}"\nlang = "en"\nbase_url = "https://corpora.example"\n'
    (content / "site.toml").write_text(settings, "utf-8")
    tally, started = Tally(corpus.name), time.perf_counter()
    sources: list[_Source] = []
    for path in sorted(root.glob(corpus.pattern))[: quick or None]:
        tally.sources += 1
        try:
            sources.append(_import(corpus, path, content / path.relative_to(root).parent, tally, form))
        except Exception:  # noqa: BLE001  whatever it is, it is the thing to be counted
            tally.tracebacks.append(f"{path}\n{traceback.format_exc()}")
    told: dict[str, list[Problem]] = {}
    for problem in survey(content).problems:
        told.setdefault(problem.where.file, []).append(problem)
    written = set(build(content, site, strict=False, jobs=2).written)
    for source in sources:
        _count(source, tally, told, content, site, written)
    tally.seconds = time.perf_counter() - started
    return tally


def _import(corpus: Corpus, path: Path, folder: Path, tally: Tally, form: str) -> _Source:
    made = import_file(path, lang="en")
    source = _Source(corpus, path, problems=made.problems)
    tally.imported.update(f"{problem.code} ({problem.level})" for problem in made.problems)
    for name, raw in made.documents:
        target = folder / f"{name}.{form}"
        if target.exists():
            tally.tracebacks.append(f"{path}: {target} is written twice")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(WRITERS[form](raw), "utf-8")
        source.raws[target] = raw
    if not made.documents:
        tally.empty.append("; ".join(problem.line() for problem in made.problems) or f"{path}: no word about why")
    return source


def _count(
    source: _Source, tally: Tally, told: dict[str, list[Problem]], content: Path, site: Path, written: set[str]
) -> None:
    """Hold the words of a source against its pages and its report."""
    wanted = source.corpus.count(source.path)
    tally.words += sum(wanted.values())
    kept = told_words(source.problems)
    refused = False
    for path, raw in source.raws.items():
        tally.documents += 1
        problems = told.get(str(path), [])
        tally.checked.update(f"{problem.code} ({problem.level})" for problem in problems)
        tally.clean += all(problem.level is Level.REVIEW for problem in problems)
        kept += told_words(problems)
        if not _reads_back(path, raw):
            tally.differ.append(str(path))
        page = path.relative_to(content).with_suffix(".html").as_posix()
        if page in written:
            tally.pages.append(f"{source.corpus.name}/{page}")
            kept += _shown((site / page).read_text("utf-8")) + _addresses(raw)
        else:
            refused = True
            errors = [problem.line() for problem in problems if problem.level is Level.ERROR]
            tally.refused.append(errors[0] if errors else f"{path}: not published, and no error says why")
    gone = wanted - kept
    if gone and not refused and (source.raws or not source.problems):
        tally.lost.append(f"{source.path}: {' '.join(sorted(gone.elements()))}")


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
