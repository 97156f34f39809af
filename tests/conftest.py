"""Marks by folder, the order of a run, and golden files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.examples import PROFILE, number

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "fixtures" / "golden"
MARKED_FOLDERS = {
    "browser": "browser",
    "engines": "browser",
    "prove": "prove",
    "markup": "programs",
    "plugin": "programs",
}

# `make test` tries the same examples each time, so that a change is judged by itself; `make prove` looks for new ones.
# No deadline: how long an example takes depends on what else the machine does.
settings.register_profile("repeat", derandomize=True, database=None, max_examples=number(), deadline=None)
settings.register_profile("search", max_examples=number(), deadline=None)
settings.load_profile(PROFILE)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden files anew instead of comparing")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests of some folders their markers, and leave what needs a browser to the end."""
    for item in items:
        folders = item.path.relative_to(ROOT).parts
        for name, marker in MARKED_FOLDERS.items():
            if name in folders:
                item.add_marker(marker)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the repository."""
    return ROOT


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with a file of fixtures/golden; one that differs is left beside it as NAME.actual."""

    def compare(name: str, text: str) -> None:
        kept = GOLDEN / name
        actual = kept.with_name(kept.name + ".actual")
        if request.config.getoption("--golden"):
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(text, "utf-8", newline="\n")
        if kept.is_file() and kept.read_text("utf-8") == text:
            actual.unlink(missing_ok=True)
            return
        kept.parent.mkdir(parents=True, exist_ok=True)
        actual.write_text(text, "utf-8", newline="\n")
        pytest.fail(f"{name} is not the golden one: compare it with {actual.name}, then `make golden` if it is right")

    return compare
