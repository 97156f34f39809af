"""Every pair of colours that meets on a page is declared in PAIRS, and every declared pair meets somewhere.

Each role gets a colour of its own, the page is looked through as it is and with every state of links and controls
switched on, and what is found is named by its roles. So a pair that nobody declared cannot hide behind a theme in which
it happens to have enough contrast.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest
from selenium import webdriver

import a11y_content as a11y
from a11y_content.design.themes import CARE, PAIRS, ROLES, Pair
from a11y_content.site import survey
from tests.browser.every_block import every_block
from tests.browser.menu_site import chromium, size

CLINIC: Final = Path(__file__).parents[2] / "examples" / "clinic"
PAGES: Final = ("index.md", "conditions.md", "conditions/whiplash.md", "stories/ines-k.md", "living-with-pain.md")
SCRIPT: Final = Path(__file__).with_name("theme_pairs.js").read_text("utf-8")
PROBES: Final = {role: f"rgb({8 * number}, 40, 90)" for number, role in enumerate(ROLES, 1)}

COVERS: Final = {
    "body": {"text", "shape"},
    "text": {"text", "shape"},
    "shape": {"shape"},
    "ring": {"ring"},
}
TEXT_ELSEWHERE: Final = {
    # Signs are drawn in these; they are held to 4.5 so that words may stand there too.
    **{Pair(f"on-{care}", care, "text"): "the sign of a care card" for care in CARE},
    # Numbers of steps are in the accent, and a card may hold steps.
    Pair("accent", "surface", "text"): "steps inside a card",
}
"""Declared as text, seen as shapes only."""

Found = dict[tuple[str, str, str], str]


def _clinic(folder: Path) -> Iterator[str]:
    """Write pages of the clinic, each whole in one file: a stylesheet of another file cannot be looked into."""
    clinic = survey(CLINIC)
    for number, source in enumerate(PAGES):
        document = clinic.parsed[source].document
        assert document is not None
        page = a11y.render(document, clinic.site, path=clinic.site.entries[source].path, source=source)
        (folder / f"{number}.html").write_text(page, "utf-8")
        yield (folder / f"{number}.html").as_uri()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """One browser for all pages."""
    with chromium(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


def _pairs(browser: webdriver.Chrome, address: str) -> Found:
    """Give every pair (front, ground, use) of a page, and where it was seen."""
    pairs: Found = {}
    for width, touched in ((1280, False), (320, True)):
        size(browser, width, 900)
        browser.get(address)
        browser.execute_script("document.getElementById('a11y-menu').open = true")
        seen: Mapping[str, str] = browser.execute_script(SCRIPT, PROBES, touched)
        for key, place in seen.items():
            front, ground, use = key.split("|")
            pairs.setdefault((front, ground, use), f"{place} of {address.rpartition('/')[2]} at {width}")
    return pairs


@pytest.fixture(scope="module")
def found(browser: webdriver.Chrome, tmp_path_factory: pytest.TempPathFactory) -> Found:
    """All pairs of the clinic's pages and of a page with every kind of block."""
    folder = tmp_path_factory.mktemp("pages")
    pairs: Found = {}
    for address in (every_block(folder), *_clinic(folder)):
        pairs = _pairs(browser, address) | pairs
    return pairs


def _undeclared(found: Found) -> dict[tuple[str, str, str], str]:
    """Give what no pair of PAIRS covers: a ratio has no direction, and what asks for more covers what asks for less."""
    covered: dict[frozenset[str], set[str]] = {}
    for pair in PAIRS:
        covered.setdefault(frozenset((pair.front, pair.ground)), set()).update(COVERS[pair.use])
    return {key: place for key, place in found.items() if key[2] not in covered.get(frozenset(key[:2]), ())}


@pytest.mark.requirement("R10", "R23")
def test_every_pair_that_meets_on_a_page_is_declared(found: Found) -> None:
    assert _undeclared(found) == {}


@pytest.mark.requirement("R10")
def test_every_declared_pair_meets_somewhere(found: Found) -> None:
    met = {frozenset(key[:2]) for key in found if key[2] != "ring"}
    rings = {frozenset(key[:2]) for key in found if key[2] == "ring"}
    unseen = [p for p in PAIRS if frozenset((p.front, p.ground)) not in (rings if p.use == "ring" else met)]
    assert unseen == []
    text = {frozenset(key[:2]) for key in found if key[2] == "text"}
    shapes_only = {p for p in PAIRS if p.use in {"text", "body"} and frozenset((p.front, p.ground)) not in text}
    assert shapes_only == set(TEXT_ELSEWHERE)


@pytest.mark.requirement("R23")
def test_a_role_in_the_wrong_place_is_found(browser: webdriver.Chrome, tmp_path: Path) -> None:
    page = Path(every_block(tmp_path).removeprefix("file://"))
    planted = """<style>.a11y-facts__term{color:var(--a11y-edge)}.a11y-quote{border-color:rgb(1 2 3)}
        .a11y-steps__step::marker{color:var(--a11y-do)}.a11y-teaser a:hover{color:var(--a11y-note)}
        .a11y-callout .a11y-icon{color:var(--a11y-muted)}.a11y-details__body{outline:1px solid var(--a11y-link)}
        .a11y-callout{background:var(--a11y-care-urgent)}</style></head>"""
    page.write_text(page.read_text("utf-8").replace("</head>", planted, 1), "utf-8")
    assert {
        ("edge", "paper", "text"),
        ("rgb(1, 2, 3)", "paper", "shape"),
        ("do", "paper", "text"),
        ("note", "surface", "text"),
        ("muted", "care-urgent", "shape"),
        ("ink", "care-urgent", "text"),
    } <= _undeclared(_pairs(browser, page.as_uri())).keys()
