"""Every hostile page: a result or a named failure in its time, never `ok` for what is no page; the next one is fine."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import Session
from tests.browser.hostile import hostile_server
from tests.browser.hostile_pages import EXPECTED, as_expected

TIMEOUT = 8
SLACK = 5


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with hostile_server() as address:
        yield address


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(modes="default", timeout=TIMEOUT) as made:
        yield made


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_hostile_page_ends_in_its_time_and_the_next_page_is_audited(session: Session, server: str, name: str) -> None:
    begun = time.monotonic()
    report = session.audit(f"{server}/{name}")
    took = time.monotonic() - begun
    reason = report.failed[0].reason if report.failed else ""
    assert as_expected(name, reason), reason or "audited"
    # A page that is audited after all may take longer: each step forward has the whole limit, and so has each browser
    # that follows one whose tab crashed.
    browsers = 3 if "3 browsers" in reason else 1
    assert took < (browsers * TIMEOUT + SLACK if reason else 10 * TIMEOUT)
    assert report.exit_status == (3 if reason else report.exit_status)
    assert session.audit(f"{server}/good?after-{name}").failed == ()


def test_a_certificate_that_nobody_knows_is_no_page(session: Session, tmp_path: Path) -> None:
    with hostile_server(tmp_path) as address:
        report = session.audit(f"{address}/good")
    assert report.exit_status == 3
    assert "ERR_CERT" in report.failed[0].reason


def test_fifty_megabytes_of_elements_end_in_time(tmp_path: Path) -> None:
    page = tmp_path / "huge.html"
    head = "<!doctype html><html lang=en><title>Huge</title><main><h1>Huge</h1>"
    page.write_text(head + "<p>Some words in a paragraph of their own.</p>" * 1_100_000, "utf-8")
    good = tmp_path / "good.html"
    good.write_text(head, "utf-8")
    timeout = 30
    with Session(modes="default", timeout=timeout) as session:
        begun = time.monotonic()
        report = session.audit(page)
        took = time.monotonic() - begun
        assert took < timeout + SLACK + 10  # the driver has to be started as well, and one that hangs ended
        assert not report.failed or "no answer within" in report.failed[0].reason
        assert session.audit(good).failed == ()


def test_a_service_worker_and_a_store_do_not_reach_the_next_page(session: Session, server: str) -> None:
    assert session.audit(f"{server}/takes-over").failed == ()
    for name in ("good?1", "keeps", "good?2"):
        report = session.audit(f"{server}/{name}", checks=["axe"])
        assert report.failed == ()
        assert report.problems == ()  # a page that the worker answers is "taken", without title and language
