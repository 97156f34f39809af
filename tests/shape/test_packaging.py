"""What is built from this repository holds what it needs, and says the version that the changelog says."""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from a11y_content.about import __version__

pytestmark = pytest.mark.programs
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
    assert {
        "pyproject.toml",
        "LICENSE",
        "NOTICE",
        "CHANGELOG.md",
        "Makefile",
        "tools/setup.sh",
        "tests/conftest.py",
    } <= names
    assert {"package-lock.json", "biome.json", "tools/no-px-text.grit"} <= names


def test_the_wheel_holds_the_font_and_every_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    fonts = [name for name in names if name.endswith(".woff2")]
    assert fonts
    assert sum(zipfile.ZipFile(wheel).getinfo(name).file_size for name in fonts) < 60 * 1024
    licences = [name.partition("/licenses/")[2] for name in names if "/licenses/" in name]
    assert sorted(licences) == ["LICENSE", "NOTICE", "a11y_content/rendering/assets/fonts/OFL.txt"]


def planted(folder: Path) -> Path:
    """Copy what a wheel is built from."""
    for name in ("a11y_content", "tools"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        if (ROOT / name).is_file():
            shutil.copy(ROOT / name, folder)
    return folder


def build_of(folder: Path, target: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", "made"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_tools_run_where_pip_takes_this_folder_off_the_path(tmp_path: Path) -> None:
    """As pip does while it builds apart from an environment in which this folder is installed to be edited."""
    folder, apart = planted(tmp_path), tmp_path / "apart"
    apart.mkdir()
    line = f"import sys; sys.path[:] = [one for one in sys.path if one != {str(folder)!r}]"
    (apart / "sitecustomize.py").write_text(line, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(apart)}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "made"]
    built = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    assert (built.returncode, built.stderr.count("could not run")) == (0, 0), built.stderr


def noise(size: int) -> str:
    """Text that does not get smaller when it is packed."""
    return "".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(size // 32))


def test_a_menu_that_is_too_heavy_is_not_built(tmp_path: Path) -> None:
    folder = planted(tmp_path)
    assets = folder / "a11y_content" / "rendering" / "assets"
    for name, size in (("boot.js", 512), ("menu.js", 3072)):
        with (assets / name).open("a", encoding="utf-8") as file:
            file.write(f'\nvar planted = "{noise(size)}";\n')
    with (assets / "menu.css").open("a", encoding="utf-8") as file:
        file.write(f'\n@layer menu {{ .planted {{ content: "{noise(5120)}" }} }}\n')
    for target in ("wheel", "sdist"):
        ran = build_of(folder, target)
        assert ran.returncode != 0
        assert "Traceback" not in ran.stderr + ran.stdout
        told = (ran.stderr + ran.stdout).splitlines()
        for part in ("the script of the head", "the script of the menu", "the styles of menu and preferences"):
            (line,) = (line for line in told if line.startswith(f"{part} weighs "))
            assert "more than its budget of" in line
        assert not any((folder / "made").glob("*"))
    # Who works on it can still install it. Said like this, hatchling needs no package that only pip brings along.
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write('\n[tool.hatch.build]\ndev-mode-dirs = ["."]\n')
    assert build_of(folder, "wheel:editable").returncode == 0


def test_a_package_with_a_missing_or_a_stale_string_is_not_built(tmp_path: Path) -> None:
    folder = planted(tmp_path)
    assert build_of(folder, "wheel").returncode == 0
    (made,) = (folder / "made").iterdir()
    made.unlink()
    locales = folder / "a11y_content" / "text" / "locales"
    french, german = locales / "fr.po", locales / "de.po"
    text = french.read_text("utf-8")
    assert 'msgid "Reset all"' in text
    french.write_text(text.replace('msgid "Reset all"', 'msgid "Reset everything"'), "utf-8")
    ran = build_of(folder, "wheel")
    assert ran.returncode != 0
    told = ran.stderr + ran.stdout
    assert "text/locales/fr.po lacks a translation of “Reset all”" in told
    assert "text/locales/fr.po translates what nobody says: “Reset everything”" in told
    assert german.name not in told
    assert not any((folder / "made").glob("*"))


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "a11y_content" / "py.typed").is_file()


def test_the_read_me_is_the_description_of_the_package() -> None:
    assert (ROOT / "README.md").is_file() == (PROJECT.get("readme") == "README.md")


def test_the_changelog_tells_of_this_version_or_of_the_next() -> None:
    headings = [line for line in (ROOT / "CHANGELOG.md").read_text("utf-8").splitlines() if line.startswith("## ")]
    assert headings[0].startswith(("## [Unreleased]", f"## [{__version__}]"))
