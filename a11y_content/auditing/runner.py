"""The run: every page in every mode by every check; N pages in, N results out, whatever happens."""

from __future__ import annotations

import queue
import threading
import traceback
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from a11y_content.auditing.browser import Browser, BrowserGoneError
from a11y_content.auditing.browser.starting import Wanted, start
from a11y_content.auditing.engine import TIMED_OUT, PageResult, Progress, Work, audit_page
from a11y_content.auditing.target import Page
from a11y_content.problem import CouldNotRunError, one_line

_WAIT = 0.2
"""Seconds between looks at the threads, so that Ctrl-C is heard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is run, and by which browsers."""

    work: Work
    wanted: Wanted
    retries: int = 2
    """New browsers that a page gets when its own dies; a page that failed is never run again."""


class Auditor:
    """A browser that audits pages one after another, and starts anew when it dies."""

    def __init__(self, plan: Plan) -> None:
        """Start the browser; raises `CouldNotRunError`."""
        self._plan = plan
        self._stopped = threading.Event()
        self.lost = False
        """Whether the last page was given up because no new browser would start."""
        started = self._first()
        self._browser: Browser | None = started
        self.versions = started.versions()

    def _first(self) -> Browser:
        """Start the first browser; one that dies at once may be followed by one that lives."""
        for tries_left in reversed(range(1 + self._plan.retries)):
            try:
                return start(self._plan.wanted)
            except (BrowserGoneError, CouldNotRunError) as error:
                if not tries_left:
                    raise CouldNotRunError(str(error)) from error
        raise CouldNotRunError("no browser")

    def close(self, *, kindly: bool = True) -> None:
        """End the browser; `kindly=False` does not wait for one that hangs."""
        browser, self._browser = self._browser, None
        if browser is not None:
            browser.close(kindly=kindly)

    def stop(self) -> None:
        """End the browser at once, from another thread; no new one is started."""
        self._stopped.set()
        self.close(kindly=False)

    def audit(self, page: Page, work: Work | None = None) -> PageResult:
        """Audit a page, by `work` or by that of the plan; a browser that dies is replaced `retries` times.

        Never raises for the page's sake.
        """
        work = work or self._plan.work
        reason, tries = "", 1 + self._plan.retries
        for _ in range(tries):
            if self._stopped.is_set():
                break
            try:
                self.lost = True
                if self._browser is None:
                    self._browser = start(self._plan.wanted)
                self.lost = False
                if self._stopped.is_set():  # while it started
                    break
                result = audit_page(self._browser, page, work, work.modes)
                if any(reason.startswith(TIMED_OUT) for _, reason in result.failed):
                    self.close(kindly=False)  # a renderer that hangs takes the next page along
            except (BrowserGoneError, CouldNotRunError) as error:
                reason = str(error)
                self.close(kindly=False)
            except Exception as error:  # noqa: BLE001  a fault of ours: told, and the other pages go on
                self.close(kindly=False)
                return PageResult(page=page, failed=[("", f"the audit itself failed: {_told(error)}")])
            else:
                return result
        return PageResult(page=page, failed=[("", self._given_up(tries, reason))])

    def _given_up(self, tries: int, reason: str) -> str:
        if self._stopped.is_set():
            return "the audit was ended"
        return f"given up after {tries} browser{'s' if tries > 1 else ''}: {reason}"


def _told(error: Exception) -> str:
    """Say what was raised, and where."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return one_line(f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})")


def run(
    pages: Sequence[Page], plan: Plan, workers: int, progress: Progress | None
) -> tuple[list[PageResult], dict[str, str]]:
    """Audit all pages with `workers` browsers; gives one result for each page, in order, and the versions used.

    Raises `CouldNotRunError` when no browser starts. On `KeyboardInterrupt` all browsers are ended, then it goes on.
    """
    crew = _Crew(pages, plan, progress)
    # An executor, and no bare threads: Ctrl-C inside Thread.join() marks a living thread as ended (CPython, bpo-45274).
    with ThreadPoolExecutor(max(1, min(workers, len(pages))), thread_name_prefix="a11y-audit") as pool:
        working = [pool.submit(crew.work) for _ in range(min(workers, len(pages)))]
        try:
            while wait(working, timeout=_WAIT).not_done:
                pass
        except BaseException:
            crew.stop()
            raise
    return crew.finish()


class _Crew:
    """Threads that share a queue of pages, each with a browser of its own."""

    def __init__(self, pages: Sequence[Page], plan: Plan, progress: Progress | None) -> None:
        self._plan = plan
        self._progress = progress
        self._results: list[PageResult | None] = [None] * len(pages)
        self._jobs: queue.SimpleQueue[tuple[int, Page]] = queue.SimpleQueue()
        for job in enumerate(pages):
            self._jobs.put(job)
        self._pages = pages
        self._changed = threading.Condition()
        self._done = 0
        self._alive = 0
        self._tried: set[int] = set()
        """Pages that a worker without a browser has handed back."""
        self._stopped = threading.Event()
        self._auditors: list[Auditor] = []
        self._errors: list[BaseException] = []
        self._versions: dict[str, str] = {}

    def work(self) -> None:
        """Audit pages until there are no more."""
        try:
            auditor = Auditor(self._plan)
        except BaseException as error:  # noqa: BLE001  raised on in the main thread
            self._errors.append(error)
            return
        with self._changed:
            self._auditors.append(auditor)
            self._versions = auditor.versions
            self._alive += 1
        try:
            while (job := self._next(auditor)) is not None:
                if not self._do(auditor, *job):
                    break
        except BaseException as error:  # noqa: BLE001  raised on in the main thread
            self._errors.append(error)
        finally:
            with self._changed:
                self._alive -= 1
            auditor.close()

    def _next(self, auditor: Auditor) -> tuple[int, Page] | None:
        """Give the next page, or wait until every page is done: one may yet be handed back."""
        while not self._stopped.is_set():
            with suppress(queue.Empty):
                return self._jobs.get_nowait()
            if self._done == len(self._pages) or self._errors:
                return None
            auditor.close()  # a Grid may need the slot
            with self._changed:
                self._changed.wait(_WAIT)
        return None

    def _do(self, auditor: Auditor, index: int, page: Page) -> bool:
        """Audit a page; without a browser, hand it back once to the other workers, and tell that this one ends."""
        result = auditor.audit(page)
        with self._changed:
            if auditor.lost and self._alive > 1 and index not in self._tried and not self._stopped.is_set():
                self._tried.add(index)
                self._jobs.put((index, page))
                self._changed.notify_all()
                return False
            self._results[index] = result
            self._done += 1
            self._changed.notify_all()
            if self._progress is not None and not self._stopped.is_set():
                self._progress(self._done, len(self._pages), page.name)
        return True

    def stop(self) -> None:
        """End all browsers; the threads end soon after."""
        self._stopped.set()
        with self._changed:
            for auditor in self._auditors:
                auditor.stop()

    def finish(self) -> tuple[list[PageResult], dict[str, str]]:
        """Give the results; raises what stopped a thread if that left pages without a result."""
        if self._errors and any(result is None for result in self._results):
            raise self._errors[0]
        return [
            result or PageResult(page=page, failed=[("", "not audited")])
            for page, result in zip(self._pages, self._results, strict=True)
        ], self._versions
