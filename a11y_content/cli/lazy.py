"""A click group that imports a subcommand's file only when it is asked for, so that `modes` starts no browser code."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from typing import Any, Final

import click

from a11y_content.registry import suggest

UNREAD: Final = 3
"""Exit status where nobody read the output to its end: not clean, and not problems found."""


class Group(click.Group):
    """Commands are the files of a package: `build_command.py` holds the function `command` of `build`."""

    def __init__(self, *args: Any, commands_in: str, **kwargs: Any) -> None:
        """Name the package that holds the commands."""
        super().__init__(*args, **kwargs)
        self._package = commands_in

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of all commands."""
        package = importlib.import_module(self._package)
        names = (module.name for module in pkgutil.iter_modules(package.__path__))
        return sorted(name.removesuffix("_command") for name in names if name.endswith("_command"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{self._package}.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Say "did you mean" for a misspelt command."""
        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            near = suggest(args[0], self.list_commands(ctx))
            hint = f"; did you mean {near!r}?" if near else f"; there are {', '.join(self.list_commands(ctx))}"
            ctx.fail(f"No command {args[0]!r}{hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a reader that closed the pipe (`| head`) has had enough, which is no problem of the content.

        click would end with status 1, which means problems found; the pages or problems left over reached nobody.
        """
        try:
            status = super().invoke(ctx)
            if sys.stdout is not None:  # None where the shell closed it (`>&-`)
                sys.stdout.flush()
        except BrokenPipeError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())  # what is still in the buffer goes where it can
            raise click.exceptions.Exit(UNREAD) from None
        return status
