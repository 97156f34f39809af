"""A survey of a content folder: every document read, typed and checked, with all that the site knows of them."""

from __future__ import annotations

import datetime as dt
import hashlib
import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from a11y_content import rules
from a11y_content.model.document import Document
from a11y_content.model.site import Entry, Site
from a11y_content.parsing import format_of, kind_of, parse_source
from a11y_content.parsing.source import read_source
from a11y_content.problem import Level, Problem, Spot
from a11y_content.site.config import load_site
from a11y_content.site.crossings import crossings, marks_of, wanted
from a11y_content.site.entries import collisions, entry
from a11y_content.site.files import File, name_collisions, prepare_files
from a11y_content.site.folders import LINK_OUTSIDE, Content, leads_out, scan
from a11y_content.site.guides import settled_guides
from a11y_content.site.lists import missing_lists
from a11y_content.site.redirects import Moved
from a11y_content.site.relations import relations
from a11y_content.site.settings import BASE_URL_INVALID, check_settings
from a11y_content.site.state import Source, State
from a11y_content.site.ties import Tie, ties
from a11y_content.site.translations import settled_translations

BATCH: Final = 50
"""Documents in one task: the cost of handing out a task is then small beside its work."""
FILES: Final = 4
"""Files in one task: making a picture smaller takes as long as some documents."""
_WINDOW: Final = 8

Task = TypeVar("Task")
Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Job:
    """One document to read: its path on disk, as shown to the author, and inside the content folder."""

    path: str
    source: str
    lang: str
    kind: str
    root: str = ""
    """The content folder, in which it must lie also when it is read."""


@dataclass(slots=True)
class Parsed:
    """A document as it came out of its door, pickled so that it may come from another process."""

    source: str
    digest: str
    pickled: bytes
    problems: list[Problem]
    ties: tuple[Tie, ...] = ()

    @property
    def document(self) -> Document | None:
        """The typed document, or None when it could not be made."""
        found: Document | None = pickle.loads(self.pickled)  # noqa: S301  our own bytes of the same run
        return found


@dataclass(slots=True)
class Survey:
    """All that is known of a content folder; `problems` are those of the whole, in the order of the files."""

    content: Content
    site: Site
    parsed: dict[str, Parsed] = field(default_factory=dict)
    """Documents read in this run, by source."""
    sources: dict[str, Source] = field(default_factory=dict)
    """What is known of every document, read now or remembered."""
    loose: list[Problem] = field(default_factory=list)
    """Problems of the site as a whole."""
    between: list[Problem] = field(default_factory=list)
    """Problems between documents: of guides, translations, redirects and links."""
    redirects: tuple[Moved, ...] = ()
    files: dict[str, File] = field(default_factory=dict)
    """What becomes of the files that are no documents, by their path in the content folder."""

    @property
    def problems(self) -> list[Problem]:
        """Every problem, each once."""
        found = [*self.loose, *self.between, *(p for source in self.sources.values() for p in source.problems)]
        return sorted(dict.fromkeys(found), key=lambda p: (p.where, p.code))

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(p.level is Level.ERROR for p in self.problems)


def survey(
    root: Path,
    *,
    executor: Executor | None = None,
    state: State | None = None,
    today: dt.date | None = None,
    store: Path | None = None,
) -> Survey:
    """Read, type and check a whole content folder.

    `state` lets documents that did not change be taken from memory; `today` is the date that reviews and consents are
    held against (never the clock's own, so that builds repeat). `store` is a folder that keeps what is made of
    pictures; without one pictures are judged alone. Raises `UsageError` when `root` is no folder.
    """
    content = scan(root)
    site, problems = load_site(root)
    result = Survey(content, site, loose=[*content.problems, *problems])
    known = state.sources if state else {}
    jobs = [_job(content, site, source) for source in content.documents]
    fresh = []
    for job in jobs:
        old = known.get(job.source)
        if old and old.digest == _digest(Path(job.path), job):
            result.sources[job.source] = old
        else:
            fresh.append(job)
    for parsed in run(executor, read_documents, batches(fresh)):
        for one in parsed:
            _take(result, one)
    common = (str(root), content.root.as_posix(), str(store) if store else "")
    made = [one for some in run(executor, prepare_files, batches(content.files, FILES), *common) for one in some]
    result.files = {one.source: one for one in sorted(made, key=lambda one: one.source)}
    return _settle(result, today)


def _take(result: Survey, one: Parsed) -> None:
    document = one.document
    made = entry(document, one.source) if document else None
    result.parsed[one.source] = one
    result.sources[one.source] = Source(one.digest, made, one.problems, one.ties)


def _settle(result: Survey, today: dt.date | None) -> Survey:
    """Give the site its entries and the lists it lacks, then ask what only a whole site can answer."""
    site = result.site
    indexes = [(one.entry.lang, one.entry.lists) for one in result.sources.values() if one.entry and one.entry.lists]
    for source, made in list(missing_lists(site, settled_guides(_entries(result)), indexes)):
        _take(result, Parsed(source, "", pickle.dumps(made), [], ties(made)))
    known = result.files.values()
    files = {one.source: one.path for one in known if one.path}
    sizes = {one.source: one.size for one in known if one.path and one.size}
    copies = {one.source: one.copies for one in known if one.copies}
    refused = {one.source: one.refused for one in known if one.refused}
    result.loose.extend(problem for one in known for problem in one.problems)
    settled = settled_translations(settled_guides(_entries(result)), (site.lang, *site.languages))
    unread = tuple(sorted(source for source, one in result.sources.items() if one.entry is None))
    result.site = replace(site, files=files, sizes=sizes, copies=copies, refused=refused, unread=unread)
    _know(result, settled)
    spots = {source: Spot(result.content.shown(source), 1, 1) for source in settled}
    result.loose.extend(wrong := check_settings(result.site))
    if any(one.code == BASE_URL_INVALID.code for one in wrong):  # told; every address that began with it would be none
        languages = {lang: replace(one, base_url="") for lang, one in result.site.languages.items()}
        result.site = replace(result.site, base_url="", languages=languages)
    result.loose.extend(collisions(settled.values(), spots))
    result.loose.extend(name_collisions(result.content, settled.values(), known))
    for one in result.parsed.values():
        _judge(result, one, today)
    _relate(result)
    return result


def _know(result: Survey, entries: dict[str, Entry]) -> None:
    """Give the site its entries, in all its languages."""
    known = replace(result.site, entries=entries)
    common = {name: getattr(known, name) for name in ("entries", "files", "sizes", "copies", "refused", "unread")}
    languages = {lang: replace(one, **common, languages={}) for lang, one in known.languages.items()}
    result.site = replace(known, languages=languages)


def _relate(result: Survey) -> None:
    """Ask what only all documents together can answer, from what is known of each, read now or remembered."""
    written = set(result.content.documents)  # lists that nobody wrote say nothing that somebody could mend
    known = {name: one.ties for name, one in sorted(result.sources.items()) if one.entry and name in written}
    result.between = []
    bad = {problem.where.file for problem in result.problems if problem.level is Level.ERROR}
    found = relations(result.site, _entries(result), known, bad, result.content.shown)
    _know(result, found.entries)
    result.redirects = found.redirects
    marks = {source: _marks(result, source) for source in sorted(wanted(result.site, known))}
    result.between = [*found.problems, *crossings(result.site, known, marks.get)]


def _marks(result: Survey, source: str) -> tuple[str, ...] | None:
    """Give the ids in the page of a document; those of a list change with other documents, so they are never kept."""
    memory = result.sources[source]
    if memory.marks is None or (memory.entry is not None and memory.entry.kind == "index"):
        one = result.parsed.get(source) or read_documents([_job(result.content, result.site, source)])[0]
        document = one.document
        memory.marks = marks_of(document, result.site, source) if document is not None else None
    return memory.marks


def _judge(result: Survey, one: Parsed, today: dt.date | None) -> None:
    """Hold a document against the rules, now that the site knows all the others."""
    document = one.document
    if document is not None:
        found = [*one.problems, *rules.check(document, result.site, source=one.source, today=today)]
        result.sources[one.source].problems = list(dict.fromkeys(found))


def _entries(result: Survey) -> dict[str, Entry]:
    """Give the entries of all documents that could be made, in the order of their paths."""
    return {name: one.entry for name, one in sorted(result.sources.items()) if one.entry}


def reread(result: Survey, executor: Executor | None = None, today: dt.date | None = None) -> None:
    """Read what was remembered again: something that every page depends on has changed."""
    missing = [
        _job(result.content, result.site, source) for source in result.content.documents if source not in result.parsed
    ]
    if not missing:
        return
    for parsed in run(executor, read_documents, batches(missing)):
        for one in parsed:
            _take(result, one)
            _judge(result, one, today)
    for memory in result.sources.values():
        memory.marks = None
    _relate(result)


def _job(content: Content, site: Site, source: str) -> Job:
    parts = source.split("/")
    lang = parts[0] if parts[0] in site.languages else site.lang
    return Job(content.shown(source), source, lang, kind_of(source), str(content.root))


def _digest(path: Path, job: Job) -> str:
    try:
        data = path.read_bytes() if path.is_file() else b""
    except OSError:  # told where it is read as a document
        data = b""
    return hashlib.blake2b(data, digest_size=16, key=f"{job.lang}/{job.kind}".encode()[:64]).hexdigest()


def read_documents(jobs: Sequence[Job]) -> list[Parsed]:
    """Read and type some documents; runs in any process."""
    made = []
    for job in jobs:
        if job.root and leads_out(Path(job.root), job.source):  # a link that was turned since the folder was listed
            told = LINK_OUTSIDE.at(Spot(job.path), f"{job.source} is a link to a file outside the content folder")
            made.append(Parsed(job.source, "", pickle.dumps(None), [told]))
            continue
        source, problems = read_source(job.path)
        document = None
        form = format_of(job.path)  # a folder lists only what some door reads
        if not any(one.level is Level.ERROR for one in problems):
            document, found = parse_source(source, form, lang=job.lang, kind=job.kind, judge=False)
            problems = [*problems, *found]
        tied = ties(document) if document is not None else ()
        made.append(Parsed(job.source, _digest(Path(job.path), job), pickle.dumps(document), list(problems), tied))
    return made


def batches(tasks: Iterable[Task], size: int = BATCH) -> Iterator[list[Task]]:
    """Cut tasks into lists of at most `size`."""
    left = iter(tasks)
    while batch := list(islice(left, size)):
        yield batch


def run(executor: Executor | None, function: Callable[..., Done], tasks: Iterable[Any], *common: Any) -> Iterator[Done]:
    """Call `function(*common, task)` for every task, here or in an executor, with a bounded number under way."""
    if executor is None:
        for task in tasks:
            yield function(*common, task)
        return
    left = iter(tasks)
    work = partial(function, *common)
    under_way: set[Future[Done]] = {executor.submit(work, task) for task in islice(left, _WINDOW)}
    while under_way:
        done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
        for future in done:
            yield future.result()
            under_way |= {executor.submit(work, task) for task in islice(left, 1)}
