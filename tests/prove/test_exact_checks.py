"""All checks: the fast path finds exactly what the exhaustive one finds, on planted pages and others' designs."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import Session
from a11y_content.auditing.report import Report
from a11y_content.design.preferences import preferences
from tests.browser import test_audit_exact
from tests.designs.site import make
from tests.planted_modes import EXTRAS, PAGES, page

OWN = (
    "default;contrast=dark;text=200;motion=reduced;contrast=dark,motion=reduced;text=200,spacing=wide;menu=open;"
    "viewport=320;zoom=400;forced-colors=active;media=print"
)
OTHERS = "default;viewport=320;zoom=400;forced-colors=active;prefers-color-scheme=dark;media=print"
DESIGNS = ("bootstrap-", "pico-", "govuk-")
_PORT = re.compile(r"127\.0\.0\.1:\d+")


def told(report: Report) -> set[tuple[object, ...]]:
    """Give what was told, without the port at which this audit had the page served."""
    found = test_audit_exact.told(report)
    return {tuple(_PORT.sub("", part) if isinstance(part, str) else part for part in one) for one in found}


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(table=preferences(), timeout=120) as made:
        yield made


def test_planted_pages_that_carry_our_menu(session: Session, root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "fixtures" / "pages", tmp_path / "pages")
    for name in ("planted.html", "menu.passed.html"):
        target = tmp_path / "pages" / name
        fast = told(session.audit(target, modes=OWN))
        assert fast == told(session.audit(target, modes=OWN, exhaustive=True))
        assert fast == told(session.audit(target, modes=OWN))  # with what the first audits have taught


def test_a_planted_page_without_it(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "all.html"
    target.write_text(page(PAGES["all"], EXTRAS["odd"]), "utf-8")
    whole = told(session.audit(target, modes=OWN, exhaustive=True))
    assert told(session.audit(target, modes=OWN)) == whole
    assert len({code for code, *_ in whole}) > 5


@pytest.mark.parametrize("design", DESIGNS)
def test_designs_of_other_people(session: Session, design: str) -> None:
    target = min(path for path in make().glob("*.html") if path.name.startswith(design))
    assert told(session.audit(target, modes=OTHERS)) == told(session.audit(target, modes=OTHERS, exhaustive=True))
