"""Importers of JSON: the NHS content API and StreamField, block by block, every word kept or told."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import a11y_content as a11y
from a11y_content.parsing import parse
from a11y_content.parsing.build import build_document
from a11y_content.parsing.importing import Imported, import_file, import_source
from a11y_content.parsing.importing.adapters import IMPORTERS
from a11y_content.parsing.importing.stream import HANDLERS
from a11y_content.parsing.source import clean
from a11y_content.parsing.writing import to_markdown
from a11y_content.problem import Level
from tests.examples import examples

FOREIGN = Path(__file__).parents[2] / "fixtures" / "foreign"
FILES = ["nhs-api.json", "nhs-api-list.json", "streamfield.json", "django-fixture.json"]


def imported(value: object, by: str = "") -> Imported:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    source, _ = clean("a.json", text)
    return import_source(source, Path("a.json"), lang="en", by=by)


def blocks(*given: dict[str, Any]) -> list[dict[str, Any]]:
    """Import blocks of a stream, and give the blocks of the page."""
    made = imported([{"id": str(number), **one} for number, one in enumerate(given)])
    assert [one.message for one in made.problems if one.code == "words-lost"] == []
    plain = made.documents[0][1].plain()
    assert isinstance(plain, dict)
    body: list[dict[str, Any]] = plain["body"]
    return body


def page(*parts: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"@type": "MedicalWebPage", "name": "Heel", "about": {"name": "Heel"}, "mainEntityOfPage": parts, **fields}


def told(made: Imported, code: str) -> list[str]:
    return [one.message for one in made.problems if one.code == code]


# ------------------------------------------------------------------------------------------------------ whole files
@pytest.mark.parametrize("name", FILES)
def test_what_is_imported_passes_the_check_and_reads_back(name: str) -> None:
    made = import_file(FOREIGN / name, lang="en")
    assert made.documents
    assert [one.line() for one in made.problems if one.level is Level.ERROR] == []
    for _, raw in made.documents:
        built, _ = build_document(raw, lang="en")
        again, problems = parse(to_markdown(raw), "markdown", "again.md", lang="en")
        assert again == built
        assert [one.line() for one in problems if one.level is Level.ERROR] == []


@pytest.mark.parametrize("name", FILES)
def test_every_problem_has_a_place_in_the_file(name: str) -> None:
    made = import_file(FOREIGN / name, lang="en")
    lines = (FOREIGN / name).read_text("utf-8").split("\n")
    for one in made.problems:
        assert 0 < one.where.line <= len(lines)
        assert 0 < one.where.column <= len(lines[one.where.line - 1]) + 1


def test_words_that_an_importer_drops_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(HANDLERS._things, "inset_text", lambda stream, value: stream.count(value))
    made = imported([{"type": "inset_text", "value": "Call us first"}, {"type": "richtext", "value": "<p>Rest.</p>"}])
    assert told(made, "words-lost") == ["these words are not in the document: call us first"]


@pytest.mark.parametrize("text", ["", "[]", "{}", "[[[", '{"a": NaN}', '{"kind": "page"}', "[1, 2]", '"a"'])
def test_a_json_file_that_is_none_of_them_is_one_problem(text: str) -> None:
    made = imported(text)
    assert made.documents == []
    assert [one.level for one in made.problems] == [Level.ERROR]


# ------------------------------------------------------------------------------------------------------ the NHS API
@pytest.mark.parametrize(
    ("name", "urgency"), [("non-urgent", "non-urgent"), ("urgent", "urgent"), ("immediate", "emergency")]
)
def test_the_words_for_urgency_are_those_of_the_source(name: str, urgency: str) -> None:
    block = {"@type": "WebPageElement", "name": name, "text": "<h3>See somebody if:</h3><p>It hurts.</p>"}
    (document,) = imported(page(block)).documents
    (care,) = document[1].plain()["body"]  # type: ignore[index, call-overload]
    assert (care["kind"], care["urgency"], care["title"]) == ("care", urgency, ["See somebody if:"])


def test_another_word_for_a_box_is_never_an_urgency() -> None:
    block = {"@type": "WebPageElement", "name": "red box", "text": "<p>It hurts.</p>"}
    made = imported(page(block))
    assert "care" not in json.dumps(made.documents[0][1].plain())
    assert told(made, "block-unknown") == ["the block `red box` is not known; its words were kept as text"]


def test_a_second_copy_is_not_written_twice_and_what_differs_is_kept() -> None:
    first = {"@type": "WebPageElement", "name": "markdown", "text": "<p>Rest your foot.</p>"}
    second = {"@type": "HealthTopicContent", "headline": "Rest", "hasPart": [first, {"text": "<p>Sit down.</p>"}]}
    section = {"@type": "WebPageElement", "name": "section heading", "headline": "Rest", "mainEntityOfPage": [first]}
    made = imported(page(section, hasPart=[second]))
    text = to_markdown(made.documents[0][1])
    assert text.count("Rest your foot.") == 1
    assert text.count("Sit down.") == 1
    assert len(told(made, "source-differs")) == 1
    assert told(made, "words-lost") == []
    assert told(imported(page(section, hasPart=[{**second, "hasPart": [first]}])), "source-differs") == []


def test_an_answer_of_a_server_is_a_problem_and_no_document() -> None:
    made = imported({"statusCode": 404, "message": "Resource not found"})
    assert made.documents == []
    assert told(made, "source-no-content") == [
        "a server answered 404: “Resource not found”; there is no content in this file"
    ]


def test_addresses_of_the_interface_become_those_of_the_website_and_are_told_once() -> None:
    base = "https://api.service.nhs.uk/nhs-website-content"
    links = [{"@type": "LinkRole", "name": f"P{n}", "url": f"{base}/p{n}/"} for n in range(3)]
    made = imported(page({"@type": "WebPageElement", "name": "markdown", "text": "<p>A.</p>"}, relatedLink=links))
    plain: Any = made.documents[0][1].plain()
    assert [one["href"] for one in plain["related"]] == [f"https://www.nhs.uk/p{n}/" for n in range(3)]
    assert len(told(made, "address-changed")) == 1


def test_names_of_columns_that_stand_in_every_cell_are_taken_out() -> None:
    table = (
        "<table><caption>Rest</caption><thead><tr><th>Week</th><th>Walks</th></tr></thead><tbody>"
        "<tr><td><span>Week</span> <p>1</p></td><td><span>Walks</span> <p>none</p></td></tr></tbody></table>"
    )
    made = imported(page({"@type": "WebPageElement", "name": "Table", "mainEntity": table}))
    plain: Any = made.documents[0][1].plain()
    assert plain["body"][0]["rows"] == [[["1"], ["none"]]]
    assert (len(told(made, "repair-table")), told(made, "words-lost")) == (1, [])


def test_fields_for_programs_are_told_once_with_their_words() -> None:
    made = imported(
        page({"@type": "WebPageElement", "name": "markdown", "text": "<p>A.</p>"}, keywords=["x", "y"], genre=["Z"])
    )
    assert told(made, "front-left-out") == ["fields for programs were left out: `genre: Z; keywords: x, y`"]


# ------------------------------------------------------------------------------------------------------ StreamField
@pytest.mark.parametrize(("kind", "urgency"), [("urgent", "urgent"), ("immediate", "emergency")])
def test_a_care_card_keeps_its_urgency(kind: str, urgency: str) -> None:
    (care,) = blocks({"type": "care_card", "value": {"type": kind, "title": "Go now:", "body": "<p>It hurts.</p>"}})
    assert (care["kind"], care["urgency"]) == ("care", urgency)


def test_a_card_whose_style_alone_tells_the_urgency_is_a_callout_and_told() -> None:
    stream = [{"type": "care_card", "value": {"type": "primary", "title": "See a GP if:", "body": "<p>It hurts.</p>"}}]
    made = imported(stream)
    plain: Any = made.documents[0][1].plain()
    assert (plain["body"][0]["kind"], plain["body"][0]["tone"]) == ("callout", "important")
    assert len(told(made, "urgency-unknown")) == 1


def test_a_card_that_says_non_urgent_in_words_is_one() -> None:
    (care,) = blocks({"type": "care_card", "value": {"type": "primary", "title": "Non-urgent:", "body": "<p>A.</p>"}})
    assert (care["kind"], care["urgency"]) == ("care", "non-urgent")


def test_blocks_after_a_heading_stand_in_its_section() -> None:
    (section,) = blocks({"type": "heading", "value": "Rest"}, {"type": "inset_text", "value": {"body": "<p>A.</p>"}})
    assert [one["kind"] for one in section["blocks"]] == ["callout"]


def test_typed_and_plain_tables() -> None:
    typed = {"columns": [{"type": "text", "heading": "Week"}], "rows": [{"values": ["1"]}], "caption": "Rest"}
    plain = {"data": [["Week", "Walks"], ["1", None]], "first_row_is_table_header": True, "table_caption": "Rest"}
    first, second = blocks({"type": "typed_table", "value": typed}, {"type": "table", "value": plain})
    assert (first["columns"], first["rows"]) == ([["Week"]], [[["1"]]])
    assert (second["columns"], second["rows"]) == ([["Week"], ["Walks"]], [[["1"], []]])


def test_an_unknown_block_keeps_the_streams_in_it() -> None:
    inner = [{"type": "inset_text", "value": {"body": "<p>A.</p>"}}]
    made = imported([{"type": "two_columns", "value": {"left": inner, "right": "<p>B.</p>"}}])
    plain: Any = made.documents[0][1].plain()
    assert [one["kind"] for one in plain["body"]] == ["callout", "paragraph"]
    assert told(made, "block-unknown") == [
        "the block `two_columns` at `body[0]` is not known; its words were kept as text"
    ]


@pytest.fixture
def own_blocks() -> Iterator[None]:
    before = dict(HANDLERS)
    yield
    HANDLERS._things = before


@pytest.mark.usefixtures("own_blocks")
def test_a_site_reads_its_own_block() -> None:
    @a11y.streamfield_block("opening_hours")
    def opening_hours(value: Any, page: Any) -> Any:
        rows = [{"term": one["day"], "blocks": page.html(one["hours"])} for one in value["days"]]
        return {"kind": "facts", "title": value["heading"], "rows": rows}

    value = {"heading": "Hours", "days": [{"day": "Monday", "hours": "<p>9 to <b>5</b></p>"}]}
    (facts,) = blocks({"type": "opening_hours", "value": value})
    strong = {"kind": "strong", "inlines": ["5"]}
    said = [{"kind": "paragraph", "inlines": ["9 to ", strong]}]
    assert facts == {"kind": "facts", "title": "Hours", "rows": [{"term": "Monday", "blocks": said}]}
    with pytest.raises(ValueError, match="registered twice"):
        a11y.streamfield_block("opening_hours")(opening_hours)


def test_a_fixture_gives_its_published_pages_and_shows_nothing_of_accounts() -> None:
    made = import_file(FOREIGN / "django-fixture.json", lang="en")
    assert [name for name, _ in made.documents] == ["your-visit", "your-visit/the-scan"]
    report = "\n".join(one.message for one in made.problems)
    assert "never-shown" not in report
    assert "“A draft” is not published" in report
    text = to_markdown(made.documents[0][1])
    assert "[the scan](your-visit/the-scan)" in text


def test_places_inside_a_string_inside_the_file_are_those_of_the_file() -> None:
    made = import_file(FOREIGN / "django-fixture.json", lang="en")
    (picture,) = [one for one in made.problems if one.code == "repair-picture"]
    line = (FOREIGN / "django-fixture.json").read_text("utf-8").split("\n")[picture.where.line - 1]
    assert line[picture.where.column - 1 :].startswith("<embed")


# ------------------------------------------------------------------------------------------------------ properties
_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="<>&"), max_size=12)
_NAMES = ["type", "value", "text", "title", "body", "heading", "rows", "@type", "name", "hasPart", "data", "url"]
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | _TEXT | st.sampled_from(["<p>a</p>", "<ul><li>b", "&amp;"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=4),
    max_leaves=12,
)


@examples(40)
@given(st.sampled_from(sorted(HANDLERS)), _JSON)
def test_a_block_of_any_shape_is_read_and_loses_no_word_in_silence(kind: str, value: object) -> None:
    made = imported([{"type": kind, "value": value}], by="streamfield")
    assert len(made.documents) == 1


@examples(40)
@given(_JSON, st.sampled_from(sorted(IMPORTERS)))
def test_json_of_any_shape_is_read_by_any_importer(value: object, by: str) -> None:
    imported(page(*[one for one in [value] if isinstance(one, dict)], hasPart=[value], keywords=value), by="nhs-api")
    imported(json.dumps(value), by=by)
