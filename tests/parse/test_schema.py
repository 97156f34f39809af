"""JSON Schema of content in a standard validator: good content validates, planted faults fail, the builder agrees."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from a11y_content.cli.schema_command import SCHEMAS
from a11y_content.model.document import DOCUMENTS, Document
from a11y_content.model.raw import Raw
from a11y_content.parsing import parse_source, read_source
from a11y_content.parsing.build import build_document
from a11y_content.parsing.markdown import markdown_to_raw
from a11y_content.parsing.schema import document_schema, front_schema, kind_schema
from a11y_content.parsing.source import Source
from a11y_content.parsing.writing import to_tree
from a11y_content.parsing.yaml_front import read_yaml, split_front
from a11y_content.problem import Level
from a11y_content.site.schema import site_schema
from tests.examples import examples
from tests.generated import documents

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for pattern in ("fixtures/blocks/*.md", "fixtures/inlines/*.md", "examples/clinic/**/*.md")
    for path in ROOT.glob(pattern)
    if "broken" not in path.name
)
JSON = sorted((ROOT / "fixtures/doors").glob("*.json"))
FRONT = sorted(ROOT.glob("fixtures/doors/*.md")) + FILES
FRONT = [path for path in FRONT if path.name != "README.md"]
CHECK = Draft202012Validator.FORMAT_CHECKER


def validator(schema: dict[str, Any]) -> Draft202012Validator:
    return Draft202012Validator(schema, format_checker=CHECK)


DOCUMENT = validator(document_schema())
KINDS = {kind: validator(kind_schema(kind)) for kind in DOCUMENTS}
FRONT_MATTER = validator(front_schema())
SITE = validator(site_schema())


def faults(check: Draft202012Validator, value: object) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in check.iter_errors(value)]


def document(path: Path) -> Document:
    source, _ = read_source(path)
    made, _ = parse_source(source, lang="en", judge=False)
    assert made is not None
    return made


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_one(name: str) -> None:
    schema = SCHEMAS[name]()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    said = json.dumps(schema)
    for one in schema.get("$defs", {}):
        assert f'"#/$defs/{one}"' in said, one


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_good_content_validates_as_json_and_as_what_its_door_gives(path: Path) -> None:
    tree = to_tree(document(path))
    assert faults(KINDS[tree["kind"]], tree) == []
    source, _ = read_source(path)
    raw, _ = markdown_to_raw(source)
    assert faults(DOCUMENT, raw.plain()) == []


@pytest.mark.parametrize("path", FRONT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_front_matter_of_good_content_validates(path: Path) -> None:
    source, _ = read_source(path)
    end, _, _ = split_front(source)
    raw, problems = read_yaml(source.text[:end], source.name)
    assert not problems
    assert raw is not None
    assert faults(FRONT_MATTER, raw.plain()) == []


@pytest.mark.parametrize("path", JSON, ids=lambda path: path.name)
def test_json_written_by_hand_validates(path: Path) -> None:
    assert faults(DOCUMENT, json.loads(path.read_text("utf-8"))) == []


def test_the_example_site_validates_and_a_wrong_one_does_not() -> None:
    good = tomllib.loads((ROOT / "examples/clinic/site.toml").read_text("utf-8"))
    assert faults(SITE, good) == []
    assert faults(SITE, {**good, "redirects": [{"from": "/old.html", "to": "about.md"}]}) == []
    for wrong in (
        {"titel": "x"},
        {"nav": "x"},
        {"languages": {"es": {"nam": "x"}}},
        {"preferences": ["txt"]},
        {"kind": "x"},
        {"redirects": [{"from": "/old.html"}]},
    ):
        assert faults(SITE, {**good, **wrong}), wrong
    assert faults(SITE, {"lang": "en"})


CARE = {"kind": "care", "urgency": "urgent", "title": "Call if", "blocks": "Words."}
PAGE = {"kind": "page", "lang": "en", "title": "T", "body": [CARE]}


@pytest.mark.parametrize(
    "wrong",
    [
        {**PAGE, "bodi": 1},
        {**PAGE, "kind": "pag"},
        {"kind": "page", "body": []},
        {**PAGE, "body": [{**CARE, "urgency": "urgentt"}]},
        {**PAGE, "body": [{**CARE, "kind": "caer"}]},
        {**PAGE, "body": [{**CARE, "colour": "red"}]},
        {**PAGE, "body": [{"kind": "care", "urgency": "urgent", "title": "x"}]},
        {**PAGE, "body": [{**CARE, "title": [{"kind": "bold", "inlines": "x"}]}]},
        {**PAGE, "body": ["a paragraph"]},
        {**PAGE, "review": {"last": "2026-13-01"}},
        {**PAGE, "review": {"last": "1 May 2026"}},
        {**PAGE, "lang": "english language"},
        {**PAGE, "title": None},
        {**PAGE, "glossary": [{"short": "MRI"}]},
        {**PAGE, "body": [{"kind": "list", "items": ["a"], "ordered": "yes"}]},
        {**PAGE, "body": [{"kind": "list", "items": [{"text": "a"}]}]},
    ],
)
def test_a_planted_fault_fails_and_the_builder_says_so_too(wrong: dict[str, Any]) -> None:
    assert faults(DOCUMENT, PAGE) == []
    assert faults(DOCUMENT, wrong)
    assert any(one.level is Level.ERROR for one in build_document(raw(wrong), lang="en")[1])


@pytest.mark.parametrize(
    "items", [["a"], [["a", {"kind": "em", "inlines": "b"}]], [{"kind": "em", "inlines": "b"}], [{"inlines": 7}], [7]]
)
def test_short_forms_validate_and_build(items: list[Any]) -> None:
    page = {**PAGE, "summary": None, "body": {"kind": "list", "items": items}}
    assert faults(DOCUMENT, page) == []
    assert build_document(raw(page))[1] == []


def raw(value: Any) -> Raw:
    if isinstance(value, dict):
        return Raw({name: raw(one) for name, one in value.items()})
    return Raw([raw(one) for one in value]) if isinstance(value, list) else Raw(value)


# -------------------------------------------------------------------------------------------------- mutated documents
VALUES = st.sampled_from(
    [None, True, False, 0, -3, "", "x", "page", "care", "2026-01-31", "2026-1-31", "en", "e", [], ["x"],
     ["x", "y"], [None], [7], [[]], {}, {"kind": "strong", "inlines": "x"}, {"kind": "paragraph", "inlines": "x"},
     {"kind": "x"}, {"href": "x"}, {"text": "x"}, [{"kind": "text", "text": "x"}],
     [{"kind": "strong", "inlines": []}, "y"]]
)  # fmt: skip
NAMES = st.sampled_from(
    ["kind", "title", "titel", "text", "lang", "inlines", "blocks", "items", "href", "zz", "urgency"]
)


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every (holder, key) of a tree."""
    found, stack = [], [value]
    while stack:
        one = stack.pop()
        keys = list(one) if isinstance(one, dict) else range(len(one)) if isinstance(one, list) else ()
        found += [(one, key) for key in keys]
        stack += [one[key] for key in keys]
    return found


@examples(60, suppress_health_check=list(HealthCheck))
@given(documents(), st.data())
def test_the_builder_and_the_validator_agree_on_mutated_documents(made: Document, data: st.DataObject) -> None:
    tree = json.loads(json.dumps(to_tree(made)))
    holder, key = data.draw(st.sampled_from(_places(tree)))
    how = data.draw(st.sampled_from(["set", "add", "drop"]))
    if holder is tree and key == "kind":
        return  # without a kind the folder decides, which a schema cannot see
    if how == "drop" and isinstance(holder, dict):
        del holder[key]
    elif how == "add" and isinstance(holder, dict):
        holder[data.draw(NAMES)] = data.draw(VALUES)
    else:
        holder[key] = data.draw(VALUES)
    _, problems = parse_source(Source("x.json", json.dumps(tree)), "json", lang="en", judge=False)
    refused = [one for one in problems if one.level is Level.ERROR]
    assert bool(faults(DOCUMENT, tree)) == bool(refused), (tree, [one.message for one in refused])
