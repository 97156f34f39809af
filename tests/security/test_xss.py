"""Hostile text through every door and every field, in a real browser, without a security policy and with ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.security.browser_run import Run, Seen, framed, running
from tests.security.emitted import published
from tests.security.pages import ASSETS, Packed, assets_into, every_door, every_field, own_scripts
from tests.security.vectors import linked, share, texts, vectors

pytestmark = pytest.mark.browser
PARTS = 6
"""One vector of six goes through each door here, each time another; all of them in tests/prove."""
LEAST = 300
"""Fewest vectors that must run where nothing is escaped, else the run has shown nothing."""
PLANTED = (
    '<b onclick="hit(1)">x</b>',
    '<a href="java&Tab;script:hit(1)">x</a>',
    "<script type=x>1</script>",
    "<svg><g></g></svg>",
    "<math></math>",
    "<iframe></iframe>",
    "<base>",
    "<object></object>",
    "<p style='color:red'>x</p>",
    "<x-y></x-y>",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Packed]]:
    folder = tmp_path_factory.mktemp("hostile")
    assets_into(folder)
    found = {**dict(every_door(0, PARTS)), **dict(every_field(0, PARTS))}
    for one in found.values():
        for name, page in one.pages.items():
            (folder / name).write_text(page, "utf-8", "replace")
    return folder, found


def allowed() -> dict[str, list[str]]:
    """Give the published attributes of every element, in all zones."""
    both: dict[str, set[str]] = {}
    for elements in published().values():
        for name, attributes in elements.items():
            both.setdefault(name, set()).update(attributes)
    return {name: sorted(attributes) for name, attributes in both.items()}


@pytest.fixture(scope="module")
def open_run(made: tuple[Path, dict[str, Packed]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    with running(made[0], tmp_path_factory.mktemp("profile")) as found:
        yield found


def seen(run: Run, packed: dict[str, Packed]) -> Seen:
    return run.see([name for one in packed.values() for name in one.pages], allowed(), own_scripts())


def test_nothing_runs_loads_or_leads_away_without_a_policy(made: tuple[Path, dict[str, Packed]], open_run: Run) -> None:
    found = seen(open_run, made[1])
    assert not found.executed
    assert not found.dormant
    assert not found.navigated
    assert not found.foreign


def test_the_same_vectors_run_where_nothing_is_escaped(made: tuple[Path, dict[str, Packed]], open_run: Run) -> None:
    given = [*texts(), *share(linked(), 0, PARTS)]
    head = '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>'
    pages = []
    for start in range(0, len(given), 60):
        name = f"unsafe-{start}.html"
        (made[0] / name).write_text(framed([head + one.text for one in given[start : start + 60]]), "utf-8", "replace")
        pages.append(name)
    found = open_run.see(pages, allowed(), own_scripts())
    assert len(found.executed) >= LEAST
    assert len({one.rpartition("/")[2] for one in found.foreign if "canary" in one}) >= 20


def test_the_scan_finds_what_could_still_run(made: tuple[Path, dict[str, Packed]], open_run: Run) -> None:
    page = next(page for one in made[1].values() for page in one.pages.values())
    for number, text in enumerate(PLANTED):
        with_text = page.replace("</main>", f"{text}</main>", 1)
        (made[0] / f"planted-{number}.html").write_text(with_text, "utf-8", "replace")
        found = open_run.see([f"planted-{number}.html"], allowed(), own_scripts())
        assert found.dormant, text


def test_pages_work_under_our_policy_and_what_breaks_it_is_reported(
    made: tuple[Path, dict[str, Packed]], tmp_path: Path
) -> None:
    (made[0] / "breaking.html").write_text("<!DOCTYPE html><p style='color:red'>x<script>hit(1)</script>", "utf-8")
    pages = [next(iter(one.pages)) for one in made[1].values()][::2]
    with running(made[0], tmp_path / "profile", ASSETS.csp) as run:
        found = run.see(pages, allowed(), own_scripts())
        broken = run.see(["breaking.html"], allowed(), own_scripts())
    assert not found.reports
    assert not found.executed
    assert len(broken.reports) == 2
    assert not broken.executed


def test_three_hundred_vectors_go_through_every_door_in_each_run() -> None:
    given = {one.number for one in (*share(texts(), 0, PARTS), *share(linked(), 0, PARTS))}
    assert len(vectors()) >= 2000
    assert len(given) >= LEAST


def test_what_becomes_no_page_is_told(made: tuple[Path, dict[str, Packed]]) -> None:
    for name, one in made[1].items():
        assert not one.silent, name
        assert one.drawn, name
