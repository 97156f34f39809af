"""What is built from this repository holds what it needs, and says the version that the changelog says."""

import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from a11y_content.about import __version__

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def build(target: str, folder: Path) -> Path:
    """Build with hatchling, which is in the dev extra, so that no network is needed."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.iterdir()
    return built


def package_files() -> set[str]:
    """Everything of the package that a user must get: sources, CSS, JavaScript, translations, py.typed."""
    found = (ROOT / "a11y_content").rglob("*")
    return {path.relative_to(ROOT).as_posix() for path in found if path.is_file() and "__pycache__" not in path.parts}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_the_whole_package_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    inside = {name for name in names if ".dist-info/" not in name}
    assert inside == package_files()
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_package_is_imported_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(wheel, tmp_path, "zip")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import a11y_content; print(a11y_content.__file__)"
    ran = subprocess.run([sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    assert Path(ran.stdout.strip()).is_relative_to(tmp_path)


def test_the_source_distribution_can_build_and_test_itself(tmp_path: Path) -> None:
    with tarfile.open(build("sdist", tmp_path)) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert package_files() <= names
    assert {"pyproject.toml", "LICENSE", "CHANGELOG.md", "Makefile", "tools/setup.sh", "tests/conftest.py"} <= names
    assert {"package-lock.json", "biome.json", "tools/no-px-text.grit"} <= names


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "a11y_content" / "py.typed").is_file()


def test_the_read_me_is_the_description_of_the_package() -> None:
    assert (ROOT / "README.md").is_file() == (PROJECT.get("readme") == "README.md")


def test_the_changelog_tells_of_this_version_or_of_the_next() -> None:
    headings = [line for line in (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines() if line.startswith("## ")]
    assert headings[0].startswith(("## [Unreleased]", f"## [{__version__}]"))
