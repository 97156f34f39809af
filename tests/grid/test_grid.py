"""What an audit says of a Grid that does not answer, or cannot be one. With a real Grid: tests/prove/test_grid.py."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import audit
from a11y_content.auditing.browser import BrowserGoneError
from a11y_content.auditing.browser import grid as grid_browser
from a11y_content.auditing.browser.grid import GridChromium
from a11y_content.auditing.routing import reached_from
from a11y_content.problem import CouldNotRunError, UsageError


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.html"
    file.write_text('<!doctype html><html lang="en"><title>Page</title><main><h1>Page</h1></main></html>', "utf-8")
    return file


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


def test_a_grid_that_is_not_there_is_could_not_run_without_its_password(page: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://user:word@127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(CouldNotRunError, match="no Grid answers") as caught:
        audit(page, grid=address)
    assert "word" not in str(caught.value)


@pytest.mark.parametrize("address", ["127.0.0.1:4444", "ftp://127.0.0.1/", "http://"])
def test_an_address_that_is_none_is_used_wrongly(page: Path, address: str) -> None:
    with pytest.raises(UsageError, match="--grid"):
        audit(page, grid=address)


def test_a_grid_is_for_chromium(page: Path) -> None:
    with pytest.raises(UsageError, match="chromium only"):
        audit(page, grid="http://127.0.0.1:4444", browser="firefox")
    with pytest.raises(UsageError, match="no browser 'lynx'"):
        audit(page, browser="lynx")


def test_folders_are_served_on_loopback_to_a_grid_on_loopback() -> None:
    assert reached_from("http://127.0.0.1:4444") == "127.0.0.1"
