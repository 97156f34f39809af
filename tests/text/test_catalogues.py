"""Every interface string has its translation, and what a catalogue says fits what the code fills in."""

import pytest

from a11y_content.text import catalogues, interface_language, other_language, say
from a11y_content.text.catalogue import catalogue
from tests.text.strings_tool import strings

LANGUAGES = {"ar", "de", "en", "es", "fr", "pt", "vi", "zh-Hans"}
OTHERS = sorted(LANGUAGES - {"en"})
SAME = {
    "{label}: {value}": OTHERS,
    "Contrast {ratio}:1": [],
    "Information:": ["de"],
    "Sepia": ["de", "es"],
    "Standard": ["de", "fr"],
    "Descriptions": ["fr"],
}
"""Strings that a language may have as English has them; beside these, none is left as it was."""


def test_the_interface_speaks_eight_languages() -> None:
    assert catalogues() == LANGUAGES


@pytest.mark.parametrize("lang", OTHERS)
def test_a_catalogue_lacks_no_string_and_keeps_no_stale_one(lang: str) -> None:
    assert strings.missing().get(lang, set()) == set()
    assert strings.stale().get(lang, set()) == set()


@pytest.mark.parametrize("lang", OTHERS)
def test_what_is_shown_is_what_the_search_has_read(lang: str) -> None:
    assert dict(catalogue(lang)) == strings.translated()[lang]


@pytest.mark.parametrize("lang", OTHERS)
def test_a_translation_fills_in_the_same_names(lang: str) -> None:
    assert strings.differing().get(lang, set()) == set()


@pytest.mark.parametrize("lang", OTHERS)
def test_no_string_is_left_in_english(lang: str) -> None:
    left = {msgid for msgid, text in catalogue(lang).items() if text == msgid and lang not in SAME.get(msgid, ())}
    assert left == set()


@pytest.mark.parametrize("lang", OTHERS)
def test_a_translation_keeps_the_spaces_and_the_ending_of_its_string(lang: str) -> None:
    """Code puts words behind a colon, and joins `, reference 2` to what stands before it."""
    colons = (":", "：")
    for msgid, text in catalogue(lang).items():
        assert text == text.strip(), msgid
        assert text.endswith(colons) or not msgid.endswith(":"), msgid
        assert text[0] in ",،，" or not msgid.startswith(","), msgid


def test_french_never_parts_a_sign_from_its_word() -> None:
    parted = {text for text in catalogue("fr").values() for sign in ":;?!»" if f" {sign}" in text}
    assert parted == set()


def test_a_colour_code_keeps_its_order_in_arabic() -> None:
    """Isolated (UAX 9), else the `#` goes to the other end of `#10243f`."""
    assert "\u2066#10243f\u2069" in catalogue("ar").get("Use {colour} instead", "\u2066{colour}\u2069").format(
        colour="#10243f"
    )


@pytest.mark.parametrize(
    ("lang", "spoken"),
    [
        *(("es-MX", "es"), ("ES", "es"), ("pt-BR", "pt"), ("fr-CA", "fr"), ("de-AT", "de"), ("ar-EG", "ar")),
        *(("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh-SG", "zh-Hans"), ("zh-Hans", "zh-Hans")),
        *(("zh-Hans-HK", "zh-Hans"), ("vi-VN", "vi"), ("en-GB", "en")),
    ],
)
def test_a_region_speaks_as_its_language(lang: str, spoken: str) -> None:
    assert interface_language(lang) == spoken
    assert other_language(lang) == ""
    assert say(lang, "Home") == say(spoken, "Home")


@pytest.mark.parametrize("lang", ["zh-TW", "zh-HK", "zh-Hant", "ar-Latn", "xx", "it", "fil", ""])
def test_a_language_or_script_without_a_catalogue_gets_english_that_says_so(lang: str) -> None:
    assert interface_language(lang) == other_language(lang) == "en"
    assert say(lang, "Home") == "Home"


def test_values_are_filled_in_and_a_missing_one_is_an_error() -> None:
    assert say("es", "Told by {person}", person="{x}") == "Contado por {x}"
    assert say("en", "{label}: {value}") == "{label}: {value}"
    with pytest.raises(KeyError):
        say("en", "Told by {person}", other="Ana")
