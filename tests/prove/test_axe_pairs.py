"""axe with every rule, on every page of the example clinic, in every mode of `pairs`: nothing found, nothing left open.

Each mode is tried at 320 and at 1280 px, with the menu closed and open: 8,448 runs of axe in two browsers, some
twenty minutes on two idle cores (measured on six pages: 1,536 runs in 228 seconds).
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pytest

import a11y_content as a11y
from a11y_content.auditing.axe import AxeScript, find_axe
from a11y_content.auditing.server import serve
from a11y_content.design.mode import mode_set
from tests.browser.menu_site import chromium
from tests.browser.raw_axe import findings, open_page, states_of

BROWSERS = 2
TOLD = 20
"""Findings of a page that are told; the rest is more of the same."""


def look(addresses: list[str], profile: Path, script: AxeScript) -> list[str]:
    """Look at some pages in every mode, in a browser of their own."""
    modes = states_of(mode_set("pairs"))
    found: list[str] = []
    with chromium(profile) as driver:
        for address in addresses:
            open_page(driver, address, script)
            found.extend(f"{address}: {one}" for one in islice(findings(driver, modes), TOLD))
    return found


@pytest.mark.slow
@pytest.mark.requirement("R5")
def test_axe_has_nothing_to_say_of_the_clinic_in_any_pair(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert a11y.build(root / "examples" / "clinic", site).errors == 0
    # No browser stays on a page that leads on at once: tests/browser/test_moved_pages.py looks at those.
    shown = [path for path in site.rglob("*.html") if b'http-equiv="refresh"' not in path.read_bytes()]
    pages = sorted(path.relative_to(site).as_posix() for path in shown)
    assert len(pages) > BROWSERS
    with serve(site) as server, ThreadPoolExecutor(BROWSERS) as pool:
        addresses = [f"{server}/{page}" for page in pages]
        works = [
            pool.submit(look, addresses[start::BROWSERS], tmp_path / f"profile-{start}", find_axe())
            for start in range(BROWSERS)
        ]
        assert [one for work in works for one in work.result()] == []
