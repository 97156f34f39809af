"""Stories: told by the person who lived them, and told enough of to be chosen in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from a11y_content.blocks.teasers import Teasers
from a11y_content.model.document import Condition, LinkItem, Story
from a11y_content.model.inline import Text
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.rules.survey import Survey, primary, rule

STORY_VOICE = fault(
    "story-voice",
    "A story is not told in the first person",
    why="Readers who look for somebody like them find a report about a patient instead of that person's words.",
    mend="let the teller say “I”; a text about a person is a page",
    level=Level.REVIEW,
)
TEASER_SUMMARY = fault(
    "teaser-summary",
    "A card leads to a story of which it says nothing",
    why="It shows a name alone, and nobody can decide by that whether to read on.",
    mend="write a `summary` in the story, or words after the link",
    level=Level.WARNING,
)

_FIRST_PERSON: Final[dict[str, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Mm]yself|[Ww]e|[Oo]ur|us)\b"),
    "es": re.compile(r"\b(?:yo|mi|mis|me|mí|conmigo|nosotr[oa]s|nos|nuestr[oa]s?)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:je|j['’]\w+|moi|me|m['’]\w+|mon|ma|mes|nous|notre|nos)\b", re.IGNORECASE),
    "de": re.compile(r"\b(?:ich|mich|mir|mein\w*|wir|uns|unser\w*)\b", re.IGNORECASE),
}
"""Words by which somebody speaks of themselves; other languages are not judged."""


@rule
def story_voice(survey: Survey) -> Iterator[Problem]:
    """Look for a first person in the text of a story."""
    document = survey.document
    pattern = _FIRST_PERSON.get(primary(document.lang))
    if not isinstance(document, Story) or pattern is None or not document.body:
        return
    said = (part.text for part, place in survey.of(Text) if place.inside)
    if not any(pattern.search(text) for text in (document.quote, *said)):
        yield STORY_VOICE.at(document.body[0].spot or document.spot, "nobody says “I” in this story")


@rule
def teasers(survey: Survey) -> Iterator[Problem]:
    """Ask for words on every card; they may come from the story, so only a site can tell."""
    site = survey.site
    if site is None or not site.entries:
        return
    for link, spot in _teased(survey):
        entry = site.find(link.href, survey.source)
        if not link.text.strip() and entry is not None and not entry.summary.strip():
            yield TEASER_SUMMARY.at(spot, f"nothing is said of “{link.title or entry.title}”")


def _teased(survey: Survey) -> Iterator[tuple[LinkItem, Spot]]:
    document = survey.document
    if isinstance(document, Condition):
        yield from ((link, link.spot or document.spot) for link in document.stories)
    for block, place in survey.of(Teasers):
        yield from ((link, link.spot or place.spot) for link in block.links)
