"""Reports of shards become the report of the whole; a damaged one is no report."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from a11y_content.auditing.baseline import Baseline
from a11y_content.auditing.ran import Failure, Ran
from a11y_content.auditing.report import Report, held
from a11y_content.auditing.stored import merged, read_report
from a11y_content.problem import UsageError
from tests.audit.made_report import EVIL, report
from tests.audit.test_baseline import DAY, baseline


def stored(made: Report, file: Path) -> Report:
    made.write("json", file)
    return read_report(file)


def test_a_stored_report_says_the_same(tmp_path: Path) -> None:
    for made in (report(), report(EVIL), report(failed=(Failure(page="neck.html", mode="x", reason="r"),))):
        again = stored(made, tmp_path / "r.json")
        assert json.dumps(again.as_json()) == json.dumps(made.as_json()).replace("\\ud800", "\\ufffd")


def test_what_a_baseline_held_counts_again(tmp_path: Path) -> None:
    made = report()
    again = stored(held(made, baseline(made), DAY), tmp_path / "r.json")
    assert {one.fingerprint for one in again.problems} == {one.fingerprint for one in made.problems}
    assert held(again, baseline(made), DAY).problems == ()


def part(made: Report, *pages: str) -> Report:
    ran = made.ran
    kept = Ran(
        pages=pages,
        modes=tuple(dict.fromkeys(mode for page in pages for mode in ran.modes_of(page))),
        checks=ran.checks,
        skipped=tuple(one for one in ran.skipped if one.page in pages),
        files={page: ran.files[page] for page in pages},
    )
    problems = tuple(one for one in made.problems if one.page in pages)
    return replace(made, ran=kept, problems=problems, seconds=1)


def test_shards_together_are_the_whole() -> None:
    made = report()
    one = merged([part(made, "neck.html"), part(made, "ok.html")])
    assert one.as_json() | {"summary": 0} == made.as_json() | {"summary": 0}
    assert one.summary == made.summary | {"seconds": 2.0}
    assert merged([part(made), made]).problems == made.problems
    assert held(one, Baseline(file="x"), DAY).held is not None


def test_what_was_made_differently_cannot_be_one() -> None:
    made = report()
    with pytest.raises(UsageError, match="different axe"):
        merged([made, replace(made, tool={**made.tool, "axe": "4.1"})])
    with pytest.raises(UsageError, match="different checks"):
        merged([made, replace(made, ran=replace(made.ran, checks=("axe",)))])


def test_of_a_page_in_two_reports_no_mode_is_lost() -> None:
    made = report()
    clean = replace(made, problems=())
    assert merged([made, clean]).problems == ()  # looked at again, in all modes
    with pytest.raises(UsageError, match=r"neck\.html is in two reports.* in text=200: audit it"):
        merged([made, replace(clean, ran=replace(made.ran, modes=("contrast=dark",), page_modes={}))])


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"schema": "a11y-content/report/2"}', "[" * 99_999])
def test_a_damaged_report_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "r.json"
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=r"r\.json"):
        read_report(file)
    whole = json.dumps(report().as_json())
    file.write_text(whole.replace('"level": "error"', '"level": "grave"'), "utf-8")
    with pytest.raises(UsageError, match="damaged"):
        read_report(file)
    with pytest.raises(UsageError, match="No such file"):
        read_report(tmp_path / "no.json")
