"""An audit on a Selenium Grid: what it finds here, it finds there; a node that dies costs a retry and nothing else."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import audit
from a11y_content.auditing.browser import BrowserGoneError
from a11y_content.auditing.browser import grid as grid_browser
from a11y_content.auditing.browser.grid import GridChromium, slots
from a11y_content.auditing.report import Report
from a11y_content.auditing.routing import reached_from
from a11y_content.problem import CouldNotRunError, UsageError
from tests.grid.conftest import Grid

PAGE = """<!doctype html><html lang="en"><title>Page {number}</title><main><h1>Page</h1><p style="color:#aaa">Grey.</p>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main></html>"""
PAGES = 6
Audit = Callable[..., Report]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for number in range(PAGES):
        (folder / f"{number}.html").write_text(PAGE.format(number=number), "utf-8")
    return folder


def found(report: Report) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return sorted((one.page, one.code, one.selector, one.modes) for one in report.problems)


CHOICES = {"modes": "default;viewport=320;forced-colors=active", "checks": ["axe", "reflow", "console"]}


@pytest.mark.browser
@pytest.mark.programs
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


@pytest.fixture
def silent() -> Iterator[str]:
    """Give the address of something that takes a connection and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        kept: list[socket.socket] = []

        def take() -> None:
            while True:
                try:
                    kept.append(server.accept()[0])
                except OSError:
                    return

        threading.Thread(target=take, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        server.shutdown(socket.SHUT_RDWR)
        for one in kept:
            one.close()


def test_a_new_session_is_not_waited_for_without_end(silent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid_browser, "NEW_SESSION", 0.3)
    with pytest.raises(BrowserGoneError, match="session lost"):
        GridChromium(silent)


def test_a_grid_that_is_not_there_is_could_not_run_without_its_password(pages: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://user:word@127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(CouldNotRunError, match="no Grid answers") as caught:
        audit(pages, grid=address)
    assert "word" not in str(caught.value)


@pytest.mark.parametrize("address", ["127.0.0.1:4444", "ftp://127.0.0.1/", "http://"])
def test_an_address_that_is_none_is_used_wrongly(pages: Path, address: str) -> None:
    with pytest.raises(UsageError, match="--grid"):
        audit(pages, grid=address)


def test_a_grid_is_for_chromium(pages: Path) -> None:
    with pytest.raises(UsageError, match="chromium only"):
        audit(pages, grid="http://127.0.0.1:4444", browser="firefox")
    with pytest.raises(UsageError, match="no browser 'lynx'"):
        audit(pages, browser="lynx")


def test_folders_are_served_on_loopback_to_a_grid_on_loopback() -> None:
    assert reached_from("http://127.0.0.1:4444") == "127.0.0.1"
