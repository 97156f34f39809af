"""Structured data: only properties that schema.org has, on types that have them, with values of its kinds."""

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from a11y_content.model.document import Code, Condition, Document, Index, LinkItem, Page, Story
from a11y_content.model.site import Site
from a11y_content.rendering import render
from tests.render.reading import Read

# Facts of schema.org 30.0: the types that a type inherits from, and for each property its domains and ranges.
TYPES = {
    "MedicalWebPage": ["WebPage", "CreativeWork", "Thing"],
    "CollectionPage": ["WebPage", "CreativeWork", "Thing"],
    "WebPage": ["CreativeWork", "Thing"],
    "Article": ["CreativeWork", "Thing"],
    "CreativeWork": ["Thing"],
    "MedicalCondition": ["MedicalEntity", "Thing"],
    "MedicalSymptom": ["MedicalSignOrSymptom", "MedicalCondition", "MedicalEntity", "Thing"],
    "MedicalTest": ["MedicalEntity", "Thing"],
    "MedicalTherapy": ["TherapeuticProcedure", "MedicalProcedure", "MedicalEntity", "Thing"],
    "MedicalRiskFactor": ["MedicalEntity", "Thing"],
    "MedicalCode": ["CategoryCode", "MedicalIntangible", "MedicalEntity", "Thing"],
    "MedicalAudience": ["Audience", "PeopleAudience", "Thing"],
    "BreadcrumbList": ["ItemList", "Thing"],
    "ItemList": ["Thing"],
    "ListItem": ["Thing"],
    "Person": ["Thing"],
}
PROPERTIES = {
    "about": ({"CreativeWork"}, {"Thing"}),
    "alternateName": ({"Thing"}, {"Text"}),
    "audienceType": ({"Audience"}, {"Text"}),
    "author": ({"CreativeWork"}, {"Organization", "Person"}),
    "breadcrumb": ({"WebPage"}, {"BreadcrumbList"}),
    "citation": ({"CreativeWork"}, {"CreativeWork", "Text"}),
    "code": ({"MedicalEntity"}, {"MedicalCode"}),
    "codeValue": ({"MedicalCode"}, {"Text"}),
    "codingSystem": ({"MedicalCode"}, {"Text"}),
    "dateModified": ({"CreativeWork"}, {"Date"}),
    "datePublished": ({"CreativeWork"}, {"Date"}),
    "description": ({"Thing"}, {"Text"}),
    "headline": ({"CreativeWork"}, {"Text"}),
    "inLanguage": ({"CreativeWork"}, {"Text"}),
    "isPartOf": ({"CreativeWork"}, {"CreativeWork"}),
    "item": ({"ListItem"}, {"URL"}),
    "itemListElement": ({"ItemList"}, {"ListItem"}),
    "jobTitle": ({"Person"}, {"Text"}),
    "lastReviewed": ({"WebPage"}, {"Date"}),
    "mainEntity": ({"CreativeWork"}, {"Thing"}),
    "medicalAudience": ({"MedicalWebPage"}, {"MedicalAudience"}),
    "name": ({"Thing"}, {"Text"}),
    "position": ({"ListItem", "CreativeWork"}, {"Integer"}),
    "possibleTreatment": ({"MedicalCondition"}, {"MedicalTherapy"}),
    "relevantSpecialty": ({"MedicalEntity"}, {"MedicalSpecialty"}),
    "reviewedBy": ({"WebPage"}, {"Organization", "Person"}),
    "riskFactor": ({"MedicalCondition"}, {"MedicalRiskFactor"}),
    "signOrSymptom": ({"MedicalCondition"}, {"MedicalSignOrSymptom"}),
    "specialty": ({"WebPage"}, {"MedicalSpecialty"}),
    "typicalTest": ({"MedicalCondition"}, {"MedicalTest"}),
    "url": ({"Thing"}, {"URL"}),
}


def family(kind: str) -> set[str]:
    return {kind, *TYPES[kind]}


def misfits(node: dict, place: str = "") -> list[str]:
    """The properties of a node and of all nodes in it that schema.org does not know there."""
    found = []
    for name, value in node.items():
        if name in {"@context", "@type"}:
            continue
        here = f"{place}/{node['@type']}.{name}"
        domains, ranges = PROPERTIES[name]
        if not domains & family(node["@type"]):
            found.append(f"{here}: not a property of it")
        for one in value if isinstance(value, list) else [value]:
            if not fits(one, ranges):
                found.append(f"{here}: {one!r}")
            if isinstance(one, dict) and "@type" in one:
                found.extend(misfits(one, here))
    return found


def fits(value: object, ranges: set[str]) -> bool:
    match value:
        case {"@type": kind}:
            return bool(ranges & family(kind))
        case {"@id": address}:
            return "MedicalSpecialty" in ranges and address.startswith("https://schema.org/")
        case int():
            return "Integer" in ranges
        case str():
            dated = re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None
            address = value.startswith("https://")
            return bool(ranges & ({"Text"} | ({"Date"} if dated else set()) | ({"URL"} if address else set())))
        case _:
            return False


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
    assert steps[-1]["item"] == "https://clinic.example/conditions/neck-pain.html"


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
