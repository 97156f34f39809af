"""Pages in the styles of other frameworks, by every check: no false alarm. All twenty: tests/prove/test_designs.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import Session
from tests.designs.explained import explained
from tests.designs.site import PAGES, AbsentError, make


@pytest.fixture(scope="module")
def site() -> Path:
    try:
        return make()
    except AbsentError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(modes="default;viewport=320") as session:
        yield session


@pytest.mark.parametrize("name", ["bootstrap-dashboard-dark", "foundation-questions", "govuk-tabs"])
def test_a_good_page_has_no_error(site: Path, session: Session, name: str) -> None:
    report = session.audit(site / f"{name}.html")
    assert report.failed == ()
    assert [f"{one.code} {one.selector}: {one.message}" for one in report.problems if one.level == "error"] == []


def test_a_control_whose_parts_move_is_waited_for(site: Path, session: Session) -> None:
    report = session.audit(site / "pico-settings-dark.html", modes="default", checks=["focus-visible"])
    assert report.problems == ()


def test_every_explained_page_is_there() -> None:
    assert len(explained()) > 10
    assert sorted(one.page for one in explained() if not (PAGES / one.page).is_file()) == []
