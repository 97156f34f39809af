"""The languages that `languages.css` names are those of CLDR that are written in its scripts."""

import re

import langcodes
import pytest
from babel.localedata import locale_identifiers

from a11y_content.rendering.styles import package_file
from a11y_content.text.language import script

CURSIVE = {"Arab", "Aran", "Mand", "Mong", "Nkoo", "Phag", "Rohg", "Syrc"}
"""Scripts whose letters join (CSS Text 4, appendix of cursive scripts)."""
SQUARES = {"Hans", "Hant", "Jpan", "Bopo"}


def tags(scripts: set[str]) -> set[str]:
    """What `:lang()` has to name: the language where these scripts are its usual ones, else language and script."""
    found = set()
    for locale in locale_identifiers():
        tag = langcodes.Language.get(locale.replace("_", "-")).maximize()
        if tag.script in scripts:
            usual = script(tag.language) in scripts
            found.add(tag.language if usual else f"{tag.language}-{tag.script}")
    return found


def named(declaration: str) -> set[str]:
    """The languages of the rules with a declaration."""
    css = re.sub(r"/\*.*?\*/", "", package_file("languages.css"), flags=re.DOTALL)
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", css)
    return {tag for selector, body in rules if declaration in body for tag in re.findall(r":lang\(([^)]+)\)", selector)}


def test_no_letters_that_join_are_spaced() -> None:
    assert tags(CURSIVE) - named("letter-spacing: normal") == set()


def test_no_letters_that_stand_apart_lose_their_space() -> None:
    assert {tag for tag in named("letter-spacing: normal") if script(tag) not in CURSIVE} == set()


@pytest.mark.parametrize("declaration", ["--a11y-slant: normal", "max-inline-size: 40em", "line-break: strict"])
def test_characters_in_squares_have_rules_of_their_own(declaration: str) -> None:
    assert tags(SQUARES) - named(declaration) == set()
