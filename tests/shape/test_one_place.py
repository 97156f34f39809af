"""What is added in one place is known everywhere: importers, rules, doors, formats of pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import a11y_content as a11y
from a11y_content import rules
from a11y_content.model.raw import Raw
from a11y_content.model.site import DOCUMENT_SUFFIXES
from a11y_content.parsing import FORMATS, Format, format_of
from a11y_content.parsing.importing import IMPORTERS, Imported, Opened, import_file
from a11y_content.problem import NOWHERE, Level, Problem
from a11y_content.rules.survey import RULES, Survey, rule
from a11y_content.site.pictures import RASTERS
from a11y_content.site.rasters import _FORMATS
from tools.imports import importers


def declared(folder: Path, sign: str) -> list[str]:
    """Give the names behind a decorator, in all files of a folder."""
    return [name for file in folder.rglob("*.py") for name in re.findall(sign, file.read_text("utf-8"), re.MULTILINE)]


def test_every_importer_that_is_written_is_registered(root: Path) -> None:
    found = declared(root / "a11y_content/parsing/importing", r'^@importer\(\s*"([\w-]+)"')
    assert len(found) >= 7
    assert sorted(found) == sorted(IMPORTERS)


def test_an_importer_is_a_function_with_its_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(IMPORTERS, "_things", dict(IMPORTERS))

    @a11y.importer("leaflet", suffixes=(".leaf",))
    def leaflets(opened: Opened) -> Imported:
        """Leaflets of a clinic."""
        fields = {"kind": "page", "title": "Leaflet", "body": opened.source.text}
        return Imported([("leaflet", Raw({name: Raw(value) for name, value in fields.items()}))])

    (tmp_path / "a.leaf").write_text("Words.\n")
    made = import_file(tmp_path / "a.leaf", lang="en")
    assert [(name, made.problems) for name, _ in made.documents] == [("leaflet", [])]
    assert "| `leaflet` | `.leaf` | Leaflets of a clinic. |" in importers()


@pytest.fixture
def shouting() -> Iterator[Callable[[Survey], Iterator[Problem]]]:
    @rule
    def loud(survey: Survey) -> Iterator[Problem]:
        if survey.document.heading.isupper():
            yield Problem(code="title-loud", message="loud", where=survey.document.spot or NOWHERE, level=Level.REVIEW)

    yield loud
    del RULES._things["loud"]


def test_every_rule_that_is_written_is_registered(root: Path) -> None:
    found = declared(root / "a11y_content/rules", r"^@rule\ndef (\w+)\(")
    assert len(found) >= 20
    assert sorted(found) == sorted(RULES)


@pytest.mark.usefixtures("shouting")
def test_a_rule_is_a_function_and_judges_through_every_way(tmp_path: Path) -> None:
    text = "---\ntitle: WORDS\nsummary: Words.\nlang: en\n---\n\nWords.\n"
    (tmp_path / "a.md").write_text(text)
    (tmp_path / "site.toml").write_text('title = "Clinic"\nlang = "en"\nbase_url = "https://clinic.example"\n')
    document, problems = a11y.parse(text)
    assert document is not None
    for found in (problems, rules.check(document), a11y.build(tmp_path, tmp_path.with_name("out")).problems):
        assert [one.code for one in found] == ["title-loud"]


def test_the_doors_say_what_a_document_is() -> None:
    assert {suffix for one in FORMATS.values() for suffix in one.suffixes} == set(DOCUMENT_SUFFIXES)


def test_a_door_is_a_row_with_a_function(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FORMATS, "leaflet", Format((".leaf",), FORMATS["markdown"].door))
    assert format_of("a.LEAF") == "leaflet"
    document, problems = a11y.parse("---\ntitle: T\nsummary: S.\nlang: en\n---\n\nWords.\n", format="leaflet")
    assert (document is not None, problems) == (True, [])


def test_a_link_finds_a_document_of_every_door(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('title = "Clinic"\nlang = "en"\nbase_url = "https://clinic.example"\n')
    head = "---\ntitle: {}\nsummary: S.\n---\n\n"
    links = []
    for suffix in DOCUMENT_SUFFIXES:
        name = suffix.removeprefix(".")
        text = f'{{"kind": "page", "title": "{name}", "summary": "S.", "body": "Words."}}'
        (tmp_path / f"{name}{suffix}").write_text(text if suffix == ".json" else f"{head.format(name)}Words.\n")
        links.append(f"[To {name}]({name}.html)")
    (tmp_path / "links.md").write_text(head.format("Links") + ", ".join(links) + ".\n")
    made = a11y.build(tmp_path, tmp_path.with_name("out"))
    assert [one for one in made.problems if one.level is not Level.REVIEW] == []
    assert len(made.written) > len(DOCUMENT_SUFFIXES)


def test_the_formats_of_pictures_are_those_that_can_be_made() -> None:
    assert set(_FORMATS.values()) | {".jpeg"} == RASTERS
