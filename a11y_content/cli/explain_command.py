"""`explain CODE`: what a problem code means, why it matters to whom, how to mend it."""

from __future__ import annotations

import importlib
import pkgutil
import textwrap

import click

import a11y_content
from a11y_content.problem import FAULTS, UsageError
from a11y_content.registry import suggest


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain a problem code; without one, list them all."""
    declare()
    if code is None:
        width = max(map(len, FAULTS))
        for name in sorted(FAULTS):
            click.echo(f"{name:{width}}  {FAULTS[name].title}")
        return 0
    found = FAULTS.get(code)
    if found is None and code.startswith("axe/"):
        from a11y_content.auditing.axe import explain  # noqa: PLC0415  the audit is an extra

        found = explain(code)
    if found is None:
        near = suggest(code, FAULTS)
        msg = f"no problem code {code!r}" + (
            f"; did you mean {near!r}?" if near else "; `explain` alone lists them all"
        )
        raise UsageError(msg)
    click.echo(f"{found.code} ({found.level}): {found.title}\n")
    for label, text in (("Why", found.why), ("Mend", found.mend)):
        click.echo(textwrap.fill(text, 88, initial_indent=f"{label}: ", subsequent_indent="  "))
    if found.criterion:
        click.echo(f"WCAG 2.2: {found.criterion}")
    if found.help_url:
        click.echo(f"More: {found.help_url}")
    return 0


def declare() -> None:
    """Import every module that may declare codes, so that the list is whole."""
    for module in pkgutil.walk_packages(a11y_content.__path__, f"{a11y_content.__name__}."):
        if not module.name.endswith(("__main__", "pytest_plugin")) and ".cli" not in module.name:
            importlib.import_module(module.name)
