"""A document written as JSON reads back as the same document."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given

import a11y_content as a11y
from a11y_content.model.block import BLOCKS
from a11y_content.model.document import DOCUMENTS, Document
from a11y_content.model.inline import INLINES
from a11y_content.parsing import parse, parse_source, read_source
from a11y_content.parsing.writing import to_json
from tests.examples import examples
from tests.generated import documents

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for pattern in ("fixtures/blocks/*.md", "fixtures/inlines/*.md", "fixtures/text/*.txt", "examples/**/*.md")
    for path in ROOT.glob(pattern)
    if "broken" not in path.name and path.name != "README.md"
)


def document(path: Path) -> Document:
    source, _ = read_source(path)
    form = "text" if path.suffix == ".txt" else "markdown"
    made, _ = parse_source(source, form, lang="en", judge=False)
    assert made is not None, path
    return made


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_fixture_reads_back_from_its_json(path: Path) -> None:
    made = document(path)
    again, problems = parse(to_json(made), "json", "again.json")
    assert again == made
    assert not [one for one in problems if one.code.startswith(("json", "field", "kind", "date", "limit"))]


@examples(40, suppress_health_check=list(HealthCheck))
@given(documents())
def test_any_document_reads_back_from_its_json(made: Document) -> None:
    again, _ = parse(to_json(made), "json", "again.json")
    assert again == made


def test_load_reads_what_to_json_writes(tmp_path: Path) -> None:
    made = a11y.load(ROOT / "fixtures/blocks/care.md", lang="en")
    path = tmp_path / "care.json"
    path.write_text(a11y.to_json(made), "utf-8")
    assert a11y.load(path) == made


def test_what_says_no_more_than_its_default_is_left_out() -> None:
    made, _ = parse('{"kind": "page", "lang": "en", "title": "T", "summary": "", "body": "Words."}', "json")
    assert made is not None
    body = [{"kind": "paragraph", "inlines": "Words."}]
    assert json.loads(a11y.to_json(made)) == {"kind": "page", "lang": "en", "title": "T", "body": body}


def test_the_fixtures_have_every_kind() -> None:
    said = "".join(to_json(document(path)) for path in FILES)
    for kind in (*BLOCKS, *DOCUMENTS, *(kind for kind in INLINES if kind != "text")):
        assert f'"kind": "{kind}"' in said, kind
