"""Whole commands, cold: each tool as its users start it, on pages in modes; the seconds, and how many addresses it judged."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from a11y_content.auditing.axe import AxeScript
from a11y_content.auditing.programs import Programs
from benchmarks.audit.corpus import Corpus, address, modes_of
from benchmarks.audit.peers import Peer
from benchmarks.audit.plain import plain

_LONGEST = 3600


class BrokenError(Exception):
    """A tool did not judge what it was given; the message says what happened."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """What one command is to do."""

    base: str
    corpus: Corpus
    pages: int
    modes: int
    workers: int
    axe: AxeScript
    programs: Programs

    @property
    def names(self) -> tuple[str, ...]:
        """The pages."""
        return self.corpus.clean[: self.pages]

    @property
    def addresses(self) -> list[str]:
        """Every page in every mode as an address, page by page."""
        return [f"{self.base}/{address(page, mode)}" for page in self.names for mode in modes_of(self.modes)]


Command = Callable[[Job], float]
"""Does a job and gives its seconds; raises `BrokenError`."""


def ours(job: Job) -> float:
    """Run `a11y-content audit --checks axe`."""
    return _ours(job, ["--checks", "axe"])


def ours_whole(job: Job) -> float:
    """Run `a11y-content audit` with all checks."""
    return _ours(job, [])


def _ours(job: Job, more: Sequence[str]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        words = ["--modes", ";".join(modes_of(job.modes)), "--workers", str(job.workers), "--format", f"json={report}"]
        targets = [str(job.corpus.folder / page) for page in job.names]
        command = [sys.executable, "-m", "a11y_content", "audit", *more, *words, "--axe-script", str(job.axe.path)]
        seconds, _ = _timed([*command, *targets], good=(0, 1))
        made = json.loads(report.read_text("utf-8"))
    judged = (made["summary"]["pages"], made["summary"]["modes"], made["summary"]["failed"])
    if judged != (job.pages, job.modes, 0):
        raise BrokenError(f"judged {judged[0]} pages in {judged[1]} modes, {judged[2]} failed")
    return seconds


def pa11y(peer: Peer) -> Command:
    """Give a command that runs pa11y-ci with its runner axe."""

    def run(job: Job) -> float:
        chrome = {"executablePath": job.programs.browser, "args": ["--no-sandbox", "--disable-dev-shm-usage"]}
        defaults = {
            "runners": ["axe"],
            "standard": "WCAG2AA",
            "timeout": 60000,
            "concurrency": job.workers,
            "chromeLaunchConfig": chrome,
        }
        with tempfile.TemporaryDirectory() as folder:
            config = Path(folder) / "pa11yci.json"
            config.write_text(json.dumps({"defaults": defaults, "urls": job.addresses}), "utf-8")
            seconds, said = _timed([str(peer.program), "--config", str(config), "--json"], good=(0, 2))
        results = json.loads(said)["results"]
        broken = [one for found in results.values() for one in found if "code" not in one]
        if len(results) != len(job.addresses) or broken:
            why = f": {broken[0].get('message', '')[:80]}" if broken else ""
            raise BrokenError(f"{len(broken)} of {len(results)} addresses failed, of {len(job.addresses)}{why}")
        return seconds

    return run


def axe_cli(peer: Peer) -> Command:
    """Give a command that runs @axe-core/cli."""

    def run(job: Job) -> float:
        browser = ["--chrome-path", job.programs.browser, "--chromedriver-path", job.programs.driver]
        flags = ["--chrome-options", "no-sandbox,disable-dev-shm-usage", "--stdout"]
        seconds, said = _timed([str(peer.program), *job.addresses, *browser, *flags], good=(0, 1))
        judged = len(json.loads(said))
        if judged != len(job.addresses):
            raise BrokenError(f"judged {judged} of {len(job.addresses)} addresses")
        return seconds

    return run


def loop(job: Job) -> float:
    """Run the plain loop, with a browser for each worker; what starting Python takes is not in it."""

    def audit(addresses: Sequence[str]) -> None:
        with plain(job.programs, job.axe) as one:
            for url in addresses:
                if "violations" not in one.audit(url):
                    raise BrokenError(f"{url}: axe gave no answer")

    begun = time.monotonic()
    with ThreadPoolExecutor(job.workers) as pool:
        for done in [pool.submit(audit, job.addresses[at :: job.workers]) for at in range(job.workers)]:
            done.result()
    return time.monotonic() - begun


def _timed(command: Sequence[str], *, good: Sequence[int]) -> tuple[float, str]:
    begun = time.monotonic()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST, check=False)
    except subprocess.TimeoutExpired:
        raise BrokenError(f"no end within {_LONGEST} s") from None
    if done.returncode not in good:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["nothing"]
        raise BrokenError(f"ended with {done.returncode}: {last[0][:200]}")
    return time.monotonic() - begun, done.stdout
