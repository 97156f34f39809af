"""The run: every page in every mode by every check; N pages in, N results out, whatever happens."""

from __future__ import annotations

import queue
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass

from a11y_content.auditing.browser import Browser, BrowserGoneError
from a11y_content.auditing.browser.starting import Wanted, start
from a11y_content.auditing.engine import TIMED_OUT, PageResult, Progress, Work, audit_page
from a11y_content.auditing.target import Page
from a11y_content.problem import CouldNotRunError

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
        self._stopped = False
        started = self._first()
        self._browser: Browser | None = started
        self.versions = started.versions()

    def _first(self) -> Browser:
        """Start the first browser; one that dies at once may be followed by one that lives."""
        for tries_left in reversed(range(1 + self._plan.retries)):
            try:
                return start(self._plan.wanted)
            except BrowserGoneError as error:
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
        self._stopped = True
        self.close(kindly=False)

    def audit(self, page: Page, work: Work | None = None) -> PageResult:
        """Audit a page, by `work` or by that of the plan; a browser that dies is replaced `retries` times.

        Never raises for the page's sake.
        """
        work = work or self._plan.work
        reason, tries = "", 1 + self._plan.retries
        for _ in range(tries):
            if self._stopped:
                break
            try:
                if self._browser is None:
                    self._browser = start(self._plan.wanted)
                result = audit_page(self._browser, page, work, work.modes)
                if any(reason.startswith(TIMED_OUT) for _, reason in result.failed):
                    self.close(kindly=False)  # a renderer that hangs takes the next page along
            except (BrowserGoneError, CouldNotRunError) as error:
                reason = str(error)
                self.close(kindly=False)
            else:
                return result
        return PageResult(page=page, failed=[("", self._given_up(tries, reason))])

    def _given_up(self, tries: int, reason: str) -> str:
        if self._stopped:
            return "the audit was ended"
        return f"given up after {tries} browser{'s' if tries > 1 else ''}: {reason}"


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
        self._lock = threading.Lock()
        self._done = 0
        self._stopped = False
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
        with self._lock:
            self._auditors.append(auditor)
            self._versions = auditor.versions
        try:
            self._work(auditor)
        except BaseException as error:  # noqa: BLE001  raised on in the main thread
            self._errors.append(error)
        finally:
            auditor.close()

    def _work(self, auditor: Auditor) -> None:
        while not self._stopped:
            try:
                index, page = self._jobs.get_nowait()
            except queue.Empty:
                return
            self._results[index] = auditor.audit(page)
            with self._lock:
                self._done += 1
                if self._progress is not None and not self._stopped:
                    self._progress(self._done, len(self._pages), page.name)

    def stop(self) -> None:
        """End all browsers; the threads end soon after."""
        self._stopped = True
        with self._lock:
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
