"""`import SOURCE... -o CONTENT`: content of other programs becomes content files; every guess is reported."""

from __future__ import annotations

import runpy
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from a11y_content.cli.output import as_json, complain, language, put_json, show, summary
from a11y_content.parsing.importing import IMPORTERS, site_toml
from a11y_content.parsing.importing.adapters import named
from a11y_content.parsing.importing.folders import import_all
from a11y_content.parsing.writing import WRITERS
from a11y_content.parsing.writing.files import write_all
from a11y_content.problem import Level, Problem, UsageError
from a11y_content.site.folders import MARKER, SITE_FILE

_SUFFIXES = {"md": ".md", "json": ".json"}
_MANY_CODES = 12


def _own(context: click.Context, parameter: click.Parameter, files: tuple[Path, ...]) -> tuple[Path, ...]:  # noqa: ARG001
    """Run a site's own importers, so that they register themselves before a name is looked up."""
    for path in files:
        if not path.is_file():
            msg = f"{path}: is no file; give a Python file that registers importers"
            raise UsageError(msg)
        try:
            runpy.run_path(str(path))
        except Exception as error:
            msg = f"{path}: could not be run: {type(error).__name__}: {error}"
            raise UsageError(msg) from error
    return files


def _importer(context: click.Context, parameter: click.Parameter, name: str) -> str:  # noqa: ARG001
    """Refuse the name of an importer that is none."""
    return named(name).name if name else ""


class _Help(click.Command):
    """Tells of the importers below the options, as they are registered."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the importers with what each reads."""
        with formatter.section("Importers (--from)"):
            formatter.write_dl([(one.name, one.about) for one in IMPORTERS.values()])


@click.command("import", cls=_Help)
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "out", type=click.Path(path_type=Path), required=True, help="Content folder to write into."
)
@click.option(
    "--with",
    "own",
    multiple=True,
    is_eager=True,
    callback=_own,
    type=click.Path(path_type=Path),
    metavar="FILE.py",
    help="Python file that registers importers or block kinds of your own (repeatable).",
)
@click.option("--from", "by", default="", callback=_importer, metavar="NAME", help="Importer (default: found by file).")
@click.option(
    "--to", "form", type=click.Choice(list(_SUFFIXES)), default="md", help="Form of the content files (default: md)."
)
@click.option("--report", type=click.Path(path_type=Path), help="File that takes the problems as JSON.")
@click.option("--lang", default="en", callback=language, help="Language of the sources (BCP 47).")
@click.option("--force", is_flag=True, help="Overwrite content files that are there.")
def command(
    sources: tuple[Path, ...],
    out: Path,
    own: tuple[Path, ...],  # noqa: ARG001  was used by its callback
    by: str,
    form: str,
    report: Path | None,
    lang: str,
    force: bool,
) -> int:
    """Import content of other programs; every guess, repair and loss is reported with its line.

    All content files are written, or none of them.
    """
    _refuse(out, report)
    with _bar() as bar:

        def progress(done: int, whole: int) -> None:
            bar.length = whole
            bar.update(done - bar.pos)

        batch = import_all(sources, lang=lang, by=by, progress=progress)
    files: dict[str, str] = {}
    for name, raw in batch.documents.items():
        target = f"{name}{_SUFFIXES[form]}"
        if not force and (out / target).exists():
            msg = f"{out / target}: is there already (--force overwrites it); nothing was written"
            raise UsageError(msg)
        files[target] = WRITERS[form](raw)
    count = len(files)
    site = bool(files) and not (out / SITE_FILE).exists()
    if site:
        files[SITE_FILE] = site_toml(out.resolve().name, lang)
    if files:
        write_all(out, files)
    show(batch.problems)
    if site:
        complain(f"{out / SITE_FILE}: written, since there was none; give the site its title there")
    if report:
        put_json(as_json(batch.problems), str(report))
    files_made = "one content file" if count == 1 else f"{count} content files"
    complain(f"{files_made} written to {out}; {summary(batch.problems)}{_codes(batch.problems)}")
    return 1 if any(p.level is Level.ERROR for p in batch.problems) else 0


def _refuse(out: Path, report: Path | None) -> None:
    """Refuse places that nothing may be written to, before any work is done."""
    if out.exists() and not out.is_dir():
        msg = f"{out}: is a file; give a content folder"
        raise UsageError(msg)
    if (out / MARKER).exists():
        msg = f"{out}: is a published site; give a content folder"
        raise UsageError(msg)
    if report is not None and report.is_dir():
        msg = f"{report}: is a folder; give a file to write the report to"
        raise UsageError(msg)


def _codes(problems: Iterable[Problem]) -> str:
    """Count problems by code: the commonest first."""
    counts = Counter(one.code for one in problems).most_common()
    said = ", ".join(f"{count} {code}" for code, count in counts[:_MANY_CODES])
    more = f", {len(counts) - _MANY_CODES} other codes" if len(counts) > _MANY_CODES else ""
    return f" ({said}{more})" if said else ""


def _bar() -> click._termui_impl.ProgressBar[int]:
    """A progress bar on a terminal; nothing in a pipe."""
    return click.progressbar(length=1, label="files", file=sys.stderr, hidden=not sys.stderr.isatty())
