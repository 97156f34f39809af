"""`preview CONTENT --static OUT`: one page that shows a document in every mode, side by side."""

from __future__ import annotations

from pathlib import Path

import click

from a11y_content.preview import write_static


@click.command("preview")
@click.argument("content", type=click.Path(path_type=Path))
@click.option("--static", "out", type=click.Path(path_type=Path), required=True, help="Folder to write the preview to.")
@click.option("--document", help="Path of the document inside CONTENT (default: its first condition).")
@click.option("--modes", default="each", help="Set of modes (default: each).")
def command(content: Path, out: Path, document: str | None, modes: str) -> int:
    """Write a preview: a document in every mode of a set, side by side, labelled."""
    index, count = write_static(content, out, document=document, modes=modes)
    click.echo(f"{index}: {count} modes side by side", err=True)
    return 0
