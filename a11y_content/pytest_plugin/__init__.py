"""The pytest plugin: fixture `a11y`, marker `a11y`, options `--a11y-*`; docs/pytest.md.

    def test_my_page(a11y):
        a11y("public/asthma.html")  # in every mode of --a11y-modes; fails with the problems, each at its author's line

    def test_open_dialog(a11y, selenium):  # somebody else's browser, in the state in which it stands
        a11y.assert_clean(selenium, modes="default;forced-colors=active")

The audit is imported inside the functions: pytest loads plugins in every run, also where nobody audits, and before a
coverage tool starts to measure.
"""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from a11y_content.pytest_plugin import settings
from a11y_content.pytest_plugin.auditing import BROWSERS, Auditing, auditing_for
from a11y_content.pytest_plugin.browsers import Browsers
from a11y_content.pytest_plugin.collecting import HtmlFile, modes_for
from a11y_content.pytest_plugin.marks import marked
from a11y_content.pytest_plugin.reports import Reports, attach
from a11y_content.pytest_plugin.settings import Options

__all__ = ["Auditing"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options `--a11y-*`, each with an ini option of the same name with `_`."""
    settings.add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker; judge `--a11y-report` before anything runs."""
    config.addinivalue_line(
        "markers",
        "a11y(modes=..., each_mode=False, **options): audits pages; options, such as `checks`, replace --a11y-* for"
        " this test, and each_mode=True makes a test of every mode",
    )
    config.stash[BROWSERS] = Browsers()
    config.pluginmanager.register(Reports(config, settings.reports(config)), "a11y-content-reports")


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the browser of this process."""
    if (browsers := config.stash.get(BROWSERS, None)) is not None:
        browsers.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Make a test of every mode where one takes `a11y_mode`, or its marker says `each_mode=True`."""
    mark = metafunc.definition.get_closest_marker("a11y")
    asked = mark is not None and mark.kwargs.get("each_mode", False)
    if asked and "a11y" in metafunc.fixturenames and "a11y_mode" not in metafunc.fixturenames:
        metafunc.fixturenames.append("a11y_mode")
    if "a11y_mode" in metafunc.fixturenames:
        metafunc.parametrize("a11y_mode", modes_for(metafunc.config, mark))


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect HTML files as tests, where `--a11y-collect` asks for it."""
    if file_path.suffix.lower() in {".html", ".htm"} and parent.config.getoption("--a11y-collect"):
        return HtmlFile.from_parent(parent, path=file_path)
    return None


@pytest.fixture
def a11y_options(pytestconfig: pytest.Config) -> Options:
    """The choices of every audit, as of `a11y_content.audit`; override it to change some for a folder or a file."""
    return settings.options(pytestconfig)


@pytest.fixture
def a11y(request: pytest.FixtureRequest, a11y_options: Options) -> Auditing:
    """Audit a folder, a file, HTML text, an address or the page of a WebDriver; fail with what was found."""
    callspec = getattr(request.node, "callspec", None)
    mode = {"modes": callspec.params["a11y_mode"]} if callspec and "a11y_mode" in callspec.params else {}
    chosen = settings.judged({**a11y_options, **marked(request.node), **mode})
    return auditing_for(request.node, chosen)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let what a test audited go with pytest's own report, so that it reaches the controller of pytest-xdist."""
    report = yield
    attach(item, report)
    return report
