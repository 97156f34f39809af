"""Tests that come from the audit: one of every mode, and one of every HTML file where `--a11y-collect` asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from a11y_content.pytest_plugin import settings
from a11y_content.pytest_plugin.auditing import Auditing, auditing_for
from a11y_content.pytest_plugin.marks import choices_of


def modes_for(config: pytest.Config, mark: pytest.Mark | None) -> list[str]:
    """Give the ids of all modes of a test: those of its marker, else of `--a11y-modes`."""
    from a11y_content.design.mode import mode_set  # noqa: PLC0415  only where somebody asks for modes
    from a11y_content.problem import UsageError  # noqa: PLC0415  as above

    chosen = {**settings.options(config), **(choices_of(mark) if mark is not None else {})}
    try:
        return [mode.id for mode in mode_set(chosen["modes"], chosen.get("table"))]
    except UsageError as error:
        raise pytest.UsageError(f"--a11y-*: {error}") from None


class HtmlFile(pytest.File):
    """An HTML file that is audited."""

    def collect(self) -> Iterable[pytest.Item]:
        """Give one test: the file in all modes, with one load of it."""
        yield HtmlItem.from_parent(self, name="a11y")


class HtmlItem(pytest.Item):
    """The audit of an HTML file."""

    def __init__(self, **facts: Any) -> None:
        """Carry the marker `a11y`, so that `-m a11y` chooses it."""
        super().__init__(**facts)
        self.add_marker("a11y")

    def runtest(self) -> None:
        """Audit it with the options of the command line."""
        self.auditing()(self.path)

    def auditing(self) -> Auditing:
        """Give the function that audits for this test."""
        return auditing_for(self, settings.judged(settings.options(self.config)))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show the problems and no traceback: none of the author's code took part."""
        if isinstance(excinfo.value, AssertionError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Any, int | None, str]:
        """Name the file."""
        return self.path, None, f"a11y: {self.path.name}"
