import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from a11y_content.auditing.check import Finding
from a11y_content.auditing.report import WRITERS, Failure, Ran, Report, group, level_of, writer
from a11y_content.auditing.target import Page
from a11y_content.design.mode import parse_mode
from a11y_content.problem import Level, Problem, UsageError

PAGE = Page(name="neck.html", url="http://127.0.0.1:1/neck.html", spots={"0/3": ["neck.md", 14, 1]})
RING = Finding(code="focus-visible", message="no ring", selector="a", html="<a>", path="0/3/1", criterion="2.4.7")
FAINT = Finding(code="axe/color-contrast", message="cannot tell", selector="p", level=Level.REVIEW)


def report(**changes: Any) -> Report:
    dark, big = parse_mode("contrast=dark"), parse_mode("text=200")
    facts: dict[str, Any] = {
        "tool": {"a11y_content": "0", "axe": "4.12.1", "browser": "chrome 1", "driver": "d 1", "selenium": "4"},
        "ran": Ran(pages=("neck.html", "ok.html"), modes=(dark.id, big.id), checks=("axe", "focus-visible")),
        "problems": tuple(group(PAGE, [(dark, RING), (big, FAINT), (big, RING), (dark, RING)])),
        "failed": (),
        "seconds": 1.23456,
    }
    return Report(**{**facts, **changes})


def test_a_defect_in_two_modes_is_one_problem_with_two_modes() -> None:
    ring, faint = report().problems
    assert (ring.code, ring.modes, str(ring.where)) == (
        "focus-visible",
        ("contrast=dark", "text=200"),
        "neck.md:14:1",
    )
    assert (faint.level, faint.modes) == (Level.REVIEW, ("text=200",))


def test_an_error_and_a_review_of_one_element_stay_apart() -> None:
    mode = parse_mode("default")
    sure = Finding(code=FAINT.code, message="too faint", selector="p")
    assert {p.level for p in group(PAGE, [(mode, FAINT), (mode, sure)])} == {Level.ERROR, Level.REVIEW}


def test_the_exit_status_follows_the_contract() -> None:
    reviews = tuple(p for p in report().problems if p.level is Level.REVIEW)
    broken = (Failure(page="ok.html", mode="", reason="status 500"),)
    assert report().exit_status == 1
    assert report(problems=()).exit_status == 0
    assert report(problems=reviews).exit_status == 0
    assert report(problems=reviews, fail_on=Level.REVIEW).exit_status == 1
    assert report(problems=(), failed=broken).exit_status == 3
    assert report(failed=broken).exit_status == 3


def test_json_has_the_shape_of_the_contract() -> None:
    data = json.loads(writer("json")(report()))
    assert data["schema"] == "a11y-content/report/1"
    assert set(data) == {"schema", "tool", "ran", "problems", "failed", "summary"}
    assert set(data["tool"]) == {"a11y_content", "axe", "browser", "driver", "selenium"}
    assert set(data["ran"]) == {"pages", "modes", "checks"}
    assert set(data["problems"][0]) == {
        "code",
        "message",
        "hint",
        "level",
        "criterion",
        "page",
        "selector",
        "html",
        "where",
        "modes",
        "help_url",
        "fingerprint",
    }
    assert data["problems"][0]["where"] == {"file": "neck.md", "line": 14, "column": 1}
    assert data["problems"][1]["where"] is None
    assert data["summary"] == {
        "pages": 2, "modes": 2, "errors": 1, "warnings": 0, "reviews": 1, "failed": 0, "seconds": 1.235,
    }  # fmt: skip


def test_text_tells_place_modes_and_what_ran() -> None:
    text = writer("text")(report())
    assert "neck.html: error: no ring [focus-visible, WCAG 2.4.7]" in text
    assert "written at: neck.md:14:1" in text
    assert "modes: contrast=dark; text=200" in text
    assert "2 pages in 2 modes: 1 error, 0 warnings, 1 to review" in text
    assert "axe 4.12.1" in text
    assert "compliant" not in text


def test_a_hostile_page_cannot_write_to_the_terminal() -> None:
    evil = Finding(code="axe/x", message="a\x1b[2Jb\nc", selector="p\u202e", html="<p>\x07</p>")
    text = writer("text")(report(problems=tuple(group(PAGE, [(parse_mode("default"), evil)]))))
    assert not any(character in text for character in "\x1b\x07\u202e")
    etree.fromstring(writer("junit")(report(problems=tuple(group(PAGE, [(parse_mode("default"), evil)])))).encode())


# What the Jenkins schema for JUnit (junit-10.xsd) allows of the elements that we write: attributes and children.
JUNIT = {
    "testsuites": ({"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp", "hostname", "id", "package"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
    ),
    "testcase": ({"name", "time", "classname", "group"}, {"skipped", "failure", "system-out", "system-err"}),
    "failure": ({"type", "message"}, set()),
    "system-out": (set(), set()),
}


def test_junit_keeps_to_the_schema() -> None:
    broken = (Failure(page="ok.html", mode="", reason="status 500"),)
    for made in (report(), report(failed=broken), report(problems=())):
        for element in etree.fromstring(writer("junit")(made).encode()).iter():
            attributes, children = JUNIT[str(element.tag)]
            assert set(element.attrib) <= attributes
            assert {child.tag for child in element} <= children
            if element.tag == "testsuite":
                assert {"name", "tests", "failures", "errors"} <= set(element.attrib)


def test_junit_counts_pages_by_checks() -> None:
    broken = (Failure(page="ok.html", mode="", reason="status 500"),)
    tree = etree.fromstring(writer("junit")(report(failed=broken)).encode())
    found = {(case.get("classname"), case.get("name")): len(case) for case in tree.iter("testcase")}
    assert found == {
        ("neck.html", "axe"): 0,
        ("neck.html", "focus-visible"): 1,
        ("ok.html", "axe"): 1,
        ("ok.html", "focus-visible"): 1,
    }
    assert [suite.get("failures") for suite in tree] == ["1", "2"]


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
        assert writer(name)(empty)


def test_a_wrong_level_is_refused() -> None:
    with pytest.raises(UsageError, match="error, warning, review"):
        level_of("grave")


def test_problems_of_one_page_come_gravest_first() -> None:
    problems: list[Problem] = group(PAGE, [(parse_mode("default"), FAINT), (parse_mode("default"), RING)])
    assert [p.level for p in problems] == [Level.ERROR, Level.REVIEW]
