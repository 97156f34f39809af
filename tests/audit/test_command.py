"""The command line of the audit: every choice can be said, secrets are never repeated, wrong words are one line."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from a11y_content.auditing.choices import Choices
from a11y_content.auditing.report import WRITERS, Report
from a11y_content.cli import audit_command, group, report_command
from a11y_content.problem import UsageError
from tests.audit.made_report import report

SECRET = "hunter2"  # noqa: S105  it must not be seen again
OTHERWISE = {"table", "today"}
"""Choices that no command line can say: a table of preferences is Python's, and the day is SOURCE_DATE_EPOCH."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Any]:
    """Stand in for the audit: what it is asked, and a report that no browser made."""
    heard: dict[str, Any] = {}

    def audit(targets: tuple[str, ...], **choices: Any) -> Report:
        Choices(**{name: value for name, value in choices.items() if name != "progress"})
        heard.update(choices, targets=targets)
        choices["progress"](1, 2, "a\x1b[2Jb.html")
        return report()

    monkeypatch.setattr(audit_command, "audit", audit)
    monkeypatch.chdir(tmp_path)
    return heard


def run(*words: str) -> Result:
    return CliRunner().invoke(group, words)


def test_every_choice_can_be_said() -> None:
    names = {one.name for one in audit_command.command.params}
    assert {one.name for one in fields(Choices)} - OTHERWISE <= names | {"checks", "baseline", "pictures"}


def test_choices_arrive(asked: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "acts.toml").write_text("", "utf-8")
    run(
        "audit", "public", "https://example.org/", "--modes", "default", "--checks", "axe, reflow", "--include", "a*",
        "--exclude", "b*", "--exclude", "c*", "--shard", "1/2", "--changed-since", "HEAD", "--standard", "wcag21aa",
        "--exhaustive", "--header", f"X-Key: {SECRET}", "--cookie", f"id={SECRET}=", "--auth", f"me:{SECRET}",
        "--retries", "0", "--timeout", "5", "--workers", "3", "--fail-on", "review", "--format", "html=r.html",
    )  # fmt: skip
    assert asked["targets"] == ("public", "https://example.org/")
    assert asked["checks"] == ["axe", "reflow"]
    assert (asked["include"], asked["exclude"]) == (("a*",), ("b*", "c*"))
    assert (asked["shard"], asked["changed_since"], asked["exhaustive"]) == ("1/2", "HEAD", True)
    assert asked["headers"] == {"X-Key": SECRET}
    assert asked["cookies"] == {"id": f"{SECRET}="}
    assert asked["auth"] == f"me:{SECRET}"
    assert asked["pictures"] is True
    assert (asked["retries"], asked["timeout"], asked["workers"], asked["fail_on"]) == (0, 5.0, 3, "review")


def test_a_file_gives_defaults_and_what_is_typed_comes_first(asked: dict[str, Any], tmp_path: Path) -> None:
    text = 'modes = "pairs"\nchecks = ["axe", "reflow"]\nexclude = "x*"\nfail-on = "review"\ntargets = ["public"]\n'
    (tmp_path / "a11y-audit.toml").write_text(text, "utf-8")
    run("audit", "--modes", "default")
    assert (asked["modes"], asked["fail_on"], asked["targets"]) == ("default", "review", ("public",))
    assert (asked["checks"], asked["exclude"]) == (["axe", "reflow"], ("x*",))
    (tmp_path / "a11y-audit.toml").write_text('moods = "pairs"', "utf-8")
    assert "did you mean 'modes'" in run("audit", "public").output
    (tmp_path / "a11y-audit.toml").write_text("modes = ", "utf-8")
    assert run("audit", "public").exit_code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("--header", SECRET),
        ("--cookie", SECRET),
        ("--auth", SECRET),
        ("--header", f"a b: {SECRET}"),
        ("--format", "sarf"),
        ("--fail-on", "never"),
        ("--shard", "3/2"),
        ("--update-baseline",),
        ("--fail-on-stale",),
        ("--format", "json=."),
        ("--format", "json=file/inside.json"),
        ("--workers", "0"),
        ("--config", "no.toml"),
    ],
)
def test_wrong_words_end_in_one_line_before_anything_runs(
    asked: dict[str, Any], tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    result = run("audit", "public", *words)
    assert "targets" not in asked
    assert isinstance(result.exception, SystemExit | UsageError)
    told = result.output + str(result.exception)
    assert SECRET not in told
    assert "Traceback" not in told


@pytest.mark.usefixtures("asked")
def test_reports_are_written_and_the_summary_said(tmp_path: Path) -> None:
    words = [word for name in WRITERS for word in ("--format", f"{name}={tmp_path / 'deep' / name}")]
    result = CliRunner().invoke(audit_command.command, ["public", *words], standalone_mode=False)
    assert result.return_value == 1
    assert "2 pages in 2 modes: 1 error" in result.output
    assert {file.name for file in (tmp_path / "deep").iterdir()} == set(WRITERS)
    assert "\x1b" not in result.output


def test_a_baseline_is_made_held_and_made_anew(asked: dict[str, Any], tmp_path: Path) -> None:
    file, stored = tmp_path / "known.json", tmp_path / "r.json"
    report().write("json", stored)
    made = invoke(report_command.command, stored, "--baseline", file, "--update-baseline", "--baseline-reason", "r")
    assert (made.return_value, "2 known problems (2 new, 0 taken out)" in made.output) == (0, True)
    entries = json.loads(file.read_text("utf-8"))["entries"]
    assert {one["reason"] for one in entries} == {"r"}
    assert invoke(report_command.command, stored, "--baseline", file).return_value == 0
    assert invoke(report_command.command, stored).return_value == 1
    report(problems=()).write("json", stored)
    assert invoke(report_command.command, stored, "--baseline", file, "--fail-on-stale").return_value == 1
    made = invoke(report_command.command, stored, "--baseline", file, "--update-baseline")
    assert "0 known problems (0 new, 2 taken out)" in made.output
    asked.clear()
    new = tmp_path / "new.json"
    assert invoke(audit_command.command, "public", "--baseline", new, "--update-baseline").return_value == 0
    assert asked["baseline"] is None
    assert len(json.loads(new.read_text("utf-8"))["entries"]) == 2


def invoke(command: click.Command, *words: object) -> Result:
    return CliRunner().invoke(command, [str(word) for word in words], standalone_mode=False, catch_exceptions=False)


def test_help_stands_under_headings() -> None:
    told = run("audit", "--help").output
    headings = ["Which pages:", "What is checked:", "How pages are reached:", "What comes of it:", "Known problems:"]
    assert [line for line in told.splitlines() if line in headings] == headings


def test_what_cannot_come_of_it_is_said_before_the_audit(asked: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(UsageError, match=r"file/r\.json: the report cannot be written there"):
        invoke(audit_command.command, "public", "--format", "json=file/r.json")
    assert not asked
    with pytest.raises(UsageError, match="no check ','"):
        invoke(audit_command.command, "public", "--checks", ",")
