"""The reference is written from the code, and stays equal to it."""

import importlib.util
from pathlib import Path


def test_the_reference_is_as_the_code_says(root: Path) -> None:
    spec = importlib.util.spec_from_file_location("reference", root / "tools" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    kept = (root / "docs" / "reference.md").read_text("utf-8")
    assert module.reference() == kept, "run `make golden`, and read the difference"
