"""Which words in capitals are taken for abbreviations."""

from __future__ import annotations

import pytest

import a11y_content


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DON'T stop and DON’T wait.", False),
        ("An MRI's picture.", True),
        ("Two MRIs, one “MRI”.", True),
        ("Plain words.", False),
    ],
)
def test_a_contraction_in_capitals_is_no_abbreviation(text: str, found: bool) -> None:  # noqa: FBT001
    _, problems = a11y_content.parse(f"---\ntitle: T\nlang: en\n---\n\n{text}\n", name="page.md")
    assert ("abbr-unexpanded" in [one.code for one in problems]) is found
