"""The baseline: only new problems fail; every entry has a reason and an end; a damaged file is never "no problems"."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from a11y_content.auditing import audit
from a11y_content.auditing.baseline import SCHEMA, Baseline, Entry, read_baseline
from a11y_content.auditing.ran import Failure
from a11y_content.auditing.report import Report, held
from a11y_content.problem import Level, UsageError
from tests.audit.made_report import report

DAY = dt.date(2026, 11, 22)
LATER = dt.date(2027, 1, 31)


def baseline(made: Report, file: str = "known.json", **changes: str) -> Baseline:
    renewed = Baseline(file=file).renewed(made.problems, None, reason="is mended", expires=LATER)
    return replace(renewed, entries=tuple(replace(one, **changes) for one in renewed.entries))


def test_what_is_known_does_not_fail_and_what_is_new_does() -> None:
    made = report(fail_on=Level.REVIEW)
    ours = held(made, baseline(made), DAY)
    assert (ours.exit_status, ours.problems) == (0, ())
    new = replace(made.problems[0], signature="another")
    more = held(replace(made, problems=(*made.problems, new)), baseline(made), DAY)
    assert (more.exit_status, more.problems) == (1, (new,))


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"expires": "2026-11-21"}, "ended on 2026-11-21"), ({"reason": " "}, "gives no reason")],
)
def test_an_entry_that_ended_or_has_no_reason_fails(changes: dict[str, str], said: str) -> None:
    made = report(fail_on=Level.REVIEW)
    for problems in (made.problems, ()):  # also where the problem is gone: the entry is to be taken out
        ours = held(replace(made, problems=problems), baseline(made, **changes), DAY)
        assert ours.exit_status == 1
        assert ours.problems == problems
        assert ours.held is not None
        assert all(said in sentence for sentence in ours.held.wrong)
    assert held(made, baseline(made, expires="2026-11-22"), DAY).exit_status == 0


def test_an_entry_whose_problem_is_gone_is_told_and_fails_if_asked() -> None:
    made = report()
    gone = replace(made, problems=())
    ours = held(gone, baseline(made), DAY)
    assert ours.held is not None
    assert [one.code for one in ours.held.stale] == ["axe/color-contrast", "focus-visible"]
    assert ours.exit_status == 0
    assert held(gone, baseline(made), DAY, strict=True).exit_status == 1


def test_nothing_is_said_of_what_was_not_looked_at() -> None:
    made = report()
    gone = replace(made, problems=())
    for part in (
        replace(gone, ran=replace(gone.ran, pages=("ok.html",))),
        replace(gone, ran=replace(gone.ran, checks=("reflow",))),
        replace(gone, ran=replace(gone.ran, page_modes={"neck.html": ("viewport=320",)})),
        replace(gone, failed=(Failure(page="neck.html", mode="", reason="x"),)),
    ):
        ours = held(part, baseline(made), DAY)
        assert ours.held is not None
        assert ours.held.stale == ()


def test_one_rule_is_ignored_at_one_element() -> None:
    made = report()
    entry = Entry(code="focus-visible", page="ne*.html", selector="a", reason="r", expires="2027-01-31")
    for changes, left in (
        ({}, 0), ({"element": '*href="x*'}, 0), ({"element": "*[x]*"}, 1), ({"page": "other/*"}, 1),
        ({"selector": "main*"}, 1), ({"code": "reflow"}, 1),
    ):  # fmt: skip
        ours = held(made, Baseline(file="x", entries=(replace(entry, **changes),)), DAY)
        assert [p.code for p in ours.problems].count("focus-visible") == left


def test_writing_anew_keeps_what_was_decided_and_drops_what_is_gone(tmp_path: Path) -> None:
    made = report()
    file = tmp_path / "known.json"
    first = baseline(made, str(file))
    first = replace(first, entries=tuple(replace(one, reason=f"own {one.code}") for one in first.entries))
    first.write()
    bytes_before = file.read_bytes()
    known = read_baseline(file)
    assert known == first
    ours = held(made, known, DAY)
    known.renewed(ours.problems, ours.held, reason="new", expires=LATER).write()
    assert file.read_bytes() == bytes_before
    fewer = replace(made, problems=(replace(made.problems[0], signature="new one"),))
    ours = held(fewer, known, DAY)
    known.renewed(ours.problems, ours.held, reason="new", expires=LATER).write()
    assert [one.reason for one in read_baseline(file).entries] == ["new"]


def test_what_has_ended_gets_another_day_only_by_decision() -> None:
    made = report()
    ended = baseline(made, expires="2026-11-21")
    ours = held(made, ended, DAY)
    assert ended.renewed(ours.problems, ours.held, reason="new", expires=LATER) == ended
    again = ended.renewed(ours.problems, ours.held, reason="new", expires=LATER, decided=True)
    assert {(one.reason, one.expires) for one in again.entries} == {("new", "2027-01-31")}
    assert len(again.entries) == len(ended.entries)


def test_a_part_of_the_pages_leaves_the_entries_of_the_others() -> None:
    made = report()
    known = baseline(made)
    ours = held(replace(made, problems=(), ran=replace(made.ran, pages=("ok.html",))), known, DAY)
    assert known.renewed((), ours.held, reason="r", expires=LATER) == known


GOOD = {"schema": SCHEMA, "entries": [{"code": "c", "fingerprint": "f", "reason": "r", "expires": "2027-01-31"}]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not whole JSON"),
        (json.dumps(GOOD)[:-9], "not whole JSON"),
        ("[" * 100_000, "not whole JSON"),
        ("[]", "not of the schema"),
        ("null", "not of the schema"),
        (json.dumps(GOOD | {"schema": "a11y-content/baseline/2"}), "not of the schema"),
        (json.dumps(GOOD | {"entries": {}}), "not of the schema"),
        (json.dumps(GOOD | {"entries": [1]}), "entry 1: an object"),
        (json.dumps(GOOD | {"entries": [{"code": "c", "reson": "r"}]}), "no field 'reson'"),
        (json.dumps(GOOD | {"entries": [{"reason": "r", "page": "p"}]}), "has no code"),
        (json.dumps(GOOD | {"entries": [{"code": "c", "reason": "r", "expires": "2027-01-31"}]}), "needs a finger"),
        (json.dumps(GOOD | {"entries": [{"code": "c", "page": "p", "reason": "r", "expires": "soon"}]}), "a date"),
        (json.dumps(GOOD | {"entries": [{"code": "c", "page": "p", "reason": "r"}]}), "a date"),
        ("\udcff", "not whole JSON"),
    ],
)
def test_a_damaged_baseline_is_refused_before_anything_runs(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "known.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UsageError, match=said):
        read_baseline(file)
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><title>x</title>", "utf-8")
    with pytest.raises(UsageError, match=said):
        audit(page, baseline=file)


def test_a_missing_baseline_is_not_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--update-baseline makes it"):
        read_baseline(tmp_path / "no.json")
    with pytest.raises(UsageError, match="cannot be written"):
        Baseline(file=str(tmp_path / "no" / "x.json")).write()
