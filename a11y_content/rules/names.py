"""Names: what assistive technology reads as a name has words. Names of links and headings have rules of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from a11y_content.blocks.contact import Contact
from a11y_content.blocks.media import Media
from a11y_content.blocks.quote import Source
from a11y_content.model.document import Code, Crumb, Term
from a11y_content.model.inline import words
from a11y_content.problem import Problem, fault
from a11y_content.rules.survey import Survey, rule

NAME_MISSING = fault(
    "name-missing",
    "Something that is read out by its name has none",
    why="Screen readers say “video”, “link” or nothing, and nobody can tell what it is.",
    mend="write its name",
    criterion="4.1.2",
)

_NAMES: Final[dict[type, tuple[str, ...]]] = {
    Contact: ("name",),
    Media: ("title",),
    Source: ("title",),
    Crumb: ("text", "href"),
    Term: ("short", "expansion"),
    Code: ("value", "system"),
}
"""Fields that must hold words, by class."""


@rule
def names(survey: Survey) -> Iterator[Problem]:
    """Refuse a name that is empty."""
    for part, place in survey.parts:
        for name in _NAMES.get(type(part), ()):
            value = getattr(part, name)
            if not (value.strip() if isinstance(value, str) else words(value)):
                what = type(part).__name__.lower()
                yield NAME_MISSING.at(place.spot or survey.document.spot, f"the {name} of this {what} is empty")
