"""Structured data: only properties that schema.org has, on types that have them, with values of its kinds."""

import csv
import datetime as dt
import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from a11y_content.blocks.media import Media, Track
from a11y_content.blocks.paragraph import Paragraph
from a11y_content.model.document import (
    Code,
    Condition,
    Consent,
    Document,
    Index,
    LinkItem,
    Page,
    Story,
)
from a11y_content.model.inline import plain
from a11y_content.model.site import Site
from a11y_content.parsing import parse
from a11y_content.rendering import render
from a11y_content.rendering.address import Place
from a11y_content.rendering.json_ld import json_ld
from a11y_content.rendering.navigation import breadcrumb
from a11y_content.rendering.page import data as page_data
from a11y_content.rules.specialties import SPECIALTIES
from a11y_content.site.survey import survey
from tests.render.reading import Read
from tests.render.schemaorg_facts import PROPERTIES, TYPES, misfits, used


@pytest.fixture
def data(site: Site, tree: Read) -> Callable[..., dict]:
    def read(document: Document, path: str, **options: object) -> dict:
        html = tree(render(document, options.get("site", site), path=path, source=path.replace(".html", ".md")))
        return json.loads(html.one("script", type="application/ld+json").text)

    return read


def test_every_property_belongs_to_its_type(
    condition: Condition, story: Story, index: Index, page: Page, data: Callable[..., dict]
) -> None:
    full = replace(
        condition,
        tests=("MRI",),
        treatments=("Exercise",),
        risk_factors=("Desk work",),
        codes=(Code(value="M54.2", system="ICD-10-CM"),),
        audience="clinician",
    )
    assert misfits(data(full, "conditions/neck-pain.html")) == []
    assert misfits(data(story, "stories/ana.html")) == []
    assert misfits(data(index, "conditions.html")) == []
    assert misfits(data(page, "about.html")) == []


def test_a_condition_is_a_medical_page_about_it(condition: Condition, data: Callable[..., dict]) -> None:
    made = data(condition, "conditions/neck-pain.html")
    assert made["@type"] == "MedicalWebPage"
    assert made["url"] == "https://clinic.example/conditions/neck-pain.html"
    assert made["about"]["@type"] == "MedicalCondition"
    assert made["about"]["signOrSymptom"] == [{"@type": "MedicalSymptom", "name": "Stiff neck"}]
    assert made["lastReviewed"] == "2026-01-31"
    assert made["citation"] == [
        {"@type": "CreativeWork", "name": "A study of necks", "url": "https://example.org/study"}
    ]


def test_the_steps_of_the_breadcrumb_count_from_one(condition: Condition, data: Callable[..., dict]) -> None:
    steps = data(condition, "conditions/neck-pain.html")["breadcrumb"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert [step["name"] for step in steps] == ["Home", "Conditions A to Z", "Neck pain"]
    assert steps[-1]["item"] == {"@id": "https://clinic.example/conditions/neck-pain.html"}


def test_a_story_is_an_article_and_never_a_review(story: Story, data: Callable[..., dict]) -> None:
    made = data(story, "stories/ana.html")
    assert made["@type"] == "Article"
    assert made["author"] == {"@type": "Person", "name": "Ana R."}
    assert made["about"] == [{"@type": "MedicalCondition", "name": "Neck pain"}]


def test_an_index_lists_what_it_shows(index: Index, data: Callable[..., dict]) -> None:
    listed = data(replace(index, items=(LinkItem(href="/stories/ana.md"),)), "conditions.html")["mainEntity"]
    names = [one["name"] for one in listed["itemListElement"]]
    assert sorted(names) == ["Ana walks again", "Back pain", "Neck pain", "Épaule"]


def test_without_a_base_there_are_no_addresses(condition: Condition, site: Site, data: Callable[..., dict]) -> None:
    assert "url" not in data(condition, "conditions/neck-pain.html", site=replace(site, base_url=""))


def test_the_script_holds_no_character_that_could_end_it(page: Page) -> None:
    text = str(render(replace(page, title="</script><!-- & \u2028")))
    data = text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not set("<>&\u2028\u2029") & set(data)
    assert json.loads(data)["name"] == "</script><!-- & \u2028"


FOLDERS = ("blocks", "inlines", "good")


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_fixture_has_a_property_outside_its_domain(root: Path, folder: str, site: Site) -> None:
    found = {}
    for path in sorted((root / "fixtures" / folder).glob("*.md")):
        document, _ = parse(path.read_text("utf-8"), name=path.name)
        if document is not None:
            found[path.name] = misfits(json.loads(json_ld(document, Place(site=site, path="a.html", source="a.md"))))
    assert len(found) > 10
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_the_demo_site_uses_every_fact_and_breaks_none(
    root: Path, condition: Condition, story: Story, site: Site
) -> None:
    content = survey(root / "examples" / "clinic")
    told = Place(site=site, path="stories/ana.html", source="stories/ana.md")
    nodes = [everything(condition, site), json.loads(json_ld(story, told))]
    for source, parsed in content.parsed.items():
        document = parsed.document
        assert document is not None
        entry = content.site.entries[source]
        place = Place(site=content.site, path=entry.path, source=source)
        nodes.append(json.loads(page_data(document, place, breadcrumb(document, place))))
    assert [wrong for node in nodes for wrong in misfits(node)] == []
    types, properties = used(nodes)
    assert set(PROPERTIES) - properties == set()
    assert set(TYPES) - types == set()


def everything(condition: Condition, site: Site) -> dict:
    """The data of a page with every field that structured data knows."""
    film = Media(
        media="video",
        title=plain("A stretch"),
        src="stretch.mp4",
        poster="stretch.png",
        captions=(Track(src="stretch.vtt"),),
        transcript=(Paragraph(inlines=plain("Turn your head.")),),
    )
    full = replace(
        condition,
        lede=(film, replace(film, media="audio", captions=())),
        tests=("MRI",),
        treatments=("Exercise",),
        risk_factors=("Desk work",),
        codes=(Code(value="M54.2", system="ICD-10-CM"),),
        published=dt.date(2026, 1, 31),
    )
    names = ("stretch.mp4", "stretch.png", "stretch.vtt")
    files = MappingProxyType({f"conditions/{name}": f"conditions/{name}" for name in names})
    place = Place(site=replace(site, files=files), path="conditions/neck-pain.html", source="conditions/neck-pain.md")
    return json.loads(json_ld(full, place))


def test_a_film_comes_with_captions_and_the_words_of_its_transcript(condition: Condition, site: Site) -> None:
    (film,) = everything(condition, site)["video"]
    assert film["@type"] == "VideoObject"
    assert film["contentUrl"] == "https://clinic.example/conditions/stretch.mp4"
    assert film["encodingFormat"] == "video/mp4"
    assert film["transcript"] == "Turn your head."
    assert film["caption"][0]["contentUrl"] == "https://clinic.example/conditions/stretch.vtt"
    assert film["thumbnailUrl"] == "https://clinic.example/conditions/stretch.png"
    (recording,) = everything(condition, site)["audio"]
    assert recording["@type"] == "AudioObject"
    assert "caption" not in recording


def test_a_film_without_words_is_no_data(condition: Condition, site: Site) -> None:
    film = Media(media="video", title=plain("A stretch"), src="stretch.mp4")
    assert "video" not in json.loads(json_ld(replace(condition, lede=(film,)), Place(site=site)))


def test_a_story_s_quote_is_a_quotation_of_the_name_that_is_shown(story: Story, data: Callable[..., dict]) -> None:
    person = {"@type": "Person", "name": "Ana R."}
    said = {"@type": "Quotation", "text": "Every week a little more", "spokenByCharacter": person}
    assert data(story, "stories/ana.html")["hasPart"] == said
    assert "hasPart" not in data(replace(story, quote=""), "stories/ana.html")


def test_the_pages_of_a_guide_know_each_other(condition: Condition, site: Site) -> None:
    entries = dict(site.entries)
    hub, part = "conditions/neck-pain.md", "conditions/back-pain.md"
    entries[hub] = replace(
        entries[hub], parts=(("conditions/neck-pain.html", "About"), ("conditions/back-pain.html", ""))
    )
    entries[part] = replace(entries[part], guide="conditions/neck-pain.html")
    known = replace(site, entries=MappingProxyType(entries))
    first = json.loads(json_ld(condition, Place(site=known, path="conditions/neck-pain.html", source=hub)))
    assert first["hasPart"] == [  # itself is none of its parts
        {"@type": "WebPage", "name": "Back pain", "url": "https://clinic.example/conditions/back-pain.html"}
    ]
    second = json.loads(json_ld(condition, Place(site=known, path="conditions/back-pain.html", source=part)))
    assert second["isPartOf"]["name"] == "Neck pain"
    assert "hasPart" not in second


def test_an_unknown_specialty_is_left_out(condition: Condition, data: Callable[..., dict]) -> None:
    assert "specialty" not in data(replace(condition, specialty="PainManagement"), "conditions/neck-pain.html")


def test_nobody_claims_conformance_or_stars(condition: Condition, story: Story, site: Site) -> None:
    text = (
        json_ld(condition, Place(site=site)) + json_ld(story, Place(site=site)) + json.dumps(PROPERTIES, default=list)
    )
    assert not re.search("accessib|Review\\b|Rating|FAQPage", text)


def test_consent_is_in_no_output(story: Story, site: Site) -> None:
    consent = Consent(scope="only-in-the-file", given=dt.date(2025, 3, 17), expires=dt.date(2031, 8, 19))
    html = str(render(replace(story, consent=consent), site, path="stories/ana.html", source="stories/ana.md"))
    assert "consent" not in html
    assert "only-in-the-file" not in html
    for date in (consent.given, consent.expires):
        assert str(date) not in html
        assert f"{date:%B} {date.day}" not in html
        assert f"{date.day} {date:%B}" not in html


TABLES = os.environ.get("A11Y_CORPORA", "")


@pytest.mark.skipif(not TABLES, reason="A11Y_CORPORA names no folder with the tables of schema.org")
def test_the_facts_are_those_of_schema_org() -> None:
    folder = Path(TABLES) / "schemaorg"
    with (folder / "properties.tsv").open(encoding="utf-8", newline="") as file:
        theirs = {row["property"]: row for row in csv.DictReader(file, delimiter="\t")}
    for name, (domains, ranges) in PROPERTIES.items():
        assert set(theirs[name]["domain"].split()) == domains, name
        assert set(theirs[name]["range"].split()) == ranges, name
    with (folder / "types.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    above = {row["type"]: set(row["subTypeOf"].split()) for row in rows}
    for name, ancestors in TYPES.items():
        assert above[name] <= set(ancestors), name
    assert {row["type"] for row in rows if row["enumerationtype"] == "MedicalSpecialty"} == SPECIALTIES
