"""`report FILE...`: stored reports in other formats, and those of all shards as one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from a11y_content.auditing.baseline import Baseline, read_baseline
from a11y_content.auditing.clock import today
from a11y_content.auditing.report import WRITERS, held, level_of
from a11y_content.auditing.stored import merged, read_report
from a11y_content.cli import audit_output


@click.command("report")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "forms", multiple=True, metavar="NAME[=PATH]", help=f"{', '.join(WRITERS)}; repeatable.")
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "review"]), default="error", help="Least level that fails."
)
@click.option("--baseline", type=click.Path(path_type=Path, dir_okay=False), help="File of known problems.")
@click.option("--update-baseline", is_flag=True, help="Write all that is found into it.")
@click.option("--baseline-reason", default="", metavar="WORDS", help="Reason of what is written.")
@click.option("--baseline-expires", type=click.DateTime(["%Y-%m-%d"]), help="Its last day (default: in 180 days).")
@click.option("--fail-on-stale", is_flag=True, help="Fail where a known problem is not there any more.")
def command(
    files: tuple[Path, ...],
    forms: tuple[str, ...],
    fail_on: str,
    baseline: Path | None,
    update_baseline: bool,
    baseline_reason: str,
    baseline_expires: dt.datetime | None,
    fail_on_stale: bool,
) -> int:
    """Write stored reports (report.json) in other formats; several, such as those of all shards, become one.

    A baseline is held against the whole: give it here, and not to the shards. Exit status as of `audit`.
    """
    if (update_baseline or fail_on_stale) and baseline is None:
        raise click.UsageError("say which file: --baseline FILE", click.get_current_context())
    outputs = audit_output.outputs(forms)
    report = replace(merged([read_report(file) for file in files]), fail_on=level_of(fail_on))
    known = None
    if baseline is not None:
        known = Baseline(file=str(baseline)) if update_baseline and not baseline.exists() else read_baseline(baseline)
        report = held(report, known, today(), strict=fail_on_stale)
    audit_output.write(report, outputs)
    if update_baseline and known is not None:
        return audit_output.renew(report, known, baseline_reason, baseline_expires)
    return report.exit_status
