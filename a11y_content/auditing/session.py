"""The two ways in: `audit` for a whole site, `Session` for page after page with one browser."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

from a11y_content.auditing.axe import find_axe
from a11y_content.auditing.check import Settings, chosen
from a11y_content.auditing.checks.axe import tags_of
from a11y_content.auditing.programs import find_programs
from a11y_content.auditing.report import Failure, Ran, Report, group, level_of, tool_versions
from a11y_content.auditing.target import is_address, opened
from a11y_content.design.mode import mode_set
from a11y_content.design.preference import Preference
from a11y_content.design.preferences import preferences
from a11y_content.problem import CouldNotRunError, Level, UsageError

if TYPE_CHECKING:
    from a11y_content.auditing.runner import Auditor, PageResult, Plan, Progress

Target = str | os.PathLike[str]
Table = tuple[Preference, ...]

_TWO: Final = 2
_MISSING: Final = "the audit needs selenium: pip install 'a11y-content[audit]'"


def audit(  # noqa: PLR0913  keyword-only choices
    target: Target | Iterable[Target],
    *,
    modes: str = "each",
    checks: Iterable[str] | None = None,
    workers: int | None = None,
    axe_script: Target | None = None,
    standard: str = "wcag22aa",
    timeout: float = 30,
    fail_on: str = "error",
    progress: Progress | None = None,
    table: Table | None = None,
    reuse: bool = True,
) -> Report:
    """Audit a folder, HTML files or http(s) addresses in every mode of a set.

    `modes` is a set or a list of ids (`design.mode.mode_set`), `checks` are names of checks (default: all), `workers`
    is the number of browsers (default: 2 for several pages on several cores), `timeout` is in seconds for a load and
    for each step in a mode, `progress` is called after each page, `table` holds the preferences that the pages offer.
    `reuse=False` runs everything anew in every mode: slower, with the same result.

    Raises `UsageError` for a wrong target, mode, check, standard or level, and `CouldNotRunError` when there is no
    browser or no axe. A page that cannot be audited raises nothing: it is in `Report.failed`.
    """
    begun = time.monotonic()
    targets = [target] if isinstance(target, str | os.PathLike) else list(target)
    level = level_of(fail_on)
    if workers is not None and workers < 1:
        raise UsageError(f"{workers} workers cannot audit; at least 1 is needed")
    plan_of = _Planner(
        modes=modes, checks=checks, axe_script=axe_script, standard=standard, timeout=timeout, table=table, reuse=reuse
    )
    with opened(targets) as pages:
        plan = replace(plan_of(), only_loopback=not any(is_address(os.fspath(one)) for one in targets))
        # Selenium belongs to an extra: whoever only makes content has none.
        from a11y_content.auditing.runner import run  # noqa: PLC0415

        results, versions = run(pages, plan, workers or _default_workers(), progress)
    return _report(plan, results, versions, level, begun)


class Session:
    """One browser for audit after audit, started at the first one; a context manager."""

    def __init__(self, *, modes: str = "each", fail_on: str = "error", **choices: Any) -> None:
        """Take the choices of `audit`, but for `workers` and `progress`; raises `UsageError`."""
        self._choices = choices
        self._level = level_of(fail_on)
        self._plan_of = _Planner(modes=modes, **choices)
        self._auditor: Auditor | None = None

    def audit(self, target: Target, *, modes: str | None = None) -> Report:
        """Audit one target, in `modes` of its own or in those of the session; raises as the function `audit` does."""
        begun = time.monotonic()
        plan_of = self._plan_of if modes is None else _Planner(modes=modes, **self._choices)
        with opened([target]) as pages:
            plan = plan_of()
            if self._auditor is None:
                from a11y_content.auditing.runner import Auditor  # noqa: PLC0415  selenium, as above

                self._auditor = Auditor(plan)
            results = [self._auditor.audit(page, plan.modes) for page in pages]
        return _report(plan, results, self._auditor.versions, self._level, begun)

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


class _Planner:
    """Checks the choices at once, and looks for axe and the browser when called."""

    def __init__(  # noqa: PLR0913  keyword-only choices
        self,
        *,
        modes: str,
        checks: Iterable[str] | None = None,
        axe_script: Target | None = None,
        standard: str = "wcag22aa",
        timeout: float = 30,
        table: Table | None = None,
        reuse: bool = True,
    ) -> None:
        tags_of(standard)
        table = preferences() if table is None else table
        if timeout <= 0:
            raise UsageError(f"a timeout of {timeout:g} seconds leaves no time; it must be more than 0")
        self._modes = tuple(mode_set(modes, table))
        self._checks = chosen(checks)
        self._settings = Settings(standard=standard, reuse=reuse)
        self._names = tuple(row.name for row in table)
        self._timeout = timeout
        self._axe_script = axe_script

    def __call__(self) -> Plan:
        try:
            from a11y_content.auditing.runner import Plan  # noqa: PLC0415  selenium, as above
        except ImportError as error:
            raise CouldNotRunError(_MISSING) from error
        return Plan(
            modes=self._modes,
            checks=self._checks,
            axe=find_axe(Path(self._axe_script) if self._axe_script is not None else None),
            settings=self._settings,
            names=self._names,
            programs=find_programs(),
            timeout=self._timeout,
            only_loopback=False,
        )


def _report(plan: Plan, results: Sequence[PageResult], versions: dict[str, str], level: Level, begun: float) -> Report:
    failed = [
        Failure(page=result.page.name, mode=mode, reason=reason) for result in results for mode, reason in result.failed
    ]
    return Report(
        tool=tool_versions(str(plan.axe), versions),
        ran=Ran(
            pages=tuple(result.page.name for result in results),
            modes=tuple(mode.id for mode in plan.modes),
            checks=tuple(check.name for check in plan.checks),
        ),
        problems=tuple(problem for result in results for problem in group(result.page, result.seen)),
        failed=tuple(failed),
        seconds=time.monotonic() - begun,
        fail_on=level,
    )


def _default_workers() -> int:
    """Two browsers where there are two cores: a third one costs more than it brings (measured)."""
    return min(_TWO, os.cpu_count() or 1)
