"""Our parts in a template with a hard reset, in each engine: they look as in a page of our own, and nothing leaks."""

import json
from collections.abc import Iterator

import pytest

from tests.browser.foreign_site import filled, served
from tests.browser.foreign_styles import OURS, STYLES, THEIRS, differences
from tests.engines.engine import Engine

Styles = list[dict[str, object]]
# Firefox takes the place of its scrollbar from the page, and the shorter page has none.
STEADY = "document.documentElement.style.overflowY = 'scroll'"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    pages, files, policy = filled(None)
    with served(pages, files, policy) as found:
        yield found


def styles(engine: Engine, address: str, which: str) -> Styles:
    engine.open(address)
    opened = f"{STEADY}; for (const one of document.querySelectorAll('.a11y-menu')) one.open = true"
    read = STYLES.replace("arguments[0]", json.dumps(which))
    found: Styles = engine.evaluate(f"(() => {{ {opened}; {read} }})()")
    return found


def test_our_parts_look_as_in_a_page_of_our_own(engine: Engine, address: str) -> None:
    engine.resize(1280, 900)
    own = styles(engine, f"{address}own", OURS)
    assert len(own) > 300
    assert differences(own, styles(engine, f"{address}reset", OURS)) == []


def test_nothing_of_ours_leaks(engine: Engine, address: str) -> None:
    engine.resize(1280, 900)
    theirs = styles(engine, f"{address}reset-alone", THEIRS)
    assert len(theirs) > 40
    assert differences(theirs, styles(engine, f"{address}reset", THEIRS)) == []
