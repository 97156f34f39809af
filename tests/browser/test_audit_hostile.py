"""Pages and servers that must never look like a pass. All of them: tests/prove/test_hostile_pages.py."""

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import Session, audit
from a11y_content.auditing.browser.base import PageError
from a11y_content.auditing.browser.chromium import Chromium
from a11y_content.auditing.browser.loading import Load, judge
from a11y_content.auditing.browser.news import LONGEST, MOST, Chronicle, plain_address
from a11y_content.auditing.reaper import members
from a11y_content.problem import CouldNotRunError
from tests.browser.hostile import hostile_server
from tests.browser.hostile_pages import EXPECTED, as_expected

TIMEOUT = 3
SOME = (
    *("status-404", "status-204", "reset", "short", "elsewhere", "pdf", "archive"),
    *("moves-later", "refresh-at-once", "asks-on-leaving", "opens", "takes-over", "clobbers", "hangs-later"),
)
"""Pages that are as different as can be."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with hostile_server() as address:
        yield address


@pytest.fixture(scope="module")
def session(server: str) -> Iterator[Session]:
    with Session(modes="default", checks=["axe"], timeout=TIMEOUT) as made:
        made.audit(f"{server}/good")  # the start of a browser is no page's time
        yield made


@pytest.mark.parametrize("name", SOME)
def test_a_page_that_is_not_that_page_is_never_a_pass(session: Session, server: str, name: str) -> None:
    begun = time.monotonic()
    report = session.audit(f"{server}/{name}")
    took = time.monotonic() - begun
    reason = report.failed[0].reason if report.failed else ""
    assert as_expected(name, reason), reason or "audited"
    assert report.exit_status == (3 if reason else 0)
    assert took < TIMEOUT + 5
    after = session.audit(f"{server}/good?after")
    assert after.failed == ()
    assert after.problems == ()


def test_the_catalogue_of_hostile_pages_is_whole() -> None:
    assert set(SOME) <= set(EXPECTED)
    assert len(EXPECTED) > 70


def test_n_pages_in_are_n_results_out_and_nothing_is_left(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a caller has heard of progress is a result: workers hand pages over one by one."""
    leaders: list[int] = []
    seen: list[tuple[int, int, str]] = []
    close = Chromium.close

    def closing(browser: Chromium, *, kindly: bool = True) -> None:
        leaders.append(browser.driver.service.process.pid)
        close(browser, kindly=kindly)

    pages = [server + path for path in ("/good", "/status-404", "/good?2", "/text", "/good?3")]
    with tempfile.TemporaryDirectory(prefix="t", dir="/tmp") as folder:  # pytest's own are too long for Chromium
        monkeypatch.setenv("TMPDIR", folder)
        monkeypatch.setattr(tempfile, "tempdir", None)
        monkeypatch.setattr(Chromium, "close", closing)
        told = {"progress": lambda *one: seen.append(one)}
        report = audit(pages, modes="default", checks=["axe"], timeout=15, workers=2, **told)
        assert leaders
        assert [pid for leader in leaders for pid in members(leader)] == []
        assert list(Path(folder).iterdir()) == []
    assert report.ran.pages == tuple(pages)
    assert [failure.page for failure in report.failed] == [f"{server}/status-404", f"{server}/text"]
    assert [(done, whole) for done, whole, _ in seen] == [(number, 5) for number in range(1, 6)]
    assert sorted(page for _, _, page in seen) == sorted(pages)


def test_no_browser_is_could_not_run(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A11Y_CHROMIUM", "/nowhere/chromium")
    with pytest.raises(CouldNotRunError, match="A11Y_CHROMIUM"):
        audit(f"{server}/good", modes="default")


def test_a_fault_of_a_check_is_a_named_failure_and_no_traceback(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Chromium, key: str, **__: object) -> None:
        raise ZeroDivisionError(key)

    monkeypatch.setattr(Chromium, "press", broken)
    report = audit(f"{server}/good", modes="default", checks=["tab-order"])
    assert report.exit_status == 3
    assert "the audit itself failed: ZeroDivisionError: Tab (test_audit_hostile.py:" in report.failed[0].reason


@pytest.mark.parametrize(
    ("load", "reason"),
    [
        (Load(asked="http://a/", status=200, length=1, finished=True), ""),
        (Load(asked="http://a/", status=200), ""),  # still under way: judged when it has come
        (Load(asked="http://a/", status=200, finished=True), "empty page"),
        (Load(asked="http://a/", status=206, length=1), "status 206"),
        (Load(asked="http://a/", status=304), "status 304"),
        (Load(asked="http://a/other", status=200, length=1), "by itself"),
        (Load(), "by itself"),
        (Load(asked="http://a/", status=200, length=1, download=True), "download"),
        (Load(asked="http://a/", status=200, length=1, policy="img-src *; Sandbox allow-forms"), "sandbox"),
        (Load(asked="http://a/", status=200, length=1, policy="sandbox allow-scripts; default-src 'none'"), ""),
    ],
)
def test_a_load_is_judged_by_all_that_the_network_said(load: Load, reason: str) -> None:
    frame = {"url": "http://a/", "mimeType": "text/html"}
    if not reason:
        judge("http://a/", frame, load)
        return
    with pytest.raises(PageError, match=reason):
        judge("http://a/", frame, load)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://user:word@a.test:8080/x?q=1", "http://a.test:8080/x?q=1"),
        ("https://a.test/?access_token=abc&v=1#code=9", "https://a.test/?access_token=...&v=1#code=..."),
        ("https://a.test/?place=1&session=2&api-key=3", "https://a.test/?place=1&session=...&api-key=..."),
        ("data:text/html,<b>", "data:text/html,<b>"),
    ],
)
def test_news_show_no_credentials(url: str, shown: str) -> None:
    assert plain_address(url) == shown


def test_news_are_bounded() -> None:
    chronicle = Chronicle()
    message = f"http://a/ 0:1 {'x' * 10_000} https://u:p@b.test/"
    chronicle.console([{"level": "SEVERE", "source": "javascript", "message": message}] * (MOST + 1))
    news = chronicle.read()
    assert len(news) == MOST
    assert {(one.kind, len(one.text) <= LONGEST, one.line) for one in news} == {("exception", True, 1)}
