"""The audit: pages in a real browser, in every mode of the accessibility menu, by every check.

It sees only HTML. What it could not judge is in `Report.failed` and never counts as passed.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from a11y_content.audit import checks as _checks  # noqa: F401  importing it registers every check
from a11y_content.audit import writers as _writers  # noqa: F401  likewise every format
from a11y_content.audit.axe import find_axe
from a11y_content.audit.check import Settings, chosen
from a11y_content.audit.checks.axe import tags_of
from a11y_content.audit.report import Failure, Ran, Report, group, level_of, tool_versions
from a11y_content.audit.target import is_address, opened
from a11y_content.design.mode import mode_set
from a11y_content.design.preferences import PREFERENCES, Preference
from a11y_content.problem import CouldNotRunError, UsageError

if TYPE_CHECKING:
    from a11y_content.audit.runner import Progress

Target = str | os.PathLike[str]

_TWO = 2


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
    table: tuple[Preference, ...] = PREFERENCES,
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
    tags_of(standard)
    some_checks = chosen(checks)
    all_modes = tuple(mode_set(modes, table))
    if workers is not None and workers < 1:
        raise UsageError(f"{workers} workers cannot audit; at least 1 is needed")
    if timeout <= 0:
        raise UsageError(f"a timeout of {timeout:g} seconds leaves no time; it must be more than 0")
    with opened(targets) as pages:
        # Selenium belongs to an extra: whoever only makes content has none.
        try:
            from a11y_content.audit.browser import find_programs  # noqa: PLC0415
            from a11y_content.audit.runner import Plan, run  # noqa: PLC0415
        except ImportError as error:
            raise CouldNotRunError("the audit needs selenium: pip install 'a11y-content[audit]'") from error
        axe = find_axe(Path(axe_script) if axe_script is not None else None)
        plan = Plan(
            modes=all_modes,
            checks=some_checks,
            axe=axe,
            settings=Settings(standard=standard, reuse=reuse),
            names=tuple(row.name for row in table),
            programs=find_programs(),
            timeout=timeout,
            only_loopback=not any(is_address(os.fspath(one)) for one in targets),
        )
        results, versions = run(pages, plan, workers or _default_workers(), progress)
    return Report(
        tool=tool_versions(str(axe), versions),
        ran=Ran(
            pages=tuple(page.name for page in pages),
            modes=tuple(mode.id for mode in all_modes),
            checks=tuple(check.name for check in some_checks),
        ),
        problems=tuple(problem for result in results for problem in group(result.page, result.seen)),
        failed=tuple(
            Failure(page=result.page.name, mode=mode, reason=reason)
            for result in results
            for mode, reason in result.failed
        ),
        seconds=time.monotonic() - begun,
        fail_on=level,
    )


def _default_workers() -> int:
    """Two browsers where there are two cores: a third one costs more than it brings (measured)."""
    return min(_TWO, os.cpu_count() or 1)
