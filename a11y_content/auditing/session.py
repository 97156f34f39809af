"""The two ways in: `audit` for a whole site, `Session` for page after page with one browser."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self, Unpack

from a11y_content.auditing.axe import find_axe
from a11y_content.auditing.baseline import Baseline, read_baseline
from a11y_content.auditing.choices import Choices, Chosen
from a11y_content.auditing.clock import today
from a11y_content.auditing.grouping import group
from a11y_content.auditing.programs import Programs, find_programs
from a11y_content.auditing.ran import Failure, Ran, Skip, page_files
from a11y_content.auditing.report import Report, held, level_of, tool_versions
from a11y_content.auditing.selection import changed_since, shard
from a11y_content.auditing.target import opened
from a11y_content.design.mode import mode_set
from a11y_content.problem import CouldNotRunError

if TYPE_CHECKING:
    from a11y_content.auditing.browser.guest import Driver
    from a11y_content.auditing.engine import PageResult, Progress, Work
    from a11y_content.auditing.runner import Auditor, Plan

Target = str | os.PathLike[str]

_TWO: Final = 2
_MISSING: Final = "the audit needs selenium: pip install 'a11y-content[audit]'"


def audit(target: Target | Iterable[Target], *, progress: Progress | None = None, **chosen: Unpack[Chosen]) -> Report:
    """Audit a folder, HTML files or http(s) addresses in every mode of a set.

    The choices are the fields of `a11y_content.auditing.choices.Choices`; `progress` is called after each page.

    Raises `UsageError` for a wrong target, mode, check, standard or level, and `CouldNotRunError` when there is no
    browser or no axe. A page that cannot be audited raises nothing: it is in `Report.failed`.
    """
    begun = time.monotonic()
    targets = [target] if isinstance(target, str | os.PathLike) else list(target)
    choices = Choices(**chosen)
    known = _known(choices)
    with opened(targets, choices.wanted) as found:
        pages = shard(changed_since(found, choices.changed_since), choices.shard)
        plan = _plan(choices, only_loopback=all(page.file for page in pages))
        # Selenium belongs to an extra: whoever only makes content has none.
        from a11y_content.auditing.runner import run  # noqa: PLC0415

        results, versions = run(pages, plan, choices.workers or _default_workers(choices.grid), progress)
        return _report(plan.work, choices, results, versions, begun, known)


class Session:
    """One browser for audit after audit, started at the first one; a context manager."""

    def __init__(self, **chosen: Unpack[Chosen]) -> None:
        """Take the choices of `audit`; raises `UsageError`."""
        self._choices = Choices(**chosen)
        self._auditor: Auditor | None = None

    def audit(self, target: Target | Driver, **chosen: Unpack[Chosen]) -> Report:
        """Audit one target; what is `chosen` counts for this audit only. Raises as the function `audit` does.

        The page of a Selenium driver is audited as it stands and put back after; no other browser is started. What
        belongs to the browser itself (`browser`, `grid`, `timeout`, access) is that of the session.
        """
        begun = time.monotonic()
        choices = replace(self._choices, **chosen)
        known = _known(choices)
        if not isinstance(target, str | os.PathLike):
            from a11y_content.auditing.guests import audit_guest  # noqa: PLC0415  selenium, as above

            work = _work(choices)
            result, versions = audit_guest(target, work, words=choices.modes, timeout=choices.timeout)
            return _report(work, choices, [result], versions, begun, known)
        with opened([target], choices.wanted) as pages:
            plan = _plan(choices)
            if self._auditor is None:
                from a11y_content.auditing.runner import Auditor  # noqa: PLC0415  selenium, as above

                self._auditor = Auditor(plan)
            results = [self._auditor.audit(page, plan.work) for page in pages]
            return _report(plan.work, choices, results, self._auditor.versions, begun, known)

    def close(self) -> None:
        """End the browser."""
        auditor, self._auditor = self._auditor, None
        if auditor is not None:
            auditor.close()

    def __enter__(self) -> Self:
        """Start nothing yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the browser."""
        self.close()


def _work(choices: Choices) -> Work:
    """Say what is run on every page; raises `CouldNotRunError` where there is no axe or no Selenium."""
    try:
        from a11y_content.auditing.engine import Work  # noqa: PLC0415  selenium, as above
    except ImportError as error:
        raise CouldNotRunError(_MISSING) from error
    return Work(
        modes=tuple(mode_set(choices.modes, choices.preferences)),
        checks=choices.picked,
        axe=find_axe(Path(choices.axe_script) if choices.axe_script is not None else None),
        settings=choices.settings,
        names=tuple(row.name for row in choices.preferences),
        words=choices.modes,
        table=choices.table,
    )


def _plan(choices: Choices, *, only_loopback: bool = False) -> Plan:
    """Look for axe and the browser; raises `CouldNotRunError`."""
    try:
        from a11y_content.auditing.browser.starting import Wanted  # noqa: PLC0415  selenium, as above
        from a11y_content.auditing.runner import Plan  # noqa: PLC0415  selenium, as above
    except ImportError as error:
        raise CouldNotRunError(_MISSING) from error
    work = _work(choices)
    wanted = Wanted(
        programs=Programs() if choices.grid else find_programs(choices.browser),
        kind=choices.browser,
        grid=choices.grid,
        timeout=choices.timeout,
        only_loopback=only_loopback,
        access=choices.access,
    )
    return Plan(work=work, wanted=wanted, retries=choices.retries)


def _known(choices: Choices) -> Baseline | None:
    """Read the baseline before anything runs; raises `UsageError`."""
    return read_baseline(choices.baseline) if choices.baseline is not None else None


def _report(  # noqa: PLR0913, PLR0917  what a report is made of
    work: Work,
    choices: Choices,
    results: Sequence[PageResult],
    versions: dict[str, str],
    begun: float,
    known: Baseline | None,
) -> Report:
    """Put the results of all pages together, and hold them against the baseline."""
    told = [(result, group(result.page, result.seen)) for result in results]
    made = Report(
        tool=tool_versions(str(work.axe), versions),
        ran=_ran(work, results),
        problems=tuple(problem for _, problems in told for problem in problems),
        failed=tuple(
            Failure(page=result.page.name, mode=mode, reason=reason)
            for result in results
            for mode, reason in result.failed
        ),
        seconds=time.monotonic() - begun,
        fail_on=level_of(choices.fail_on),
        pictures={
            problem.fingerprint: picture
            for result, problems in told
            for problem in problems
            if (picture := result.pictures.get((problem.code, problem.selector)))
        },
    )
    return made if known is None else held(made, known, choices.today or today(), strict=choices.fail_on_stale)


def _ran(work: Work, results: Sequence[PageResult]) -> Ran:
    modes = {result.page.name: tuple(mode.id for mode in result.modes) for result in results}
    every = dict.fromkeys(name for ids in modes.values() for name in ids)
    if not every:  # no page at all, or none that could be opened
        every = dict.fromkeys(mode.id for mode in work.modes)
    return Ran(
        pages=tuple(modes),
        modes=tuple(every),
        checks=tuple(check.name for check in work.checks),
        skipped=tuple(
            Skip(page=result.page.name, check=check, reason=reason)
            for result in results
            for check, reason in result.skipped.items()
        ),
        page_modes={page: ids for page, ids in modes.items() if ids and set(ids) != set(every)},
        files=page_files(result.page for result in results),
    )


def _default_workers(grid: str) -> int:
    """Two browsers where there are two cores: a third one costs more than it brings (measured); all of a Grid."""
    if grid:
        from a11y_content.auditing.browser.grid import slots  # noqa: PLC0415  selenium, as above

        return slots(grid)
    return min(_TWO, os.cpu_count() or 1)
