"""docs/rules.md names every code of the rules and kinds, and no other."""

import re
from pathlib import Path

from tests.declared import declared

GUIDE = Path(__file__).parents[2] / "docs" / "rules.md"
ELSEWHERE = {"title-duplicate"}
"""Named in the text though a site declares it."""


def test_the_guide_names_every_rule() -> None:
    rows = [line for line in GUIDE.read_text("utf-8").splitlines() if line.startswith("| ")]
    named = [code for line in rows for code in re.findall(r"`([a-z]+(?:-[a-z]+)+)`", line)]
    known = {one.code for one in declared() if one.path.startswith(("rules/", "blocks/"))}
    assert set(named) - known == ELSEWHERE & set(named)
    assert known - set(named) == set()
    assert len(named) == len(set(named))
