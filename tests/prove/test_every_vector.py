"""Every hostile text through every door and every field: what tests/security/test_xss.py does with a share of them."""

from pathlib import Path

from tests.security.browser_run import running
from tests.security.pages import assets_into, every_door, every_field, own_scripts
from tests.security.test_xss import allowed


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
