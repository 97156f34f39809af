"""The guide for authors: what it shows is content that passes."""

import re
from pathlib import Path

import pytest

from a11y_content.cli.schema_command import SCHEMAS
from a11y_content.parsing import FORMATS, parse
from a11y_content.parsing.markdown.marks import ROLES
from a11y_content.problem import Level

GUIDE = Path(__file__).parents[2] / "docs" / "content.md"
SHOWN = re.findall(r"^```markdown\n(.*?)^```$", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("text", SHOWN, ids=[text.split("\n", 1)[0] for text in SHOWN])
def test_what_the_guide_shows_passes(text: str) -> None:
    page = text + "\n## Symptoms\n\nIt hurts.\n" if text.startswith("---\n") else f"---\ntitle: Page\n---\n\n{text}"
    document, problems = parse(page, name="guide.md", lang="en")
    assert document is not None
    assert [p.line() for p in problems if p.level is Level.ERROR] == []


def test_the_guide_shows_fences_of_every_form() -> None:
    assert len(SHOWN) > 3
    assert {"steps", "facts", "contact", "cta", "media", "care", "figure"} <= set(
        re.findall(r"^:+\{(\w+)\}", "\n".join(SHOWN), re.MULTILINE)
    )


@pytest.mark.parametrize(
    "text", re.findall(r"^```json\n(.*?)^```$", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
)
def test_the_json_that_the_guide_shows_passes(text: str) -> None:
    document, problems = parse(text, "json", "guide.json")
    assert document is not None
    assert [p.line() for p in problems if p.level is Level.ERROR] == []


def test_the_guide_names_every_role_and_every_kind_of_schema() -> None:
    guide = GUIDE.read_text("utf-8")
    assert [name for name in ROLES if not re.search(rf"``{{{name}(=[^}}]+)?}}`", guide)] == []
    assert [name for name in FORMATS if not all(f"`{suffix}`" in guide for suffix in FORMATS[name].suffixes)] == []
    for kind in re.findall(r"schema --kind (\S+)", guide):
        assert kind in SCHEMAS
