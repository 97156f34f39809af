"""Imports of many files: which files of a folder are sources, and how their documents are called."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.importing import import_file
from a11y_content.parsing.importing.adapters import IMPORTERS, Imported, Importer, Opened, found_for, named, suffixes
from a11y_content.parsing.importing.faults import INCLUDE_REFUSED, NAME_CHANGED
from a11y_content.parsing.importing.names import free, safe
from a11y_content.parsing.source import read_source
from a11y_content.problem import Problem, Spot, UsageError

_LINK_LISTS: Final = frozenset({"conditions", "stories", "related", "parts"})


@dataclass(frozen=True, slots=True)
class Work:
    """A file to import, and the folder in the content folder that its documents go to."""

    path: Path
    base: str = ""
    whole: bool = False
    """The file stands for its folder, whose name its document takes."""


@dataclass(slots=True)
class Batch:
    """What an import gave: documents by the path of their content file without suffix, and all problems."""

    documents: dict[str, Raw] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    sources: dict[str, Path] = field(default_factory=dict)
    """Where each document came from."""


def works(paths: Iterable[Path], by: str = "") -> tuple[list[Work], list[Problem]]:
    """List the files to import; a folder gives all files that some importer may read, its tree is kept.

    Links that lead out of a folder are told and not followed. Raises `UsageError` for a path that is not there, and for
    a folder without sources.
    """
    found: list[Work] = []
    problems: list[Problem] = []
    for path in paths:
        if path.is_dir():
            inside = _folder(path, problems, by)
            if not inside:
                msg = f"{path}: holds no file to import; expected names that end in {', '.join(suffixes())}"
                raise UsageError(msg)
            found += inside
        elif path.exists():
            found.append(Work(path, whole=_stands_for_folder(path, by) is not None))
        else:
            msg = f"{path}: does not exist; give files to import, or a folder of them"
            raise UsageError(msg)
    return found, problems


def _folder(root: Path, problems: list[Problem], by: str) -> list[Work]:
    ends = named(by).suffixes if by else suffixes()
    paths = sorted(one for one in root.rglob("*") if one.name.lower().endswith(ends) and one.is_file())
    real = root.resolve()
    kept: list[Path] = []
    for path in paths:
        if path.resolve().is_relative_to(real):
            kept.append(path)
        else:
            said = "this is a link to a file outside the folder; it was not imported"
            problems.append(INCLUDE_REFUSED.at(Spot(str(path)), said))
    folders = {path.parent: one for path in kept if (one := _stands_for_folder(path, by)) is not None}
    made = []
    for path in kept:
        owner = folders.get(path.parent)
        whole = owner is not None and owner.fits(path)
        if owner is None or whole or not path.name.lower().endswith(owner.parts):
            base = path.parent.relative_to(root)
            made.append(Work(path, (base.parent if whole else base).as_posix(), whole))
    return made


def _stands_for_folder(path: Path, by: str) -> Importer | None:
    """Give the importer of a file whose neighbours are its parts; None for any other file."""
    if not any(one.parts and one.fits(path) for one in IMPORTERS.values()):
        return None
    if by:
        return named(by) if named(by).parts else None
    source, _ = read_source(path)
    found = found_for(Opened(path, source))
    return found if found is not None and found.parts else None


def import_all(
    paths: Iterable[Path], *, lang: str, by: str = "", progress: Callable[[int, int], None] | None = None
) -> Batch:
    """Import files and folders; `progress` is called with how many files are done, of how many.

    Each document gets a name that every system can keep and that no other one has; a name that had to be changed is
    told, and the links between the documents of its file follow it. Raises `UsageError` as `works` does.
    """
    if by:
        named(by)
    batch = Batch()
    found, batch.problems = works(paths, by)
    taken: set[str] = set()
    for number, work in enumerate(found, 1):
        made = import_file(work.path, lang=lang, by=by)
        names = {}
        for name, _ in made.documents:
            wanted = posixpath.normpath(posixpath.join(work.base, name)) if work.base != "." else name
            kept = free(safe(wanted), taken)
            names[wanted] = kept
            if kept != wanted:
                said = f"the document `{wanted}` is called `{kept}`: the name is taken, or cannot be kept everywhere"
                batch.problems.append(NAME_CHANGED.at(Spot(str(work.path), 1, 1), said))
        _follow(made, names)
        for (_, raw), (_, kept) in zip(made.documents, names.items(), strict=True):
            batch.documents[kept] = raw
            batch.sources[kept] = work.path
        batch.problems += made.problems
        if progress is not None:
            progress(number, len(found))
    return batch


def _follow(made: Imported, names: dict[str, str]) -> None:
    """Let the links between the documents of one file lead to their new names."""
    changed = {old: new for old, new in names.items() if old != new}
    if not changed:
        return
    for (_, raw), old in zip(made.documents, names, strict=True):
        folder, new_folder = posixpath.dirname(old), posixpath.dirname(names[old])
        for link in _links(raw):
            path, mark, rest = str(link.value).partition("#")
            stem, end = posixpath.splitext(path)
            suffix = end if end in {".md", ".json"} else ""
            target = posixpath.normpath(posixpath.join(folder, stem if suffix else path))
            if target in changed:
                link.value = f"{posixpath.relpath(changed[target], new_folder or '.')}{suffix}{mark}{rest}"


def _links(root: Raw) -> Iterator[Raw]:
    """Go through the addresses in a document: fields `href`, and plain paths in lists of links."""
    stack = [root]
    while stack:
        value = stack.pop().value
        if isinstance(value, dict):
            for name, one in value.items():
                many = one.value if isinstance(one.value, list) and name in _LINK_LISTS else [one]
                if name == "href" or name in _LINK_LISTS:
                    yield from (link for link in many if isinstance(link.value, str))
            stack.extend(value.values())
        elif isinstance(value, list):
            stack.extend(value)
