"""What the commands say: problems with the author's line and a mark under it, one-line complaints, machine formats."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from a11y_content.problem import Level, Problem, UsageError, one_line

if TYPE_CHECKING:
    from a11y_content.parsing.source import Source

_COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.REVIEW: "cyan"}
_WIDEST = 120


def complain(sentence: str) -> None:
    """Say one line on stderr."""
    click.echo(one_line(sentence, 1000), err=True)


def show(
    problems: Iterable[Problem], *, err: bool = True, details: Callable[[Problem], list[str]] = lambda _: []
) -> None:
    """Print problems for people: the place, what is wrong, the author's line with a mark, the hint, `details`."""
    files: dict[str, Source] = {}
    for problem in problems:
        place = str(problem.where) or problem.page
        level = click.style(str(problem.level), fg=_COLOURS[problem.level], bold=True)
        click.echo(f"{one_line(place)}: {level}: {one_line(problem.message)} [{problem.code}]", err=err)
        for line in _excerpt(problem, files):
            click.echo(line, err=err)
        if problem.hint:
            click.echo(f"    hint: {one_line(problem.hint)}", err=err)
        for line in details(problem):
            click.echo(line, err=err)


def _excerpt(problem: Problem, files: dict[str, Source]) -> list[str]:
    from a11y_content.parsing.charsets import read_declared  # noqa: PLC0415  only where there is something to show

    where = problem.where
    if not where.line:
        return []
    if where.file not in files:
        files[where.file] = read_declared(Path(where.file))[0]  # as it was read before: the same lines, or none
    text = files[where.file].excerpt(where).expandtabs(1)
    if not text:
        return []
    start = max(0, where.column - _WIDEST // 2)
    margin = f"    {where.line} | "
    mark = " " * (len(margin) - 2) + "| " + " " * (max(where.column, 1) - 1 - start) + "^"
    return [margin + one_line(text[start : start + _WIDEST]), mark]


def summary(problems: Iterable[Problem]) -> str:
    """Count problems by level in words, such as `2 errors, 1 warning`."""
    counts = dict.fromkeys(Level, 0)
    for problem in problems:
        counts[problem.level] += 1
    words = [f"{n} {level}{'' if n == 1 else 's'}" for level, n in counts.items() if n]
    return ", ".join(words) or "no problems"


def as_json(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Give problems as the contract's JSON objects."""
    return [
        {
            "code": p.code,
            "message": p.message,
            "hint": p.hint,
            "level": str(p.level),
            "criterion": p.criterion,
            "page": p.page,
            "selector": p.selector,
            "html": p.html,
            "where": {"file": p.where.file, "line": p.where.line, "column": p.where.column} if p.where else None,
            "modes": list(p.modes),
            "help_url": p.help_url,
            "fingerprint": p.fingerprint,
        }
        for p in problems
    ]


def put(text: str, target: str = "-") -> None:
    """Write a result to stdout (`-`) or to a file."""
    text = text if text.endswith("\n") else text + "\n"
    path = Path(target)
    if target == "-":  # as bytes: HTML and JSON say that they are UTF-8, whatever the terminal speaks
        click.echo(text.encode("utf-8", "replace"), nl=False)
    elif path.is_dir():
        msg = f"{target}: is a folder; give a file to write"
        raise UsageError(msg)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def put_json(value: object, target: str = "-") -> None:
    """Write a value as indented JSON to stdout or to a file."""
    put(json.dumps(value, ensure_ascii=False, indent=2), target)


def dated(context: click.Context, parameter: click.Parameter, value: str | None) -> dt.date:
    """Read `--date`; without it, SOURCE_DATE_EPOCH (so that builds repeat) or the clock decides."""
    if value:
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            msg = f"{value!r} is not a date; write year-month-day, such as 2026-01-31"
            raise click.BadParameter(msg, context, parameter) from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date()
    return dt.datetime.now(dt.UTC).date()


def language(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """Read `--lang`: a wrong one is the command's fault, not that of a document."""
    from a11y_content.text import is_language  # noqa: PLC0415  the language tables load only for this flag

    if value and value != parameter.default and not is_language(value):
        msg = f"{value!r} is not a language; write a BCP 47 tag, such as en, es or pt-BR"
        raise click.BadParameter(msg, context, parameter)
    return value


def patient() -> None:
    """Make the standard streams print what they cannot spell as escapes, instead of stopping at it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
