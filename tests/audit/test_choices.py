"""Wrong choices are refused before a browser starts."""

from pathlib import Path
from typing import Any

import pytest

from a11y_content.auditing import Session, audit
from a11y_content.auditing.check import CHECKS
from a11y_content.problem import FAULTS, UsageError


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({"modes": "pars"}, "did you mean 'pairs'"),
        ({"checks": ["reflw"]}, "did you mean 'reflow'"),
        ({"standard": "wcag22a"}, "did you mean 'wcag"),
        ({"fail_on": "never"}, "error, warning, review"),
        ({"workers": 0}, "at least 1"),
        ({"timeout": 0}, "more than 0"),
        ({"timeout": float("nan")}, "leaves no time"),
        ({"timeout": float("inf")}, "has no end"),
        ({"axe_script": "nowhere.js"}, "no such file"),
    ],
)
def test_a_wrong_choice_is_refused(root: Path, choices: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        audit(root / "fixtures" / "pages" / "axe.passed.html", **choices)


def test_a_session_refuses_at_once() -> None:
    with pytest.raises(UsageError, match="pairs"):
        Session(modes="pars")


def test_every_check_is_declared_as_a_fault_that_says_why_and_how() -> None:
    for name, check in CHECKS.items():
        assert FAULTS[name] is check.fault
        assert check.fault.why
        assert check.fault.mend
        assert (check.run or check.judge or check.resolve).__doc__
        assert check.measures
        assert check.cannot_see
        assert check.judge is None or f'add("{name}"' in check.script
