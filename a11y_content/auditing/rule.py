"""Rules: what is known of a problem's code beyond one problem of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from a11y_content.auditing.axe import explain
from a11y_content.auditing.check import CHECKS
from a11y_content.auditing.criteria import CRITERIA
from a11y_content.auditing.hurt import HURT
from a11y_content.problem import FAULTS, CouldNotRunError, Fault, Level, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a code means, whom it hurts, and how it is mended."""

    code: str
    title: str
    why: str
    mend: str
    level: Level
    criterion: str
    """Number of the success criterion, such as `1.4.3`; empty where none applies."""
    help_url: str

    @property
    def who(self) -> str:
        """Say whom it hurts: our own rules say it themselves, for those of axe the criterion does."""
        if not self.code.startswith("axe/"):
            return self.why
        return HURT.get(self.criterion, "") or self.why

    @property
    def criterion_name(self) -> str:
        """Number, name and level of the criterion in words, such as `1.4.3 Contrast (Minimum), level AA`."""
        known = CRITERIA.get(self.criterion)
        return f"{known.number} {known.name}, level {known.level}" if known else self.criterion

    @property
    def tags(self) -> tuple[str, ...]:
        """Words to filter by."""
        check = CHECKS.get(self.code.partition("/")[0])
        level = f"wcag-{check.conformance.lower()}" if check and check.conformance else ""
        return tuple(filter(None, ("accessibility", self.criterion and f"WCAG {self.criterion}", level)))


def rules_of(problems: Iterable[Problem]) -> dict[str, Rule]:
    """Give the rule of each code among problems, in the order in which the codes come."""
    made: dict[str, Rule] = {}
    for problem in problems:
        if problem.code not in made:
            made[problem.code] = _rule(problem)
    return made


@lru_cache(maxsize=256)
def _of_axe(code: str) -> Fault | None:
    try:
        return explain(code)
    except CouldNotRunError:  # a report that is read where no axe is installed
        return None


def _rule(problem: Problem) -> Rule:
    code = problem.code
    fault = FAULTS.get(code)
    if fault is None and code.startswith("axe/"):
        fault = _of_axe(code)
    fault = fault or FAULTS.get(code.partition("/")[0])
    return Rule(
        code=code,
        title=fault.title if fault else code,
        why=fault.why if fault else problem.message,
        mend=problem.hint or (fault.mend if fault else ""),
        level=problem.level,
        criterion=problem.criterion or (fault.criterion if fault else ""),
        help_url=problem.help_url or (fault.help_url if fault else ""),
    )
