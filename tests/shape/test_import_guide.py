"""The examples of docs/import.md are what the import makes of their sources, and its code runs."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(name="tool")
def _tool(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("imports", root / "tools" / "imports.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_examples_are_as_the_code_makes_them(tool: ModuleType) -> None:
    kept = tool.TARGET.read_text("utf-8")
    assert tool.guide(kept) == kept, "run `make golden`, and read the difference"


def test_a_changed_example_is_seen(tool: ModuleType) -> None:
    kept = tool.TARGET.read_text("utf-8")
    assert tool.guide(kept.replace(":::{care} urgent", ":::{care} non-urgent")) == kept


def test_every_example_shows_source_result_and_report(tool: ModuleType) -> None:
    for name in tool.EXAMPLES:
        said = tool.example(name)
        assert [said.count(part) for part in (f"Before: `{name}`", "The report:")] == [1, 1]
        assert said.count("After: `") >= 1


def test_the_python_of_the_guide_is_python(tool: ModuleType) -> None:
    found = re.findall(r"```python\n(.*?)```", tool.TARGET.read_text("utf-8"), re.DOTALL)
    assert len(found) == 2
    for code in found:
        compile(code, "guide", "exec")
