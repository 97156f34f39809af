"""The loop of modes: one mode that fails is one failure; frames and shadow roots have their place in selectors."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import Session
from a11y_content.design.preferences import preferences
from tests.planted_modes import page

MODES = "default;contrast=dark;text=200"


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(modes=MODES, checks=["axe"], table=preferences(), timeout=60) as made:
        yield made


def test_a_mode_that_the_page_takes_back_is_one_failure_and_the_others_go_on(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    back = (
        "<script>new MutationObserver(() => { if (document.documentElement.dataset.a11yContrast)"
        " document.documentElement.removeAttribute('data-a11y-contrast') })"
        ".observe(document.documentElement, {attributes: true})</script>"
    )
    target.write_text(page(("contrast",)).replace("</main>", f"{back}</main>"), "utf-8")
    report = session.audit(target)
    assert [(failure.mode, "took" in failure.reason) for failure in report.failed] == [("contrast=dark", True)]


def test_defects_in_frames_and_shadow_roots_are_named_where_they_are(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_text(page(("frame", "shadow")), "utf-8")
    report = session.audit(target)
    assert report.failed == ()
    found = {(p.code, p.selector): p.modes for p in report.problems}
    frame, shadow = "#main > iframe >>> ", "#main > div >>> "
    assert any(code == "axe/image-alt" and where.startswith(frame) for code, where in found)
    pale = [
        modes for (code, where), modes in found.items() if code == "axe/color-contrast" and where.startswith(shadow)
    ]
    assert pale == [("contrast=dark",)]
