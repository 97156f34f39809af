"""A command whose many options stand under headings in its help, and may stand in a TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from a11y_content.registry import suggest


class SectionOption(click.Option):
    """An option that says under which heading it stands."""

    def __init__(self, *args: Any, section: str, **kwargs: Any) -> None:
        """Take the heading beside what click takes."""
        super().__init__(*args, **kwargs)
        self.section = section


class SectionCommand(click.Command):
    """A command that lists its options by their headings, in the order of their declaration."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, heading by heading."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if record is not None:
                sections.setdefault(getattr(parameter, "section", "Else"), []).append(record)
        for name, records in sections.items():
            with formatter.section(name):
                formatter.write_dl(records, col_max=32)


def section(name: str) -> Callable[..., Callable[[Any], Any]]:
    """Give a decorator like `click.option` for the options under one heading."""

    def option(*names: str, **facts: Any) -> Callable[[Any], Any]:
        return click.option(*names, cls=SectionOption, section=name, **facts)

    return option


def configured(context: click.Context, parameter: click.Parameter, file: Path | None) -> Path | None:
    """Read defaults of the options from a TOML file: keys are the options' long names. What is typed comes first."""
    if file is None:
        return None
    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise click.BadParameter(f"{file}: {error.strerror or error}", context, parameter) from error
    except ValueError as error:  # TOML and UTF-8 errors
        raise click.BadParameter(f"{file}: {error}", context, parameter) from error
    known: dict[str, click.Parameter] = {}
    for one in context.command.params:
        if isinstance(one, click.Argument) and one.name:
            known[one.name] = one
        for name in one.opts if isinstance(one, click.Option) and one is not parameter else ():
            known[name.lstrip("-")] = one
    defaults: dict[str, Any] = {}
    for key, value in data.items():
        if key not in known:
            near = suggest(key, known)
            hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(known)}"
            raise click.BadParameter(f"{file}: no option {key!r}{hint}", context, parameter)
        defaults[known[key].name or key] = _fitting(known[key], value)
    context.default_map = {**defaults, **(context.default_map or {})}
    return file


def _fitting(parameter: click.Parameter, value: Any) -> Any:
    """Let a list stand for values that a command line joins by commas, and one value for a list of one."""
    if isinstance(value, list):
        return value if parameter.multiple or parameter.nargs == -1 else ",".join(map(str, value))
    return [value] if parameter.multiple or parameter.nargs == -1 else value
