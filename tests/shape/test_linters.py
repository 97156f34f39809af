"""A linter that cannot complain is no linter: each rule of ours is shown a fault that it must find."""

import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORDS = ("help", "setup", "demo", "test", "test-fast", "lint", "prove", "golden", "bench", "clean")


def biome(folder: Path, name: str, text: str) -> subprocess.CompletedProcess[str]:
    """Lint one file with our settings."""
    for setting in ("biome.json", "tools/no-px-text.grit", f"a11y_content/{name}"):
        (folder / setting).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "biome.json", folder)
    shutil.copy(ROOT / "tools" / "no-px-text.grit", folder / "tools")
    (folder / "a11y_content" / name).write_text(text, "utf-8")
    (program,) = (ROOT / "node_modules" / "@biomejs").glob("cli-*/biome")
    command = [program, "lint", "--error-on-warnings", "--colors=off"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("name", "text", "rule"),
    [
        ("a.css", "p { color: red !important; }", "noImportantStyles"),
        ("a.css", "p { font-size: 18px; }", "never px"),
        ("a.css", "p { font: bold 12px/1.2 serif; }", "never px"),
        ("a.css", "p { line-height: calc(1rem + 2px); }", "never px"),
        ("a.css", "p { colr: red; }", "noUnknownProperty"),
        ("a.js", "document.title = titel;", "noUndeclaredVariables"),
        ("a.js", "const unused = 1;", "noUnusedVariables"),
        ("a.js", 'eval("1");', "noGlobalEval"),
    ],
)
def test_biome_finds(tmp_path: Path, name: str, text: str, rule: str) -> None:
    found = biome(tmp_path, name, text + "\n")
    assert rule in found.stderr
    assert found.returncode == 1


def test_biome_lets_good_styles_pass(tmp_path: Path) -> None:
    found = biome(tmp_path, "a.css", "p { font-size: 1.125rem; line-height: 1.6; border: 1px solid; }\n")
    assert (found.returncode, found.stderr) == (0, "")


def test_every_floor_of_the_plan_is_linted() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    floors = next(contract for contract in contracts if contract["type"] == "layers")
    named = {word for layer in floors["layers"] for word in layer.replace("|", " ").split()}
    package = ROOT / "a11y_content"
    there = {path.stem for path in package.glob("*.py")} | {path.parent.name for path in package.glob("*/__init__.py")}
    assert floors["exhaustive"] is True
    assert there - {"__init__"} <= named


def test_the_makefile_has_every_word_and_lists_it() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [word for word in WORDS if f"make {word} " not in listed] == []
