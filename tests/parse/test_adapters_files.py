"""Importers of XML and of manifest trees, the registry, and the names that imported documents get."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import a11y_content as a11y
from a11y_content.model.raw import Raw, node
from a11y_content.parsing import parse
from a11y_content.parsing.build import build_document
from a11y_content.parsing.importing import Imported, import_file, import_source
from a11y_content.parsing.importing.adapters import IMPORTERS, Opened, found_for, named
from a11y_content.parsing.importing.folders import import_all
from a11y_content.parsing.importing.names import free, safe, slug
from a11y_content.parsing.source import Source, clean
from a11y_content.parsing.writing import to_markdown
from a11y_content.problem import Level, UsageError
from tests.examples import examples

FOREIGN = Path(__file__).parents[2] / "fixtures" / "foreign"
HEEL = FOREIGN / "manifest" / "conditions" / "heel-pain" / "manifest.json"


def told(made: Imported, code: str) -> list[str]:
    return [one.message for one in made.problems if one.code == code]


def xml(answer: str, head: str = "") -> Imported:
    text = (
        f'<?xml version="1.0"?>{head}<Document source="S" url="https://s.example/"><Focus>Heel</Focus><QAPairs><QAPair>'
        f"<Question>What is it ?</Question><Answer>{answer}</Answer></QAPair></QAPairs></Document>"
    )
    source, _ = clean("a.xml", text)
    return import_source(source, Path("a.xml"), lang="en")


def section(made: Imported) -> list[Any]:
    plain: Any = made.documents[0][1].plain()
    blocks: list[Any] = plain["sections"][0]["blocks"]
    return blocks


@pytest.mark.parametrize("path", [HEEL, FOREIGN / "medquad.xml"], ids=["manifest", "medquad"])
def test_what_is_imported_passes_the_check_and_reads_back(path: Path) -> None:
    made = import_file(path, lang="en")
    assert [one.line() for one in made.problems if one.level is Level.ERROR] == []
    ((_, raw),) = made.documents
    built, _ = build_document(raw, lang="en")
    again, problems = parse(to_markdown(raw), "markdown", "again.md", lang="en")
    assert again == built
    assert [one.line() for one in problems if one.level is Level.ERROR] == []


# ------------------------------------------------------------------------------------------------------ MedQuAD
def test_lists_and_paragraphs_that_were_flattened_come_back() -> None:
    made = xml("Signs are:    - a cold foot    -\n   a white foot         Rest helps.    Walk little.")
    assert [one["kind"] for one in section(made)] == ["paragraph", "list", "paragraph", "paragraph"]
    assert [one["inlines"] for one in section(made)[1]["items"]] == [["a cold foot"], ["a white foot"]]


def test_a_dash_in_a_sentence_begins_no_list() -> None:
    assert [one["kind"] for one in section(xml("Rest - a lot of it - helps."))] == ["paragraph"]


def test_places_in_xml_are_exact_behind_entities_and_letters_of_two_bytes() -> None:
    made = xml("é &amp; é call +44 20 7946 0000")
    (found,) = [one for one in made.problems if one.code == "guess-link"]
    text = '<?xml version="1.0"?><Document source="S" url="https://s.example/"><Focus>Heel</Focus><QAPairs><QAPair>'
    text += "<Question>What is it ?</Question><Answer>é &amp; é call "
    assert (found.where.line, found.where.column) == (1, len(text) + 1 - len("amp;"))


def test_an_answer_that_is_empty_is_told() -> None:
    assert told(xml(""), "repair-empty") == ["the question “What is it?” has no answer; it was left out"]


LAUGHS = '<!DOCTYPE z [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE z [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("head", "answer"), [(LAUGHS, "&b;"), (OUTSIDE, "&a;"), ('<!DOCTYPE z SYSTEM "https://x.example/z.dtd">', "a")]
)
def test_document_types_and_entities_are_refused_before_they_are_read(head: str, answer: str) -> None:
    made = xml(answer, head)
    assert [one.code for one in made.problems] == ["xml-doctype"]
    assert made.documents == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<Document><QAPairs>", "xml-syntax"),
        ("<Document>&nothing;<QAPairs/></Document>", "xml-syntax"),
        ("<Document><QAPairs>" + "<a>" * 200 + "</a>" * 200 + "</QAPairs></Document>", "limit-depth"),
        ("<other/>", "import-unknown"),
    ],
)
def test_xml_that_cannot_be_read_is_one_located_problem(text: str, code: str) -> None:
    made = import_source(Source("a.xml", text), Path("a.xml"), lang="en")
    assert [one.code for one in made.problems] == [code]
    assert made.problems[0].where.line == 1


@examples(40)
@given(st.text(st.sampled_from("ab .-•:\n1é"), max_size=60))
def test_no_word_of_an_answer_is_lost(answer: str) -> None:
    assert told(xml(answer), "words-lost") == []


# ------------------------------------------------------------------------------------------------------ manifests
def manifest(folder: Path, *main: dict[str, Any], **fields: Any) -> Imported:
    path = folder / "manifest.json"
    path.write_text(json.dumps({"title": "Heel", "content": {"main": main}, **fields}), "utf-8")
    return import_file(path, lang="en")


def component(kind: str, **props: Any) -> dict[str, Any]:
    return {"type": kind, "props": props}


@pytest.mark.parametrize("variant", ["severe", "alert", "attention", "info", "urgent", "red"])
def test_a_variant_is_never_an_urgency(tmp_path: Path, variant: str) -> None:
    text = component("text", value="## Call us if:\n\n- it hurts")
    made = manifest(tmp_path, component("callout", variant=variant, children=[text]))
    plain: Any = made.documents[0][1].plain()
    assert (plain["body"][0]["kind"], plain["body"][0]["tone"]) == ("callout", "important")
    assert len(told(made, "urgency-unknown")) == 1


@pytest.mark.parametrize("name", ["../a.md", "/etc/passwd", "b/a.md", "..", "a\\b.md", "c:a.md", "none.md"])
def test_parts_come_from_the_folder_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.md").write_text("Outside.", "utf-8")
    folder = tmp_path / "page"
    folder.mkdir()
    made = manifest(folder, component("text", value=f"!file={name}"), component("text", value="Inside."))
    assert len(told(made, "include-refused")) == 1
    assert "Outside" not in to_markdown(made.documents[0][1])


def test_a_part_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("Secret.", "utf-8")
    folder = tmp_path / "page"
    folder.mkdir()
    (folder / "a.md").symlink_to(tmp_path / "secret.md")
    made = manifest(folder, component("text", value="!file=a.md"), component("text", value="Inside."))
    assert len(told(made, "include-refused")) == 1
    assert "Secret" not in "\n".join(one.message for one in made.problems) + to_markdown(made.documents[0][1])


def test_the_parts_of_the_example() -> None:
    made = import_file(HEEL, lang="en")
    text = to_markdown(made.documents[0][1])
    assert made.documents[0][0] == "heel-pain"
    for said in (
        ":::{callout} important Go to A&E if:",
        ":::{advice} do Do",
        ":::{advice} dont Don’t",
        ":::{details} How to fold a cold pack",
        "### To keep it cool",
        "Does it hurt at night?",
        '{short: "A&E", expansion: "Accident and Emergency"}',
    ):
        assert said in text
    assert told(made, "part-unused") == [
        "`left-over.md` lies in the folder, but no component names it; it was not imported"
    ]
    assert told(made, "block-unknown") == ["the component `quiz` is not known"]
    assert {path.name for path in made.parts} == {"main-1.md", "callout-emergency.md", "do.md", "dont.md"}


def test_the_tree_of_folders_stays_and_parts_are_no_documents() -> None:
    batch = import_all([FOREIGN / "manifest"], lang="en")
    assert sorted(batch.documents) == ["conditions/heel-pain", "conditions/heel-pain/night-splint"]


# ------------------------------------------------------------------------------------------------------ registry
def test_each_importer_says_what_it_reads() -> None:
    assert {"markdown", "text", "html", "nhs-api", "streamfield", "manifest", "medquad"} <= set(IMPORTERS)
    assert all(one.about.endswith(".") and one.suffixes for one in IMPORTERS.values())


def test_an_unknown_importer_is_refused_with_the_near_one() -> None:
    with pytest.raises(UsageError, match="no importer 'nhs_apis'; did you mean 'nhs-api'"):
        named("nhs_apis")


@pytest.fixture
def own_importers() -> Iterator[None]:
    before = dict(IMPORTERS)
    yield
    IMPORTERS._things = before


@pytest.mark.usefixtures("own_importers")
def test_a_site_reads_its_own_files_by_one_function_and_one_registration() -> None:
    @a11y.importer("leaflet", suffixes=(".json",), sniff=lambda opened: "leaflet" in opened.fields())
    def read(opened: Opened) -> Imported:
        """Leaflets."""
        said = opened.fields()["leaflet"]
        body = Raw([node("paragraph", said.spot, inlines=[said])], said.spot)
        return Imported([("leaflet", node("page", said.spot, title="Leaflet", body=body))])

    source, _ = clean("a.json", '{"leaflet": "Rest.", "lost": "Walk."}')
    made = import_source(source, Path("a.json"), lang="en")
    assert made.documents[0][0] == "leaflet"
    assert told(made, "words-lost") == ["these words are not in the document: walk"]
    found = found_for(Opened(Path("b.json"), Source("b.json", '{"title": "A", "content": {}}')))
    assert found is None


# ------------------------------------------------------------------------------------------------------ names
@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("conditions/asthma", "conditions/asthma"),
        ("../../etc/passwd", "etc/passwd"),
        ("a/./b//c", "a/b/c"),
        ("con", "con-page"),
        ("LPT1.x", "LPT1-page.x"),
        ("a:b?c", "a-b-c"),
        ("ends.", "ends"),
        (" .hidden", "hidden"),
        ("", "document"),
        ("Ärzte & Co", "Ärzte & Co"),
    ],
)
def test_names_are_made_such_that_every_system_keeps_them(given: str, kept: str) -> None:
    assert safe(given) == kept


@given(st.text(max_size=300))
def test_no_name_leads_out_or_is_too_long(name: str) -> None:
    for part in safe(name).split("/"):
        assert 0 < len(part.encode()) < 200
        assert part.strip(". ")
    assert "/" not in slug(name)


def test_two_documents_never_get_one_name() -> None:
    taken: set[str] = set()
    assert [free(name, taken) for name in ("a", "A", "a", "é", "e\u0301")] == ["a", "A-2", "a-3", "é", "e\u0301-2"]


def test_links_follow_the_documents_that_got_other_names(tmp_path: Path) -> None:
    text = (FOREIGN.parent / "text" / "scraped.txt").read_text("utf-8")
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    batch = import_all([tmp_path / "a.txt", tmp_path / "b.txt"], lang="en")
    second = [name for name in batch.documents if name.endswith("-2")]
    assert second
    for name in second:
        assert name in to_markdown(batch.documents["b"])
        assert name not in to_markdown(batch.documents["a"])
        assert '"../b"' in to_markdown(batch.documents[name])
    assert len([one for one in batch.problems if one.code == "name-changed"]) == len(second)
