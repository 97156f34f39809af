"""Facts of schema.org 30.0, of what we write only; and a search for what does not fit them.

With the tables of schema.org at hand, test_json_ld.py holds these facts against them.
"""

import re
from typing import Any, Final

from a11y_content.rules.specialties import SPECIALTIES

Node = dict[str, Any]

TYPES: Final[dict[str, list[str]]] = {
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
    "BreadcrumbList": ["ItemList", "Intangible", "Thing"],
    "ItemList": ["Intangible", "Thing"],
    "ListItem": ["Intangible", "Thing"],
    "Person": ["Thing"],
    "MediaObject": ["CreativeWork", "Thing"],
    "VideoObject": ["MediaObject", "CreativeWork", "Thing"],
    "AudioObject": ["MediaObject", "CreativeWork", "Thing"],
    "ImageObject": ["MediaObject", "CreativeWork", "Thing"],
    "Quotation": ["CreativeWork", "Thing"],
}
"""The types that we write, and all that each inherits from."""
PROPERTIES: Final[dict[str, tuple[set[str], set[str]]]] = {
    "about": ({"CreativeWork", "DefinedTerm"}, {"Thing"}),
    "alternateName": ({"Thing"}, {"Text"}),
    "audienceType": ({"Audience"}, {"Text"}),
    "audio": ({"CreativeWork"}, {"AudioObject", "Clip", "MusicRecording"}),
    "author": ({"CreativeWork"}, {"Organization", "Person"}),
    "breadcrumb": ({"WebPage"}, {"BreadcrumbList", "Text"}),
    "caption": ({"AudioObject", "ImageObject", "VideoObject"}, {"MediaObject", "Text"}),
    "citation": ({"CreativeWork"}, {"CreativeWork", "Text"}),
    "code": ({"MedicalEntity"}, {"MedicalCode"}),
    "codeValue": ({"MedicalCode"}, {"Text"}),
    "codingSystem": ({"MedicalCode"}, {"Text"}),
    "contentUrl": ({"MediaObject"}, {"URL"}),
    "dateModified": ({"CreativeWork"}, {"Date", "DateTime"}),
    "datePublished": ({"CreativeWork"}, {"Date", "DateTime"}),
    "description": ({"Thing"}, {"Text", "TextObject"}),
    "encodingFormat": ({"CreativeWork", "MediaObject"}, {"Text", "URL"}),
    "hasPart": ({"CreativeWork"}, {"CreativeWork"}),
    "headline": ({"CreativeWork"}, {"Text"}),
    "image": ({"Thing"}, {"ImageObject", "URL"}),
    "inLanguage": ({"CreativeWork"}, {"Language", "Text"}),
    "isPartOf": ({"CreativeWork"}, {"CreativeWork", "URL"}),
    "item": ({"ListItem"}, {"Thing"}),
    "itemListElement": ({"ItemList"}, {"ListItem", "Text", "Thing"}),
    "jobTitle": ({"Person"}, {"DefinedTerm", "Text"}),
    "lastReviewed": ({"WebPage"}, {"Date"}),
    "mainEntity": ({"CreativeWork"}, {"Thing"}),
    "medicalAudience": ({"MedicalWebPage"}, {"MedicalAudience", "MedicalAudienceType"}),
    "name": ({"Thing"}, {"Text"}),
    "position": ({"CreativeWork", "ListItem"}, {"Integer", "Text"}),
    "possibleTreatment": (
        {"MedicalCondition", "MedicalSignOrSymptom"},
        {"Drug", "DrugClass", "LifestyleModification", "MedicalTherapy"},
    ),
    "relevantSpecialty": ({"MedicalEntity"}, {"MedicalSpecialty"}),
    "reviewedBy": ({"WebPage"}, {"Organization", "Person"}),
    "riskFactor": ({"MedicalCondition"}, {"MedicalRiskFactor"}),
    "signOrSymptom": ({"MedicalCondition"}, {"MedicalSignOrSymptom"}),
    "specialty": ({"WebPage"}, {"Specialty"}),
    "spokenByCharacter": ({"Quotation"}, {"Organization", "Person"}),
    "text": ({"CreativeWork"}, {"Text"}),
    "thumbnailUrl": ({"CreativeWork"}, {"URL"}),
    "transcript": ({"AudioObject", "VideoObject"}, {"Text"}),
    "typicalTest": ({"MedicalCondition"}, {"MedicalTest"}),
    "url": ({"Thing"}, {"URL"}),
    "video": ({"CreativeWork"}, {"Clip", "VideoObject"}),
}
"""The properties that we write: the types that have them, and the types of their values."""


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
        case {"@id": address} if address.startswith("https://schema.org/"):
            return bool({"MedicalSpecialty", "Specialty"} & ranges) and address.rpartition("/")[2] in SPECIALTIES
        case {"@id": address}:
            return "Thing" in ranges and address.startswith(("https://", "http://"))
        case int():
            return "Integer" in ranges
        case str():
            dated = re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None
            address = value.startswith(("https://", "http://"))
            return bool(ranges & ({"Text"} | ({"Date"} if dated else set()) | ({"URL"} if address else set())))
        case _:
            return False


def used(nodes: list[Node]) -> tuple[set[str], set[str]]:
    """The types and properties that some data use, at any depth."""
    types: set[str] = set()
    properties: set[str] = set()
    stack: list[Any] = list(nodes)
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(value)
        elif isinstance(value, dict):
            types |= {value["@type"]} if "@type" in value else set()
            properties |= {name for name in value if not name.startswith("@")}
            stack.extend(value.values())
    return types, properties
