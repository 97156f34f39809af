"""Which pages of all are audited: one part of several, and only what changed."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from a11y_content.auditing.target import Page
from a11y_content.problem import UsageError, one_line

_GIT_SECONDS: Final = 60


def part_of(word: str) -> tuple[int, int]:
    """Read `1/4` as (1, 4), and the empty word as (1, 1); raises `UsageError`."""
    number, stroke, whole = word.partition("/")
    if not word:
        return 1, 1
    if not (stroke and number.isdecimal() and whole.isdecimal()) or not 1 <= int(number) <= int(whole):
        raise UsageError(f"--shard {word!r} is no part: write the part and the number of parts, such as 1/4")
    return int(number), int(whole)


def shard(pages: Sequence[Page], word: str) -> tuple[Page, ...]:
    """Give one part of the pages: the parts together are all, none twice, and they differ by one page at most.

    Names decide, sorted, and every n-th one is taken: neighbours in a folder, which are alike, go to different parts.
    """
    number, whole = part_of(word)
    names = sorted(page.name for page in pages)
    mine = set(names[number - 1 :: whole])
    return tuple(page for page in pages if page.name in mine)


def changed_since(pages: Sequence[Page], since: str) -> tuple[Page, ...]:
    """Give the pages whose HTML differs from what it was then; all addresses, for which nobody can tell.

    `since` is a Git revision in which the built folder is committed, or the `report.json` of an earlier audit. With a
    report, pages that had problems or could not be audited are also given. Raises `UsageError` where there is no Git,
    no such revision, nothing of these pages in it, or no readable report.
    """
    if not since:
        return tuple(pages)
    if Path(since).is_file():
        return _since_report(pages, Path(since))
    files = [page for page in pages if page.file]
    if not files:
        raise UsageError(f"--changed-since {since}: pages at addresses are in no Git; audit a folder")
    same = _unchanged(files, since)
    return tuple(page for page in pages if page.name not in same)


def _since_report(pages: Sequence[Page], file: Path) -> tuple[Page, ...]:
    try:
        data: Any = json.loads(file.read_text("utf-8"))
        known = {name: one["digest"] for name, one in data["ran"]["files"].items()}
        again = {one["page"] for one in (*data["problems"], *data["failed"])}
        again |= {one["page"] for one in data.get("baseline", {}).get("known", ())}
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"--changed-since {file}: this is no report.json of an audit of files") from error
    return tuple(page for page in pages if page.name in again or known.get(page.name) != _digest(page))


def _digest(page: Page) -> str:
    try:
        return hashlib.blake2b(Path(page.file).read_bytes(), digest_size=16).hexdigest() if page.file else ""
    except OSError:
        return ""


def _unchanged(pages: Sequence[Page], revision: str) -> set[str]:
    """Give the names of pages that are in Git's revision as they are now, byte by byte."""
    tops: dict[Path, list[tuple[str, Path]]] = {}
    for page in pages:
        file = Path(page.file).resolve()
        tops.setdefault(file.parent, []).append((page.name, file))
    some = next(iter(tops))
    top = Path(_git(some, "rev-parse", "--show-toplevel").strip())
    commit = _git(some, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()
    then = dict(_entries(_git(top, "ls-tree", "-r", "-z", "--full-tree", commit)))
    files = [(name, file) for ones in tops.values() for name, file in ones if file.is_relative_to(top)]
    known = [(name, file, then.get(file.relative_to(top).as_posix(), "")) for name, file in files]
    if not any(blob for _, _, blob in known):
        told = "none of these pages is in it; commit the built folder, or give the report.json of an earlier audit"
        raise UsageError(f"--changed-since {revision}: {told}")
    told = "\n".join(str(file) for _, file, _ in known) + "\n"
    now = _git(top, "hash-object", "--no-filters", "--stdin-paths", given=told).split()
    return {name for (name, _, blob), hashed in zip(known, now, strict=True) if blob == hashed}


def _entries(listed: str) -> list[tuple[str, str]]:
    """Read `git ls-tree -z`: path and hash of each file."""
    parts = (one.partition("\t") for one in listed.split("\0") if one)
    return [(path, facts.split()[2]) for facts, _, path in parts]


def _git(folder: Path, *arguments: str, given: str = "") -> str:
    command = ["git", "-c", "core.quotePath=false", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(  # noqa: S603  a list, no shell; the revision cannot be an option
            command, input=given, capture_output=True, text=True, encoding="utf-8", check=True, timeout=_GIT_SECONDS
        )
    except FileNotFoundError:
        raise UsageError("--changed-since needs git, which is not installed; or give an earlier report.json") from None
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired, ValueError) as error:
        said = one_line(str(getattr(error, "stderr", "") or error).strip(), 200)
        raise UsageError(f"--changed-since: git cannot tell ({said})") from error
    return done.stdout
