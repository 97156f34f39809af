"""The example of docs/integrate.md runs, and every file that its pages link to is there."""

import importlib.util
import re
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "foreign"


def test_the_example_fills_both_templates_and_brings_what_they_link_to(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("fill", EXAMPLE / "fill.py")
    assert spec is not None
    assert spec.loader is not None
    fill = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fill)
    bootstrap = tmp_path / "given.css"
    bootstrap.write_text("/* stands in for the one of npm */", "utf-8")
    out = tmp_path / "out"
    policy = fill.fill(out, bootstrap)
    assert policy.startswith("default-src 'none'")
    for name in ("plain", "bootstrap"):
        page = (out / f"{name}.html").read_text("utf-8")
        assert not re.search(r"\$(title|head|skip_link|menu|main|scripts)\b", page)
        for once in ("<title>", "charset=", 'name="viewport"', "<main ", 'id="a11y-menu"', "a11y-skip"):
            assert page.count(once) == 1, once
        linked = re.findall(r'<(?:link|script)[^>]* (?:href|src)="([^"]+)"', page)
        assert len(linked) >= 3
        assert all((out / path).is_file() for path in linked)


def test_the_guide_shows_what_the_example_has() -> None:
    guide = (EXAMPLE.parents[1] / "docs" / "integrate.md").read_text("utf-8")
    mapping = (EXAMPLE / "bootstrap-reader.css").read_text("utf-8")
    shown = re.findall(r"^  [\w-]+: var\(--a11y-[\w-]+\);$", guide, re.MULTILINE)
    assert len(shown) == 10
    assert all(line in mapping for line in shown)
