"""One document, written by hand in four forms, is one model; and every place points into the file that was written."""

import datetime as dt
import html
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_content.model.block import BLOCKS, Block, walk
from a11y_content.model.document import DOCUMENTS, Document
from a11y_content.model.inline import INLINES, Inline, Text
from a11y_content.parsing import FORMATS, parse, read
from a11y_content.problem import Level, Problem, Spot

FOLDER = Path(__file__).parents[2] / "fixtures" / "doors"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
DOORS = {"markdown": ".md", "json": ".json", "html": ".html", "text": ".txt"}


def load(name: str, door: str) -> tuple[Document, list[Problem], list[str]]:
    path = FOLDER / (name + DOORS[door])
    text, problems = read(path, path.name)
    assert not problems
    document, problems = parse(text, door, path.name)
    assert document is not None, [one.line() for one in problems]
    return document, problems, text.split("\n")


def parts(document: Document) -> Iterator[object]:
    return (part for part, _ in walk(document))


def test_there_are_twelve_documents_and_four_doors() -> None:
    assert len(NAMES) >= 12
    assert set(DOORS) == set(FORMATS)
    for name in NAMES:
        assert all((FOLDER / (name + suffix)).is_file() for suffix in DOORS.values()), name
    assert {path.stem for path in FOLDER.iterdir()} == {*NAMES, "README"}


def test_together_they_have_every_kind_of_document_block_and_inline() -> None:
    documents = [load(name, "json")[0] for name in NAMES]
    found = {type(part) for one in documents for part in parts(one)}
    for registry in (DOCUMENTS, BLOCKS, INLINES):
        assert [kind for kind, cls in registry.items() if cls not in found] == []
    fields = {name for one in documents for name in one.__dataclass_fields__}
    assert {"review", "consent", "image", "translations", "glossary", "references", "breadcrumb"} <= fields


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("door", [door for door in DOORS if door != "json"])
def test_the_four_forms_are_one_document_without_an_error(name: str, door: str) -> None:
    expected, problems, _ = load(name, "json")
    assert [one.line() for one in problems if one.level is Level.ERROR] == []
    made, problems, _ = load(name, door)
    assert [one.line() for one in problems if one.level is Level.ERROR] == []
    for one in expected.__dataclass_fields__:
        if one != "spot":
            assert getattr(made, one) == getattr(expected, one), f"{one} through the door {door}"
    assert made == expected


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("door", ["markdown", "json"])
def test_where_nothing_is_guessed_nothing_is_told(name: str, door: str) -> None:
    _, problems, _ = load(name, door)
    assert [one.line() for one in problems if one.code.startswith(("guess", "repair", "html"))] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("door", DOORS)
def test_every_place_is_in_its_own_file_and_words_stand_where_they_are_said_to(name: str, door: str) -> None:
    document, problems, lines = load(name, door)
    seen = exact = 0
    for part in parts(document):
        spot = getattr(part, "spot", Spot())
        if not spot:
            continue
        assert spot.file == name + DOORS[door]
        assert 1 <= spot.line <= len(lines), part
        assert 1 <= spot.column <= len(lines[spot.line - 1]) + 1, part
        if isinstance(part, Text) and isinstance(part, Inline):
            words = part.text.split()
            here = html.unescape(lines[spot.line - 1][spot.column - 1 :])
            if words:
                seen += 1
                assert words[0] in here, (part.text, spot)
                exact += here.lstrip(' "').startswith(words[0])
        elif isinstance(part, Block) and door == "json":
            assert lines[spot.line - 1][spot.column - 1] in '{"', part
    assert seen
    assert exact >= seen * 0.8
    for one in problems:
        assert one.where.file == name + DOORS[door]
        assert 0 <= one.where.line <= len(lines)


def test_dates_are_dates_through_every_door() -> None:
    for door in DOORS:
        document, _, _ = load("mina", door)
        assert document.published == dt.date(2026, 2, 1)
