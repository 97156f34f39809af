"""Structured data (schema.org 30.0): what a page is about, for machines. From fields that say it, never from prose.

Every type and property that is written here stands in tests/render/schemaorg_facts.py with its domain and range.
Left out on purpose: claims of accessibility, ratings, questions and answers. `json_ld_media.py` has films.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Final

from a11y_content.model.document import Condition, Document, Index, Story
from a11y_content.model.inline import words
from a11y_content.rendering.address import Place
from a11y_content.rendering.json_ld_media import Node, absolute, file_address, link_address, recordings
from a11y_content.rules.specialties import SPECIALTIES

_SCHEMA: Final = "https://schema.org"
_LAST_OF_PLANES: Final = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
_ESCAPED: Final = re.compile(f"[<>&\u2028\u2029\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_LAST_OF_PLANES}]")
"""What could end the element or the line (S4), and what HTML forbids in a document in any form."""
_AUDIENCE: Final = {"patient": "Patient", "clinician": "Clinician"}
_KINDS: Final = {"condition": "MedicalWebPage", "story": "Article", "index": "CollectionPage"}


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
    node = _page(document, place) | recordings(document, place) | _guide(place)
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
        steps = _list("BreadcrumbList", [*crumbs, (document.heading, place.path)], place)
        if node["@type"] == "Article":  # no article has a breadcrumb, but the page that it is on
            node["isPartOf"] = {"@type": "WebPage", "breadcrumb": steps}
        else:
            node["breadcrumb"] = steps
    return escape(json.dumps({"@context": _SCHEMA} | node, ensure_ascii=False, separators=(",", ":")))


def escape(text: str) -> str:
    """Make JSON safe inside `<script>`: escaped as UTF-16, as JSON has it, it parses to the same."""
    return _ESCAPED.sub(_units, text)


def _units(found: re.Match[str]) -> str:
    raw = found.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{raw[at] << 8 | raw[at + 1]:04x}" for at in range(0, len(raw), 2))


def _page(document: Document, place: Place) -> Node:
    kind = _KINDS.get(document.kind, "WebPage")
    node: Node = {"@type": kind, "name": document.heading, "inLanguage": document.lang}
    if document.summary:
        node["description"] = document.summary
    if address := absolute(place.path, place):
        node["url"] = address
    if document.published:
        node["datePublished"] = document.published.isoformat()
    if document.review:
        node["dateModified"] = document.review.last.isoformat()
        if kind != "Article":
            node |= _review(document)
    cited = [_citation(words(one.text), link_address(one.url, place)) for one in document.references]
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


def _guide(place: Place) -> Node:
    """Tie the pages of a guide together: the first page to its parts, each part to the first page."""
    entry = place.entry
    if entry is None or place.site is None:
        return {}
    titles = {one.path: one.title for one in place.site.entries.values()}
    node: Node = {}
    if entry.parts:
        others = [(path, title) for path, title in entry.parts if path != entry.path]
        node["hasPart"] = [_named(title or titles.get(path, ""), path, place) for path, title in others]
    if entry.guide and entry.guide != entry.path:
        node["isPartOf"] = _named(titles.get(entry.guide, ""), entry.guide, place)
    return node


def _named(name: str, path: str, place: Place) -> Node:
    node: Node = {"@type": "WebPage", "name": name}
    if address := absolute(path, place):
        node["url"] = address
    return node


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
    if document.specialty in SPECIALTIES:
        about["relevantSpecialty"] = {"@id": f"{_SCHEMA}/{document.specialty}"}
        node["specialty"] = {"@id": f"{_SCHEMA}/{document.specialty}"}
    return node


def _story(document: Story, place: Place) -> Node:
    """Describe a story as an article by the name that it shows, about its conditions; never as a review with stars."""
    person = {"@type": "Person", "name": document.person.display}
    node: Node = {"headline": document.title, "author": person}
    about = []
    for one in document.conditions:
        entry = place.site.find(one.href, place.source) if place.site is not None else None
        name = one.title or (entry.title if entry is not None else "")
        if name:
            about.append({"@type": "MedicalCondition", "name": name})
    if about:
        node["about"] = about
    if document.quote:
        node["hasPart"] = {"@type": "Quotation", "text": document.quote, "spokenByCharacter": person}
    if document.image is not None and not document.image.decorative:
        address = file_address(document.image.src, place)
        if address:
            node["image"] = {"@type": "ImageObject", "contentUrl": address, "caption": document.image.alt}
    return node


def _list(kind: str, items: Iterable[tuple[str, str]], place: Place) -> Node:
    """Make a list of pages, counted from 1."""
    elements: list[Node] = []
    for number, (name, to) in enumerate(items, 1):
        node: Node = {"@type": "ListItem", "position": number, "name": name}
        if address := absolute(to, place):
            if kind == "BreadcrumbList":
                node["item"] = {"@id": address}
            else:
                node["url"] = address
        elements.append(node)
    return {"@type": kind, "itemListElement": elements}
