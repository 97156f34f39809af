"""The registry of importers: one function a format, found by the name of a file and by a look into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.importing.words import Words, json_words, text_words
from a11y_content.parsing.json_text import read_json
from a11y_content.parsing.source import Source
from a11y_content.problem import Problem, UsageError, fault
from a11y_content.registry import Registry

IMPORT_UNKNOWN = fault(
    "import-unknown",
    "No importer knows this file",
    why="Its form is that of no program whose content can be read, so nothing was taken over.",
    mend="say which importer is to read it, with `--from`; `import --help` lists them",
)


@dataclass(slots=True)
class Imported:
    """What one file gave: documents by name (a path without suffix, in which `/` parts folders), and what was done."""

    documents: list[tuple[str, Raw]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    words: Words | None = None
    """Words of the source by place, where the importer counts them itself: those of several files, say."""
    parts: list[Path] = field(default_factory=list)
    """Other files that were read into these documents."""


class Opened:
    """A file that was opened for import: its path, its text, and the language (BCP 47) where it does not say."""

    def __init__(self, path: Path, source: Source, lang: str = "en") -> None:
        """Keep them; nothing is parsed before an importer asks for it."""
        self.path = path
        self.source = source
        self.lang = lang
        self._json: tuple[Raw | None, list[Problem]] | None = None

    def json(self) -> tuple[Raw | None, list[Problem]]:
        """Give the file read as JSON, each value with its place, and what is wrong with it; it is read once."""
        if self._json is None:
            self._json = read_json(self.source)
        return self._json

    def fields(self) -> dict[str, Raw]:
        """Give the fields of a file that is one JSON object; none where it is something else."""
        root, _ = self.json()
        return root.value if root is not None and isinstance(root.value, dict) else {}


def plain_words(opened: Opened) -> Words:
    """Count the words of a text, line by line."""
    return text_words(opened.source, markdown=False)


def string_words(opened: Opened) -> Words:
    """Count the words of all strings of a JSON file that are neither addresses nor keys."""
    root, _ = opened.json()
    return plain_words(opened) if root is None else json_words(root, frozenset())


@dataclass(frozen=True, slots=True)
class Importer:
    """One way to read a file."""

    name: str
    suffixes: tuple[str, ...]
    """Ends of the names of its files, in small letters: `.json`, or a whole name."""
    read: Callable[[Opened], Imported]
    sniff: Callable[[Opened], bool]
    words: Callable[[Opened], Words]
    parts: tuple[str, ...] = ()
    """Suffixes of the files beside it that are parts of its document, and none of their own."""
    about: str = ""

    def fits(self, path: Path) -> bool:
        """Tell whether a file has a name for this importer."""
        return path.name.lower().endswith(self.suffixes)


IMPORTERS: Final[Registry[Importer]] = Registry("importer")
"""All importers by name. Of several that know a file, the one that was registered last reads it."""


def importer(  # noqa: PLR0913  one declaration, all by name
    name: str,
    *,
    suffixes: tuple[str, ...],
    sniff: Callable[[Opened], bool] | None = None,
    words: Callable[[Opened], Words] | None = None,
    parts: tuple[str, ...] = (),
    about: str = "",
) -> Callable[[Callable[[Opened], Imported]], Callable[[Opened], Imported]]:
    """Register a function that reads one form of file into documents, to be written above that function.

    `suffixes` are the ends of the names of its files; `sniff` looks into a file and tells whether it is one of them
    (left out: all are). `words` counts the words that must not be lost (left out: of the strings of `.json`, of the
    lines of anything else). `parts` are suffixes of the files beside it that belong to it. Raises `ValueError` where
    the name is taken.
    """
    counted = words or (string_words if any(one.endswith("json") for one in suffixes) else plain_words)

    def register(read: Callable[[Opened], Imported]) -> Callable[[Opened], Imported]:
        told = about or (read.__doc__ or name).strip().partition("\n")[0]
        made = Importer(name, suffixes, read, sniff or (lambda _: True), counted, parts, told)
        IMPORTERS.add(name, made)
        return read

    return register


def named(name: str) -> Importer:
    """Give the importer of a name; raises `UsageError` for an unknown one, with the one that was perhaps meant."""
    found = IMPORTERS.get(name)
    if found is None:
        near = IMPORTERS.near(name)
        hint = f"did you mean {near!r}?" if near else f"there are {', '.join(IMPORTERS)}"
        msg = f"no importer {name!r}; {hint}"
        raise UsageError(msg)
    return found


def found_for(opened: Opened) -> Importer | None:
    """Find the importer of a file: by its name, then by a look into it; None where there is none."""
    fitting = [one for one in reversed(list(IMPORTERS.values())) if one.fits(opened.path)]
    return next((one for one in fitting if one.sniff(opened)), None)


def suffixes() -> tuple[str, ...]:
    """Give the ends of the names of all files that some importer may read."""
    return tuple(dict.fromkeys(end for one in IMPORTERS.values() for end in one.suffixes))
