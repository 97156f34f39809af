"""The preview page is itself accessible."""

from pathlib import Path

import a11y_content as a11y
from a11y_content.preview import write_static
from tests.planted import CONDITION


def test_the_page_of_all_modes_has_no_error(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.toml").write_text('title = "Example"\nlang = "en"\n')
    (tmp_path / "content" / "neck.md").write_text(CONDITION)
    index, _ = write_static(tmp_path / "content", tmp_path / "out", modes="default;text=200;contrast=dark;viewport=320")
    report = a11y.audit(index, modes="default;viewport=320;prefers-color-scheme=dark")
    assert [(p.code, p.message, p.selector) for p in report.problems if p.level is a11y.Level.ERROR] == []
    assert report.exit_status == 0
