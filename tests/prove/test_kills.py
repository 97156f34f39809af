"""Twenty kills of each kind at moments spread over an audit of twenty pages: all pages are audited, nothing is left."""

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

MOMENTS = 20
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
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_audited_whatever_is_killed_and_when(server: str, short: Path, kind: str) -> None:
    pages = [f"{server}/good?{number}" for number in range(PAGES)]
    begun = time.monotonic()
    assert audit(pages, modes="default", checks=["axe"]).failed == ()
    whole = time.monotonic() - begun
    hits = 0
    for moment in range(MOMENTS):
        killer = Killer(kind, whole * (moment + 0.5) / MOMENTS)
        killer.start()
        report = audit(pages, modes="default", checks=["axe"])
        killer.join()
        hits += bool(killer.killed)
        said = f"{kind} killed at {moment} of {MOMENTS}: {killer.killed}"
        assert report.failed == (), said
        assert report.ran.pages == tuple(pages), said
        assert report.exit_status == 0, said
        assert nothing_left(short) == "", said
    assert hits >= MOMENTS // 2


@pytest.mark.slow
@pytest.mark.parametrize("how", list(STATUS))
def test_nothing_is_left_whenever_the_auditor_is_ended(server: str, short: Path, how: signal.Signals) -> None:
    moments = random.Random(20261122)  # noqa: S311
    for _ in range(MOMENTS):
        moment = moments.uniform(0.05, 4)
        auditor = subprocess.Popen([sys.executable, "-c", AUDITOR, server], stdout=subprocess.DEVNULL)
        time.sleep(moment)  # the moment of the accident is what is tried
        auditor.send_signal(how)
        auditor.wait(20)
        assert nothing_left(short) == "", f"{how} after {moment:.2f} s: {of_folder(short)}"
