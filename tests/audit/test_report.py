import json
from dataclasses import replace
from pathlib import Path

import pytest

from a11y_content.auditing.check import CHECKS
from a11y_content.auditing.finding import Finding
from a11y_content.auditing.grouping import group
from a11y_content.auditing.ran import Failure, Ran
from a11y_content.auditing.report import WRITERS, level_of, writer
from a11y_content.design.mode import parse_mode
from a11y_content.problem import Level, Problem, UsageError
from tests.audit.made_report import FAINT, PAGE, RING, report

BROKEN = (Failure(page="ok.html", mode="", reason="status 500"),)


def test_a_defect_in_two_modes_is_one_problem_with_two_modes() -> None:
    ring, faint = report().problems
    assert (ring.code, ring.modes, str(ring.where)) == (
        "focus-visible",
        ("contrast=dark", "text=200"),
        "content/neck.md:14:1",
    )
    assert (faint.level, faint.modes) == (Level.REVIEW, ("text=200",))


def test_an_error_and_a_review_of_one_element_stay_apart() -> None:
    mode = parse_mode("default")
    sure = Finding(code=FAINT.code, message="too faint", selector="p")
    assert {p.level for p in group(PAGE, [(mode, FAINT), (mode, sure)])} == {Level.ERROR, Level.REVIEW}


def test_the_exit_status_follows_the_contract() -> None:
    reviews = tuple(p for p in report().problems if p.level is Level.REVIEW)
    assert report().exit_status == 1
    assert report(problems=()).exit_status == 0
    assert report(problems=reviews).exit_status == 0
    assert report(problems=reviews, fail_on=Level.REVIEW).exit_status == 1
    assert report(problems=(), failed=BROKEN).exit_status == 3
    assert report(failed=BROKEN).exit_status == 3


def test_a_report_is_written_to_a_file(tmp_path: Path) -> None:
    report().write("json", tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text())["summary"]["errors"] == 1
    with pytest.raises(UsageError, match="cannot be written"):
        report().write("json", tmp_path / "no" / "folder.json")
    with pytest.raises(UsageError, match="did you mean 'junit'"):
        report().write("junt", tmp_path / "x")


def test_every_format_writes_an_empty_report() -> None:
    empty = report(problems=(), ran=Ran(pages=(), modes=(), checks=()))
    for name in WRITERS:
        assert writer(name)(empty) or name == "github"


def test_a_wrong_level_is_refused() -> None:
    with pytest.raises(UsageError, match="error, warning, review"):
        level_of("grave")


def test_problems_of_one_page_come_gravest_first() -> None:
    problems: list[Problem] = group(PAGE, [(parse_mode("default"), FAINT), (parse_mode("default"), RING)])
    assert [p.level for p in problems] == [Level.ERROR, Level.REVIEW]


def test_two_things_said_of_one_element_in_one_mode_are_two_problems() -> None:
    one, two = parse_mode("default"), parse_mode("text=200")
    first, second = (Finding(code="console", message=word, selector="html", html="<html>") for word in "ab")
    other = Finding(code="console", message="c", selector="html", html="<html>")
    made = group(PAGE, [(one, first), (one, second), (one, first), (two, other)])
    assert [(p.message, p.modes) for p in made] == [("a", ("default", "text=200")), ("b", ("default",))]
    assert len({p.fingerprint for p in made}) == 2


def test_an_echo_is_silent_where_the_other_check_says_as_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CHECKS._things, "reflow", replace(CHECKS["reflow"], echoes=("axe/target-size",)))
    one, two = parse_mode("default"), parse_mode("text=200")
    ours = Finding(code="reflow", message="ours", selector="a")
    theirs = Finding(code="axe/target-size", message="theirs", selector="a")
    unsure = Finding(code="axe/target-size", message="unsure", selector="a", level=Level.REVIEW)
    assert {p.code for p in group(PAGE, [(one, ours), (one, theirs)])} == {"axe/target-size"}
    assert {p.code for p in group(PAGE, [(one, ours), (one, unsure)])} == {"axe/target-size", "reflow"}
    assert [p.modes for p in group(PAGE, [(one, ours), (two, ours), (two, theirs)]) if p.code == "reflow"] == [
        ("default",)
    ]


def test_what_was_looked_at_is_known_by_page_check_and_mode() -> None:
    ran = report().ran
    assert ran.looked("neck.html", "reflow", "text=200")
    assert not ran.looked("ok.html", "axe/x", "text=200")
    assert not ran.looked("ok.html", "reflow", "contrast=dark")
    assert not ran.looked("gone.html", "axe/x", "contrast=dark")
