"""`build CONTENT -o OUT`: the site."""

from __future__ import annotations

import datetime as dt
import sys
import time
from pathlib import Path

import click

from a11y_content.cli.output import complain, dated, show, summary
from a11y_content.site import build


@click.command("build")
@click.argument("content", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), required=True, help="Folder that becomes the site."
)
@click.option("--jobs", type=click.IntRange(min=1), help="Processes; by default as many as pay.")
@click.option("--force", is_flag=True, help="Make every page again.")
@click.option("--strict/--no-strict", default=True, help="Keep the old site where there is any error (default).")
@click.option(
    "--csp",
    is_flag=True,
    help="Write the content security policy into every page, _headers and .htaccess, and print it.",
)
@click.option(
    "--inline-script/--no-inline-script",
    default=True,
    help="Keep the script of the head in each page (default), or in a file: the policy then needs no hash.",
)
@click.option(
    "--date", "today", callback=dated, help="Date that reviews and consents are held against (default: today)."
)
def command(
    content: Path,
    out: Path,
    jobs: int | None,
    force: bool,
    strict: bool,
    csp: bool,
    inline_script: bool,
    today: dt.date,
) -> int:
    """Build the site of a folder of content."""
    start = time.perf_counter()
    with _bar() as bar:

        def progress(done: int, whole: int) -> None:
            bar.length = whole
            bar.update(done - bar.pos)

        result = build(
            content,
            out,
            jobs=jobs,
            force=force,
            strict=strict,
            today=today,
            csp=csp,
            inline_script=inline_script,
            progress=progress,
        )
    show(result.problems)
    if result.refused:
        complain(f"nothing was written: {summary(result.problems)}; {out} is as it was (--no-strict builds the rest)")
        return 1
    pages = [path for path in (*result.written, *result.unchanged) if path.endswith(".html")]
    made = sum(path.endswith(".html") for path in result.written)
    gone = len(result.removed)
    seconds = time.perf_counter() - start
    click.echo(
        f"{out}: {len(pages)} pages ({made} written, {len(pages) - made} unchanged), "
        f"{gone} old file{'' if gone == 1 else 's'} removed, {summary(result.problems)}, {seconds:.1f} s",
        err=True,
    )
    if csp:
        click.echo(result.csp)
    return 1 if result.errors else 0


def _bar() -> click._termui_impl.ProgressBar[int]:
    """A progress bar on a terminal; nothing in a pipe."""
    hidden = not sys.stderr.isatty()
    return click.progressbar(length=1, label="pages", file=sys.stderr, hidden=hidden)
