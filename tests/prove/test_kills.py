"""Kills at random moments of an audit of twenty pages: all pages are audited, the status is right, nothing is left."""

import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import audit
from tests.browser.hostile import hostile_server
from tests.browser.killing import KINDS, Killer, nothing_left, of_folder
from tests.browser.test_killed_audits import AUDITOR, STATUS

MOMENTS = 7
"""Of each kind: 21 of driver, browser and renderer, and 7 of the process for graphics."""
PAGES = 20


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with hostile_server() as address:
        yield address


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="t", dir="/tmp") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        monkeypatch.setattr(tempfile, "tempdir", None)
        yield Path(folder)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(MOMENTS))
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_audited_whatever_is_killed_and_when(server: str, short: Path, kind: str, number: int) -> None:
    pages = [f"{server}/good?{page}" for page in range(PAGES)]
    moments = random.Random(f"{kind} {number}")  # noqa: S311
    # While it starts, then anywhere: `after` pages, and a part of the time that the next one takes.
    after = moments.randrange(PAGES - 4) if number else 0
    killer = Killer(kind, moments.uniform(0, 0.3))

    def progress(done: int, *_: object) -> None:
        if done == after:
            killer.start()

    if not after:
        killer.start()
    report = audit(pages, modes="default", checks=["axe"], progress=progress)
    killed = killer.finish()
    assert killed
    assert report.failed == ()
    assert report.ran.pages == tuple(pages)
    assert report.exit_status == 0
    assert nothing_left(short) == ""


@pytest.mark.slow
@pytest.mark.parametrize("number", range(MOMENTS))
@pytest.mark.parametrize("how", list(STATUS))
def test_nothing_is_left_whenever_the_auditor_is_ended(
    server: str, short: Path, how: signal.Signals, number: int
) -> None:
    moment = random.Random(f"{how} {number}").uniform(0.05, 4)  # noqa: S311
    auditor = subprocess.Popen([sys.executable, "-c", AUDITOR, server, "2"], stdout=subprocess.DEVNULL)
    time.sleep(moment)  # the moment of the accident is what is tried
    auditor.send_signal(how)
    auditor.wait(20)
    assert nothing_left(short) == "", f"after {moment:.2f} s: {of_folder(short)}"
