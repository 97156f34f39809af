"""The demo site in Firefox and WebKit: axe says what it says in Chromium; every hostile page ends in its time."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import a11y_content as a11y
from a11y_content.auditing import Session, audit
from a11y_content.auditing.programs import find_programs
from a11y_content.auditing.report import Report
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


STYLE = """
.planted-grey { color: #aaa !important; background: #fff !important }
[data-a11y-contrast="dark"] .planted-dim { color: #333 !important; background: #222 !important }
"""
PLANTED = {
    "about.html": ("axe/color-contrast", '<p class="planted-grey">Too pale in every theme.</p>'),
    "index.html": ("axe/color-contrast", '<p class="planted-dim">Too dim in one theme.</p>'),
    "contact.html": ("axe/label", '<p><input type="text"></p>'),
    "stories.html": ("axe/link-name", '<p><a href="about.html"></a></p>'),
    "words.html": ("axe/image-alt", '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></p>'),
}
Verdicts = set[tuple[str, str, str, str]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example clinic, with a defect in five of its pages: nothing compared with nothing proves nothing."""
    out = tmp_path_factory.mktemp("site") / "public"
    content = next(folder.parent for folder in EXAMPLES.rglob("site.toml"))
    a11y.build(content, out)
    for name, (_, defect) in PLANTED.items():
        page = out / name
        page.write_text(page.read_text("utf-8").replace("</main>", f"{defect}</main>", 1), "utf-8")
    for sheet in out.rglob("*.css"):
        sheet.write_text(sheet.read_text("utf-8") + STYLE, "utf-8")
    return out


def in_modes(report: Report, modes: set[str]) -> Verdicts:
    """Give what axe said, as page, code, selector and mode."""
    problems = report.problems
    return {(one.page, one.code, one.selector, mode) for one in problems for mode in set(one.modes) & modes}


@pytest.fixture(scope="module")
def ours(site: Path) -> Report:
    return audit(site, modes="each", checks=["axe"], timeout=60)


@pytest.mark.slow
def test_axe_says_the_same_of_the_demo_site(engine: str, site: Path, ours: Report) -> None:
    theirs = audit(site, modes="each", checks=["axe"], browser=engine, timeout=60)
    assert theirs.failed == ours.failed == ()
    assert theirs.ran.pages == ours.ran.pages
    both = set(theirs.ran.modes) & set(ours.ran.modes)
    assert "default" in both
    assert len(both) > 20
    assert in_modes(theirs, both) ^ in_modes(ours, both) == set()
    found = {(page.rpartition("/")[2], code) for page, code, _, _ in in_modes(theirs, both)}
    assert {(page, code) for page, (code, _) in PLANTED.items()} <= found


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
