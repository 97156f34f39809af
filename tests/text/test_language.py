"""Languages: valid tags, direction, names, dates."""

import datetime as dt

import pytest

from a11y_content.text import date_words, direction, is_language, language_name


@pytest.mark.parametrize("tag", ["en", "es-MX", "zh-Hant", "no", "sr-Latn-RS", "ar"])
def test_a_registered_tag_is_a_language(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize("tag", ["", "a", "english", "es_MX", "xx", "en-", "en us", "EN-<script>"])
def test_any_other_word_is_none(tag: str) -> None:
    assert not is_language(tag)


def test_direction_follows_the_script() -> None:
    expected = {
        "en": "ltr",
        "ar": "rtl",
        "he-IL": "rtl",
        "fa": "rtl",
        "ur": "rtl",
        "az": "ltr",
        "az-Arab": "rtl",
        "": "ltr",
    }
    assert {tag: direction(tag) for tag in expected} == expected


def test_languages_are_named_in_their_own_words_or_in_others() -> None:
    assert language_name("es") == "Español"
    assert language_name("en-GB").startswith("English")
    assert language_name("es", "en") == "Spanish"
    assert language_name("zzz") == "zzz"


def test_dates_are_words_of_the_language() -> None:
    day = dt.date(2026, 1, 31)
    assert date_words(day, "es-MX") == "31 de enero de 2026"
    assert date_words(day, "en-GB") == "31 January 2026"
    assert "يناير" in date_words(day, "ar")
    assert date_words(day, "zzz") == "2026-01-31"
