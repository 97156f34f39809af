"""`audit TARGET...`: pages in a real browser, in every mode of a set."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from a11y_content.auditing import audit
from a11y_content.auditing.report import WRITERS
from a11y_content.auditing.formats.text import closing
from a11y_content.cli.output import put


@click.command("audit")
@click.argument("targets", nargs=-1, required=True)
@click.option("--modes", default="each", help="default, each, pairs, all, or mode ids joined by ; (default: each).")
@click.option("--checks", default="", help="Names of checks, joined by commas (default: all).")
@click.option(
    "--format", "forms", multiple=True, help="NAME or NAME=PATH; repeatable. text, json, junit. NAME alone: stdout."
)
@click.option("--standard", default="wcag22aa", help="WCAG version and level that axe's rules are chosen by.")
@click.option("--axe-script", type=click.Path(path_type=Path), help="The axe-core script to use.")
@click.option("--workers", type=click.IntRange(min=1), help="Browsers side by side.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "review"]),
    default="error",
    help="Gravest level that passes not.",
)
@click.option("--timeout", type=click.FloatRange(min=1), default=30.0, help="Seconds that a page may take to load.")
def command(
    targets: tuple[str, ...],
    modes: str,
    checks: str,
    forms: tuple[str, ...],
    standard: str,
    axe_script: Path | None,
    workers: int | None,
    fail_on: str,
    timeout: float,
) -> int:
    """Audit a folder, HTML files or addresses."""
    outputs = [_output(form) for form in forms] or [("text", "-")]
    with click.progressbar(length=1, label="audit", file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:

        def progress(done: int, whole: int, page: str) -> None:
            bar.label = f"audit {page}"
            bar.length = whole
            bar.update(done - bar.pos)

        report = audit(
            targets,
            modes=modes,
            checks=[name.strip() for name in checks.split(",") if name.strip()] or None,
            standard=standard,
            axe_script=axe_script,
            workers=workers,
            fail_on=fail_on,
            timeout=timeout,
            progress=progress,
        )
    for name, target in outputs:
        put(WRITERS[name](report), target)
    if all(target != "-" for _, target in outputs):
        put("\n".join(closing(report)))
    return report.exit_status


def _output(form: str) -> tuple[str, str]:
    name, _, target = form.partition("=")
    if name not in WRITERS:
        msg = f"--format {name!r} is not known; there are {', '.join(WRITERS)}"
        raise click.UsageError(msg, click.get_current_context())
    return name, target or "-"
