"""The preview page is itself accessible."""

from pathlib import Path

import pytest
from PIL import Image

import a11y_content as a11y
from a11y_content.cli import main
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


@pytest.mark.requirement("R29")
def test_one_command_gives_a_picture_of_every_mode(tmp_path: Path) -> None:
    (tmp_path / "content" / "deep").mkdir(parents=True)
    (tmp_path / "content" / "site.toml").write_text('title = "Example"\nlang = "en"\n')
    (tmp_path / "content" / "deep" / "neck.md").write_text(CONDITION)
    modes = "default;contrast=high-dark;text=200;forced-colors=active,contrast=sepia;viewport=320"
    with pytest.raises(SystemExit, match="0"):
        main(["preview", str(tmp_path / "content"), "--sheet", str(tmp_path / "out"), "--modes", modes])
    shots = [Image.open(file).convert("RGB") for file in sorted((tmp_path / "out").glob("*.png"))]
    assert [shot.width for shot in shots] == [1280, 1280, 1280, 1280, 320]
    assert [shot.getpixel((2, shot.height // 2)) for shot in shots[1:4:2]] == [(0, 0, 0), (255, 255, 255)]
    assert shots[2].height > 1.5 * shots[0].height
    html = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert html.count("<img ") == len(shots)
    assert 'alt="Neck pain: Colours and contrast: High contrast, dark"' in html
    report = a11y.audit(tmp_path / "out" / "index.html", modes="default")
    assert [p.message for p in report.problems if p.level is a11y.Level.ERROR] == []
