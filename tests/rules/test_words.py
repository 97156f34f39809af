"""Abbreviations, languages, dates, breaks and widgets: what running text must not do."""

from collections.abc import Callable

import pytest

from a11y_content.model.document import Term
from a11y_content.rules.abbreviations import find
from a11y_content.rules.initials import stands_for

Codes = Callable[..., set[str]]
TERMS = [
    Term(short="CT", expansion="computed tomography"),
    Term(short="MRI", expansion="magnetic resonance imaging"),
    Term(short="MR", expansion="magnetic resonance"),
]


@pytest.mark.parametrize(
    ("short", "expansion"),
    [
        ("EMG", "electromyography"),
        ("EMG", "a test of nerves called electromyography"),
        ("MRI", "magnetic resonance imaging"),
        ("NSAID", "nonsteroidal anti-inflammatory drugs"),
        ("NSAID", "non-steroidal anti-inflammatory drug"),
        ("EKG", "electrocardiogram"),
        ("VADIP", "VA Dental Insurance Program"),
        ("RM", "resonancia magnética"),
        ("COPD", "chronic obstructive pulmonary disease"),
        ("TENS", "transcutaneous electrical nerve stimulation"),
        ("MRI", "التصوير بالرنين المغناطيسي"),
    ],
)
def test_initials_fit(short: str, expansion: str) -> None:
    assert stands_for(short, expansion)


@pytest.mark.parametrize(
    ("short", "expansion"),
    [
        ("EMG", "electro-diagnosis"),
        ("EMG", "even more general electro-diagnosis"),
        ("MRI", "computed tomography"),
        ("CT", "tomography"),
        ("MRI", ""),
    ],
)
def test_initials_do_not_fit(short: str, expansion: str) -> None:
    assert not stands_for(short, expansion)


def test_terms_are_found_as_whole_words_in_their_own_case() -> None:
    text = "MRIs and CT, not fact, act or ct; the MRI's. MR too."
    assert [text[start:end] for start, end, _ in find(text, TERMS)] == ["MRI", "CT", "MRI", "MR"]
    assert [term.short for _, _, term in find(text, TERMS)] == ["MRI", "CT", "MRI", "MR"]


def test_no_terms_are_found_where_there_are_none() -> None:
    assert find("MRI", []) == []
    assert find("", TERMS) == []


def test_an_abbreviation_of_the_page_is_explained(codes: Codes) -> None:
    assert codes("You may need an MRI.\n\n*[MRI]: magnetic resonance imaging") == set()


def test_an_abbreviation_is_reported_once(codes: Codes) -> None:
    assert codes("An MRI. An MRI.") == {"abbr-unexpanded"}


@pytest.mark.parametrize(
    "text", ["Do NOT drive.", "Take vitamin B12.", "The L4 nerve.", "Mail HELLO@EXAMPLE.ORG.", "Part IV."]
)
def test_what_is_no_abbreviation_is_left_alone(codes: Codes, text: str) -> None:
    assert codes(text) == set()


def test_an_abbreviation_that_the_text_explains_itself_is_fine(codes: Codes) -> None:
    assert codes("You may need magnetic resonance imaging (MRI). An MRI takes half an hour.") == set()


@pytest.mark.parametrize(
    "text",
    [
        "You may need an MRI (magnetic resonance imaging).",
        "A fecal immunochemical test, also called FIT, is done at home.",
        "Computed tomography (CT), said to-MOG-rah-fee, is quick. A CT is safe.",
        "Ask the National Heart, Lung, and Blood Institute (NHLBI).",
        "Ask the National Institute of Diabetes and Digestive and Kidney Diseases (NIDDK).",
        "They make erythropoietin (EPO).",
        "Mutations in the LIPH or DSGX gene cause it.",
        "It is in the gene TRESK of many people.",
        "The vitamin B12, the flu H1N1 and the type NF1.",
        "Write to 251 Post Street, San Francisco, CA 94108.",
        "It was stage IIIA.",
    ],
)
def test_what_the_text_explains_and_what_is_a_name_is_left_alone(codes: Codes, text: str) -> None:
    assert codes(text) == set()


def test_words_far_away_do_not_explain_two_letters(codes: Codes) -> None:
    assert codes(f"Come today. {'The scan is quick. ' * 10} A CT is safe.") == {"abbr-unexpanded"}


def test_words_in_another_script_need_their_language(codes: Codes) -> None:
    assert codes("They say “боль”.") == {"lang-part"}
    assert codes("They say {lang=ru}`боль`.") == set()
    assert codes("The sign α and 10 μm stay.") == set()
    assert codes("Боль в шее.", lang="ru") == set()


def test_turned_signs_are_spanish(codes: Codes) -> None:
    assert codes("People ask: ¿Me duele el cuello?") == {"lang-part"}
    assert codes("¿Le duele el cuello?", lang="es") == set()


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("On 03/04/2026.", "en", True),
        ("On 13/04/2026.", "en", False),
        ("On 3 April 2026.", "en", False),
        ("Am 03.04.2026.", "de", False),
        ("See pages 3/4/20.", "en", False),
    ],
)
def test_dates_that_can_be_read_in_two_ways(codes: Codes, text: str, lang: str, found: bool) -> None:  # noqa: FBT001
    assert ("date-ambiguous" in codes(text, lang=lang)) is found


def test_verse_may_break_its_lines(codes: Codes) -> None:
    assert codes("> The neck is long\\\n> and so is the song.\n>\n> -- A poet") == set()


def test_a_sentence_about_the_menu_is_no_widget(codes: Codes) -> None:
    assert codes("Choose larger text in the accessibility menu at the top.") == set()
