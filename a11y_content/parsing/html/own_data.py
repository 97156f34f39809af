"""Our own pages read back: what only their structured data says."""

from __future__ import annotations

import json
from typing import Any, Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.html.tree import Node
from a11y_content.problem import Spot

_LONGEST: Final = 100_000
_LISTS: Final = {
    "symptoms": "signOrSymptom",
    "tests": "typicalTest",
    "treatments": "possibleTreatment",
    "risk_factors": "riskFactor",
}
_SCHEMA: Final = "https://schema.org/"


def linked_data(root: Node, known: dict[str, Raw]) -> dict[str, Raw]:
    """Give the fields that a document's JSON-LD says, beside those that are known; nothing where it is not ours."""
    for one in root.walk():
        if one.name == "script" and one.get("type") == "application/ld+json":
            text = "".join(part.text for part in one.children)
            try:
                node = json.loads(text) if len(text) <= _LONGEST else None
            except (ValueError, RecursionError):
                node = None
            if isinstance(node, dict):
                return _fields(node, known, one.spot)
    return {}


def _fields(node: dict[str, Any], known: dict[str, Raw], spot: Spot) -> dict[str, Raw]:
    found: dict[str, Raw] = {}
    if isinstance(node.get("datePublished"), str):
        found["published"] = Raw(node["datePublished"], spot)
    person = node.get("reviewedBy")
    review = known["review"].value if "review" in known else None
    if isinstance(person, dict) and isinstance(review, dict):
        _reviewer(person, review, spot)
    for part in _items(node.get("hasPart")):  # words of a story that its text says anyway are not shown twice
        if isinstance(part, dict) and part.get("@type") == "Quotation" and isinstance(part.get("text"), str):
            found["quote"] = Raw(part["text"], spot)
    _sources(_items(node.get("citation")), known.get("references"))
    about = node.get("about")
    if known["kind"].value == "condition" and isinstance(about, dict):
        _condition(node, about, known, found, spot)
    return found


def _sources(citations: list[Any], references: Raw | None) -> None:
    """Tell an address of a reference from a link in its words: both look the same on the page."""
    rows = references.value if references is not None and isinstance(references.value, list) else []
    for said, row in zip(citations, rows, strict=False):
        text = row.value["text"].value if isinstance(row.value, dict) else None
        if not isinstance(said, dict) or not isinstance(text, list) or len(text) != 1 or text[0].kind != "link":
            continue
        link = text[0].value
        if isinstance(link, dict) and isinstance(row.value, dict) and said.get("url"):
            row.value["url"] = link["href"]
            row.value["text"] = link["inlines"]


def _reviewer(person: dict[str, Any], review: dict[str, Raw], spot: Spot) -> None:
    """Tell name and role apart where the line on the page says exactly these two."""
    name, role = person.get("name"), person.get("jobTitle", "")
    shown = ", ".join(str(review[part].value) for part in ("by", "role") if part in review)
    if isinstance(name, str) and isinstance(role, str) and shown == (f"{name}, {role}" if role else name):
        review["by"] = Raw(name, spot)
        review.pop("role", None)
        if role:
            review["role"] = Raw(role, spot)


def _condition(
    node: dict[str, Any], about: dict[str, Any], known: dict[str, Raw], found: dict[str, Raw], spot: Spot
) -> None:
    names = _texts(about.get("alternateName"))
    shown = known["also_called"].value if "also_called" in known else []
    if names and isinstance(shown, list) and ", ".join(names) == ", ".join(str(one.value) for one in shown):
        found["also_called"] = Raw([Raw(name, spot) for name in names], spot)
    for field, name in _LISTS.items():
        if texts := _texts(about.get(name)):
            found[field] = Raw([Raw(text, spot) for text in texts], spot)
    codes = [
        Raw({"value": Raw(one["codeValue"], spot), "system": Raw(one["codingSystem"], spot)}, spot)
        for one in _items(about.get("code"))
        if isinstance(one, dict) and isinstance(one.get("codeValue"), str) and isinstance(one.get("codingSystem"), str)
    ]
    if codes:
        found["codes"] = Raw(codes, spot)
    special = about.get("relevantSpecialty") or node.get("specialty")
    said = special.get("@id") if isinstance(special, dict) else special
    if isinstance(said, str) and said.startswith(_SCHEMA):
        found["specialty"] = Raw(said.removeprefix(_SCHEMA), spot)
    audience = node.get("medicalAudience") or node.get("audience")
    if isinstance(audience, dict) and audience.get("audienceType") == "Clinician":
        found["audience"] = Raw("clinician", spot)


def _items(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(value: object) -> list[str]:
    found = [one.get("name") if isinstance(one, dict) else one for one in _items(value)]
    return [one for one in found if isinstance(one, str)]
