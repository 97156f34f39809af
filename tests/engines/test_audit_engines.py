"""The audit in Firefox and WebKit: same verdicts of axe as in Chromium, in all modes that an engine can take on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import Session
from a11y_content.auditing.programs import find_programs
from a11y_content.problem import CouldNotRunError, UsageError
from tests.browser.hostile import hostile_server
from tests.browser.hostile_pages import as_expected

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
CAN = {
    "firefox": {
        *("default", "prefers-color-scheme=dark", "prefers-reduced-motion=reduce", "forced-colors=active"),
        *("viewport=320", "zoom=200", "media=print"),
    },
    "webkit": {"default", "viewport=700"},
}
MODES = sorted({*CAN["firefox"], *CAN["webkit"], "font-size=200", "prefers-contrast=more"})
BAD = """<!doctype html><html lang="en"><title>Planted</title><style>
.grey { color: #999 } @media (prefers-color-scheme: dark) { .night { color: #eee; background: #fff } }
.wide { white-space: nowrap }</style>
<main><h1>Planted</h1><p class="grey">Text with too little contrast.</p><p class="night">By night.</p>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
<p class="wide">Words that all stay in one line, wherever it ends.</p><p>end</p></main></html>
"""


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest) -> str:
    try:
        find_programs(request.param)
    except CouldNotRunError as error:
        pytest.skip(f"{error}; `make test` installs it where apt can")
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def session(engine: str) -> Iterator[Session]:
    with Session(browser=engine, checks=["axe", "reflow", "content-lost", "console", "focus-visible"]) as made:
        yield made


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with hostile_server() as address:
        yield address


def test_planted_defects_are_found_in_the_modes_that_the_engine_has(
    session: Session, engine: str, tmp_path: Path
) -> None:
    page = tmp_path / "bad.html"
    page.write_text(BAD, "utf-8")
    report = session.audit(page, modes=";".join(MODES))
    assert report.failed == ()
    ran = set(report.ran.modes)
    assert CAN[engine] <= ran
    skipped = {skip.check: skip.reason for skip in report.ran.skipped if skip.check.startswith("mode ")}
    assert set(skipped) == {f"mode {mode}" for mode in set(MODES) - ran}
    assert all(skipped.values())
    modes = {(problem.code, problem.selector.rpartition(" ")[2]): set(problem.modes) for problem in report.problems}
    assert modes["axe/image-alt", "img"] >= {"default", "viewport=700"}
    contrast = {mode for (code, _), found in modes.items() if code == "axe/color-contrast" for mode in found}
    assert "default" in contrast
    night = modes.get(("axe/color-contrast", "p:nth-of-type(2)"), set())
    assert night == ({"prefers-color-scheme=dark"} if engine == "firefox" else set())
    if engine == "firefox":
        assert modes["reflow", "p:nth-of-type(3)"] == {"viewport=320"}
    assert report.tool["browser"].startswith(engine)


def test_a_page_that_is_no_page_is_a_named_failure(session: Session, server: str) -> None:
    for name in ("status-404", "elsewhere", "moves"):
        report = session.audit(f"{server}/{name}", modes="default")
        assert report.exit_status == 3
        assert as_expected(name, report.failed[0].reason), report.failed[0].reason
    assert session.audit(f"{server}/good?after", modes="default").failed == ()


def test_what_the_engine_does_not_offer_is_told(session: Session, engine: str, server: str) -> None:
    report = session.audit(f"{server}/throws", modes="default")
    skipped = {skip.check for skip in report.ran.skipped}
    codes = {problem.code.partition("/")[0] for problem in report.problems}
    assert ("console" in skipped) == (engine == "webkit")
    assert ("console" in codes) == (engine == "firefox")


def test_credentials_are_for_chromium_only(server: str, engine: str) -> None:
    with Session(browser=engine, headers={"X-Key": "1"}) as session, pytest.raises(UsageError, match="need chromium"):
        session.audit(f"{server}/good")
