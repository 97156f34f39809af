"""What one more page costs, with one warm browser each: the plain loop, and ours in 1 mode and in 48."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.metadata import version

from a11y_content.auditing import Session
from a11y_content.auditing.axe import AxeScript
from a11y_content.auditing.programs import find_programs
from a11y_content.auditing.server import serve
from benchmarks.audit.corpus import Corpus, modes_of
from benchmarks.audit.plain import plain
from benchmarks.audit.processor import processor_seconds

LIMITS = {"axe, 48 modes": 1.5, "axe, 1 mode": 0.3, "all checks, 48 modes": 4.0}
"""The most that ours may cost, in times of the plain loop's one mode."""
LOOP = "plain loop, 1 mode"
WARM = 3
"""Pages that are audited before any is timed."""


@dataclass(frozen=True, kw_only=True)
class Marginal:
    """One kind of work: the median of its seconds a page, and how far its rounds lie apart."""

    name: str
    seconds: float
    least: float
    most: float
    ratio: float
    """Its seconds over those of the plain loop's one mode, of the same run."""
    cpu: float = 0.0
    """The median of its seconds of processor time."""
    cpu_ratio: float = 0.0
    """The same over that of the plain loop's one mode: what the rest of the machine disturbs least."""

    @property
    def limit(self) -> float | None:
        """The most that the ratio may be, where something was promised."""
        return LIMITS.get(self.name)


def measure(corpus: Corpus, axe: AxeScript, rounds: int, *, pages: int = 4, everything: bool = True) -> list[Marginal]:
    """Time every kind of work on every clean page, round after round, each page by all kinds before the next.

    Other pages of the site come first and do not count: what is timed is a new page of a site that is known, once a
    round (only the first round is quite new; give `rounds=1` for that). Raises `RuntimeError` where ours finds a problem on
    a clean page or could not audit it: then times say nothing.
    """
    with ExitStack() as stack:
        base = stack.enter_context(serve(corpus.folder))
        loop = stack.enter_context(plain(find_programs(), axe))
        works: dict[str, Callable[[str], object]] = {LOOP: loop.audit}
        for name, number, checks in (
            ("axe, 1 mode", 1, ["axe"]),
            ("axe, 12 modes", 12, ["axe"]),
            ("axe, 48 modes", 48, ["axe"]),
            ("axe, 48 modes, planted", 48, ["axe"]),
            *([("all checks, 1 mode", 1, None), ("all checks, 48 modes", 48, None)] if everything else []),
        ):
            ids = ";".join(modes_of(number))
            session = stack.enter_context(Session(modes=ids, checks=checks, axe_script=axe.path, timeout=120))
            works[name] = _ours(session, clean="planted" not in name)
        times: dict[str, list[float]] = {name: [] for name in works}
        efforts: dict[str, list[float]] = {name: [] for name in works}
        before_them = corpus.clean[pages : pages + WARM] or corpus.clean[:1]
        for number in range(-1, rounds):
            for at, page in enumerate(corpus.clean[:pages] if number >= 0 else before_them):
                for name in _turned(list(works), number + at):
                    chosen = corpus.planted[at % len(corpus.planted)] if "planted" in name else page
                    before, begun = processor_seconds(), time.monotonic()
                    works[name](f"{base}/{chosen}")
                    if number >= 0:
                        times[name].append(time.monotonic() - begun)
                        efforts[name].append(processor_seconds() - before)
            _say(f"marginal: round {number + 1} of {rounds} done")
    loop_seconds, loop_cpu = statistics.median(times[LOOP]), statistics.median(efforts[LOOP])
    return [
        Marginal(
            name=name,
            seconds=(middle := statistics.median(found)),
            least=min(found),
            most=max(found),
            ratio=middle / loop_seconds,
            cpu=(effort := statistics.median(efforts[name])),
            cpu_ratio=effort / loop_cpu,
        )
        for name, found in times.items()
    ]


def _ours(session: Session, *, clean: bool) -> Callable[[str], object]:
    def audit(url: str) -> None:
        report = session.audit(url)
        if report.failed:
            raise RuntimeError(f"{url}: {report.failed[0].reason}")
        if clean == bool(report.summary["errors"]):
            told = "; ".join(f"{one.code} {one.selector}" for one in report.problems[:3])
            _say(f"{url}: {'problems on a clean page' if clean else 'no problem on a planted page'}: {told}")

    return audit


def _turned(names: Sequence[str], by: int) -> list[str]:
    """Let each round begin with another kind of work."""
    at = by % len(names)
    return [*names[at:], *names[:at]]


def _say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {what}", file=sys.stderr, flush=True)


def versions() -> list[tuple[str, str]]:
    """Name the packages that take part."""
    return [(name, version(name)) for name in ("selenium", "axe-selenium-python")]
