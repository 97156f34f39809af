"""Reviews and consents: health content has a date, and a story-teller's word counts as long as it is given.

What depends on the day is judged only where a day is given, so that builds repeat.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from a11y_content.blocks.media import Media
from a11y_content.model.document import Consent, Review, Story
from a11y_content.problem import Level, Problem, fault
from a11y_content.rules.survey import Survey, rule

REVIEW_MISSING = fault(
    "review-missing",
    "A page about a condition does not say when it was reviewed",
    why="Readers cannot tell whether advice on their health is still right.",
    mend="add to the front matter: `review: {last: 2026-01-31, next: 2029-01-31, by: Dr. Name}`",
    level=Level.WARNING,
)
REVIEW_OVERDUE = fault(
    "review-overdue",
    "A page is past the day on which it was to be reviewed",
    why="Advice on health may have changed since.",
    mend="have the page reviewed, and write the new dates",
    level=Level.WARNING,
)
REVIEW_DATES = fault(
    "review-dates",
    "The dates of a review cannot be right",
    why="A review in the future has not been made, and the next one comes after the last.",
    mend="give the day of the last review, and a later day for the next",
)
CONSENT_MISSING = fault(
    "consent-missing",
    "A story does not say what its teller has agreed to",
    why="A story about somebody's health may be published only with their consent, which they can take back.",
    mend="add to the front matter: `consent: {scope: website, given: 2026-01-31}`; it is never shown",
    level=Level.REVIEW,
)
CONSENT_EXPIRED = fault(
    "consent-expired",
    "The consent to publish a story has ended",
    why="The teller no longer agrees that it is shown.",
    mend="ask for a new consent, or take the story out",
)
CONSENT_DATES = fault(
    "consent-dates",
    "The dates of a consent cannot be right",
    why="A consent that is given in the future has not been given, and one that ends before it begins never held.",
    mend="give the day on which the teller agreed, and a later day for its end",
)

_REVIEWED: Final = frozenset({"condition"})


@rule
def reviews(survey: Survey) -> Iterator[Problem]:
    """Judge the review of the whole page."""
    document = survey.document
    review: Review | None = document.review
    if review is None:
        if document.kind in _REVIEWED:
            yield REVIEW_MISSING.at(document.spot, f"“{document.heading}” does not say when it was reviewed")
        return
    spot = review.spot or document.spot
    if review.next is not None and review.next <= review.last:
        yield REVIEW_DATES.at(spot, f"the next review ({review.next}) is not after the last ({review.last})")
    if survey.today is None:
        return
    if review.last > survey.today:
        yield REVIEW_DATES.at(spot, f"the last review ({review.last}) lies in the future")
    if review.next is not None and review.next < survey.today:
        yield REVIEW_OVERDUE.at(spot, f"the review was due on {review.next}")


@rule
def films(survey: Survey) -> Iterator[Problem]:
    """Judge the review of each film and recording, which has its own."""
    for part, place in survey.of(Media):
        if survey.today is not None and part.reviewed is not None and part.reviewed > survey.today:
            yield REVIEW_DATES.at(place.spot, f"the review of this {part.media} ({part.reviewed}) lies in the future")


@rule
def consents(survey: Survey) -> Iterator[Problem]:
    """Judge a story's consent."""
    document = survey.document
    if not isinstance(document, Story):
        return
    consent: Consent | None = document.consent
    if consent is None:
        yield CONSENT_MISSING.at(document.spot, f"the story “{document.title}” records no consent")
        return
    spot = consent.spot or document.spot
    if consent.expires is not None and consent.expires < consent.given:
        yield CONSENT_DATES.at(spot, f"the consent ends on {consent.expires}, before it is given ({consent.given})")
    elif survey.today is not None and consent.given > survey.today:
        yield CONSENT_DATES.at(spot, f"the consent is given on {consent.given}, in the future")
    elif survey.today is not None and consent.expires is not None and consent.expires < survey.today:
        yield CONSENT_EXPIRED.at(spot, f"the consent to “{document.title}” ended on {consent.expires}")
