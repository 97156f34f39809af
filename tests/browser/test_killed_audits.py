"""Browsers, drivers and audits that are killed: every page has its result, nothing is left. More: tests/prove."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from a11y_content.auditing import audit
from a11y_content.auditing.browser import BrowserGoneError, starting
from a11y_content.auditing.browser.chromium import Chromium
from a11y_content.auditing.browser.world import World
from tests.browser.hostile import hostile_server
from tests.browser.killing import Killer, command_of, nothing_left, of_folder

PAGES = 3


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with hostile_server() as address:
        yield address


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder for temporary files with a short path: pytest's own are too long for Chromium."""
    with tempfile.TemporaryDirectory(prefix="t", dir="/tmp") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        monkeypatch.setattr(tempfile, "tempdir", None)
        yield Path(folder)


@pytest.mark.parametrize(("kind", "moment"), [("driver", 0.1), ("browser", 0), ("renderer", 0.05)])
def test_a_kill_in_the_midst_of_an_audit_costs_no_page(server: str, short: Path, kind: str, moment: float) -> None:
    killer = Killer(kind, moment)

    def progress(done: int, *_: object) -> None:
        if done == 1:
            killer.start()

    pages = [f"{server}/good?{number}" for number in range(PAGES)]
    report = audit(pages, modes="default", checks=["axe"], workers=1, progress=progress)
    assert killer.finish()
    assert report.failed == ()
    assert report.ran.pages == tuple(pages)
    assert report.exit_status == 0
    assert nothing_left(short) == ""


def test_a_browser_that_always_dies_is_a_failure_of_that_page_alone(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Chromium] = []

    class Dying(Chromium):
        def get(self, url: str) -> None:
            if url.endswith("dies"):
                started.append(self)
                os.kill(self.driver.service.process.pid, signal.SIGKILL)
            super().get(url)

    monkeypatch.setattr(starting, "Chromium", Dying)
    pages = [f"{server}/good?dies", f"{server}/good"]
    report = audit(pages, modes="default", checks=["axe"], workers=1, retries=1)
    assert len(started) == 2
    assert report.exit_status == 3
    assert [failure.page for failure in report.failed] == pages[:1]
    assert "given up after 2 browsers: the browser ended" in report.failed[0].reason


HEARD = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
"""A shell starts what runs in its background deaf to Ctrl-C, and so all that this starts in turn."""
AUDITOR = f"""
{HEARD}
import sys
from a11y_content.auditing import audit
def progress(done, whole, page):
    print("done", flush=True)
try:
    pages = [sys.argv[1] + f"/good?{{n}}" for n in range(200)]
    audit(pages, modes="default", checks=["axe"], workers=int(sys.argv[2]), progress=progress)
except KeyboardInterrupt:
    sys.exit(130)
"""
STATUS = {signal.SIGINT: 130, signal.SIGTERM: -signal.SIGTERM, signal.SIGKILL: -signal.SIGKILL}


@pytest.mark.parametrize("how", list(STATUS))
def test_an_auditor_that_is_ended_leaves_no_process_and_no_file(server: str, short: Path, how: signal.Signals) -> None:
    command = [sys.executable, "-c", AUDITOR, server, "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as auditor:
        assert auditor.stdout is not None
        assert auditor.stdout.readline() == "done\n"
        assert len(of_folder(short)) > 2
        auditor.send_signal(how)
        assert auditor.wait(15) == STATUS[how]
    assert nothing_left(short) == ""


def test_a_driver_that_has_not_begun_to_listen_goes_with_its_auditor(
    tmp_path: Path, short: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = tmp_path / "chromedriver"
    driver.write_text("#!/bin/sh\nexec sleep 300\n", "ascii")
    driver.chmod(0o755)
    monkeypatch.setenv("A11Y_CHROMEDRIVER", str(driver))
    with subprocess.Popen([sys.executable, "-c", AUDITOR, server, "1"]) as auditor:
        while not any(b"sleep" in command_of(pid) for pid in of_folder(short)):
            assert auditor.poll() is None
            time.sleep(0.01)  # looks again
        auditor.kill()
    assert nothing_left(short) == ""


def test_scripts_that_a_renderer_took_with_it_are_the_end_of_the_browser() -> None:
    class Tools:
        def cdp(self, command: str, **parameters: object) -> Any:
            return {"result": {"value": '{"error": "ReferenceError: a11yContentAudit is not defined"}'}}

    with pytest.raises(BrowserGoneError, match="lost the audit's scripts"):
        World(Tools()).call("own", {})
