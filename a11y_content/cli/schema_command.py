"""`schema`: JSON Schema of what the package reads and keeps."""

from __future__ import annotations

import click

from a11y_content.cli.output import put_json
from a11y_content.design.schema import choices_schema

_SCHEMAS = {"choices": choices_schema}


@click.command("schema")
@click.option("--kind", type=click.Choice(list(_SCHEMAS)), default="choices", help="What to describe.")
def command(kind: str) -> int:
    """Print JSON Schema (2020-12): `choices` are the values of the accessibility menu."""
    put_json(_SCHEMAS[kind]())
    return 0
