"""What a test gets as `a11y`: it audits what a test has at hand, and fails with what it found."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from a11y_content.pytest_plugin.browsers import Browsers
from a11y_content.pytest_plugin.failing import told
from a11y_content.pytest_plugin.settings import Options, judged

if TYPE_CHECKING:
    from a11y_content.auditing.report import Report

BROWSERS: Final[pytest.StashKey[Browsers]] = pytest.StashKey()
NOTES: Final[pytest.StashKey[list[Report]]] = pytest.StashKey()
"""The reports of a test's audits."""


class Auditing:
    """Audits a folder, an HTML file, HTML text, an address, a live server, or the page of a WebDriver as it stands."""

    def __init__(self, browsers: Browsers, chosen: Options, notes: list[Report], name: str) -> None:
        """Take the choices of the test; `notes` gets every report, `name` names pages that have no name."""
        self._browsers = browsers
        self._chosen = chosen
        self._notes = notes
        self._name = re.sub(r"\W+", "-", name.partition("[")[0]).strip("-") or "page"

    def __call__(self, target: Any, *, modes: str | None = None, **chosen: Any) -> Report:
        """Audit, and fail with every problem as grave as `--a11y-fail-on`, or where a page could not be audited.

        `modes` and the other choices (`checks`, `standard`, `fail_on`, ...: fields of
        `a11y_content.auditing.choices.Choices`) count for this audit only. Raises `AssertionError`, and
        `pytest.UsageError` for what cannot be.
        """
        __tracebackhide__ = True
        report = self.report(target, modes=modes, **chosen)
        if report.exit_status:
            raise AssertionError(told(report))
        return report

    assert_clean = __call__

    def report(self, target: Any, *, modes: str | None = None, **chosen: Any) -> Report:
        """Audit and give the report, whatever it says."""
        __tracebackhide__ = True
        from a11y_content.problem import UsageError  # noqa: PLC0415  only where somebody audits

        choices = judged({**self._chosen, **chosen, **({} if modes is None else {"modes": modes})})
        try:
            with self._opened(target) as found:
                report = self._browsers.audit(found, choices)
        except UsageError as error:
            raise pytest.UsageError(f"a11y: {error}") from None
        self._notes.append(report)
        return report

    @contextmanager
    def _opened(self, target: Any) -> Iterator[Any]:
        """Give what an audit takes: a path, an address or a WebDriver."""
        if _drives(target) or isinstance(target, os.PathLike):
            yield target
        elif _is_html(target):
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / f"{self._name}.html"
                file.write_text(str(target), "utf-8")
                yield file
        elif isinstance(target, str):
            yield target
        elif isinstance(address := getattr(target, "url", None), str) and not hasattr(target, "evaluate"):
            yield address  # live_server of pytest-django
        else:
            kind = type(target).__name__
            raise pytest.UsageError(f"a11y: {kind} cannot be audited; give a path, HTML text, an address or a driver")


def auditing_for(node: pytest.Item, chosen: Options) -> Auditing:
    """Give the function that audits for one test, with the browser of this process."""
    return Auditing(node.config.stash[BROWSERS], chosen, node.stash.setdefault(NOTES, []), node.name)


def _drives(target: object) -> bool:
    """Tell whether this is a Selenium WebDriver, without importing selenium."""
    return hasattr(target, "execute_script") and hasattr(target, "current_url")


def _is_html(target: object) -> bool:
    """Tell whether this is the text of a page: ours, a template's safe string, or a string that begins with a tag."""
    return isinstance(target, str) and (hasattr(target, "__html__") or target.lstrip().startswith("<"))
