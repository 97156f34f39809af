"""A content folder with a brand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.brand_site import PAGE, Content


@pytest.fixture
def branded(tmp_path: Path) -> Content:
    """Writes a content folder with a brand, and theme files by name."""

    def write(brand: str = "", **files: str) -> Path:
        folder = tmp_path / "content"
        (folder / "themes").mkdir(parents=True, exist_ok=True)
        head = 'title = "Example Clinic"\nlang = "en"\nbase_url = "https://example.org"\n\n'
        (folder / "site.toml").write_text(head + brand, "utf-8")
        (folder / "hello.md").write_text(PAGE, "utf-8")
        for name, text in files.items():
            (folder / "themes" / f"{name}.tokens.json").write_text(text, "utf-8")
        return folder

    return write
