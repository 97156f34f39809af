"""SARIF 2.1.0 (OASIS), as code scanning of GitHub wants it.

https://docs.github.com/code-security/reference/code-scanning/sarif-support-for-code-scanning: paths are relative to the
repository and results stand at the author's line where the build knew it; a problem that the baseline holds is a result
with a suppression, and one that is there no more is told by nobody: GitHub closes what a run does not name.
"""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote, urlsplit

from a11y_content.auditing.baseline import Entry
from a11y_content.auditing.formats.text import closing, shown_modes
from a11y_content.auditing.json_text import json_text
from a11y_content.auditing.place import place_of
from a11y_content.auditing.report import Report, report_format
from a11y_content.auditing.rule import Rule, rules_of
from a11y_content.problem import Level, Problem, one_line

_LEVELS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.REVIEW: "note"}
MOST: Final = 25_000
"""Results of a run that GitHub takes; the gravest come first, and a notification tells of the rest."""
_LONGEST: Final = 1000
_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_HOME: Final = "https://pypi.org/project/a11y-content/"


@report_format("sarif")
def as_sarif(report: Report) -> str:
    """Write SARIF 2.1.0: results at the author's line, rules with help, what the baseline holds as suppressed."""
    known = report.held.known if report.held is not None else ()
    told: list[tuple[Problem, Entry | None]] = [(one, None) for one in report.problems]
    told += [(problem, entry) for problem, entry in known]
    rules = rules_of(problem for problem, _ in told)
    index = {code: number for number, code in enumerate(rules)}
    run = {
        "tool": {"driver": _driver(report, list(rules.values()))},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The folder of the repository."}}},
        "automationDetails": {"id": "a11y-content/"},
        "invocations": [_invocation(report, len(told))],
        "results": [_result(one, entry, index[one.code], report) for one, entry in told[:MOST]],
        "properties": {
            "pages": list(report.ran.pages),
            "modes": list(report.ran.modes),
            "checks": list(report.ran.checks),
        },
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(report: Report, rules: list[Rule]) -> dict[str, Any]:
    version = report.tool["a11y_content"]
    return {
        "name": "a11y-content",
        "version": version,
        "informationUri": _HOME,
        "rules": [_rule(rule) for rule in rules],
        "properties": dict(report.tool),
    }


def _rule(rule: Rule) -> dict[str, Any]:
    more = f"\n\nMore: {rule.help_url}" if rule.help_url else ""
    criterion = f"\n\nWCAG 2.2: {rule.criterion_name}" if rule.criterion else ""
    shown = f"\n\n[About this rule]({rule.help_url})" if rule.help_url else ""
    made: dict[str, Any] = {
        "id": rule.code,
        "name": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why[:_LONGEST]},
        "help": {
            "text": f"Why: {rule.why}\n\nHow to mend it: {rule.mend}{criterion}{more}",
            "markdown": f"**Why:** {rule.why}\n\n**How to mend it:** {rule.mend}{criterion}{shown}",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
        "properties": {"tags": list(rule.tags), "precision": _precision(rule.level)},
    }
    return made | ({"helpUri": rule.help_url} if urlsplit(rule.help_url).scheme in {"http", "https"} else {})


def _precision(level: Level) -> str:
    return {Level.ERROR: "very-high", Level.WARNING: "high"}.get(level, "medium")


def _result(problem: Problem, entry: Entry | None, rule: int, report: Report) -> dict[str, Any]:
    place = place_of(problem, report.ran)
    said = [problem.message, problem.hint and f"Hint: {problem.hint}", f"Page: {problem.page}"]
    modes = shown_modes(problem.modes, report.ran.modes_of(problem.page))
    said += [problem.selector and f"Element: {problem.selector}", f"Modes: {modes}"]
    made: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.level],
        "message": {"text": "\n".join(one_line(one, _LONGEST) for one in said if one)},
        "locations": [
            {
                "physicalLocation": _physical(place.file, place.line, place.column) if place else _page(problem.page),
                "logicalLocations": [{"fullyQualifiedName": problem.selector or problem.page, "kind": "element"}],
            }
        ],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{problem.fingerprint}:1",
            "a11yContent/v2": problem.fingerprint,
        },
        "properties": {"page": problem.page, "modes": list(problem.modes), "criterion": problem.criterion},
    }
    if report.held is not None:
        made["baselineState"] = "unchanged" if entry is not None else "new"
    if entry is not None:
        reason = f"{entry.reason} (until {entry.expires})"
        made["suppressions"] = [{"kind": "external", "status": "accepted", "justification": reason}]
    elif report.held is not None:
        made["suppressions"] = []  # SARIF 3.27.23: once one result has them, all say so
    return made


def _physical(file: str, line: int, column: int) -> dict[str, Any]:
    # GitHub shows only results with a line; the first one stands for the whole file.
    region = {"startLine": max(line, 1), "startColumn": max(column, 1)}
    return {"artifactLocation": {"uri": quote(file), "uriBaseId": "%SRCROOT%"}, "region": region}


def _page(page: str) -> dict[str, Any]:
    """Name a page that is no file of the repository: an address, or a file elsewhere by its name alone."""
    if urlsplit(page).scheme in {"http", "https"}:
        return {"artifactLocation": {"uri": quote(page, safe=":/?#[]@!$&'()*+,;=%-._~")}}
    return {"artifactLocation": {"uri": quote(page.lstrip("/"))}, "region": {"startLine": 1, "startColumn": 1}}


def _invocation(report: Report, told: int) -> dict[str, Any]:
    notes = [_note("error", f"{one.page} {one.mode}: could not be audited: {one.reason}") for one in report.failed]
    notes += [_note("note", f"{skip.page}: {skip.check} did not run: {skip.reason}") for skip in report.ran.skipped]
    if report.held is not None:
        notes += [_note("error", sentence) for sentence in report.held.wrong]
        notes += [_note("note", f"{one.code} on {one.page} is not there any more") for one in report.held.stale]
    if told > MOST:
        notes.append(_note("warning", f"{told - MOST} results more than the {MOST} that GitHub takes are left out"))
    notes += [_note("note", sentence) for sentence in closing(report)]
    return {
        "executionSuccessful": not report.failed,
        "exitCode": report.exit_status,
        "toolExecutionNotifications": notes,
    }


def _note(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": one_line(text, _LONGEST)}}
