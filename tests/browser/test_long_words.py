"""Long words of other languages fit a narrow screen in the largest text and the widest spacing, menu open."""

from pathlib import Path

import a11y_content as a11y

MODES = ";".join(
    f"text={size},spacing=wider,viewport=320{menu}" for size in (200, 250, 300) for menu in ("", ",menu=open")
)


def test_nothing_sticks_out_sideways(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.toml").write_text('title = "Otorrinolaringología"\nlang = "es"\n', "utf-8")
    page = "---\nkind: page\ntitle: Electroencefalografía\nsummary: S.\n---\n\n## Esternocleidomastoideo\n\nPalabras.\n"
    (tmp_path / "content" / "palabras.md").write_text(page, "utf-8")
    assert a11y.build(tmp_path / "content", tmp_path / "site").errors == 0
    report = a11y.audit(tmp_path / "site", modes=MODES, checks=["reflow", "content-lost"])
    assert [(p.code, p.message, p.selector, p.modes) for p in report.problems] == []
    assert report.exit_status == 0
