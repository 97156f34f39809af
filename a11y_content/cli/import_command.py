"""`import SOURCE... -o CONTENT`: text and Markdown from elsewhere become content files; every guess is reported."""

from __future__ import annotations

from pathlib import Path

import click

from a11y_content.cli.output import as_json, complain, language, put_json, show, summary
from a11y_content.parsing.importing import import_file, site_toml
from a11y_content.parsing.writing import WRITERS
from a11y_content.problem import Level, Problem, UsageError
from a11y_content.site.folders import MARKER, SITE_FILE

_SUFFIXES = {"md": ".md", "json": ".json"}


@click.command("import")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), required=True, help="Content folder to write into."
)
@click.option(
    "--to", "form", type=click.Choice(list(_SUFFIXES)), default="md", help="Form of the content files (default: md)."
)
@click.option("--report", type=click.Path(path_type=Path), help="File that takes the problems as JSON.")
@click.option("--lang", default="en", callback=language, help="Language of the sources (BCP 47).")
@click.option("--force", is_flag=True, help="Overwrite content files that are there.")
def command(sources: tuple[Path, ...], out: Path, form: str, report: Path | None, lang: str, force: bool) -> int:
    """Import plain text and Markdown from elsewhere; every guess, repair and loss is reported with its line."""
    if out.exists() and not out.is_dir():
        msg = f"{out}: is a file; give a content folder"
        raise UsageError(msg)
    if (out / MARKER).exists():
        msg = f"{out}: is a published site; give a content folder"
        raise UsageError(msg)
    problems: list[Problem] = []
    files: dict[Path, str] = {}
    for source, base in _files(sources):
        made = import_file(source, lang=lang)
        problems += made.problems
        for name, raw in made.documents:
            target = out / base / f"{name}{_SUFFIXES[form]}"
            if target in files:
                msg = f"{source}: its content file {target} is taken by another source of this import"
                raise UsageError(msg)
            if target.exists() and not force:
                msg = f"{target}: is there already (--force overwrites it)"
                raise UsageError(msg)
            files[target] = WRITERS[form](raw)
    for target, text in files.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    if not (out / SITE_FILE).exists() and files:
        (out / SITE_FILE).write_text(site_toml(out.resolve().name, lang), "utf-8")
        complain(f"{out / SITE_FILE}: written, since there was none; give the site its title there")
    show(problems)
    if report:
        put_json(as_json(problems), str(report))
    complain(f"{len(files)} content files written to {out}; {summary(problems)}")
    return 1 if any(p.level is Level.ERROR for p in problems) else 0


def _files(sources: tuple[Path, ...]) -> list[tuple[Path, Path]]:
    """List the files to import, each with the folder that its content file goes to (a folder's tree is kept)."""
    found: list[tuple[Path, Path]] = []
    for source in sources:
        if source.is_dir():
            inside = sorted(
                p for p in source.rglob("*") if p.suffix.lower() in (".md", ".markdown", ".txt") and p.is_file()
            )
            if not inside:
                msg = f"{source}: holds no .md or .txt file to import"
                raise UsageError(msg)
            found += [(path, path.relative_to(source).parent) for path in inside]
        elif source.exists():
            found.append((source, Path()))
        else:
            msg = f"{source}: does not exist; give text or Markdown files, or a folder of them"
            raise UsageError(msg)
    return found
