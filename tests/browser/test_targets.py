"""From targets to modes: what a menu offers, a sitemap of production audited in a preview, a foreign page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_content.auditing import Session, audit
from a11y_content.auditing.server import serve

FAINT = "p {color: #ccc}"


def page(style: str = "", menu: str = "") -> str:
    return (
        f"<!doctype html><html lang=en><title>x</title><style>{style}</style>{menu}"
        "<main id=main><h1>x</h1><p>Some text</p></main>"
    )


def menu(**rows: str) -> str:
    """Make a menu as somebody else's template would."""
    radios = "".join(
        f"<label><input type=radio name={name} value={value}> {name} {value}</label>"
        for name, values in rows.items()
        for value in ("auto", *values.split())
    )
    return f"<details class=a11y-menu><summary>Open Accessibility Menu</summary><form>{radios}</form></details>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "own.html").write_text(
        page(f"html[data-a11y-glass=solid] {FAINT}", menu(glass="solid clear", text="200"))
    )
    (tmp_path / "none.html").write_text(page(f"@media (prefers-reduced-motion: reduce) {{{FAINT}}}"))
    addresses = "".join(f"<url><loc>https://example.org/{name}.html</loc></url>" for name in ("own", "none"))
    (tmp_path / "sitemap.xml").write_text(f"<urlset>{addresses}</urlset>")
    return tmp_path


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    with Session(checks=["axe"], timeout=20) as made:
        yield made


def test_every_page_is_audited_in_the_modes_that_it_offers_itself(session: Session, site: Path) -> None:
    report = session.audit(site, modes="each")
    assert report.failed == ()
    faint = {one.page: one.modes for one in report.problems if one.code == "axe/color-contrast"}
    assert faint == {"own.html": ("glass=solid",), "none.html": ("prefers-reduced-motion=reduce",)}
    assert {"text=200", "glass=clear", "menu=open", "zoom=400"} <= set(report.ran.modes)
    assert not any("spacing" in mode for mode in report.ran.modes)


def test_what_a_menu_does_not_offer_is_a_failure_and_no_pass(session: Session, site: Path) -> None:
    report = session.audit(site, modes="default;text=200,spacing=wide")
    assert [(one.page, one.mode) for one in report.failed] == [("own.html", "text=200,spacing=wide")]
    assert report.exit_status == 3


def test_a_sitemap_of_production_is_audited_in_a_preview_under_its_own_names(site: Path) -> None:
    with serve(site) as preview:
        calm = "prefers-reduced-motion=reduce"
        report = audit(f"{preview}/sitemap.xml", at=preview, modes=calm, checks=["axe"], exclude=["/own*"])
    assert report.ran.pages == ("https://example.org/none.html",)
    assert [one.page for one in report.problems if one.code == "axe/color-contrast"] == list(report.ran.pages)
