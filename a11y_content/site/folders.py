"""The content folder and the output folder: what may be read, and what is refused before the first write."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from a11y_content.design.tokens import SUFFIX, TOKEN_BAD
from a11y_content.model.site import DOCUMENT_SUFFIXES
from a11y_content.parsing.source import FILE_UNREADABLE
from a11y_content.problem import Problem, Spot, UsageError, fault
from a11y_content.site.names import NAME_UNSAFE, unsafe_source

MARKER: Final = ".a11y-content"
"""The file in an output folder that says that a build of ours wrote it."""
SITE_FILE: Final = "site.toml"
THEMES: Final = "themes"
"""Folder of a site's own themes; other files in it are as anywhere."""

LINK_OUTSIDE = fault(
    "link-outside",
    "A symbolic link of the content folder leads out of it, or to a folder",
    why="Following such a link could publish files that nobody meant to publish, or go round in a circle.",
    mend="copy what it leads to into the content folder",
)


@dataclass(slots=True)
class Content:
    """What a content folder holds, by path inside it with `/`, sorted."""

    root: Path
    documents: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def shown(self, source: str) -> str:
        """Give the path of a content file as the author gave the folder."""
        return (self.root / source).as_posix()


def scan(root: Path) -> Content:
    """List the documents and other files of a content folder; hidden files and folders are left alone.

    Raises `UsageError` when `root` is not a folder.
    """
    if not root.is_dir():
        what = "is a file; give the content folder that holds it" if root.exists() else "does not exist"
        msg = f"{root}: {what}"
        raise UsageError(msg)
    content = Content(root)
    inside = real(root)
    for path in sorted(_walk(root, content)):
        source = path.relative_to(root).as_posix()
        if source == SITE_FILE:
            continue
        spot = Spot(content.shown(source.encode("utf-8", "backslashreplace").decode("utf-8")))
        if not real(path).is_relative_to(inside):
            content.problems.append(LINK_OUTSIDE.at(spot, f"{source} is a link to a file outside the content folder"))
        elif reason := unsafe_source(source):
            content.problems.append(NAME_UNSAFE.at(spot, f"{source!a} {reason}"))
        elif source.endswith(SUFFIX):
            if path.parent != root / THEMES:  # those in their place are read with site.toml
                said = f"{source} is not read: colours of a theme stand in {THEMES}/NAME{SUFFIX}"
                content.problems.append(TOKEN_BAD.at(spot, said))
        elif path.suffix.lower() in DOCUMENT_SUFFIXES:
            content.documents.append(source)  # whoever reads it tells what stands in the way
        elif reason := _unreadable(root, source):
            content.problems.append(FILE_UNREADABLE.at(spot, f"{source} cannot be read: {reason}"))
        else:
            content.files.append(source)
    return content


def _walk(root: Path, content: Content) -> Iterator[Path]:
    """Go through all that is not hidden; folders that cannot be read, or that are links, are problems."""

    def closed(error: OSError) -> None:
        folder = Path(error.filename or root).as_posix()
        content.problems.append(FILE_UNREADABLE.at(Spot(folder), f"the folder cannot be read: {error.strerror}"))

    for folder, names, files in os.walk(root, followlinks=False, onerror=closed):
        names[:] = [name for name in names if not name.startswith((".", "__"))]
        for name in names:
            if (path := Path(folder, name)).is_symlink():
                said = f"{path.relative_to(root).as_posix()} is a link to a folder, and such links are not followed"
                content.problems.append(LINK_OUTSIDE.at(Spot(path.as_posix()), said))
        yield from (Path(folder, name) for name in files if not name.startswith("."))


def _unreadable(root: Path, source: str) -> str:
    """Say why a file cannot be copied, or give an empty string."""
    try:
        with open_inside(root, source):
            return ""
    except OSError as error:
        return error.strerror or str(error)


def open_inside(root: Path, source: str) -> io.BufferedReader:
    """Open a content file to read; what counts is where the opened file lies, whatever the path looked like before.

    Raises `OSError` for a file that cannot be opened, is not an ordinary one (reading a pipe would wait for ever), or
    lies outside `root` because of a symbolic link.
    """
    path = root / source
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        ordinary = stat.S_ISREG(os.fstat(descriptor).st_mode)
        if ordinary and _place(descriptor, path).is_relative_to(real(root)):
            return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    why = "it is a link to a file outside the content folder" if ordinary else "it is not an ordinary file"
    raise OSError(None, why, str(path))


def real(path: Path) -> Path:
    """Give where a path leads; links that lead to themselves lead nowhere, and are told when they are opened."""
    return Path(os.path.realpath(path))  # Path.resolve raises RuntimeError for them before Python 3.13


def leads_out(root: Path, source: str) -> bool:
    """Tell whether a content file lies outside its folder now, because of a symbolic link."""
    return not real(root / source).is_relative_to(real(root))


def _place(descriptor: int, path: Path) -> Path:
    """Give where an open file lies: from the kernel where it tells, else by resolving the path again."""
    try:
        return Path(os.readlink(f"/proc/self/fd/{descriptor}"))  # noqa: PTH115  the text, not another path
    except OSError:
        return real(path)


def check_output(content: Path, out: Path) -> None:
    """Refuse an output folder that must not be replaced.

    Raises `UsageError` for the content folder, folders around or inside it, the home folder, the root, the current
    folder and what is around it, a file, a symbolic link, and a folder that holds files that no build of ours wrote.
    """
    if out.is_symlink():
        _refuse(out, "is a symbolic link; give the folder itself")
    where, source = out.resolve(), content.resolve()
    if where == source or where.is_relative_to(source):
        _refuse(out, f"is inside the content folder {content}; choose a folder outside it")
    for kept, what in (
        (source, "the content folder"),
        (Path.cwd(), "the current folder"),
        (Path.home(), "the home folder"),
    ):
        if where == kept or kept.is_relative_to(where):
            _refuse(out, f"is {what} or holds it; choose a folder of its own")
    if out.exists():
        if not out.is_dir():
            _refuse(out, "is a file; an output folder was expected")
        if any(out.iterdir()) and not (out / MARKER).is_file():
            _refuse(out, f"holds files that no build wrote (it has no {MARKER}); choose an empty or a new folder")


def _refuse(out: Path, reason: str) -> None:
    msg = f"output folder {out} {reason}"
    raise UsageError(msg)
