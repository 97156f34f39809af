"""The search for interface strings sees every way of saying them, and finds what a catalogue gets wrong."""

from pathlib import Path

import pytest

from tests.text.strings_tool import strings

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n'


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package that says three strings."""
    files = {
        "design/preferences.py": 'ROW = Preference(label="Tone", auto="Auto", options=[Option(label="7%")])',
        "rendering/menu.py": 'say(lang, "Told by {person}")',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "text" / "locales").mkdir(parents=True)
    return tmp_path


def translate(package: Path, lang: str, **messages: str) -> None:
    told = "".join(f'\nmsgid "{msgid.replace("_", " ")}"\nmsgstr "{text}"\n' for msgid, text in messages.items())
    (package / "text" / "locales" / f"{lang}.po").write_text(HEADER + told, "utf-8")


def test_it_sees_all_ways_of_saying() -> None:
    source = """
HIDDEN: dict[str, str] = {"a": "One"}
draw.say(HIDDEN[it.tone]); say(lang, "Two"); draw.say("Three" if x else "Four", a=1); draw.told("8")
def f(lang):
    words = "Nine"
    return say(lang, words)
draw.sentence("p", None, "Five {a}", a=1); draw.words("Six"); words(it.title); draw.heading(it.title or draw.say("7th"))
"""
    assert set(strings.said_in(source)) == {"One", "Two", "Three", "Four", "Five {a}", "Six", "7th", "8", "Nine"}


def test_it_sees_rows_options_and_presets_of_the_table_before_they_can_be_imported() -> None:
    source = """
from nowhere import Preset
ROW = Preference(name="a", label="Row", auto="As it is", options=tuple(Option(label=f"{n}%") for n in (1, 2)))
PRESETS = (Preset(name="calm", label="Calm" if x else "Quiet", sets={}),)
"""
    assert set(strings.labels_in(source)) == {"Row", "As it is", "Calm", "Quiet"}


def test_the_code_says_what_the_contract_asks_for() -> None:
    said = strings.msgids()
    assert {"Open Accessibility Menu", "Urgent advice:", "Text size", "Page last reviewed: {date}"} <= said
    assert not {one for one in said if one.endswith("%")}


def test_a_missing_a_stale_and_a_differing_string_are_found(package: Path) -> None:
    complete = {"Tone": "Ton", "Auto": "Auto", "Told_by_{person}": "Von {person}"}
    translate(package, "de", **complete)
    assert strings.faults(package) == []
    translate(package, "fr", Auto="Auto", Tone="", **{"Told_by_{person}": "{who}", "Gone": "Parti"})
    assert strings.missing(package) == {"fr": {"Tone"}}
    assert strings.stale(package) == {"fr": {"Gone"}}
    assert strings.differing(package) == {"fr": {"Told by {person}"}}
    assert strings.faults(package) == [
        "text/locales/fr.po lacks a translation of “Tone”",
        "text/locales/fr.po translates what nobody says: “Gone”",
        "text/locales/fr.po fills in other names in “Told by {person}”",
    ]


def test_a_fuzzy_translation_counts_as_none(package: Path) -> None:
    translate(package, "zh_Hans", Tone="a", Auto="b", **{"Told_by_{person}": "{person}"})
    file = package / "text" / "locales" / "zh_Hans.po"
    file.write_text(file.read_text("utf-8").replace('msgid "Tone"', '#, fuzzy\nmsgid "Tone"'), "utf-8")
    assert strings.missing(package) == {"zh-Hans": {"Tone"}}
