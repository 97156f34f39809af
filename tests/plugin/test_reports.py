"""The report of a whole run holds all that its audits told."""

from dataclasses import replace

from a11y_content.pytest_plugin.reports import merged
from tests.audit.made_report import report


def test_two_problems_of_one_audit_at_one_element_stay_two() -> None:
    made = report()
    first = made.problems[0]
    both = replace(made, problems=(first, replace(first, message="another error of the same script")))
    assert merged([both]).problems == both.problems
    assert merged([both, both]).problems == both.problems


def test_one_problem_in_two_audits_has_the_modes_of_both() -> None:
    made = report()
    first = replace(made.problems[0], modes=("default",))
    again = replace(first, modes=("text=200",))
    told = merged([replace(made, problems=(first,)), replace(made, problems=(again,))]).problems
    assert told == (replace(first, modes=("default", "text=200")),)
