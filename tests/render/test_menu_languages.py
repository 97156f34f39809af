"""The menu speaks one language at a time: nothing of it stays English on a page in another language."""

import re

import pytest
from lxml import etree

from a11y_content.design.preferences import preferences
from a11y_content.html import Element
from a11y_content.rendering.menu import menu
from a11y_content.text import catalogues, direction

OTHERS = sorted(catalogues() - {"en"})
SPOKEN = (
    "aria-label",
    "title",
    "placeholder",
    "alt",
    "data-a11y-message",
    "data-a11y-low",
    "data-a11y-on",
    "data-a11y-off",
)
SAME = {"de": {"Sepia", "Standard"}, "es": {"Sepia"}, "fr": {"Standard"}}
"""Words that a language has in common with English."""
LATIN = re.compile(r"[A-Za-z]{2,}")
HOLE = re.compile(r"\{\w+\}")


def drawn(lang: str) -> Element:
    return menu(preferences(), lang, {})


def texts(element: Element) -> list[str]:
    """Everything of a form that is read or said, its `{names}` left out."""
    found = [str(text) for text in element.itertext()]
    found += [str(one.get(name)) for one in element.iter() for name in SPOKEN if one.get(name)]
    return [text.strip() for text in (HOLE.sub("", one) for one in found) if re.search(r"[^\W\d_]", text)]


def test_what_is_said_is_found_in_text_and_in_attributes() -> None:
    said = texts(drawn("en"))
    assert {"Open Accessibility Menu", "Text size", "Reset all", "Colours and contrast"} <= set(said)
    assert len(said) > 50


@pytest.mark.parametrize("lang", [*OTHERS, "pt-BR", "zh-CN", "ar-EG"])
def test_no_word_of_the_menu_is_left_in_english(lang: str) -> None:
    english = set(texts(drawn("en"))) - SAME.get(lang, set())
    said = texts(drawn(lang))
    assert len(said) == len(texts(drawn("en")))
    assert [text for text in said if text in english] == []


@pytest.mark.parametrize("lang", ["ar", "zh-Hans"])
def test_a_menu_in_another_script_has_no_latin_word(lang: str) -> None:
    assert [text for text in texts(drawn(lang)) if LATIN.search(text)] == []


@pytest.mark.parametrize("lang", [*OTHERS, "en", "zh-CN", "pt-BR"])
def test_a_menu_in_the_language_of_its_page_names_no_language(lang: str) -> None:
    assert [one.tag for one in drawn(lang).iter() if {"lang", "dir"} & {*one.keys()}] == []


def test_a_menu_without_a_catalogue_is_english_from_left_to_right() -> None:
    made = drawn("he")
    assert direction("he") == "rtl"
    assert (made.get("lang"), made.get("dir")) == ("en", "ltr")
    assert texts(made) == texts(drawn("en"))


@pytest.mark.parametrize("lang", OTHERS)
def test_a_language_changes_words_and_nothing_else(lang: str) -> None:
    """The form that the script finds is the same one, so that what is stored in one language holds in all."""

    def bare(element: Element) -> list[tuple[str, dict[str, str]]]:
        return [
            (str(one.tag), {k: v for k, v in one.attrib.items() if k not in SPOKEN})
            for one in element.iter(etree.Element)
        ]

    assert bare(drawn(lang)) == bare(drawn("en"))
