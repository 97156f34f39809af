"""Where a problem is shown in a repository: the author's line, else the page's file."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from a11y_content.auditing.ran import Ran
from a11y_content.problem import Problem, Spot


def place_of(problem: Problem, ran: Ran, here: Path | None = None) -> Spot | None:
    """Give a path inside the repository, with line and column where the build knew them.

    `here` is the folder in which the audit ran, by default this one; the repository is the nearest folder above it
    with a `.git`, else `here` itself. `None` for what lies outside: no path would mean anything to who reads it.
    """
    folder = (here or Path.cwd()).resolve()
    where = problem.where
    if where and (path := _inside(where.file, folder)):
        return Spot(path, where.line, where.column)
    file = ran.files.get(problem.page)
    if file is not None and file.path and (path := _inside(file.path, folder)):
        return Spot(path)
    return None


@lru_cache(maxsize=4096)
def _inside(path: str, folder: Path) -> str:
    if "\0" in path:
        return ""
    root = next((one for one in (folder, *folder.parents) if (one / ".git").exists()), folder)
    try:
        full = (folder / path).resolve()  # GitHub wants what a link leads to
    except OSError:  # a name that is too long is no file of ours
        return ""
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else ""
