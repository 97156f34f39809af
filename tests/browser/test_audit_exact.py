"""What is reused between modes changes no result (docs/decisions/0032-reuse-between-modes.md)."""

from itertools import islice
from pathlib import Path

from a11y_content.auditing import audit
from a11y_content.auditing.report import Report
from a11y_content.design.mode import mode_set
from a11y_content.design.preferences import PREFERENCES


def told(report: Report) -> set[tuple[object, ...]]:
    assert report.failed == ()
    return {(p.code, p.level, p.selector, p.html, p.message, p.modes) for p in report.problems}


def test_an_audit_with_reuse_tells_the_same_as_one_without(root: Path) -> None:
    page = root / "fixtures" / "pages" / "planted.html"
    pairs = ";".join(mode.id for mode in islice(mode_set("pairs"), 0, None, 4))
    modes = f"each;{pairs}"
    with_reuse = audit(page, modes=modes, table=PREFERENCES)
    without = audit(page, modes=modes, table=PREFERENCES, exhaustive=True)
    assert told(with_reuse) == told(without)
    codes = {p.code for p in without.problems}
    assert codes >= {
        "axe/color-contrast",
        "axe/target-size",
        "axe/link-in-text-block",
        "axe/scrollable-region-focusable",
        "content-lost",
        "focus-visible",
    }
