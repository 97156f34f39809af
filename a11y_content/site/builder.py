"""`build`: a content folder becomes a site, all or nothing, and only what changed is made again."""

from __future__ import annotations

import datetime as dt
import functools
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from a11y_content.about import __version__
from a11y_content.design.preferences import add_preference, added, preferences
from a11y_content.model.site import Entry, Site
from a11y_content.problem import Level, Problem, UsageError
from a11y_content.rendering import render
from a11y_content.rendering.assets import Assets, site_assets
from a11y_content.rendering.policy import header_files
from a11y_content.site import publish, state
from a11y_content.site.feed import feeds
from a11y_content.site.files import contents
from a11y_content.site.folders import MARKER, check_output
from a11y_content.site.keys import build_id, published_build, site_key
from a11y_content.site.names import clashes, unsafe
from a11y_content.site.redirect_files import redirect_lines, redirect_pages
from a11y_content.site.sitemap import sitemap
from a11y_content.site.state import PageMap, State
from a11y_content.site.store import FOLDER, Store
from a11y_content.site.survey import Parsed, Survey, batches, reread, run, survey

PARALLEL_FROM: Final = 200
"""Documents from which worker processes pay for their start."""

Progress = Callable[[int, int], None]
"""Called with (pages done, pages in all)."""


@dataclass(slots=True)
class BuildResult:
    """What a build did. Paths are inside the output folder."""

    out: Path
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    refused: bool = False
    """True where errors kept the old site in place (`strict`)."""
    csp: str = ""
    """The Content-Security-Policy under which every page of the site works, exactly."""

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.level is Level.ERROR for problem in self.problems)


def build(  # noqa: PLR0913  one entry point, all but the paths by name
    content: str | os.PathLike[str],
    out: str | os.PathLike[str],
    *,
    executor: Executor | None = None,
    jobs: int | None = None,
    force: bool = False,
    strict: bool = True,
    today: dt.date | None = None,
    csp: bool = False,
    inline_script: bool = True,
    progress: Progress | None = None,
) -> BuildResult:
    """Build the site of a content folder into an output folder.

    The old site stays whole until the new one takes its place in one step. Errors in the content keep it in place
    altogether (`strict`), or cost only the documents that have them. `executor` is any `concurrent.futures.Executor`;
    without one, `jobs` processes are started where there is work for them. `force` makes every page again. `today` is
    the date that reviews and consents are held against. `csp` writes the content security policy into every page and
    into files that common hosts read (`_headers`, `.htaccess`); without `inline_script` no page holds a script of its
    own, and the policy no hash. Raises `UsageError` for folders that must not be read or
    replaced, `CouldNotRunError` when another build holds the folder or a file cannot be written, `ContentError` without
    `strict` where an unsafe address of site.toml would stand on every page.
    """
    root, target = Path(content), Path(out)
    if not root.is_dir():
        what = "is a file; a content folder was expected" if root.exists() else "does not exist"
        msg = f"{root}: {what}"
        raise UsageError(msg)
    check_output(root, target)
    memory = publish.state_folder(target)
    with publish.locked(memory), _workers(executor, jobs, root) as workers:
        old = State() if force else state.read(memory, published_build(target))
        store = memory / FOLDER
        found = survey(root, executor=workers, state=old, today=today, store=store)
        assets = site_assets(found.site, inline_script=inline_script, csp_in_pages=csp)
        if old.site != site_key(found.site, assets, today):
            reread(found, workers, today)
        key = site_key(found.site, assets, today)  # what was read again may be refused now, or no more
        result = BuildResult(target, problems=found.problems, csp=assets.csp)
        if result.errors and strict:
            result.refused = True
            return result
        good = {name: found.site.entries[name] for name, one in found.sources.items() if one.entry}
        good = {name: entry for name, entry in good.items() if not entry.refused}
        new = State(build=build_id(found, assets), site=key, sources=found.sources)
        kept = old if old.site == key else State()
        with publish.staged(target) as stage:
            _make(_Run(found, result, kept, new, assets, stage, good, today, store), workers, progress)
        state.write(memory, new)
    return result


@dataclass(slots=True)
class _Run:
    """One build under way: what was found, what is remembered, and what is being made."""

    found: Survey
    result: BuildResult
    old: State
    """The state of the published site, empty where nothing of it may be taken over."""
    new: State
    assets: Assets
    stage: Path
    good: dict[str, Entry]
    """Entries of the documents that become pages, by source."""
    today: dt.date | None
    """The date that reviews and consents are held against."""
    store: Path
    """The folder that keeps what was made of pictures."""
    others: dict[str, bytes] = field(default_factory=dict)
    """Every file of the site that is no page of a document and no copy, by its path."""


def _make(run_: _Run, workers: Executor | None, progress: Progress | None) -> None:
    """Write the new site into the stage."""
    found, result = run_.found, run_.result
    run_.others.update(_others(run_))
    _check_names(run_)
    kept = _keep(run_)
    if set(run_.good) - kept - set(found.parsed):
        # A page is gone from the published folder: somebody removed it by hand.
        reread(found, workers, run_.today)
    pages = [found.parsed[name] for name in run_.good if name not in kept]
    done = len(kept)
    # The files are written here: no worker needs their bytes.
    common = (for_workers(found.site), replace(run_.assets, files={}), str(run_.stage))
    for batch in run(workers, render_documents, batches(pages), *common):
        for path, page_map in batch:
            run_.new.source_map[path] = page_map
            result.written.append(path)
        done += len(batch)
        if progress:
            progress(done, len(run_.good))
    run_.new.pages = {entry.path: name for name, entry in run_.good.items()}
    for path, data in run_.others.items():
        publish.write(run_.stage / path, data)
        result.written.append(path)
    _copy_files(run_)
    _compare(run_)


def _keep(run_: _Run) -> set[str]:
    """Take over the pages whose sources did not change since the old build; give their sources."""
    kept = set()
    for path, name in run_.old.pages.items():
        if name not in run_.good or name in run_.found.parsed or path not in run_.old.source_map:
            continue
        if publish.link(run_.result.out, run_.stage, path):
            kept.add(name)
            run_.result.unchanged.append(path)
            run_.new.source_map[path] = run_.old.source_map[path]
    return kept


def render_documents(site: bytes, assets: Assets, stage: str, pages: Sequence[Parsed]) -> list[tuple[str, PageMap]]:
    """Render some documents and write their pages into the staged folder; runs in any process."""
    where = _site(site)
    made = []
    for one in pages:
        document = one.document
        if document is None:
            continue
        entry = where.entries[one.source]
        page = render(document, where, path=entry.path, source=one.source, trace=True, assets=assets)
        publish.write(Path(stage, entry.path), page.encode("utf-8"))
        shown = {key: (spot.file, spot.line, spot.column) for key, spot in page.source_map.items()}
        made.append((entry.path, shown))
    return made


def for_workers(site: Site) -> bytes:
    """Pickle what a process needs to render pages of a site: the site, and the preferences added in this process."""
    return pickle.dumps((site, added()))


@functools.lru_cache(maxsize=2)
def _site(pickled: bytes) -> Site:
    site: Site
    site, rows = pickle.loads(pickled)  # noqa: S301  our own bytes of the same run
    for row in rows:
        if row not in preferences():
            add_preference(row)
    return site


def _others(run_: _Run) -> Iterator[tuple[str, bytes]]:
    """Give every file of the site that is no page of a document and no copy."""
    yield from run_.assets.files.items()
    site, moved = run_.found.site, run_.found.redirects
    if run_.assets.csp_in_pages:
        files = header_files(run_.assets.csp, *redirect_lines(site, moved))
        yield from ((path, text.encode("utf-8")) for path, text in files.items())
    if site.base_url:
        yield "sitemap.xml", sitemap(site, run_.good.values())
    yield from feeds(site, run_.good.values()).items()
    yield from redirect_pages(site, moved, run_.assets)
    note = f"This folder was built by a11y-content {__version__}, which replaces it as a whole."
    yield MARKER, f"{run_.new.build}\n{note}\n".encode()


def _copy_files(run_: _Run) -> None:
    """Put the files of the content folder into the stage: their names hold their hashes, so an old one is the same."""
    for file in run_.found.files.values():
        missing = set()
        for path, _ in file.parts:
            if publish.link(run_.result.out, run_.stage, path):
                run_.result.unchanged.append(path)
            else:
                missing.add(path)
        for path, data in contents(run_.found.content.root, run_.store, file) if missing else ():
            if path in missing:
                publish.write(run_.stage / path, data)
                run_.result.written.append(path)
    Store(run_.store).sweep({file.key for file in run_.found.files.values()})


def _claims(run_: _Run) -> Iterator[tuple[str, str]]:
    """Give every path that the site will have, with who wants it."""
    found = run_.found
    yield from ((entry.path, found.content.shown(name)) for name, entry in run_.good.items())
    yield from ((path, found.content.shown(file.source)) for file in found.files.values() for path, _ in file.parts)
    yield from ((path, "a file of the site itself") for path in run_.others)


def _check_names(run_: _Run) -> None:
    """Refuse names that cannot be published, or that take each other's place, before the first of them is written."""
    for path, owner in _claims(run_):
        if reason := unsafe(path):
            raise UsageError(f"{owner}: its published name {path!a} {reason}")
    for path, owner, other in clashes(_claims(run_)):
        raise UsageError(f"{owner}: its published name {path!a} is taken by {other}, or is one with it on some systems")


def _compare(run_: _Run) -> None:
    """Tell written from unchanged by content, and list what the old site had and the new one has not."""
    result = run_.result
    for path in list(result.written):
        old = result.out / path
        if old.is_file() and old.read_bytes() == (run_.stage / path).read_bytes():
            result.written.remove(path)
            result.unchanged.append(path)
    if result.out.is_dir():
        before = {p.relative_to(result.out).as_posix() for p in result.out.rglob("*") if p.is_file()}
        result.removed = sorted(before - set(result.written) - set(result.unchanged))
    result.written.sort()
    result.unchanged.sort()


@contextmanager
def _workers(executor: Executor | None, jobs: int | None, root: Path) -> Iterator[Executor | None]:
    """Give the caller's executor, or processes of our own where they pay, or None for this process."""
    if executor is not None:
        yield executor
        return
    count = jobs or (os.cpu_count() or 1)
    documents = sum(len(names) for _, _, names in os.walk(root)) if jobs is None else PARALLEL_FROM
    if count <= 1 or documents < PARALLEL_FROM:
        yield None
        return
    with ProcessPoolExecutor(count) as pool:
        yield pool
