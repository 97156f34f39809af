"""A sample of the built pages, all corpora in it: audited in a real browser, and held to the Nu HTML checker."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from a11y_content.auditing import audit
from a11y_content.problem import Level
from benchmarks.corpora.run import Tally


def choose(tallies: list[Tally], wanted: int) -> list[str]:
    """Choose pages in turn from every corpus, spread evenly over each, until there are enough."""
    queues = [_spread(one.pages, wanted) for one in tallies if one.pages]
    chosen: list[str] = []
    while queues and len(chosen) < wanted:
        for queue in list(queues):
            if len(chosen) < wanted:
                chosen.append(queue.pop(0))
            if not queue:
                queues.remove(queue)
    return sorted(chosen)


def _spread(pages: list[str], wanted: int) -> list[str]:
    step = max(1, len(pages) // wanted)
    return pages[::step] if len(pages) > wanted else list(pages)


def audit_sample(site: Path, pages: list[str], modes: str) -> tuple[str, bool]:
    """Audit the pages; give a sentence, and whether no error was found and every page was judged."""
    report = audit([str(site / page) for page in pages], modes=modes)
    levels = Counter(problem.level for problem in report.problems)
    said = (
        f"audit of {len(pages)} pages in {len(report.ran.modes)} modes (`{modes}`): {levels[Level.ERROR]} errors, "
        f"{levels[Level.WARNING]} warnings, {levels[Level.REVIEW]} to review, {len(report.failed)} could not be audited"
    )
    lines = [said, *(f"  {problem.line()}" for problem in report.problems if problem.level is not Level.REVIEW)]
    return "\n".join(lines), not levels[Level.ERROR] and not report.failed


def validate_sample(site: Path, pages: list[str]) -> tuple[str, bool]:
    """Hold the pages to the Nu HTML checker; give a sentence, and whether no error was found."""
    from tests.markup.nu import NuMissingError, messages  # noqa: PLC0415  needs Java

    try:
        found = messages([site / page for page in pages])
    except NuMissingError as error:
        return f"Nu HTML checker: not run, since {error}", True
    errors = [one for one in found if one.is_error]
    lines = [f"Nu HTML checker: {len(pages)} pages, {len(errors)} errors, {len(found) - len(errors)} warnings"]
    lines += [f"  {one}" for one in errors]
    return "\n".join(lines), not errors
