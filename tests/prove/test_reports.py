"""The HTML report in every mode by every check, full, empty and with a baseline."""

from dataclasses import replace
from pathlib import Path

from a11y_content import reporting
from tests.audit.made_report import EVIL, report
from tests.audit.test_formats import with_baseline
from tests.audit.test_report import BROKEN


def test_a_report_has_no_problem_that_any_check_finds(tmp_path: Path) -> None:
    made = report(EVIL)
    twice = tuple(replace(one, page=page) for page in ("neck.html", "https://example.org/x") for one in made.problems)
    replace(made, problems=twice, failed=BROKEN).write("html", tmp_path / "full.html")
    replace(made, problems=()).write("html", tmp_path / "empty.html")
    with_baseline(report()).write("html", tmp_path / "known.html")
    found = reporting.audit(tmp_path, modes="each")
    assert [(one.page, one.code, one.selector, one.modes) for one in found.problems] == []
    assert found.failed == ()
