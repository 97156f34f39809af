"""Documents: what each kind of page must have as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from a11y_content.model.document import Condition, Story
from a11y_content.problem import Level, Problem, fault
from a11y_content.rules.survey import Survey, rule

CONDITION_SECTIONS = fault(
    "condition-sections",
    "A condition has no section",
    why="Readers look for symptoms, causes and treatment by their headings.",
    mend="write at least one heading with text under it: `## Symptoms`",
)
SUMMARY_LONG = fault(
    "summary-long",
    "A summary is longer than two sentences",
    why="It is shown in search results and lists, where it is cut off in the middle.",
    mend="say in one or two sentences what the page is about",
    level=Level.REVIEW,
)
SUMMARY_EMPTY = fault(
    "summary-empty",
    "A page that others list has no summary",
    why="Its teaser and its search result show a title and nothing that helps to decide.",
    mend="add to the front matter: `summary: ` and one or two sentences",
    level=Level.WARNING,
)
PARTS_COUNT = fault(
    "parts-count",
    "A guide has one part, or more than eight",
    why="One part is no guide, and a list of more than eight cannot be taken in.",
    mend="split the guide, or make it one page",
)
STORY_PERSON = fault(
    "story-person",
    "A story does not say who tells it",
    why="Readers cannot tell whose words they are; a first name or a changed name is enough.",
    mend="add to the front matter: `person: Maria, 42`",
)

_SENTENCES: Final = 2
_LONGEST: Final = 300
_END: Final = re.compile(r"(?<!\b[A-Z])(?<!\bDr)(?<!\bvs)(?<!\be\.g)(?<!\bi\.e)[.!?](?=\s+\S)")
_PARTS: Final = range(2, 9)


@rule
def documents(survey: Survey) -> Iterator[Problem]:
    """Judge a document as a whole."""
    document = survey.document
    summary = document.summary.strip()
    if not summary and document.kind in {"condition", "story"}:
        yield SUMMARY_EMPTY.at(document.spot, f"“{document.heading}” has no summary")
    sentences = len(_END.findall(summary)) + 1
    if sentences > _SENTENCES or len(summary) > _LONGEST:
        said = f"the summary has {sentences} sentences and {len(summary)} characters"
        yield SUMMARY_LONG.at(document.spot, said)
    if isinstance(document, Condition):
        if not any(block.kind == "section" for block in document.sections):
            yield CONDITION_SECTIONS.at(document.spot, f"“{document.name}” has no section")
        if document.parts and len(document.parts) not in _PARTS:
            yield PARTS_COUNT.at(document.spot, f"this guide has {len(document.parts)} parts")
    if isinstance(document, Story) and not document.person.display.strip():
        spot = document.person.spot or document.spot
        yield STORY_PERSON.at(spot, f"“{document.title}” does not say who tells it")
