"""`preview CONTENT`: one page that shows a document in every mode, side by side, as pages or as pictures."""

from __future__ import annotations

from pathlib import Path

import click

from a11y_content.preview import write_pictures, write_static
from a11y_content.problem import UsageError


@click.command("preview")
@click.argument("content", type=click.Path(path_type=Path))
@click.option("--static", "static", type=click.Path(path_type=Path), help="Folder to write pages side by side to.")
@click.option("--sheet", "sheet", type=click.Path(path_type=Path), help="Folder to write pictures of every mode to.")
@click.option("--document", help="Path of the document inside CONTENT (default: its first condition).")
@click.option("--modes", default="each", help="Set of modes (default: each).")
def command(content: Path, static: Path | None, sheet: Path | None, document: str | None, modes: str) -> int:
    """Write a preview: a document in every mode of a set, side by side, labelled."""
    if static is None and sheet is None:
        raise UsageError("say where to write the preview: --static FOLDER for pages, --sheet FOLDER for pictures")
    if static is not None:
        index, count = write_static(content, static, document=document, modes=modes)
        click.echo(f"{index}: {count} modes side by side", err=True)
    if sheet is not None:
        index, count = write_pictures(content, sheet, document=document, modes=modes)
        click.echo(f"{index}: {count} pictures", err=True)
    return 0
