"""An audit on a Selenium Grid: what it finds here, it finds there; a node that dies costs a retry and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import audit
from a11y_content.auditing.browser.grid import slots
from a11y_content.auditing.report import Report
from tests.grid.hub import Grid, running_grid

PAGE = """<!doctype html><html lang="en"><title>Page {number}</title><main><h1>Page</h1><p style="color:#aaa">Grey.</p>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main></html>"""
PAGES = 6
CHOICES = {"modes": "default;viewport=320;forced-colors=active", "checks": ["axe", "reflow", "console"]}


@pytest.fixture(scope="module")
def grid(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grid]:
    with running_grid(tmp_path_factory.mktemp("grid")) as made:
        yield made


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for number in range(PAGES):
        (folder / f"{number}.html").write_text(PAGE.format(number=number), "utf-8")
    return folder


def found(report: Report) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return sorted((one.page, one.code, one.selector, one.modes) for one in report.problems)


@pytest.mark.slow
def test_a_grid_finds_what_is_found_here_and_survives_the_loss_of_a_node(grid: Grid, pages: Path) -> None:
    assert slots(grid.address) == 2
    here = audit(pages, **CHOICES)  # type: ignore[arg-type]
    there = audit(pages, grid=grid.address, **CHOICES)  # type: ignore[arg-type]
    assert there.failed == here.failed == ()
    assert found(there) == found(here)
    assert len(here.problems) == 2 * PAGES

    def progress(done: int, *_: object) -> None:
        if done == 2:
            grid.kill_node(0)

    after = audit(pages, grid=grid.address, progress=progress, **CHOICES)  # type: ignore[arg-type]
    assert after.failed == ()
    assert found(after) == found(here)
