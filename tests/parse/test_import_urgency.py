"""How soon to get care: what a source says in words is kept, and what only sounds loud is never lowered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from a11y_content.parsing.importing import Imported, import_source
from a11y_content.parsing.source import Source
from a11y_content.parsing.urgency import loud_word, said_urgency
from a11y_content.parsing.writing import WRITERS
from a11y_content.problem import Level


def read(name: str, text: str) -> tuple[str, Imported]:
    made = import_source(Source(name, text), Path(name), lang="en")
    return "\n".join(WRITERS["md"](raw) for _, raw in made.documents), made


def codes(made: Imported) -> list[str]:
    return [one.code for one in made.problems]


def nhs(*parts: object) -> str:
    aspect = {"@type": "HealthTopicContent", "name": "symptoms", "headline": "Check if", "hasPart": list(parts)}
    return json.dumps({"@type": "MedicalWebPage", "name": "Colds", "hasPart": [aspect]})


@pytest.mark.parametrize(
    ("words", "urgency"),
    [
        ("Urgent advice: Ask for help", "urgent"),
        ("Non-urgent advice: See someone", "non-urgent"),
        ("Immediate action required: Call", "emergency"),
        ("Advice on urgent matters", ""),
    ],
)
def test_urgency_is_read_from_words_at_the_beginning(words: str, urgency: str) -> None:
    assert said_urgency(words)[0] == urgency


def test_loud_words_are_whole_words() -> None:
    assert loud_word("alert_box") == "alert"
    assert loud_word("Warnung") == "warnung"
    assert not loud_word("healthcare")


def test_aspects_of_the_nhs_api_are_sections_and_their_cards_stay_urgent() -> None:
    card = {
        "@type": "WebPageElement",
        "name": "panel",
        "headline": "Urgent advice: Ring us if",
        "text": "<p>it hurts</p>",
    }
    text, made = read("page.json", nhs({"@type": "WebPageElement", "name": "markdown", "text": "<p>A cold.</p>"}, card))
    assert "## Check if\n\nA cold.\n" in text
    assert ":::{care} urgent Ring us if\nit hurts\n:::" in text
    assert "guess-advice" in codes(made)
    assert not [one for one in made.problems if one.level is Level.ERROR]


def test_a_block_of_the_nhs_api_that_sounds_urgent_stands_out_and_is_told() -> None:
    card = {"@type": "WebPageElement", "name": "care_card", "headline": "Ring us", "text": "<p>if it hurts</p>"}
    text, made = read("page.json", nhs(card))
    assert ":::{callout} important Ring us\nif it hurts\n:::" in text
    assert {"block-unknown", "urgency-unknown"} <= set(codes(made))


def test_a_block_of_wagtail_that_sounds_urgent_stands_out_and_another_does_not() -> None:
    loud = {"type": "danger_box", "value": {"heading": "Stop", "text": "<p>Do not drive.</p>"}}
    quiet = {"type": "fun_fact", "value": {"heading": "Bones", "text": "<p>There are 206.</p>"}}
    text, made = read("page.json", json.dumps([loud, quiet]))
    assert ":::{callout} important Stop\nDo not drive.\n:::" in text
    assert "Bones\n\nThere are 206." in text
    assert codes(made).count("urgency-unknown") == 1


def test_what_is_folded_in_a_care_card_is_opened_and_elsewhere_it_stays() -> None:
    fold = "<details><summary>What we mean</summary><p>You cannot speak.</p></details>"
    card = f"<div class=card><h2>Immediate action required: Call 999 if</h2><p>you choke</p><div>{fold}</div></div>"
    text, made = read("page.html", f"<h1>T</h1><p>Text.</p>{fold}{card}")
    assert "you choke\n\nWhat we mean\n\nYou cannot speak.\n:::" in text
    assert ":::{details} What we mean" in text
    assert codes(made).count("repair-care") == 1
    assert not [one for one in made.problems if one.level is Level.ERROR]


def test_the_hidden_word_of_a_note_is_no_loss() -> None:
    hidden = "<span class='nhsuk-u-visually-hidden'>Information: </span>"
    text, made = read("page.html", f"<h1>T</h1><div class='nhsuk-inset-text'>{hidden}<p>It goes away.</p></div>")
    assert ":::{callout} note\nIt goes away.\n:::" in text
    assert not codes(made)


def test_a_player_without_a_title_takes_the_heading_above_it_and_its_files_are_told() -> None:
    text, made = read("page.html", "<h1>T</h1><h2>Breathing</h2><p>Look.</p><video src='a.mp4' controls></video>")
    assert ":::{media} video Breathing" in text
    assert {"guess-media-title", "picture-copy"} <= set(codes(made))


def test_a_player_with_a_title_keeps_it() -> None:
    text, made = read("page.html", "<h1>T</h1><p>Look.</p><video src='a.mp4' title='Breathe out' controls></video>")
    assert ":::{media} video Breathe out" in text
    assert "guess-media-title" not in codes(made)


def test_a_script_in_a_string_of_html_has_no_words() -> None:
    _, made = read("page.json", json.dumps([{"type": "raw_html", "value": "<p>A</p><script>alert(1)</script>"}]))
    assert "words-lost" not in codes(made)


def test_alerts_of_github_are_callouts_and_a_quotation_stays_one() -> None:
    text, made = read("page.md", "> [!WARNING]\n> Babies dry out fast.\n\n> [!TIP]\n> Sip often.\n\n> Words [!so].\n")
    assert ":::{callout} important Warning\nBabies dry out fast.\n:::" in text
    assert ":::{callout} note Tip\nSip often.\n:::" in text
    assert "> Words" in text
    assert codes(made).count("urgency-unknown") == 1
