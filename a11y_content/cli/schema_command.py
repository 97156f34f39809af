"""`schema`: JSON Schema of what the package reads and keeps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

import click

from a11y_content.cli.output import put_json
from a11y_content.design.schema import choices_schema

_DOCUMENTS: Final = ("condition", "story", "index", "page")


def _kind(kind: str) -> dict[str, Any]:
    from a11y_content.parsing.schema import kind_schema  # noqa: PLC0415  the parsers load only when they are asked for

    return kind_schema(kind)


def _document() -> dict[str, Any]:
    from a11y_content.parsing.schema import document_schema  # noqa: PLC0415  as above

    return document_schema()


def _front() -> dict[str, Any]:
    from a11y_content.parsing.schema import front_schema  # noqa: PLC0415  as above

    return front_schema()


def _report() -> dict[str, Any]:
    from a11y_content.auditing.report_schema import report_schema  # noqa: PLC0415  as above

    return report_schema()


def _site() -> dict[str, Any]:
    from a11y_content.site.schema import site_schema  # noqa: PLC0415  as above

    return site_schema()


SCHEMAS: Final[dict[str, Callable[[], dict[str, Any]]]] = {
    **{kind: partial(_kind, kind) for kind in _DOCUMENTS},
    "document": _document,
    "site": _site,
    "front-matter": _front,
    "choices": choices_schema,
    "report": _report,
}


@click.command("schema")
@click.option("--kind", type=click.Choice(list(SCHEMAS)), default="choices", help="What to describe.")
def command(kind: str) -> int:
    """Print JSON Schema (2020-12) for editors and validators.

    `condition`, `story`, `index`, `page` and `document` (any of them) are content files in JSON; `front-matter` is what
    stands between the `---` lines of other files; `site` is site.toml; `choices` are the values of the menu; `report`
    is what an audit writes as JSON.
    """
    put_json(SCHEMAS[kind]())
    return 0
