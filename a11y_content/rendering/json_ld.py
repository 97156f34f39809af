"""Structured data (schema.org 30.0): what a page is about, for machines. From fields that say it, never from prose."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final

from a11y_content.model.document import Condition, Document, Index, Story
from a11y_content.model.inline import words
from a11y_content.rendering.address import Place, public

Node = dict[str, Any]
"""A JSON object of JSON-LD."""

_ESCAPES: Final = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
_AUDIENCE: Final = {"patient": "Patient", "clinician": "Clinician"}


def json_ld(
    document: Document,
    place: Place,
    *,
    crumbs: Sequence[tuple[str, str]] = (),
    listed: Iterable[tuple[str, str]] = (),
) -> str:
    """Give the JSON-LD text of a page, safe inside a `script` element.

    `crumbs` are the steps above the page and `listed` the items of an index, each (name, path in the site or address).
    Addresses are absolute, so they are left out where the site has no `base_url`.
    """
    node = _page(document, place)
    match document:
        case Condition():
            node |= _condition(document)
        case Story():
            node |= _story(document, place)
        case Index():
            node["mainEntity"] = _list("ItemList", listed, place)
        case _:
            pass
    if crumbs:
        steps = [*crumbs, (document.heading, place.path)]
        node["breadcrumb" if node["@type"] != "Article" else "isPartOf"] = _list("BreadcrumbList", steps, place)
    if node["@type"] == "Article" and "isPartOf" in node:
        node["isPartOf"] = {"@type": "WebPage", "breadcrumb": node["isPartOf"]}
    return escape(json.dumps({"@context": "https://schema.org"} | node, ensure_ascii=False, separators=(",", ":")))


def escape(text: str) -> str:
    """Make JSON safe inside `<script>`: no character can end the element or the line (S4)."""
    return text.translate(_ESCAPES)


def _page(document: Document, place: Place) -> Node:
    kind = {"condition": "MedicalWebPage", "story": "Article", "index": "CollectionPage"}.get(document.kind, "WebPage")
    node: Node = {"@type": kind, "name": document.heading, "inLanguage": document.lang}
    if document.summary:
        node["description"] = document.summary
    if address := _absolute(place.path, place):
        node["url"] = address
    if document.published:
        node["datePublished"] = document.published.isoformat()
    if document.review:
        node["dateModified"] = document.review.last.isoformat()
        if kind != "Article":
            node |= _review(document)
    cited = [_citation(words(one.text), one.url) for one in document.references]
    if cited:
        node["citation"] = cited
    return node


def _review(document: Document) -> Node:
    review = document.review
    if review is None:
        return {}
    node: Node = {"lastReviewed": review.last.isoformat()}
    if review.by:
        person: Node = {"@type": "Person", "name": review.by}
        if review.role:
            person["jobTitle"] = review.role
        node["reviewedBy"] = person
    return node


def _citation(text: str, url: str) -> Node | str:
    return {"@type": "CreativeWork", "name": text, "url": url} if url else text


def _condition(document: Condition) -> Node:
    about: Node = {"@type": "MedicalCondition", "name": document.name}
    if document.also_called:
        about["alternateName"] = list(document.also_called)
    named = (
        ("signOrSymptom", "MedicalSymptom", document.symptoms),
        ("typicalTest", "MedicalTest", document.tests),
        ("possibleTreatment", "MedicalTherapy", document.treatments),
        ("riskFactor", "MedicalRiskFactor", document.risk_factors),
    )
    for name, kind, values in named:
        if values:
            about[name] = [{"@type": kind, "name": value} for value in values]
    if document.codes:
        about["code"] = [
            {"@type": "MedicalCode", "codeValue": c.value, "codingSystem": c.system} for c in document.codes
        ]
    node: Node = {"about": about}
    audience = _AUDIENCE[document.audience]
    node["medicalAudience"] = {"@type": "MedicalAudience", "audienceType": audience}
    if document.specialty:
        about["relevantSpecialty"] = {"@id": f"https://schema.org/{document.specialty}"}
        node["specialty"] = {"@id": f"https://schema.org/{document.specialty}"}
    return node


def _story(document: Story, place: Place) -> Node:
    """Describe a story as an article by the name that it shows, about its conditions; never as a review with stars."""
    node: Node = {"headline": document.title, "author": {"@type": "Person", "name": document.person.display}}
    about = []
    for one in document.conditions:
        entry = place.site.find(one.href, place.source) if place.site is not None else None
        name = one.title or (entry.title if entry is not None else "")
        if name:
            about.append({"@type": "MedicalCondition", "name": name})
    if about:
        node["about"] = about
    return node


def _list(kind: str, items: Iterable[tuple[str, str]], place: Place) -> Node:
    """Make a list of pages, counted from 1."""
    elements: list[Node] = []
    for number, (name, to) in enumerate(items, 1):
        node: Node = {"@type": "ListItem", "position": number, "name": name}
        if address := _absolute(to, place):
            node["item" if kind == "BreadcrumbList" else "url"] = address
        elements.append(node)
    return {"@type": kind, "itemListElement": elements}


def _absolute(path: str, place: Place) -> str:
    if path.startswith(("https://", "http://")):
        return path
    return public(place.site, path) if place.site is not None and path else ""
