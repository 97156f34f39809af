"""`render FILE`: one document, as a complete page or a fragment."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from a11y_content.cli.output import language, put, show
from a11y_content.parsing import FORMATS, format_of, kind_of, parse_source
from a11y_content.parsing.source import decode, read_source
from a11y_content.problem import Level, UsageError
from a11y_content.rendering import fragment, render

_DOORS = {suffix.removeprefix("."): name for name, one in FORMATS.items() for suffix in one.suffixes[:1]}


@click.command("render")
@click.argument("file")
@click.option("-o", "--output", "out", default="-", help="File to write (default: standard output).")
@click.option("--from", "given", type=click.Choice(list(_DOORS)), help="Format of standard input.")
@click.option("--fragment", "part", is_flag=True, help="The article only, for a page of your own.")
@click.option("--mode", default="", help="Choices already made, such as text=200,contrast=high-dark.")
@click.option("--lang", default="en", callback=language, help="Language of a document that does not say (BCP 47).")
def command(file: str, out: str, given: str | None, part: bool, mode: str, lang: str) -> int:
    """Render one document; FILE may be - for standard input."""
    if file == "-":
        if given is None:
            msg = f"standard input needs --from with one of {', '.join(_DOORS)}"
            raise click.UsageError(msg, click.get_current_context())
        source, problems = decode("standard input", sys.stdin.buffer.read())
    elif Path(file).is_dir() or not Path(file).exists():
        what = "is a folder" if Path(file).is_dir() else "does not exist"
        msg = f"{file}: {what}; give a content file, or - for standard input"
        raise UsageError(msg)
    else:
        source, problems = read_source(file)
    document = None
    if not any(p.level is Level.ERROR for p in problems):
        form = _DOORS[given] if given else format_of(file)
        document, found = parse_source(source, form, lang=lang, kind=kind_of(file))
        problems = [*problems, *found]
    show(problems)
    if document is None or any(p.level is Level.ERROR for p in problems):
        return 1
    put(fragment(document) if part else render(document, mode=mode), out)
    return 0
