"""The demo site in Firefox and WebKit: axe says what it says in Chromium; every hostile page ends in its time."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import a11y_content as a11y
from a11y_content.auditing import Session, audit
from a11y_content.auditing.programs import find_programs
from a11y_content.problem import CouldNotRunError
from tests.browser.hostile import hostile_server
from tests.browser.hostile_pages import AUDITED, EITHER, EXPECTED

TIMEOUT = 10
SLACK = 10
"""Seconds beyond the limit: a browser that hung is ended, and the next one started, on a machine that may be busy."""
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest) -> str:
    try:
        find_programs(request.param)
    except CouldNotRunError as error:
        pytest.skip(f"{error}; `make test` installs it where apt can")
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example clinic."""
    out = tmp_path_factory.mktemp("site") / "public"
    content = next(folder.parent for folder in EXAMPLES.rglob("site.toml"))
    a11y.build(content, out)
    return out


@pytest.mark.slow
def test_axe_says_the_same_of_the_demo_site(engine: str, site: Path) -> None:
    theirs = audit(site, modes="each", checks=["axe"], browser=engine, timeout=60)
    ours = audit(site, modes="each", checks=["axe"], timeout=60)
    assert theirs.failed == ()
    both = set(theirs.ran.modes)
    assert "default" in both
    assert len(both) > 20

    def verdicts(report: object) -> set[tuple[str, str, str, str]]:
        return {
            (problem.page, problem.code, problem.selector, mode)
            for problem in report.problems  # type: ignore[attr-defined]
            for mode in set(problem.modes) & both
        }

    assert verdicts(theirs) ^ verdicts(ours) == set()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with hostile_server() as address:
        yield address


@pytest.fixture(scope="module")
def session(engine: str) -> Iterator[Session]:
    with Session(browser=engine, modes="default", checks=["axe"], timeout=TIMEOUT) as made:
        yield made


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_hostile_page_ends_in_its_time(session: Session, server: str, name: str) -> None:
    begun = time.monotonic()
    report = session.audit(f"{server}/{name}")
    assert time.monotonic() - begun < TIMEOUT + SLACK
    if EXPECTED[name] not in {AUDITED, EITHER}:
        assert report.exit_status == 3
        assert report.failed[0].reason
    assert session.audit(f"{server}/good?after").failed == ()
