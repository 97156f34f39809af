"""The run: fetch the tools, then every job by every tool in turn, round after round, and the medians."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field

from a11y_content.auditing.axe import AxeScript
from a11y_content.auditing.programs import find_programs
from a11y_content.auditing.server import serve
from benchmarks.audit import commands
from benchmarks.audit.commands import BrokenError, Command, Job
from benchmarks.audit.corpus import PAGES, Corpus
from benchmarks.audit.peers import PACKAGES, AbsentError, Peer, fetch

OURS, WHOLE, LOOP, PA11Y, AXE = (
    "a11y-content, axe",
    "a11y-content, all checks",
    "plain loop",
    "pa11y-ci",
    "@axe-core/cli",
)
_ALONE = {AXE}
"""Tools that work on one page at a time only."""


@dataclass(frozen=True, kw_only=True)
class Work:
    """A job for several tools: the same pages in the same modes."""

    pages: int
    modes: int
    workers: int
    rounds: int
    tools: tuple[str, ...]

    @property
    def name(self) -> str:
        """Say what is done."""
        return f"{_s(self.pages, 'page')} in {_s(self.modes, 'mode')}, {_s(self.workers, 'worker')}"


@dataclass(kw_only=True)
class Row:
    """What one tool took for one work."""

    tool: str
    work: Work
    seconds: list[float] = field(default_factory=list)
    absent: str = ""

    @property
    def median(self) -> float | None:
        """The median of the rounds, in seconds; `None` where nothing could be measured."""
        return statistics.median(self.seconds) if self.seconds and not self.absent else None


_ALL = (OURS, LOOP, AXE, PA11Y)
FULL = (
    Work(pages=PAGES, modes=1, workers=1, rounds=3, tools=(*_ALL, WHOLE)),
    Work(pages=PAGES, modes=1, workers=2, rounds=3, tools=_ALL),
    Work(pages=2, modes=12, workers=1, rounds=3, tools=(*_ALL, WHOLE)),
    Work(pages=2, modes=12, workers=2, rounds=3, tools=_ALL),
    Work(pages=1, modes=48, workers=1, rounds=1, tools=_ALL),
    Work(pages=PAGES, modes=48, workers=1, rounds=3, tools=(OURS,)),
    Work(pages=PAGES, modes=48, workers=2, rounds=3, tools=(OURS, WHOLE)),
)
WHOLE_MATRIX = Work(pages=PAGES, modes=48, workers=1, rounds=1, tools=(OURS, PA11Y))
"""Some fifteen minutes of pa11y-ci: every page in every mode, run and not reckoned. One worker, which is its default: with
two it loses addresses (`Target.closeTarget`), as its own users say."""
QUICK = (
    Work(pages=2, modes=1, workers=1, rounds=1, tools=(*_ALL, WHOLE)),
    Work(pages=2, modes=12, workers=2, rounds=1, tools=(OURS, PA11Y)),
)


def measure(corpus: Corpus, axe: AxeScript, works: Iterable[Work]) -> tuple[list[Row], list[Peer]]:
    """Do every work by every tool; a tool that cannot be had, or breaks, is told in its rows and stops nothing."""
    tools, peers, absent = _tools(axe)
    rows: list[Row] = []
    programs = find_programs()
    with ExitStack() as stack:
        base = stack.enter_context(serve(corpus.folder))
        for work in works:
            mine = [Row(tool=name, work=work, absent=absent.get(name, "")) for name in work.tools]
            for row in mine:
                if work.workers > 1 and row.tool in _ALONE:
                    row.absent = "works on one page at a time"
            rows += mine
            job = Job(
                base=base,
                corpus=corpus,
                pages=work.pages,
                modes=work.modes,
                workers=work.workers,
                axe=axe,
                programs=programs,
            )
            for number in range(work.rounds):
                turn = number % len(mine)
                for row in (*mine[turn:], *mine[:turn]):
                    _do(row, tools, job)
            _say(f"{work.name}: done")
    return rows, peers


def _tools(axe: AxeScript) -> tuple[dict[str, Command], list[Peer], dict[str, str]]:
    tools: dict[str, Command] = {OURS: commands.ours, WHOLE: commands.ours_whole, LOOP: commands.loop}
    peers, absent = [], {}
    for name, program, make in ((PA11Y, "pa11y-ci", commands.pa11y), (AXE, "axe", commands.axe_cli)):
        try:
            peer = fetch(name, program, axe)
        except AbsentError as error:
            absent[name] = str(error)
        else:
            tools[name] = make(peer)
            peers.append(peer)
    assert set(PACKAGES) == {PA11Y, AXE}
    return tools, peers, absent


def _do(row: Row, tools: dict[str, Command], job: Job) -> None:
    if row.absent:
        return
    try:
        row.seconds.append(tools[row.tool](job))
    except BrokenError as error:
        row.absent = str(error)
    _say(f"{row.work.name}: {row.tool}: {row.absent or f'{row.seconds[-1]:.1f} s'}")


def _s(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)
