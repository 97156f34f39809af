"""`check PATH...`: content, without a browser."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from a11y_content import rules
from a11y_content.cli.output import dated, language, put, show, summary
from a11y_content.cli.problem_formats import github_text, json_text, sarif_text
from a11y_content.cli.reading import Grades, wanted
from a11y_content.model.document import Document
from a11y_content.model.site import DOCUMENT_SUFFIXES
from a11y_content.parsing import format_of, parse, read
from a11y_content.problem import Level, Problem, UsageError
from a11y_content.rules.plain_language import GRADE
from a11y_content.site import survey


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    help="How to print problems.",
)
@click.option("--lang", default="", callback=language, help="Language of single files that do not say (BCP 47).")
@click.option(
    "--date", "today", callback=dated, help="Date that reviews and consents are held against (default: today)."
)
@click.option(
    "--plain-language/--no-plain-language",
    "plain",
    default=None,
    help="Measure reading grades (default: yes, but not where the environment says CI).",
)
def command(paths: tuple[Path, ...], form: str, lang: str, today: dt.date, plain: bool | None) -> int:
    """Check content files, or whole content folders with their links and addresses."""
    problems: list[Problem] = []
    documents = 0
    grades = Grades() if wanted(plain) else None
    for path in paths:
        if path.is_dir():
            found = survey(path, today=today)
            documents += len(found.content.documents)
            problems += found.problems
            if grades:
                read_ones = (one.document for one in found.parsed.values())
                problems += grades.measure(filter(None, read_ones), found.site.plain_language.grade)
            if not found.content.documents and not found.content.problems:
                msg = f"{path}: no content in this folder (looked for {', '.join(DOCUMENT_SUFFIXES)})"
                raise UsageError(msg)
        elif path.exists():
            documents += 1
            document, wrong = _check_file(path, lang, today)
            problems += [*wrong, *(grades.measure([document], GRADE) if grades and document else ())]
        else:
            msg = f"{path}: does not exist; give content files or folders"
            raise UsageError(msg)
    _print(problems, form, grades)
    if grades and form == "text":
        click.echo(grades.summary(), err=True)
    click.echo(f"{documents} document{'' if documents == 1 else 's'} checked: {summary(problems)}", err=True)
    return 1 if any(p.level is Level.ERROR for p in problems) else 0


def _check_file(path: Path, lang: str, today: dt.date) -> tuple[Document | None, list[Problem]]:
    text, problems = read(path)
    if any(p.level is Level.ERROR for p in problems):
        return None, problems
    document, found = parse(text, format=format_of(path), name=path.as_posix(), lang=lang)
    dated_rules = rules.check(document, today=today) if document else []
    return document, list(dict.fromkeys([*problems, *found, *dated_rules]))


def _print(problems: list[Problem], form: str, grades: Grades | None) -> None:
    def beside(problem: Problem) -> Mapping[str, Any]:
        return grades.as_json(problem) if grades else {}

    match form:
        case "json":
            put(json_text(problems, beside))
        case "sarif":
            put(sarif_text(problems, beside))
        case "github":
            click.echo(github_text(problems), nl=False)
        case _:
            show(problems, err=False, details=grades.details if grades else lambda _: [])
