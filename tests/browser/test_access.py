"""Headers, cookies and passwords open the audited site, go to no other one, and show nowhere."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from a11y_content.auditing.access import Access
from a11y_content.auditing.browser import PageError
from a11y_content.auditing.browser.chromium import Chromium
from a11y_content.auditing.programs import find_programs

SECRETS = ("k-secret", "c-secret", "p-secret", "bWU6cC1zZWNyZXQ=")
ACCESS = Access(headers={"X-Key": "k-secret"}, cookies={"session": "c-secret"}, auth="me:p-secret")


class Closed(BaseHTTPRequestHandler):
    """A site that asks for a password, and whose pages ask another site for this and that."""

    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, Site)
        server.asked.append((self.path, str(self.headers)))
        if server.closed and self.headers["Authorization"] != "Basic bWU6cC1zZWNyZXQ=":
            self._send(401, b"<!doctype html><title>No</title>", {"WWW-Authenticate": 'Basic realm="x"'})
        elif self.path == "/leads":
            self._send(302, b"", {"Location": f"{server.elsewhere}/page"})
        elif self.path.startswith("/x"):
            self._send(302, b"", {"Location": f"{server.elsewhere}/redirected{self.path}"})
        elif self.path in {"/", "/inner"}:
            far = server.elsewhere
            inner = "" if self.path == "/inner" else "<iframe src=/inner></iframe>"
            page = f"""<!doctype html><html lang=en><title>x</title><main><h1>x</h1>{inner}
<img alt="" src="{far}/image"><img alt="" src=/x/image><iframe src="{far}/frame"></iframe>
<script>fetch("/own"); for (const far of ["{far}/cors", "/x/fetch"]) fetch(far).catch(() => 0)</script></main>"""
            self._send(200, page.encode(), {})
        else:
            self._send(200, b"<!doctype html><title>other</title>", {"Access-Control-Allow-Origin": "*"})

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


class Site(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, host: str, *, closed: bool) -> None:
        super().__init__(("127.0.0.1", 0), Closed)
        self.closed = closed
        self.elsewhere = ""
        self.asked: list[tuple[str, str]] = []
        self.base = f"http://{host}:{self.server_address[1]}"


@pytest.fixture
def sites() -> Iterator[tuple[Site, Site]]:
    # Cookies know hosts and no ports: the other site has another name.
    made = Site("127.0.0.1", closed=True), Site("localhost", closed=False)
    made[0].elsewhere = made[1].base
    threads = [threading.Thread(target=one.serve_forever, kwargs={"poll_interval": 0.01}) for one in made]
    for thread in threads:
        thread.start()
    yield made
    for one, thread in zip(made, threads, strict=True):
        one.shutdown()
        one.server_close()
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    found = Chromium(find_programs(), timeout=15)
    found.admission.grant(ACCESS)
    yield found
    found.close()


def test_credentials_go_with_every_request_of_the_site_and_with_no_other(
    browser: Chromium, sites: tuple[Site, Site]
) -> None:
    site, other = sites
    browser.open(f"{site.base}/")
    browser.driver.execute_async_script(
        "const done = arguments[0]; Promise.allSettled([fetch('/last'), fetch('/x/last')]).then(() => done())"
    )
    own = dict(site.asked)
    assert {"/", "/own", "/inner", "/x/image", "/x/fetch", "/last"} <= own.keys()
    for path in ("/", "/own", "/inner", "/x/image", "/last"):
        assert "X-Key: k-secret" in own[path], path
        assert "session=c-secret" in own[path], path
        assert "Basic bWU6cC1zZWNyZXQ=" in own[path], path
    far = dict(other.asked)
    assert {"/image", "/frame", "/redirected/x/image"} <= far.keys()
    assert not any(secret in told for told in far.values() for secret in SECRETS)
    assert not any(secret in json.dumps([str(one) for one in browser.news()]) for secret in SECRETS[:1] + SECRETS[2:])


def test_a_page_that_leads_to_another_site_takes_nothing_along(browser: Chromium, sites: tuple[Site, Site]) -> None:
    site, other = sites
    with pytest.raises(PageError, match="another site"):
        browser.open(f"{site.base}/leads")
    assert [path for path, _ in other.asked if path == "/page"]
    assert not any(secret in told for _, told in other.asked for secret in SECRETS)


def test_the_next_site_gets_them_and_the_one_before_no_more(browser: Chromium, sites: tuple[Site, Site]) -> None:
    site, other = sites
    browser.open(f"{site.base}/")
    other.asked.clear()
    browser.open(f"{other.base}/page")
    assert all(secret in other.asked[0][1] for secret in (*SECRETS[:2], SECRETS[3]))


def test_a_wrong_password_is_a_failure(browser: Chromium, sites: tuple[Site, Site]) -> None:
    browser.admission.grant(Access(auth="me:p-wrong"))
    with pytest.raises(PageError, match=r"status 401|could not be loaded") as raised:
        browser.open(f"{sites[0].base}/")
    assert "wrong" not in str(raised.value)
