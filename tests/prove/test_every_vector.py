"""Every hostile text through every door and field and a whole site: tests/security does it with a share of them."""

from pathlib import Path

from tests.security.browser_run import running
from tests.security.hostile_site import TOGETHER
from tests.security.pages import assets_into, every_door, every_field, own_scripts
from tests.security.test_hostile_site import Made, allowed, did, own
from tests.security.vectors import texts


def test_a_site_of_all_vectors_runs_loads_and_leads_nowhere(tmp_path: Path) -> None:
    """Titles, names, summaries and settings of a built site hold every vector."""
    made = Made(tmp_path, parts=1)
    pages = [one for one in made.pages("site") if not made.moved(one)]
    assert len(pages) > len(made.names) >= len(texts()) // TOGETHER
    with running(made.folder, tmp_path / "profile") as run:
        found = run.see(pages, allowed(), own())
        feed = run.see(["site/feed.xml"], allowed(), own())
    assert [*did(found), *found.dormant, *did(feed)] == []


def test_no_vector_runs_loads_or_leads_away(tmp_path: Path) -> None:
    assets_into(tmp_path)
    names = []
    for name, packed in [*every_door(0, 1), *every_field(0, 1)]:
        assert not packed.silent, name
        names += packed.pages
        for path, page in packed.pages.items():
            (tmp_path / path).write_text(page, "utf-8", "replace")
    with running(tmp_path, tmp_path / "profile") as run:
        found = run.see(names, allowed(), own_scripts())
    assert not found.executed
    assert not found.dormant
    assert not found.navigated
    assert not found.foreign
