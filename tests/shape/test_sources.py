"""The house rules that a linter cannot hold: lengths, docstrings, fixtures, nothing of one machine."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "a11y_content"
FOLDERS = ("a11y_content", "tests", "tools", "benchmarks")
LONGEST = 300

# In two pieces each, so that this file may stand in the repository that it looks at.
ONE_MACHINE = re.compile(
    "|".join(
        (
            r"(?<![\w./:-])/(?:work|root|farm|home)" + r"/\w",
            "bash" + "_jobs",
            "localhost" + "/simple",
            "file:///" + "opt",
            "pypi." + "org/simple",
            "files.python" + "hosted",
            "registry." + "npmjs",
        )
    )
)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def sources(*suffixes: str, folders: tuple[str, ...] = FOLDERS) -> list[Path]:
    """The source files of these folders, caches left out."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    return sorted(path for path in found if path.suffix in suffixes and "__pycache__" not in path.parts)


def tracked_texts() -> list[tuple[str, str]]:
    """Every file of the repository that reads as UTF-8."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout, so nothing says which files belong to it")
    texts = []
    for name in listed.stdout.decode().split("\0"):
        path = ROOT / name
        if not name or not path.is_file():
            continue
        try:
            texts.append((name, path.read_text("utf-8")))
        except UnicodeDecodeError:
            continue
    return texts


def test_no_source_file_is_long() -> None:
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in sources(".py", ".js", ".css")}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_every_public_module_says_what_it_is() -> None:
    modules = [
        path
        for path in sources(".py", folders=("a11y_content",))
        if path.name == "__init__.py" or not path.name.startswith("_")
    ]
    silent = [named(path) for path in modules if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_every_kind_of_block_has_a_fixture() -> None:
    kinds = [path.stem for path in (PACKAGE / "blocks").glob("*.py") if not path.name.startswith("_")]
    fixtures = ROOT / "fixtures" / "blocks"
    assert [kind for kind in sorted(kinds) if not (fixtures / f"{kind}.md").is_file()] == []


def test_every_stylesheet_of_a_block_stands_beside_its_kind() -> None:
    sheets = (PACKAGE / "blocks").glob("*.css")
    assert [named(sheet) for sheet in sheets if not sheet.with_suffix(".py").is_file()] == []


def test_no_tracked_file_names_one_machine() -> None:
    hits = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in tracked_texts()
        for number, line in enumerate(text.splitlines(), 1)
        if ONE_MACHINE.search(line)
    ]
    assert hits == []
