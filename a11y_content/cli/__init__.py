"""The command `a11y-content`: one file a subcommand, one place for exit statuses.

Exit status: 0 clean; 1 problems found; 2 used wrongly; 3 could not run. Talk goes to stderr, results to stdout or a
file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from a11y_content.about import __version__
from a11y_content.cli import lazy
from a11y_content.cli.output import complain, patient
from a11y_content.problem import ContentError, CouldNotRunError, UsageError

CLEAN, PROBLEMS, USED_WRONGLY, COULD_NOT_RUN = 0, 1, 2, 3


@click.group(
    cls=lazy.Group,
    commands_in="a11y_content.cli",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="a11y-content")
def group() -> None:
    """Accessible health content: build pages with a native accessibility menu, and prove them in a real browser."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and end the process with its exit status; no traceback reaches a user."""
    patient()
    try:
        status = group.main(args=arguments, prog_name="a11y-content", standalone_mode=False) or CLEAN
    except click.exceptions.Exit as end:
        status = end.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        status = USED_WRONGLY
    except Exception as error:  # noqa: BLE001  the rim: every exception becomes a sentence and a status
        status, sentences = _judge(error)
        for sentence in sentences:
            complain(sentence)
    except KeyboardInterrupt:
        complain("stopped")
        status = COULD_NOT_RUN
    sys.exit(status)


def _judge(error: Exception) -> tuple[int, list[str]]:
    """Give the exit status of an exception and the lines to say; one that is a fault of ours must not look clean."""
    if isinstance(error, ContentError):
        return PROBLEMS, [problem.line() for problem in error.problems]
    if isinstance(error, click.ClickException | UsageError):
        return USED_WRONGLY, _said(error).splitlines()
    words = str(error)
    if isinstance(error, OSError):
        words = f"{error.filename or 'the output'}: {error.strerror or error}"
    elif isinstance(error, click.Abort):
        words = "stopped"
    elif not isinstance(error, CouldNotRunError):
        if os.environ.get("A11Y_DEBUG"):
            raise error
        words = f"a fault of a11y-content itself: {type(error).__name__}: {error} (A11Y_DEBUG=1 shows where)"
    return COULD_NOT_RUN, [words]


def _said(error: click.ClickException | UsageError) -> str:
    if isinstance(error, UsageError):
        return str(error)
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "a11y-content"
    return f"{error.format_message()} (see {command} --help)"
