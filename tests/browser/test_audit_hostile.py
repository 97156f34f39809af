"""Pages, servers and accidents that must never look like a pass: N pages in, N results out."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from a11y_content.auditing import Session, audit
from a11y_content.auditing.browser import starting
from a11y_content.auditing.browser.chromium import Chromium
from a11y_content.auditing.reaper import members
from a11y_content.problem import CouldNotRunError

GOOD = b"<!doctype html><html lang=en><title>Good</title><main><h1>Good</h1></main>"
SCRIPTED = {
    "/moves": "location.href = '/good'",
    "/moves-later": "addEventListener('load', () => setTimeout(() => { location.href = '/good' }, 30))",
    "/hangs": "addEventListener('load', () => setTimeout(() => { for (;;) ; }, 10))",
    "/throws": "throw new Error('mine')",
    "/asks": "alert('hello'); confirm('really?')",
    "/opens": "window.open('/good')",
    "/submits": "const f = document.createElement('form'); f.target = '_blank'; f.action = '/good';"
    " document.body.append(f); f.submit()",
}


class Hostile(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        kinds = {"/pdf": "application/pdf", "/download": "application/zip", "/text": "text/plain"}
        if self.path == "/reset":
            self.close_connection = True
        elif self.path == "/slow":
            time.sleep(4)  # slower than the audit's limit: this is the thing under test
            self.close_connection = True
        elif self.path == "/chunk":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"5\r\n<html\r\nnonsense")
            self.close_connection = True
        elif self.path in {"/loop", "/elsewhere"}:
            port = self.server.server_address[1]
            self._send(302, b"", "text/html", "/loop" if self.path == "/loop" else f"http://localhost:{port}/good")
        elif self.path in {"/missing", "/broken"}:
            self._send(404 if self.path == "/missing" else 500, GOOD, "text/html")
        elif self.path in SCRIPTED:
            self._send(200, GOOD + f"<script>{SCRIPTED[self.path]}</script>".encode(), "text/html")
        else:
            self._send(200, GOOD, kinds.get(self.path, "text/html"))

    def _send(self, status: int, body: bytes, kind: str, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Hostile)
    made.daemon_threads = True
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_address[1]}"
    made.shutdown()
    made.server_close()


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder for temporary files with a short path: pytest's own are too long for Chromium."""
    with tempfile.TemporaryDirectory(prefix="t", dir="/tmp") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        monkeypatch.setattr(tempfile, "tempdir", None)
        yield Path(folder)


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(modes="default", timeout=2) as made:
        yield made


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "status 404"),
        ("/broken", "status 500"),
        ("/reset", "could not be loaded|ERR_"),
        ("/chunk", "could not be loaded|ERR_"),
        ("/loop", "could not be loaded|ERR_"),
        ("/elsewhere", "another site"),
        ("/pdf", "not HTML|download|no page|ERR_"),
        ("/download", "download|no page|ERR_"),
        ("/text", "text/plain, not HTML"),
        ("/moves", "by itself"),
        ("/moves-later", "by itself|script failed|failed in the page"),
        ("/slow", "no answer within 2 seconds"),
        ("/hangs", "no answer within 2 seconds"),
    ],
)
def test_a_page_that_is_not_that_page_is_never_a_pass(session: Session, server: str, path: str, reason: str) -> None:
    begun = time.monotonic()
    report = session.audit(server + path)
    assert time.monotonic() - begun < 2 + 15  # the machine may be busy
    assert report.exit_status == 3
    assert len(report.failed) == 1
    assert any(word in report.failed[0].reason for word in reason.split("|")), report.failed[0].reason
    assert session.audit(f"{server}/good").failed == ()


@pytest.mark.parametrize("path", ["/throws", "/asks", "/opens", "/submits"])
def test_a_page_with_rude_manners_is_still_audited(session: Session, server: str, path: str) -> None:
    report = session.audit(server + path)
    assert report.failed == ()
    assert report.exit_status == 0


def test_n_pages_in_are_n_results_out(server: str) -> None:
    paths = ["/good", "/missing", "/good?2", "/text", "/good?3"]
    report = audit([server + path for path in paths], modes="default", timeout=5)
    assert report.ran.pages == tuple(server + path for path in paths)
    assert [failure.page for failure in report.failed] == [f"{server}/missing", f"{server}/text"]


def test_a_browser_that_is_killed_is_replaced(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    killed: list[int] = []
    load = Chromium.get

    def get(browser: Chromium, url: str) -> None:
        if url.endswith("/good?kill") and not killed:
            victims = members(browser.driver.service.process.pid)
            killed.extend(victims)
            for victim in victims:
                os.kill(victim, signal.SIGKILL)
        load(browser, url)

    monkeypatch.setattr(Chromium, "get", get)
    report = audit(f"{server}/good?kill", modes="default")
    assert killed
    assert report.failed == ()


def test_a_browser_that_always_dies_is_a_failure_of_the_page(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Chromium] = []

    class Dying(Chromium):
        def get(self, url: str) -> None:
            started.append(self)
            os.kill(self.driver.service.process.pid, signal.SIGKILL)
            super().get(url)

    monkeypatch.setattr(starting, "Chromium", Dying)
    report = audit(f"{server}/good", modes="default")
    assert len(started) == 3
    assert report.exit_status == 3
    assert "3 browsers" in report.failed[0].reason


HEARD = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
"""A shell starts what runs in its background deaf to Ctrl-C, and so all that this starts in turn."""
AUDITOR = f"""
{HEARD}
import sys, tempfile
from a11y_content.auditing.browser.chromium import Chromium
from a11y_content.auditing.programs import find_programs
browser = Chromium(find_programs())
print(browser.driver.service.process.pid, browser._folder, flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_when_the_auditor_is_killed(short: Path, how: signal.Signals) -> None:
    auditor = subprocess.Popen(
        [sys.executable, "-c", AUDITOR],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert auditor.stdout is not None
    leader, folder = auditor.stdout.readline().split()
    assert members(int(leader))
    auditor.send_signal(how)
    auditor.wait(10)
    auditor.stdout.close()
    assert auditor.stdin is not None
    auditor.stdin.close()
    assert gone(int(leader), Path(folder))
    assert list(short.iterdir()) == []


def gone(leader: int, folder: Path) -> bool:
    deadline = time.monotonic() + 5
    while members(leader) or folder.exists():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)  # looks again until the deadline
    return True


def test_nothing_is_left_after_an_audit(server: str, short: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leaders: list[int] = []
    close = Chromium.close

    def closing(browser: Chromium, *, kindly: bool = True) -> None:
        leaders.append(browser.driver.service.process.pid)
        close(browser, kindly=kindly)

    monkeypatch.setattr(Chromium, "close", closing)
    assert audit(f"{server}/good", modes="default").failed == ()
    assert leaders
    assert [members(leader) for leader in leaders] == [[]]
    assert list(short.iterdir()) == []


def test_no_browser_is_could_not_run(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A11Y_CHROMIUM", "/nowhere/chromium")
    with pytest.raises(CouldNotRunError, match="A11Y_CHROMIUM"):
        audit(f"{server}/good", modes="default")


INTERRUPTED = f"""
{HEARD}
import sys
from a11y_content.auditing import audit
def progress(done, whole, page):
    print("done", flush=True)
try:
    audit([sys.argv[1] + f"/good?{{n}}" for n in range(200)], modes="default", progress=progress)
except KeyboardInterrupt:
    sys.exit(130)
"""


def test_ctrl_c_ends_a_run_at_once_and_leaves_nothing(server: str, short: Path) -> None:
    auditor = subprocess.Popen([sys.executable, "-c", INTERRUPTED, server], stdout=subprocess.PIPE, text=True)
    assert auditor.stdout is not None
    assert auditor.stdout.readline() == "done\n"
    begun = time.monotonic()
    auditor.send_signal(signal.SIGINT)
    assert auditor.wait(30) == 130
    assert time.monotonic() - begun < 10
    auditor.stdout.close()
    assert list(short.iterdir()) == []
