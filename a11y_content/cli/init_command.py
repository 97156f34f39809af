"""`init DIR`: a small content folder to start from."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from a11y_content.problem import UsageError


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Write a small content folder that builds, audits clean and shows every kind of document."""
    if folder.exists() and not folder.is_dir():
        msg = f"{folder}: is a file; give a new or an empty folder"
        raise UsageError(msg)
    if folder.is_dir() and any(folder.iterdir()):
        msg = f"{folder}: is not empty; give a new or an empty folder"
        raise UsageError(msg)
    names = _copy(resources.files("a11y_content.cli") / "starter", folder)
    click.echo(f"{folder}: {len(names)} files written; now: a11y-content build {folder} -o public", err=True)
    return 0


def _copy(source: Traversable, target: Path) -> list[Path]:
    """Copy a folder of package data; give the files written."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for item in source.iterdir():
        if item.is_dir():
            written += _copy(item, target / item.name)
        else:
            (target / item.name).write_bytes(item.read_bytes())
            written.append(target / item.name)
    return written
