"""The pytest plugin: fixture `a11y`, marker `a11y`, option `--a11y-modes`.

    def test_my_page(a11y):
        a11y("public/asthma.html")  # in every mode of --a11y-modes; fails with the problems, each at its author's line

The audit is imported inside the functions: pytest loads plugins in every run, also where nobody audits, and before a
coverage tool starts to measure.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from a11y_content.auditing.report import Report
    from a11y_content.auditing.session import Session

Auditing = Callable[..., "Report"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options `--a11y-*`."""
    options = parser.getgroup("a11y", "accessibility audits (a11y-content)")
    options.addoption(
        "--a11y-modes",
        default="each",
        metavar="MODES",
        help="modes in which the fixture a11y audits: default, each, pairs, all, or ids joined by ';' (default: each)",
    )
    options.addoption(
        "--a11y-axe-script", metavar="FILE", help="axe-core script to use instead of the newest installed"
    )
    options.addoption(
        "--a11y-timeout", type=float, default=30, metavar="S", help="seconds for a load and for each mode"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker."""
    config.addinivalue_line("markers", "a11y(modes): audits pages; `modes` replaces --a11y-modes for this test")


@pytest.fixture(scope="session")
def a11y_session(pytestconfig: pytest.Config) -> Iterator[Session]:
    """One browser for all audits of the run, started by the first of them."""
    from a11y_content.auditing.session import Session  # noqa: PLC0415
    from a11y_content.problem import UsageError  # noqa: PLC0415

    try:
        session = Session(
            modes=pytestconfig.getoption("--a11y-modes"),
            axe_script=pytestconfig.getoption("--a11y-axe-script"),
            timeout=pytestconfig.getoption("--a11y-timeout"),
        )
    except UsageError as error:
        raise pytest.UsageError(f"--a11y-*: {error}") from error
    with session:
        yield session


@pytest.fixture
def a11y(a11y_session: Session, request: pytest.FixtureRequest) -> Auditing:
    """Give a function that audits a folder, an HTML file or an address and fails with what it found.

    `a11y(target, modes=None)` returns the `Report` when nothing is an error and everything could be audited.
    """
    marker = request.node.get_closest_marker("a11y")
    asked: str | None = (marker.kwargs.get("modes") or (marker.args or [None])[0]) if marker else None

    def auditing(target: str | os.PathLike[str], *, modes: str | None = None) -> Report:
        __tracebackhide__ = True
        report = a11y_session.audit(target, modes=modes or asked)
        if report.exit_status:
            raise AssertionError(_told(report))
        return report

    return auditing


def _told(report: Report) -> str:
    """Say what is wrong, and after it what ran."""
    from a11y_content.auditing.writers import as_text  # noqa: PLC0415

    return f"not accessible in every mode\n\n{as_text(report)}"
