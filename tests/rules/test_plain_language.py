"""Reading grades: what is counted, what is left out, and when there is no grade."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_content.model.document import Document
from a11y_content.parsing import parse
from a11y_content.problem import Level
from a11y_content.rules.plain_language import LEAST_WORDS, advise, flesch_kincaid, read

FRONT = "---\nkind: page\ntitle: An invented page\nlang: {lang}\n---\n\n"
EASY = "The pain goes away in a few weeks. " * 15
HARD = (
    "Pharmacological management incorporates topical preparations and, in selected individuals, the administration "
    "of corticosteroids under continuous supervision of experienced practitioners. "
) * 6


def made(body: str, lang: str = "en") -> Document:
    document, _ = parse(FRONT.format(lang=lang) + body)
    assert document is not None
    return document


def test_the_formula_is_that_of_1975() -> None:
    assert flesch_kincaid(100, 10, 150) == pytest.approx(0.39 * 10 + 11.8 * 1.5 - 15.59, abs=0.05)


def test_easy_text_passes_and_hard_text_gets_advice_at_its_longest_sentence() -> None:
    easy, hard = read(made(EASY)), read(made(f"{EASY}\n\n{HARD}"))
    assert easy.grade is not None
    assert easy.grade < 4
    assert advise(easy) is None
    problem = advise(hard)
    assert problem is not None
    assert (problem.code, problem.level) == ("reading-grade", Level.REVIEW)
    assert problem.where.line == 9
    assert "words left out" in problem.message
    assert len(hard.longest) == 5
    assert hard.longest[0].words >= hard.longest[-1].words


def test_the_threshold_is_the_site_s() -> None:
    reading = read(made(EASY))
    assert advise(reading, threshold=0) is not None


def test_headings_cells_captions_and_fragments_are_left_out_and_counted() -> None:
    plain = read(made(EASY))
    more = f"""{EASY}

## A heading of five words

The signs are:

- a stiff neck
- Pain in the arm

:::{{table}} A caption here
| One | Two |
|---|---|
| Three | Four |
:::
"""
    fuller = read(made(more))
    assert fuller.grade == plain.grade
    assert fuller.counted == plain.counted
    assert fuller.left_out == plain.left_out + 5 + 3 + 3 + 4 + 3 + 4


def test_an_item_that_is_a_sentence_counts() -> None:
    reading = read(made(f"{EASY}\n\n- Your neck may be stiff.\n- a headache"))
    assert reading.counted == read(made(EASY)).counted + 5


def test_few_words_get_no_grade_and_say_so() -> None:
    reading = read(made("The pain goes away in a few weeks."))
    assert reading.grade is None
    assert str(LEAST_WORDS) in reading.why
    assert advise(reading) is None


def test_other_languages_get_no_grade_and_say_so() -> None:
    reading = read(made("El dolor de cuello suele mejorar en unas semanas. " * 20, lang="es"))
    assert reading.grade is None
    assert "`es`" in reading.why


def test_words_in_another_language_are_left_out() -> None:
    reading = read(made(EASY + "They call it {lang=es}`dolor de cuello crónico` there."))
    assert reading.left_out == 4
    assert reading.longest[-1].words <= 8


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr. Linden saw John R. at 8 a.m. on Monday. He was well.", 2),
        ("It costs 3.50 a day, e.g. for one person. Ask us first!", 2),
        ("“Stay calm,” she said. “It is early.” We did.", 2),
        ("People over 70. Some are older than that.", 2),
        ("No stop at the end of this", 0),
        ("it begins in the middle of a sentence.", 0),
    ],
)
def test_sentences_end_where_readers_stop(text: str, count: int) -> None:
    assert read(made(text)).sentences == count


def test_a_sentence_knows_its_line() -> None:
    body = (
        f"{EASY}\n\nIt is short.\n\nThis one is a good deal longer than all of the others on this page, as can be seen."
    )
    assert read(made(body)).longest[0].spot.line == 11


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    document, _ = parse(FRONT.format(lang="en") + text)
    if document is not None:
        reading = read(document)
        assert reading.left_out >= 0
        assert sum(one.words for one in reading.longest) <= reading.counted
