"""The whole line: build, plant a defect, and the audit finds it in exactly its modes, at the author's line."""

import shutil
from pathlib import Path

import pytest

import a11y_content as a11y
from tests.planted import CONDITION, PLANTED, Planted, plant

MODES = "default;text=200;contrast=sepia;contrast=high-dark;text=200,contrast=high-dark"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("planted")
    (folder / "content").mkdir()
    (folder / "content" / "site.toml").write_text('title = "Example"\nlang = "en"\n')
    (folder / "content" / "neck.md").write_text(CONDITION)
    assert a11y.build(folder / "content", folder / "site").errors == 0
    return folder / "site"


def test_the_page_as_it_is_has_no_error_in_any_of_the_modes(site: Path) -> None:
    report = a11y.audit(site, modes=MODES)
    assert [(p.code, p.selector, p.modes) for p in report.problems if p.level is a11y.Level.ERROR] == []
    assert report.exit_status == 0


@pytest.mark.parametrize("defect", PLANTED, ids=lambda defect: defect.name)
def test_a_defect_of_one_mode_is_found_in_exactly_that_mode(site: Path, tmp_path: Path, defect: Planted) -> None:
    broken = plant(site, tmp_path / "site", defect)
    report = a11y.audit(broken, modes=MODES)
    found = [p for p in report.problems if p.code == defect.code and p.level is a11y.Level.ERROR]
    assert report.exit_status == 1
    assert {mode for p in found for mode in p.modes} == {mode for mode in report.ran.modes if defect.shows(mode)}
    assert {p.code for p in report.problems if p.level is a11y.Level.ERROR} == {defect.code}


def test_a_problem_is_traced_to_the_authors_line(site: Path, tmp_path: Path) -> None:
    broken = plant(site, tmp_path / "site", PLANTED[1])
    shutil.copytree(site.parent / ".site.a11y-content", tmp_path / ".site.a11y-content")
    report = a11y.audit(broken, modes="text=200")
    places = {(Path(p.where.file).name, p.where.line) for p in report.problems if p.code == "content-lost"}
    assert places == {("neck.md", 12)}
