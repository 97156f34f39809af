"""The plain-text door: each heuristic fires on its shape, not on what only looks like it, and says what it guessed."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from a11y_content.model.raw import Raw
from a11y_content.parsing import parse
from a11y_content.parsing.importing.words import missing, raw_words, source_words, told_words
from a11y_content.parsing.source import Source, clean, read_source
from a11y_content.parsing.text import TextReading, read_text, text_to_raw
from a11y_content.problem import Level, Problem
from tests.examples import examples

TEXTS = Path(__file__).parents[2] / "fixtures" / "text"


def read(text: str, *, kind: str = "", separate: bool = False) -> TextReading:
    return read_text(Source("draft.txt", text), kind=kind, lang="en", separate=separate, address="draft")


def body(reading: TextReading) -> list[dict[str, object]]:
    made = reading.document.plain()
    assert isinstance(made, dict)
    return [*made.get("lede", []), *made.get("sections", []), *made.get("body", [])]


def field(reading: TextReading, name: str) -> object:
    made = reading.document.plain()
    assert isinstance(made, dict)
    return made.get(name)


def told(problems: Iterable[Problem], code: str) -> list[int]:
    """The lines that a kind of problem was told of."""
    return [problem.where.line for problem in problems if problem.code == code]


def shapes(blocks: list[dict[str, object]]) -> list[object]:
    """Kinds of blocks, with the title and the inside of sections."""
    return [
        (str(one["title"][0]), shapes(one["blocks"])) if one["kind"] == "section" else one["kind"]  # type: ignore[index, arg-type]
        for one in blocks
    ]


# --------------------------------------------------------------------------------------------------------- whole texts
def test_a_scraped_page_becomes_a_condition_with_sections_and_stories() -> None:
    source, _ = read_source(TEXTS / "scraped.txt")
    made = read_text(source, lang="en", separate=True, address="scraped")
    assert field(made, "kind") == "condition"
    assert field(made, "name") == "Sacroiliac Joint Pain"
    assert field(made, "subtitle") == "Pain Where the Spine Meets the Pelvis"
    assert str(field(made, "summary")).endswith("on one side of the lower back.")
    assert shapes(body(made)) == [
        "paragraph", "paragraph", "paragraph",
        ("Symptoms", ["paragraph", "list"]),
        ("Diagnosis", ["paragraph", "list"]),
        ("Living with Sacroiliac Joint Pain", ["paragraph"]),
        ("Steps Forward, One Day at a Time", ["paragraph", "teasers"]),
    ]  # fmt: skip
    assert [name for name, _ in made.stories] == ["stories/nadia-k", "stories/otto-b", "stories/lucas"]


def test_every_guess_of_a_scraped_page_has_its_line() -> None:
    source, _ = read_source(TEXTS / "scraped.txt")
    made = read_text(source, lang="en", separate=True, address="scraped")
    lines = {problem.code: told(made.problems, problem.code) for problem in made.problems}
    assert lines == {
        "left-out-control": [1], "guess-title": [3], "guess-kind": [3], "guess-subtitle": [5], "guess-summary": [7],
        "guess-section-title": [14, 21, 26], "guess-list": [16, 23], "guess-link": [26, 26], "guess-heading": [28],
        "guess-stories": [32, 36, 40], "repair-punctuation": [34, 34, 38, 42], "story-incomplete": [34, 38, 42],
    }  # fmt: skip
    assert all(problem.level in {Level.REVIEW, Level.WARNING} for problem in made.problems)


def test_a_story_file_has_name_words_and_the_way_back() -> None:
    source, _ = read_source(TEXTS / "scraped.txt")
    name, story = read_text(source, lang="en", separate=True, address="scraped").stories[0]
    text = "12 years of dancing ended when the joint gave way under Nadia K. She could …"
    assert name == "stories/nadia-k"
    assert story.plain() == {
        "kind": "story", "title": "Nadia K.'s Story", "person": {"display": "Nadia K."}, "lang": "en", "summary": text,
        "conditions": ["../scraped"], "body": [{"kind": "paragraph", "inlines": [text]}],
    }  # fmt: skip


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.name)
def test_a_text_file_of_a_site_passes_the_check(path: Path) -> None:
    document, problems = parse(path.read_text("utf-8"), "text", path.name, lang="en")
    assert document is not None
    assert [problem.line() for problem in problems if problem.level is Level.ERROR] == []


@pytest.mark.parametrize("separate", [False, True])
@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.name)
def test_no_word_of_a_text_is_lost(path: Path, *, separate: bool) -> None:
    source, _ = read_source(path)
    assert lost(source, read_text(source, separate=separate)) == []


def lost(source: Source, made: TextReading) -> list[tuple[int, list[str]]]:
    trees: list[Raw] = [made.document, *(story for _, story in made.stories)]
    return missing(source_words(source.text, markdown=False), raw_words(trees) + told_words(made.problems))


def test_line_ends_of_windows_make_no_difference() -> None:
    text = (TEXTS / "scraped.txt").read_text("utf-8")
    unix, windows = clean("a.txt", text)[0], clean("a.txt", text.replace("\n", "\r\n"))[0]
    assert text_to_raw(unix)[0].plain() == text_to_raw(windows)[0].plain()


# ------------------------------------------------------------------------------------------------------------ controls
@pytest.mark.parametrize(
    "line",
    [
        "Open Accessibility Menu", "Accessibility options", "Skip to main content", "Accept all cookies", "Back to top",
        "This website uses cookies to make your visit better.", "Abrir el menú de accesibilidad",
    ],
)  # fmt: skip
def test_a_control_of_the_old_page_is_left_out_and_told(line: str) -> None:
    made = read(f"Title\n\nSome text here.\n\n{line}\n\nMore text here.")
    assert shapes(body(made)) == ["paragraph", "paragraph"]
    (problem,) = [one for one in made.problems if one.code == "left-out-control"]
    assert line in problem.message
    assert problem.where.line == 5


@pytest.mark.parametrize(
    "line",
    ["The accessibility menu of a website helps some people.", "Cookies are high in sugar.", "Accessibility matters."],
)
def test_a_sentence_about_controls_stays(line: str) -> None:
    made = read(f"Title\n\nSome text here.\n\n{line}")
    assert shapes(body(made)) == ["paragraph", "paragraph"]
    assert told(made.problems, "left-out-control") == []


# ----------------------------------------------------------------------------------------------------- title, subtitle
def test_the_first_line_is_the_title() -> None:
    made = read("Visiting the garden\n\nIt is open.")
    assert field(made, "title") == "Visiting the garden"
    assert told(made.problems, "guess-title") == [1]


@pytest.mark.parametrize(
    "text", ["- one\n- two", "This is a whole sentence with many words in it, and no title at all."]
)
def test_without_a_title_the_name_of_the_file_is_taken_and_no_word_is(text: str) -> None:
    made = read(text)
    assert field(made, "title") == "draft"
    assert len(body(made)) == 1
    assert "the name of the file" in made.problems[0].message


@pytest.mark.parametrize("line", ["What is it?", "Symptoms", "It is a full sentence that ends.", "- a list"])
def test_a_heading_or_a_sentence_is_no_subtitle(line: str) -> None:
    made = read(f"Neck pain\n\n{line}\n\nThe neck hurts, and it is stiff.", kind="condition")
    assert field(made, "subtitle") is None
    assert told(made.problems, "guess-subtitle") == []


# ------------------------------------------------------------------------------------------------------- kind, summary
def test_a_text_on_symptoms_and_treatment_is_a_condition() -> None:
    text = "Gout\n\nGout is a condition.\n\nSymptoms\n\nThe pain comes at night.\n\nTreatment\n\nA doctor can treat it."
    assert field(read(text), "kind") == "condition"


def test_a_text_on_a_garden_is_a_page() -> None:
    assert field(read((TEXTS / "page.txt").read_text("utf-8")), "kind") == "page"


def test_a_kind_that_is_known_is_not_guessed() -> None:
    made = read("Gardens\n\nThey are green.\n\nThey are open to all.", kind="condition")
    assert field(made, "kind") == "condition"
    assert told(made.problems, "guess-kind") == []
    assert shapes(body(made)) == ["paragraph", ("About Gardens", ["paragraph"])]


def test_initials_and_titles_do_not_end_the_summary() -> None:
    made = read("Pain\n\nDr. Amsel met John R. at noon. He was in pain. It was late.\n\nHe left.", kind="condition")
    assert field(made, "summary") == "Dr. Amsel met John R. at noon. He was in pain."


# ------------------------------------------------------------------------------------------------------------ sections
def test_a_wide_gap_and_a_lead_in_open_a_section() -> None:
    made = read("A\n\nFirst of all.\n\nSecond.\n\n\nThe causes of it are not known to anybody.")
    assert shapes(body(made)) == ["paragraph", "paragraph", ("Causes", ["paragraph"])]
    assert told(made.problems, "guess-section-title") == [8]


def test_a_lead_in_without_a_gap_opens_none() -> None:
    made = read("A\n\nFirst of all.\n\nThe causes of it are not known to anybody.")
    assert shapes(body(made)) == ["paragraph", "paragraph"]


def test_a_gap_without_a_lead_in_is_told_and_opens_none() -> None:
    made = read("A\n\nFirst of all.\n\nSecond.\n\n\nOne fine morning all of the causes became clear.")
    assert shapes(body(made)) == ["paragraph", "paragraph", "paragraph"]
    assert told(made.problems, "guess-gap") == [8]


def test_gaps_that_are_usual_in_a_text_mean_nothing() -> None:
    made = read("A\n\n\nFirst of all.\n\n\nThe causes of it are not known.\n\n\nThird.")
    assert shapes(body(made)) == ["paragraph", "paragraph", "paragraph"]


def test_a_short_line_above_text_is_a_heading() -> None:
    made = read("A\n\nSome text.\n\nWhat helps\n\nRest helps, and so does warmth.")
    assert shapes(body(made)) == ["paragraph", ("What helps", ["paragraph"])]
    assert told(made.problems, "guess-heading") == [5]


@pytest.mark.parametrize("line", ["It ends with a stop.", "these words begin small", "It leads in:", "12 345"])
def test_a_short_line_that_is_a_sentence_is_no_heading(line: str) -> None:
    made = read(f"A\n\nSome text.\n\n{line}\n\nRest helps, and so does warmth.")
    assert shapes(body(made)) == ["paragraph", "paragraph", "paragraph"]


def test_a_short_line_at_the_end_is_no_heading() -> None:
    assert shapes(body(read("A\n\nSome text.\n\nGoodbye"))) == ["paragraph", "paragraph"]


# --------------------------------------------------------------------------------------------------------------- lines
def test_wrapped_lines_are_joined() -> None:
    source, _ = read_source(TEXTS / "wrapped.txt")
    first = body(read_text(source))[0]
    assert str(first["inlines"][0]).endswith("wrapped by hand at seventy columns, as people do in mails.")  # type: ignore[index]


def test_lines_of_an_address_stay_apart() -> None:
    made = read("A\n\nSome text.\n\nHarbor Example Clinic\n12 Quay Street\nExampletown")
    assert shapes(body(made)) == ["paragraph"] * 4
    assert told(made.problems, "guess-lines") == [5]


def test_doubled_stops_are_repaired_and_told_at_their_column() -> None:
    made = read("A\n\nIt hurt John R.. Then it did not.")
    assert body(made)[0]["inlines"] == ["It hurt John R. Then it did not."]
    (problem,) = [one for one in made.problems if one.code == "repair-punctuation"]
    assert (problem.where.line, problem.where.column) == (3, 15)


def test_three_stops_stay() -> None:
    assert body(read("A\n\nWait ... and see."))[0]["inlines"] == ["Wait ... and see."]


# ----------------------------------------------------------------------------------------------------------- at random
PIECES = st.sampled_from(
    [
        "Open Accessibility Menu", "Skip to content", "Ana B.'s Story", "It began ... Read Full Story", "2) six",
        "", "", "", "The symptoms of it are:", "  • one", "- two", "o three", "  o four", "1. five",
        "    deeper 7", "\ttab", "=====", "## Eight", "nine..", "me@x.example", "+1 555 010 0100",
        "https://x.example/a_b?c", "A long line " * 12, "Ten", "eleven", "Was heißt",
    ]
)  # fmt: skip
ANY = st.one_of(st.text(max_size=200), st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=25).map("\n".join))


@examples(150)
@given(text=ANY, kind=st.sampled_from(["", "condition", "story", "page", "index"]), separate=st.booleans())
def test_any_text_is_read_and_keeps_its_words(text: str, kind: str, *, separate: bool) -> None:
    source, _ = clean("any.txt", text)
    made = read_text(source, kind=kind, lang="en", separate=separate, address="any")
    assert lost(source, made) == []


@examples(60)
@given(text=ANY)
def test_the_door_never_raises(text: str) -> None:
    parse(text, "text", "any.txt", lang="en")


def test_a_long_text_of_many_guesses_tells_few_of_them() -> None:
    made = read("Title\n\n" + "Heading\n\nSome text that goes on.\n\n" * 3000)
    assert len(told(made.problems, "guess-heading")) == 51
    assert "2,950 more" in made.problems[-1].message


def test_a_guessed_link_is_told_where_it_stands() -> None:
    _, problems = parse("Neck pain\n\nSee https://example.org/neck for more.\n", format="text", lang="en")
    assert [(p.where.line, p.where.column) for p in problems if p.code == "guess-link"] == [(3, 5)]
