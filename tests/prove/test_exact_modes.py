"""The fast path finds exactly what the exhaustive one finds: five planted pages in 48 modes, violations and reviews."""

from pathlib import Path

import pytest

from a11y_content.auditing import Session
from a11y_content.design.preferences import preferences
from tests.browser.test_audit_exact import told
from tests.planted_modes import EXTRAS, MODES, PAGES, page


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_missing_and_nothing_is_extra(name: str, tmp_path: Path) -> None:
    target = tmp_path / f"{name}.html"
    target.write_text(page(PAGES[name], EXTRAS.get(name, "")), "utf-8")
    with Session(modes=MODES, checks=["axe"], table=preferences(), timeout=120) as session:
        fast, whole = told(session.audit(target)), told(session.audit(target, exhaustive=True))
    assert fast - whole == set()
    assert whole - fast == set()
    assert len(whole) > len(PAGES[name])
