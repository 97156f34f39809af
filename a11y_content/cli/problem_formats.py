"""Problems of content for other programs: JSON, SARIF 2.1.0 and the annotations of GitHub Actions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from a11y_content.about import __version__
from a11y_content.cli.output import as_json
from a11y_content.problem import FAULTS, Level, Problem, Spot, one_line

Beside = Callable[[Problem], Mapping[str, Any]]
"""Gives what is known of a problem beside its own fields."""

_SARIF: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.REVIEW: "note"}
_GITHUB: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.REVIEW: "notice"}


def json_text(problems: Iterable[Problem], beside: Beside) -> str:
    """Write problems as the contract's JSON objects."""
    told = list(problems)
    rows = [{**row, **beside(problem)} for problem, row in zip(told, as_json(told), strict=True)]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def sarif_text(problems: Iterable[Problem], beside: Beside) -> str:
    """Write problems as one run of SARIF 2.1.0 (OASIS), with the rules that they break."""
    told = list(problems)
    codes = list(dict.fromkeys(problem.code for problem in told))
    results = [_result(problem, codes.index(problem.code), beside(problem)) for problem in told]
    driver = {"name": "a11y-content", "semanticVersion": __version__, "rules": [_rule(code) for code in codes]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str) -> dict[str, Any]:
    fault = FAULTS[code]
    tags = [f"WCAG {fault.criterion}"] if fault.criterion else []
    return {
        "id": code,
        "shortDescription": {"text": fault.title},
        "fullDescription": {"text": fault.why},
        "help": {"text": fault.mend},
        "defaultConfiguration": {"level": _SARIF[fault.level]},
        "properties": {"tags": ["accessibility", *tags]},
    }


def _result(problem: Problem, rule: int, more: Mapping[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _SARIF[problem.level],
        "message": {"text": f"{problem.message}\n{problem.hint}" if problem.hint else problem.message},
        "locations": [{"physicalLocation": _location(problem.where)}] if problem.where else [],
        "partialFingerprints": {"a11yContent/v1": problem.fingerprint},
    }
    return made | ({"properties": dict(more)} if more else {})


def _location(where: Spot) -> dict[str, Any]:
    path = PurePath(where.file)
    made: dict[str, Any] = {"artifactLocation": {"uri": path.as_uri() if path.is_absolute() else quote(where.file)}}
    if where.line:
        made["region"] = {"startLine": where.line, "startColumn": max(where.column, 1)}
    return made


def github_text(problems: Iterable[Problem]) -> str:
    """Write problems as workflow commands, which GitHub shows at their lines."""
    return "".join(
        f"::{_GITHUB[p.level]} file={_value(p.where.file)},line={p.where.line or 1},col={p.where.column or 1},"
        f"title={_value(p.code)}::{_data(f'{p.message}: {p.hint}' if p.hint else p.message)}\n"
        for p in problems
    )


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
