"""`schema` and the JSON that `import` writes, as people use them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import a11y_content as a11y
from a11y_content.cli.schema_command import SCHEMAS

Run = Callable[..., Any]
TEXT = Path(__file__).parents[2] / "fixtures" / "text" / "page.txt"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schema_prints_a_schema(run: Run, kind: str) -> None:
    ran = run("schema", "--kind", kind)
    assert ran.status == 0
    assert json.loads(ran.out) == SCHEMAS[kind]()  # tests/parse/test_schema.py holds it to the standard


def test_a_kind_that_is_none_is_one_line_and_status_2(run: Run) -> None:
    ran = run("schema", "--kind", "storry")
    assert ran.status == 2
    assert "storry" in ran.err


def test_what_import_writes_as_json_is_what_it_writes_as_markdown(run: Run, tmp_path: Path) -> None:
    made = {}
    for form in ("md", "json"):
        assert run("import", TEXT, "--to", form, "-o", tmp_path / form).status in {0, 1}
        (file,) = [path for path in (tmp_path / form).rglob(f"*.{form}") if path.stem == "page"]
        made[form] = a11y.load(file, lang="en")
    assert made["md"] == made["json"]
