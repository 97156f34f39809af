"""Planted defects in the example clinic, in every pair of modes."""

from pathlib import Path

import pytest

import a11y_content as a11y
from tests.planted import PLANTED, Planted, plant


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    out = tmp_path_factory.mktemp("clinic") / "site"
    assert a11y.build(root / "examples" / "clinic", out).errors == 0
    return out


def test_the_clinic_has_no_error_in_any_pair(site: Path) -> None:
    report = a11y.audit(site, modes="pairs")
    assert [(p.code, p.page, p.selector, p.modes) for p in report.problems if p.level is a11y.Level.ERROR] == []
    assert report.exit_status == 0


@pytest.mark.parametrize("defect", PLANTED, ids=lambda defect: defect.name)
def test_each_planted_defect_is_found_in_exactly_its_modes(site: Path, tmp_path: Path, defect: Planted) -> None:
    broken = plant(site, tmp_path / "site", defect)
    report = a11y.audit(broken, modes="pairs")
    found = [p for p in report.problems if p.code == defect.code and p.level is a11y.Level.ERROR]
    assert report.exit_status == 1
    assert {mode for p in found for mode in p.modes} == {mode for mode in report.ran.modes if defect.shows(mode)}
