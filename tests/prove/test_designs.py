"""Twenty pages in the styles of other frameworks, by every check in every environment: nothing unexplained."""

from __future__ import annotations

from pathlib import Path

import pytest

from a11y_content.auditing import Session
from tests.designs.explained import Explained, explained
from tests.designs.site import PAGES, AbsentError, make

NAMES = sorted(path.name for path in PAGES.glob("*.html"))


@pytest.fixture(scope="module")
def site() -> Path:
    try:
        return make()
    except AbsentError as error:
        pytest.skip(str(error))


def test_there_are_twenty_pages_of_six_frameworks() -> None:
    assert len(NAMES) == 20
    assert {name.partition("-")[0] for name in NAMES} == {"bootstrap", "bulma", "foundation", "govuk", "pico", "uswds"}


def test_every_error_and_warning_is_explained_and_every_explanation_is_needed(site: Path) -> None:
    found: set[Explained] = set()
    told: list[str] = []
    with Session(modes="each") as session:
        for name in NAMES:
            report = session.audit(site / name)
            assert report.failed == ()
            for one in report.problems:
                if one.level != "review":
                    found.add(Explained(name, one.code, str(one.level)))
                    told.append(
                        f"{name}: {one.level}: {one.code}: {one.selector}: {one.message}: {'; '.join(one.modes)}"
                    )
    assert sorted(found - explained()) == [], "\n".join(told)
    assert sorted(explained() - found) == []
