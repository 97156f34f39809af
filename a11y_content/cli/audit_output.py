"""What `audit` and `report` share: where reports go, and the baseline that is written anew."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click

from a11y_content.auditing.baseline import Baseline
from a11y_content.auditing.clock import today
from a11y_content.auditing.formats.text import closing
from a11y_content.auditing.report import WRITERS
from a11y_content.cli.output import complain, put
from a11y_content.problem import UsageError
from a11y_content.registry import suggest
from a11y_content.reporting import Report  # importing it registers the format html

Output = tuple[str, str]
DAYS: Final = 180
"""How long an entry holds that `--update-baseline` writes, unless `--baseline-expires` says otherwise."""


def outputs(forms: Iterable[str]) -> list[Output]:
    """Read `NAME` and `NAME=PATH`, and see that each file can be written before an hour of work goes into it."""
    made = [_output(form) for form in forms] or [("text", "-")]
    for _, target in made:
        if target != "-":
            _writable(Path(target))
    return made


def _output(form: str) -> Output:
    name, _, target = form.partition("=")
    if name not in WRITERS:
        near = suggest(name, WRITERS)
        hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(WRITERS)}"
        raise click.UsageError(f"--format {name!r} is not known{hint}", click.get_current_context())
    return name, target or "-"


def _writable(file: Path) -> None:
    if file.is_dir():
        raise UsageError(f"{file}: is a folder; give a file to write")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)  # to a superuser `access` allows all
    except OSError as error:
        raise UsageError(f"{file}: the report cannot be written there ({error.strerror})") from None
    if not os.access(file if file.exists() else file.parent, os.W_OK):
        raise UsageError(f"{file}: the report cannot be written there")


def write(report: Report, where: Iterable[Output]) -> None:
    """Write a report in its formats; where all go to files, its summary goes to standard output."""
    targets = list(where)
    for name, target in targets:
        put(WRITERS[name](report), target)
    if all(target != "-" for _, target in targets):
        put("\n".join(closing(report)))


def renew(report: Report, known: Baseline, reason: str, expires: dt.datetime | None) -> int:
    """Write the baseline anew with all that was found, and say how it changed; gives the exit status.

    An entry that has ended gets another day only where one is named: nobody forgets it by writing the file again.
    """
    new = known.renewed(
        report.problems,
        report.held,
        reason=reason or f"was there when the baseline was written, {today().isoformat()}",
        expires=expires.date() if expires else today() + dt.timedelta(days=DAYS),
        decided=expires is not None,
    )
    new.write()
    gone = len(report.held.stale) if report.held is not None else 0
    more = len(new.entries) - len(known.entries) + gone
    complain(f"{new.file}: {len(new.entries)} known problems ({more} new, {gone} taken out)")
    for sentence in report.held.wrong if report.held is not None and expires is None else ():
        complain(f"{new.file}: {sentence}")
    return 3 if report.failed else int(report.held is not None and bool(report.held.wrong) and expires is None)
