"""What is reused between modes and pages changes no result (docs/decisions/0032, 0081)."""

from pathlib import Path

import pytest

from a11y_content.auditing import Session
from a11y_content.auditing.report import Report
from a11y_content.design.preferences import preferences
from tests.planted_modes import EXTRAS, MODES, PAGES, page

_ALL = MODES.split(";")
SLICE = ";".join([*_ALL[:4], *_ALL[5::7]])


def told(report: Report) -> set[tuple[object, ...]]:
    assert report.failed == ()
    return {(p.code, p.level, p.selector, p.html, p.message, mode) for p in report.problems for mode in p.modes}


def test_an_audit_with_reuse_tells_the_same_as_one_without(tmp_path: Path) -> None:
    target = tmp_path / "all.html"
    target.write_text(page(PAGES["all"], EXTRAS["odd"]), "utf-8")
    with Session(modes=SLICE, checks=["axe"], table=preferences(), timeout=60) as session:
        with_reuse = session.audit(target)
        without = session.audit(target, exhaustive=True)
    assert told(with_reuse) == told(without)
    codes = {p.code for p in without.problems}
    assert codes >= {"axe/color-contrast", "axe/link-in-text-block", "axe/button-name", "axe/aria-hidden-focus"}
    assert {p.level.value for p in without.problems} >= {"error", "review"}


PATCHES = """
JSON.stringify = () => "{}"; JSON.parse = () => ({}); Array.prototype.map = () => []; Array.prototype.filter = () => [];
Array.prototype.push = () => 0; Document.prototype.querySelectorAll = () => []; Element.prototype.closest = () => null;
Promise.prototype.then = function () { return this; }; window.getComputedStyle = () => ({}); window.axe = {run: 1};
Element.prototype.getBoundingClientRect = () => ({}); window.requestAnimationFrame = () => 0;
Map.prototype.get = () => 1;
"""


@pytest.mark.parametrize("patches", ["", PATCHES])
def test_a_page_cannot_change_its_result_by_changing_prototypes(tmp_path: Path, patches: str) -> None:
    target = tmp_path / "page.html"
    target.write_text(
        f"<!doctype html><html lang=en><title>T</title><script>{patches}</script><main><h1>T</h1><img src=x>"
        "<p style='color:#ccc'>Pale words</p><button></button></main></html>",
        "utf-8",
    )
    with Session(modes="default", checks=["axe"]) as session:
        report = session.audit(target)
    assert report.failed == ()
    assert {p.code for p in report.problems} == {"axe/color-contrast", "axe/image-alt", "axe/button-name"}
