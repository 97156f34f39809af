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
from a11y_content.cli.output import complain
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
    try:
        status = group.main(args=arguments, prog_name="a11y-content", standalone_mode=False)
    except click.exceptions.Exit as end:
        status = end.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        status = CLEAN if not arguments and len(sys.argv) <= 1 else USED_WRONGLY
    except click.ClickException as error:
        complain(_said(error))
        status = USED_WRONGLY
    except ContentError as error:
        for problem in error.problems:
            complain(problem.line())
        status = PROBLEMS
    except UsageError as error:
        complain(str(error))
        status = USED_WRONGLY
    except CouldNotRunError as error:
        complain(str(error))
        status = COULD_NOT_RUN
    except (click.Abort, KeyboardInterrupt):
        complain("stopped")
        status = COULD_NOT_RUN
    except OSError as error:
        complain(f"{error.filename or 'a file'}: {error.strerror or error}")
        status = COULD_NOT_RUN
    except Exception as error:  # the rim: a fault of ours must not look like a clean run, nor spill a traceback
        if os.environ.get("A11Y_DEBUG"):
            raise
        complain(f"a fault of a11y-content itself: {type(error).__name__}: {error} (A11Y_DEBUG=1 shows where)")
        status = COULD_NOT_RUN
    sys.exit(status or CLEAN)


def _said(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "a11y-content"
    return f"{error.format_message()} (see {command} --help)"
