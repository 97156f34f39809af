"""Every kind of inline has a fixture that passes, and one that fails with the code that guards it."""

from pathlib import Path

import pytest

from a11y_content.model.block import walk
from a11y_content.model.inline import INLINES
from a11y_content.parsing import parse

GUARDS = {
    "text": "character-control",
    "strong": "heading-fake",
    "em": "strikethrough",
    "link": "link-scheme",
    "abbr": "abbr-unexpanded",
    "lang": "lang-invalid",
    "time": "date-invalid",
    "phone": "phone-digits",
    "sub": "role-unknown",
    "sup": "role-unknown",
    "cite": "cite-unresolved",
    "quoted": "role-unknown",
    "line-break": "line-break",
}
"""Kind of inline: the code that its broken fixture must give."""


def test_every_kind_is_guarded() -> None:
    assert set(GUARDS) == set(INLINES)


@pytest.mark.parametrize("kind", GUARDS)
def test_the_fixture_shows_the_inline_and_has_no_problem(root: Path, kind: str) -> None:
    document, problems = parse((root / "fixtures" / "inlines" / f"{kind}.md").read_text("utf-8"))
    assert problems == []
    assert any(isinstance(part, INLINES[kind]) for part, _ in walk(document))


@pytest.mark.parametrize(("kind", "code"), GUARDS.items())
def test_the_broken_fixture_gives_its_code_at_a_place(root: Path, kind: str, code: str) -> None:
    _, problems = parse((root / "fixtures" / "inlines" / f"{kind}.broken.md").read_text("utf-8"))
    found = [problem for problem in problems if problem.code == code]
    assert found
    assert all(problem.where.line and problem.where.column and problem.hint for problem in found)
