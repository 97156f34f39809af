"""Headings, lists, panels, pictures, media, reviews and consents."""

import datetime as dt
from collections.abc import Callable

import pytest

from a11y_content import rules
from a11y_content.blocks.paragraph import Paragraph
from a11y_content.blocks.quote import Quote
from a11y_content.blocks.section import Section
from a11y_content.model.block import Context
from a11y_content.model.document import Page
from a11y_content.model.inline import plain
from a11y_content.problem import Level

Codes = Callable[..., set[str]]
FRONT = "kind: story\ntitle: x\nsummary: y\nperson: Ana\n"


def test_six_levels_of_headings_are_fine(codes: Codes) -> None:
    assert codes("## Two\n\n### Three\n\n#### Four\n\n##### Five\n\n###### Six\n\nText.") == set()


def test_sections_of_different_parents_may_have_the_same_heading(codes: Codes) -> None:
    assert codes("## Adults\n\n### Doses\n\nTwo.\n\n## Children\n\n### Doses\n\nOne.") == set()


def test_a_document_of_a_hundred_levels_is_judged_without_recursion() -> None:
    block: Section | Paragraph = Paragraph(inlines=plain("Deep."))
    for _ in range(5000):
        block = Section(title=plain("Deeper"), blocks=(block,))
    found = {problem.code for problem in rules.check(Page(lang="en", title="Deep", body=(block,)))}
    assert found == {"heading-depth"}


def test_a_panel_may_be_followed_by_a_heading_a_panel_or_a_call_to_action(codes: Codes) -> None:
    panel = ":::{advice} do\n- keep moving\n- use heat\n:::\n\n"
    assert codes(panel + "## Treatment\n\nMost need none.") == set()
    assert codes(panel + panel.replace("do\n", "dont\n").replace("- ", "- never ")) == set()
    assert codes(panel + ":::{cta} Ask for an appointment\n:href: /a.md\n:::") == set()
    assert codes(panel + "Then rest.") == {"text-after-panel"}


def test_a_telephone_number_may_stand_in_an_emergency_card(codes: Codes) -> None:
    card = ":::{care} emergency Call [911](tel:911) if:\nYou fell. Call [911](tel:911).\n:::"
    assert codes(card) == set()


def test_a_link_in_a_less_urgent_card_is_fine(codes: Codes) -> None:
    assert codes(":::{care} urgent Call us today if:\nYou [fell](falls.md).\n:::") == set()


@pytest.mark.parametrize("item", ["don't drive", "Don’t drive", "Never drive", "avoid driving", "do not drive"])
def test_what_not_to_do_may_be_said_in_several_ways(codes: Codes, item: str) -> None:
    assert codes(f":::{{advice}} dont\n- {item}\n- do not lift\n:::") == set()


def test_what_not_to_do_is_judged_in_the_language_of_the_page(codes: Codes) -> None:
    assert codes(":::{advice} dont\n- no conduzca\n- evite levantar peso\n:::", lang="es") == set()
    assert codes(":::{advice} dont\n- conduzca\n- no levante peso\n:::", lang="es") == {"dont-wording"}
    assert codes(":::{advice} dont\n- aja autoa\n- nosta\n:::", lang="fi") == set()


def test_a_callout_about_a_call_next_week_is_no_care_advice(codes: Codes) -> None:
    assert codes(":::{callout} note\nWe call you back in two weeks.\n:::") == set()
    assert codes(":::{callout} note\nCall [911](tel:911) now.\n:::") == {"callout-care-wording"}


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (":src: a.mp4\n:silent: true", {"media-description"}),
        (":src: a.mp4\n:text_alternative_of: the steps below", set()),
        (":src: a.mp4\n:captions: [{src: a.vtt}]\n:descriptions: [{src: d.vtt}]", set()),
        (":sources: [{src: a.mp4, type: video/mp4}]\n:captions: [{src: a.vtt}]", {"media-description"}),
    ],
)
def test_what_a_film_needs(codes: Codes, options: str, found: set[str]) -> None:
    assert codes(f":::{{media}} video A stretch\n{options}\n:::") == found


@pytest.mark.parametrize(("kind", "level"), [("page", Level.WARNING), ("story", Level.ERROR)])
def test_a_quotation_without_a_speaker_is_an_error_only_in_a_story(kind: str, level: Level) -> None:
    quote = Quote(blocks=(Paragraph(inlines=plain("It helps.")),))
    (problem,) = quote.check(Context(document=kind))
    assert (problem.code, problem.level) == ("quote-attribution", level)


@pytest.mark.parametrize(
    ("alt", "found"),
    [
        ("A neck from the side", set()),
        ("neck-side.png", {"alt-filename"}),
        ("neck-side", {"alt-filename"}),
        ("DSC_0042", {"alt-filename"}),
        ("Neck side", set()),
        ("Photo of a neck", {"alt-picture-of"}),
        ("Imaging of a neck", set()),
    ],
)
def test_text_alternatives(codes: Codes, alt: str, found: set[str]) -> None:
    assert codes(f"![{alt}](neck-side.png)") == found


def test_a_story_s_picture_is_judged_too(codes: Codes) -> None:
    front = (
        "kind: story\ntitle: x\nsummary: y\nperson: Ana\nimage: ana.jpg\nconsent: {scope: website, given: 2026-01-31}\n"
    )
    assert codes("I can turn my head.", front=front) == {"alt-missing"}
    assert codes("I can turn my head.", front=front.replace("ana.jpg", "{src: ana.jpg, alt: Ana on a bench}")) == set()


def test_a_page_may_go_without_a_review_and_a_condition_may_not(codes: Codes) -> None:
    assert codes("Text.", front="kind: page\ntitle: x\n") == set()
    assert codes("## S\n\nText.", front="kind: condition\nname: x\nsummary: y\n") == {"review-missing"}


def test_days_are_judged_only_where_a_day_is_given(codes: Codes) -> None:
    front = "kind: condition\nname: x\nsummary: y\nreview: {last: 2020-01-31, next: 2022-01-31}\n"
    assert codes("## S\n\nText.", front=front, today=None) == set()
    assert codes("## S\n\nText.", front=front, today=dt.date(2022, 1, 31)) == set()
    assert codes("## S\n\nText.", front=front, today=dt.date(2022, 2, 1)) == {"review-overdue"}
    assert codes("## S\n\nText.", front=front, today=dt.date(2019, 2, 1)) == {"review-dates"}


def test_a_consent_ends_after_its_last_day(codes: Codes) -> None:
    front = FRONT + "consent: {scope: website, given: 2021-01-31, expires: 2026-01-31}\n"
    assert codes("My text.", front=front, today=dt.date(2026, 1, 31)) == set()
    assert codes("My text.", front=front, today=dt.date(2026, 2, 1)) == {"consent-expired"}
    assert codes("My text.", front=front, today=None) == set()


@pytest.mark.parametrize(
    ("summary", "found"),
    [
        ("One. Two.", False),
        ("Dr. A. Linden helps. She is kind.", False),
        ("One. Two! Three?", True),
        ("word " * 70, True),
    ],
)
def test_a_summary_has_two_sentences(codes: Codes, summary: str, found: bool) -> None:  # noqa: FBT001
    assert ("summary-long" in codes("Text.", front=f"kind: page\ntitle: x\nsummary: {summary.strip()}\n")) is found


def test_problems_come_sorted_by_place_and_each_once(codes: Codes) -> None:
    body = (Paragraph(inlines=()), Paragraph(inlines=plain("• one")))
    found = rules.check(Page(lang="en", title="x", body=body))
    assert [problem.code for problem in found] == ["list-fake", "paragraph-empty"]
    assert codes("Fine.") == set()
