"""One browser for the tests of a module; each audit says which checks and modes it wants."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import Session
from a11y_content.problem import Problem

Found = Callable[..., list[Problem]]


@pytest.fixture(scope="module")
def browser_session() -> Iterator[Session]:
    with Session(modes="default") as made:
        yield made


@pytest.fixture
def failed_page(browser_session: Session, root: Path) -> Found:
    """Audit `fixtures/pages/CHECK.failed.html`, or the page of another verdict, by this check alone."""

    def find(
        check: str, *, verdict: str = "failed", modes: str = "default", standard: str = "wcag22aa"
    ) -> list[Problem]:
        page = root / "fixtures" / "pages" / f"{check}.{verdict}.html"
        report = browser_session.audit(page, checks=[check], modes=modes, standard=standard)
        assert report.failed == ()
        return list(report.problems)

    return find


@pytest.fixture
def page_of(browser_session: Session, tmp_path: Path) -> Found:
    """Audit a page with this body by one check."""

    def find(check: str, body: str, *, style: str = "", modes: str = "default") -> list[Problem]:
        page = tmp_path / "page.html"
        page.write_text(
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><style>{style}</style>{body}',
            "utf-8",
        )
        report = browser_session.audit(page, checks=[check], modes=modes)
        assert report.failed == ()
        return list(report.problems)

    return find
