"""The two ways in: `audit` for a whole site, `Session` for page after page with one browser."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self, Unpack

from a11y_content.auditing.axe import find_axe
from a11y_content.auditing.choices import Choices, Chosen
from a11y_content.auditing.programs import find_programs
from a11y_content.auditing.report import Failure, Ran, Report, group, level_of, tool_versions
from a11y_content.auditing.target import is_address, opened
from a11y_content.design.mode import mode_set
from a11y_content.problem import CouldNotRunError

if TYPE_CHECKING:
    from a11y_content.auditing.engine import PageResult, Progress
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
    with opened(targets) as pages:
        plan = replace(_plan(choices), only_loopback=not any(is_address(os.fspath(one)) for one in targets))
        # Selenium belongs to an extra: whoever only makes content has none.
        from a11y_content.auditing.runner import run  # noqa: PLC0415

        results, versions = run(pages, plan, choices.workers or _default_workers(), progress)
    return _report(plan, choices, results, versions, begun)


class Session:
    """One browser for audit after audit, started at the first one; a context manager."""

    def __init__(self, **chosen: Unpack[Chosen]) -> None:
        """Take the choices of `audit`; raises `UsageError`."""
        self._choices = Choices(**chosen)
        self._auditor: Auditor | None = None

    def audit(self, target: Target, *, modes: str | None = None) -> Report:
        """Audit one target, in `modes` of its own or in those of the session; raises as the function `audit` does."""
        begun = time.monotonic()
        choices = self._choices if modes is None else replace(self._choices, modes=modes)
        with opened([target]) as pages:
            plan = _plan(choices)
            if self._auditor is None:
                from a11y_content.auditing.runner import Auditor  # noqa: PLC0415  selenium, as above

                self._auditor = Auditor(plan)
            results = [self._auditor.audit(page, plan.work.modes) for page in pages]
        return _report(plan, choices, results, self._auditor.versions, begun)

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


def _plan(choices: Choices) -> Plan:
    """Look for axe and the browser; raises `CouldNotRunError`."""
    try:
        from a11y_content.auditing.engine import Work  # noqa: PLC0415  selenium, as above
        from a11y_content.auditing.runner import Plan  # noqa: PLC0415  selenium, as above
    except ImportError as error:
        raise CouldNotRunError(_MISSING) from error
    work = Work(
        modes=tuple(mode_set(choices.modes, choices.preferences)),
        checks=choices.picked,
        axe=find_axe(Path(choices.axe_script) if choices.axe_script is not None else None),
        settings=choices.settings,
        names=tuple(row.name for row in choices.preferences),
    )
    return Plan(work=work, programs=find_programs(), timeout=choices.timeout, only_loopback=False)


def _report(
    plan: Plan, choices: Choices, results: Sequence[PageResult], versions: dict[str, str], begun: float
) -> Report:
    failed = [
        Failure(page=result.page.name, mode=mode, reason=reason) for result in results for mode, reason in result.failed
    ]
    return Report(
        tool=tool_versions(str(plan.work.axe), versions),
        ran=Ran(
            pages=tuple(result.page.name for result in results),
            modes=tuple(mode.id for mode in plan.work.modes),
            checks=tuple(check.name for check in plan.work.checks),
        ),
        problems=tuple(problem for result in results for problem in group(result.page, result.seen)),
        failed=tuple(failed),
        seconds=time.monotonic() - begun,
        fail_on=level_of(choices.fail_on),
    )


def _default_workers() -> int:
    """Two browsers where there are two cores: a third one costs more than it brings (measured)."""
    return min(_TWO, os.cpu_count() or 1)
