"""Every check in a real browser: on a page that passes, one that fails, and one where there is nothing to judge."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import Session
from a11y_content.auditing.check import CHECKS
from a11y_content.problem import Level, Problem

MODES = "default;text=200;text=300;contrast=dark;contrast=sepia;forced-colors=active;viewport=320;menu=open"


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(modes=MODES) as made:
        yield made


def found(session: Session, page: Path, check: str) -> list[Problem]:
    report = session.audit(page, checks=[check])
    assert report.failed == ()
    return [p for p in report.problems if p.code.partition("/")[0] == check]


@pytest.mark.parametrize("check", list(CHECKS))
def test_every_check_has_its_three_pages(root: Path, check: str) -> None:
    for verdict in ("passed", "failed", "inapplicable"):
        assert (root / "fixtures" / "pages" / f"{check}.{verdict}.html").is_file()


@pytest.mark.parametrize("verdict", ["passed", "inapplicable"])
@pytest.mark.parametrize("check", list(CHECKS))
def test_a_check_is_silent_where_nothing_is_wrong(session: Session, root: Path, check: str, verdict: str) -> None:
    assert found(session, root / "fixtures" / "pages" / f"{check}.{verdict}.html", check) == []


def modes_by_selector(problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    return {p.html.partition('"')[2].partition('"')[0] or p.code: p.modes for p in problems}


EVERY = tuple(MODES.split(";"))


def test_axe_finds_low_contrast_in_exactly_its_theme(session: Session, root: Path) -> None:
    problems = found(session, root / "fixtures" / "pages" / "axe.failed.html", "axe")
    assert {p.code: p.modes for p in problems} == {"axe/color-contrast": ("contrast=sepia",), "axe/image-alt": EVERY}
    contrast = next(p for p in problems if p.code == "axe/color-contrast")
    assert contrast.level is Level.ERROR
    assert contrast.criterion == "1.4.3"
    assert contrast.selector == "#main > p"
    assert "1.98" in contrast.message


def test_lost_text_is_found_in_exactly_its_text_size(session: Session, root: Path) -> None:
    problems = found(session, root / "fixtures" / "pages" / "content-lost.failed.html", "content-lost")
    assert modes_by_selector(problems) == {
        "second": ("text=200",),
        "boxed": ("text=300",),
        "col": ("text=200",),
    }


def test_a_lost_ring_is_found_in_exactly_its_theme(session: Session, root: Path) -> None:
    problems = found(session, root / "fixtures" / "pages" / "focus-visible.failed.html", "focus-visible")
    assert modes_by_selector(problems) == {"plain": ("contrast=dark",), "same": ("contrast=sepia",), "clipped": EVERY}


def test_a_fixed_width_is_found_in_the_narrow_viewport(session: Session, root: Path) -> None:
    problems = found(session, root / "fixtures" / "pages" / "reflow.failed.html", "reflow")
    assert modes_by_selector(problems) == {"fixed": ("viewport=320",)}


def test_what_axe_cannot_tell_is_to_be_reviewed(session: Session, root: Path) -> None:
    problems = found(session, root / "fixtures" / "pages" / "planted.html", "axe")
    unsure = [p for p in problems if p.message.startswith("cannot tell")]
    assert unsure
    assert {p.level for p in unsure} == {Level.REVIEW}


def test_a_session_can_audit_in_other_modes(session: Session, root: Path) -> None:
    report = session.audit(root / "fixtures" / "pages" / "content-lost.failed.html", modes="text=200")
    assert report.ran.modes == ("text=200",)
    assert {p.modes for p in report.problems if p.code == "content-lost"} == {("text=200",)}
