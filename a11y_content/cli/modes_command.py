"""`modes`: the mode table, for people and for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from a11y_content.cli.output import put_json
from a11y_content.design.mode import as_json, mode_set
from a11y_content.design.preferences import offered
from a11y_content.problem import ContentError, Level, UsageError


@click.command("modes")
@click.argument("content", required=False, type=click.Path(path_type=Path))
@click.option("--set", "name", default="each", help="default, each, pairs, all, or ids (default: each).")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print them.")
def command(content: Path | None, name: str, form: str) -> int:
    """Print the modes of a set; with CONTENT, those of the preferences that this site offers."""
    names: tuple[str, ...] = ()
    if content is not None:
        from a11y_content.site import load_site  # noqa: PLC0415  needs the parser, the plain table does not

        if not content.is_dir():
            msg = f"{content}: {'is a file' if content.exists() else 'does not exist'}; give a content folder"
            raise UsageError(msg)
        site, problems = load_site(content)
        if any(problem.level is Level.ERROR for problem in problems):
            raise ContentError(problems)
        names = site.preferences
    modes = mode_set(name, offered(names))
    if form == "json":
        put_json([as_json(mode) for mode in modes])
        return 0
    count = 0
    for mode in modes:
        click.echo(mode.id)
        count += 1
    click.echo(f"{count} mode{'' if count == 1 else 's'}", err=True)
    return 0
