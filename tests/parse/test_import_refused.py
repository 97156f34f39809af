"""A file that passes a limit is refused with that alone: nothing is guessed of it."""

from __future__ import annotations

from pathlib import Path

from a11y_content.parsing.importing import import_source
from a11y_content.parsing.limits import MAX_DEPTH
from a11y_content.parsing.source import Source


def test_a_page_past_a_limit_tells_that_alone() -> None:
    for depth, code in ((MAX_DEPTH + 2, "limit-depth"), (2, "guess-title")):
        made = import_source(Source("p.html", "<div>" * depth + "words"), Path("p.html"), lang="en")
        assert [one.code for one in made.problems] == [code]
        assert bool(made.documents) == (code != "limit-depth")
