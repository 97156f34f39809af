"""Hostile SVG files opened by themselves in Chromium: as they came they run and load, as we publish them not."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException

from a11y_content.site.svg import SvgError, clean_svg
from tests.browser.menu_site import chromium
from tests.site.hostile_svg import LOADS, SCRIPTS, written

POKE = """
for (const one of document.querySelectorAll('*'))
  for (const kind of ['mouseover', 'focus', 'click'])
    one.dispatchEvent(new MouseEvent(kind, {bubbles: true, cancelable: true, view: window}));
"""
DORMANT = """
return [...document.querySelectorAll('*')].flatMap((one) => [
  ...(one.namespaceURI === 'http://www.w3.org/2000/svg' && one.localName !== 'script' ? [] : [one.localName]),
  ...[...one.attributes].filter((each) => /^on/i.test(each.localName)
    || (each.localName === 'href' && !/^(#|data:image.(png|jpe?g|gif|webp);)/.test(each.value)))
    .map((each) => each.name),
]);
"""


class Host:
    """Serves SVG files by name, and keeps the names of those that ran or loaded something."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.ran: set[str] = set()
        self.loaded: set[str] = set()
        host = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                kind, _, name = self.path[1:].partition("/")
                if kind in {"ran", "loaded"}:
                    getattr(host, kind).add(name)
                data = host.files.get(name, b"") if kind == "svg" else b""
                self.send_response(200)
                self.send_header("Content-Type", "image/svg+xml")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_POST = do_GET  # noqa: N815  http.server asks for this name

            def log_message(self, *_: Any) -> None:
                """Keep the output of the tests to the tests."""

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.here = f"http://127.0.0.1:{self.server.server_port}"
        self.other = f"http://localhost:{self.server.server_port}"

    def visit(self, driver: webdriver.Chrome, files: dict[str, bytes]) -> dict[str, list[str]]:
        """Open each file by itself and press all that is in it; give what lies dormant in each."""
        self.files, dormant = files, {}
        self.ran.clear()
        self.loaded.clear()
        for name in files:
            driver.get(f"{self.here}/svg/{name}")
            with suppress(WebDriverException):  # some lead away while they are asked
                dormant[name] = driver.execute_script(DORMANT)
                driver.execute_script(POKE)
        time.sleep(0.5 if len(files) > 1 else 0)  # what was sent last arrives
        return dormant


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    made = Host()
    thread = threading.Thread(target=made.server.serve_forever)
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    with chromium(tmp_path_factory.mktemp("profile")) as found:
        found.set_page_load_timeout(20)
        yield found


def test_files_as_they_came_run_and_load(driver: webdriver.Chrome, host: Host, record_property: Any) -> None:
    host.visit(driver, {name: written(name, host.other) for name in (*SCRIPTS, *LOADS)})
    record_property("ran", sorted(host.ran))
    record_property("loaded", sorted(host.loaded))
    assert len(host.ran) >= 30, sorted(host.ran)
    assert len(host.loaded) >= 20, sorted(host.loaded)


def test_files_as_we_publish_them_run_nothing_and_load_nothing(driver: webdriver.Chrome, host: Host) -> None:
    published = {}
    for name in (*SCRIPTS, *LOADS):
        with suppress(SvgError):
            published[name] = clean_svg(written(name, host.other)).data
    assert len(published) >= 90
    dormant = host.visit(driver, published)
    assert (sorted(host.ran), sorted(host.loaded)) == ([], [])
    assert {name: found for name, found in dormant.items() if found} == {}
    assert dormant.keys() == published.keys()


def test_a_picture_still_shows_what_it_showed(driver: webdriver.Chrome, host: Host, root: Path) -> None:
    for file in sorted((root / "examples" / "clinic" / "images").glob("*.svg"))[:4]:
        shots = []
        for data in (file.read_bytes(), clean_svg(file.read_bytes()).data):
            host.visit(driver, {"picture": data})
            shots.append(driver.get_screenshot_as_png())
        assert shots[0] == shots[1], file.name
