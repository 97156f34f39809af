"""Import: what other programs wrote becomes documents, with a report of all that was done."""

from __future__ import annotations

import json
from pathlib import Path

from a11y_content.effort import SECONDS, OutOfTimeError, effort
from a11y_content.model.raw import Raw
from a11y_content.parsing.build import build_document
from a11y_content.parsing.charsets import read_declared
from a11y_content.parsing.importing import (  # noqa: F401  they register themselves
    html,
    manifest,
    markdown,
    medquad,
    nhs_api,
    streamfield,
    text,
)
from a11y_content.parsing.importing.adapters import (
    IMPORT_UNKNOWN,
    IMPORTERS,
    Imported,
    Importer,
    Opened,
    found_for,
    importer,
    named,
    suffixes,
)
from a11y_content.parsing.importing.faults import WORDS_LOST
from a11y_content.parsing.importing.link_names import tell_apart
from a11y_content.parsing.importing.streamfield import streamfield_block
from a11y_content.parsing.importing.words import Words, missing, raw_words, told_words
from a11y_content.parsing.limits import FATAL, LIMIT_TIME
from a11y_content.parsing.source import FILE_EMPTY, Source
from a11y_content.problem import Level, Problem, Spot

__all__ = [
    "IMPORTERS",
    "Imported",
    "Importer",
    "Opened",
    "import_file",
    "import_source",
    "importer",
    "named",
    "site_toml",
    "streamfield_block",
    "suffixes",
]


def import_file(path: Path, *, lang: str, by: str = "") -> Imported:
    """Import one file; `lang` is BCP 47 where the file does not say, `by` the importer (default: found by the file).

    Every guess, repair and loss is a problem at its place in the source. What a check would still refuse is told too,
    as an error. Never raises on content; a file that cannot be read gives no document. Raises `UsageError` for an
    unknown importer.
    """
    source, problems = read_declared(path)
    if any(one.level is Level.ERROR for one in problems):
        return Imported(problems=problems)
    made = import_source(source, path, lang=lang, by=by)
    made.problems = _sorted([*problems, *made.problems])
    return made


def import_source(source: Source, path: Path, *, lang: str, by: str = "") -> Imported:
    """Import a source that was read already, as `import_file` does; `path` tells its format and its neighbours."""
    try:
        with effort():
            return _import(source, path, lang, by)
    except OutOfTimeError:
        said = f"it was not read within {SECONDS:.0f} seconds"
        return Imported(problems=[LIMIT_TIME.at(Spot(source.name, 1, 1), said)])


def _import(source: Source, path: Path, lang: str, by: str) -> Imported:
    if not source.text.strip():
        return Imported(problems=[FILE_EMPTY.at(Spot(source.name), "the document is empty")])
    opened = Opened(path, source, lang)
    found = named(by) if by else found_for(opened)
    if found is None:
        return Imported(problems=[_unknown(opened)])
    made = found.read(opened)
    if any(one.code in FATAL for one in made.problems):
        return Imported(problems=_sorted(made.problems))
    words = found.words(opened) if made.words is None else made.words
    made.problems += [problem for _, raw in made.documents for problem in tell_apart(raw)]
    made.problems += _lost(words, made)
    made.problems += _refused(made, lang)
    made.problems = _sorted(made.problems)
    return made


def _unknown(opened: Opened) -> Problem:
    spot = Spot(opened.source.name, 1, 1)
    if opened.path.suffix.lower() == ".json":
        root, problems = opened.json()
        if root is None and problems:
            return problems[-1]
    known = ", ".join(one.name for one in IMPORTERS.values() if one.fits(opened.path))
    said = f"it is none of {known}" if known else f"its name ends in none of {', '.join(suffixes())}"
    return IMPORT_UNKNOWN.at(spot, f"no importer knows this file: {said}")


def site_toml(title: str, lang: str) -> str:
    """Give the smallest `site.toml` for a folder that has none, so that what was imported can be built."""
    return f"# Settings of the site.\ntitle = {_toml(title)}\nlang = {_toml(lang)}\n"


def _toml(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def _sorted(problems: list[Problem]) -> list[Problem]:
    return sorted(dict.fromkeys(problems), key=lambda one: one.where)


def _lost(words: Words, made: Imported) -> list[Problem]:
    """Tell of every word that is neither in the documents nor in the report so far: nothing is lost in silence."""
    trees = [tree for _, raw in made.documents for tree in (raw, Raw(raw.kind))]
    kept = raw_words(trees) + told_words(made.problems)
    return [
        WORDS_LOST.at(words[number - 1][0], f"these words are not in the document: {' '.join(gone)}")
        for number, gone in missing([readings for _, readings in words], kept)
    ]


def _refused(made: Imported, lang: str) -> list[Problem]:
    """Tell what a check will refuse in spite of the repairs, at the source's own lines."""
    from a11y_content import rules  # noqa: PLC0415  loads every kind of block; an import of nothing needs none

    problems: list[Problem] = []
    for _, raw in made.documents:
        document, found = build_document(raw, lang=lang)
        problems += found
        if document is not None:
            problems += rules.check(document)
    return [one for one in problems if one.level is Level.ERROR]
