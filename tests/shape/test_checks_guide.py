"""docs/checks.md is as the registry of checks says, and every check says what a reader has to know."""

from pathlib import Path

import pytest

from a11y_content.auditing.check import CHECKS, Check
from a11y_content.problem import FAULTS
from tools.checks import _where, codes, page


def test_the_guide_is_as_the_checks_say(root: Path) -> None:
    kept = (root / "docs" / "checks.md").read_text("utf-8")
    assert page() == kept, "run `make golden`, and read the difference"


@pytest.mark.parametrize("check", list(CHECKS.values()), ids=lambda one: one.name)
def test_a_check_says_what_it_measures_and_what_it_cannot_see(check: Check) -> None:
    assert len(check.measures) > 40
    assert len(check.cannot_see) > 10
    assert _where(check)
    assert check.conformance in {"", "A", "AA", "AAA"}
    if check.name != "axe":
        assert bool(check.conformance) <= bool(check.fault.criterion or check.fault.help_url)


@pytest.mark.parametrize("check", list(CHECKS.values()), ids=lambda one: one.name)
def test_every_code_of_a_check_begins_with_its_name(check: Check) -> None:
    assert check.fault in codes(check)
    for one in codes(check):
        assert FAULTS[one.code] is one
        assert one.why
        assert one.mend
