"""docs/menu.md says which test proves each requirement of the menu, and every one has a test in Chromium."""

from pathlib import Path

import pytest

from tools.requirements import CHROMIUM, REQUIREMENTS, Proof, page, proofs

IDS = [f"R{number}" for number in range(1, 31)]


def test_the_table_is_as_the_marks_say(root: Path) -> None:
    kept = (root / "docs" / "menu.md").read_text("utf-8")
    assert page(kept, root) == kept, "run `make golden`, and read the difference"


@pytest.fixture(scope="module")
def proved(root: Path) -> dict[str, list[Proof]]:
    return proofs(root)


@pytest.mark.parametrize("one", IDS)
def test_every_requirement_has_a_test_in_chromium(one: str, proved: dict[str, list[Proof]]) -> None:
    assert any(proof.file.startswith(CHROMIUM) for proof in proved.get(one, []))


def test_no_test_proves_what_is_no_requirement(proved: dict[str, list[Proof]]) -> None:
    assert list(REQUIREMENTS) == IDS
    assert set(proved) <= set(IDS)


def test_marks_of_functions_and_of_modules_are_found(tmp_path: Path) -> None:
    folder = tmp_path / "tests" / "browser"
    folder.mkdir(parents=True)
    (folder / "test_one.py").write_text(
        'pytestmark = [pytest.mark.browser, pytest.mark.requirement("R1")]\n\n'
        '@pytest.mark.requirement("R2", "R3")\ndef test_a(): ...\n\ndef test_b(): ...\n',
        "utf-8",
    )
    found = proofs(tmp_path)
    assert {one: [proof.name for proof in tests] for one, tests in found.items()} == {
        "R1": ["test_a", "test_b"],
        "R2": ["test_a"],
        "R3": ["test_a"],
    }
