"""Guides: the list of a guide's pages, the name of its topic, and the way from each page to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from a11y_content.html import Child, Element, el
from a11y_content.model.document import Condition, Document
from a11y_content.model.site import Entry
from a11y_content.rendering.address import Place, relative
from a11y_content.rendering.draw import Drawing
from a11y_content.rendering.navigation import Whole, pages
from a11y_content.text import direction, other_language


class Step(NamedTuple):
    """A page of a guide."""

    text: str
    address: str
    """As this page writes it."""
    current: bool


def head_of(place: Place) -> Entry | None:
    """Give the first page of the guide that a page is a further part of."""
    entry = place.entry
    return pages(Whole(place.site)).get(entry.guide) if entry is not None and entry.guide else None


def steps(document: Document, place: Place) -> list[Step]:
    """Give the pages of the guide that a page belongs to, in order, its first page included; empty for others.

    The first page stands where its author put it among the parts, else at the start under its own name.
    """
    head = head_of(place) or place.entry
    if head is None or not head.parts:  # a single document: what it says itself
        return _alone(document, place)
    known = pages(Whole(place.site))
    parts = head.parts if head.path in dict(head.parts) else ((head.path, ""), *head.parts)
    return [
        Step(title or known[path].title, relative(path, place.path), path == place.path)
        for path, title in parts
        if path in known and not known[path].refused
    ]


def _alone(document: Document, place: Place) -> list[Step]:
    if not isinstance(document, Condition) or not document.parts:
        return []
    found = []
    for part in document.parts:
        address, entry = place.target(part.href, part.spot)
        text = part.title or (entry.title if entry is not None else address)
        found.append(Step(text, address, current=entry is not None and entry is place.entry))
    listed = any(one.current for one in found)
    return found if listed else [Step(document.heading, "", current=True), *found]


def guide_list(found: Sequence[Step], draw: Drawing) -> Element | None:
    """Make the list of the pages of a guide; the page that shows it is marked as the current one, and no link."""
    if not found:
        return None
    items = [el("li", None, _here(one) if one.current else el("a", {"href": one.address}, one.text)) for one in found]
    label = draw.say("Pages in this guide")
    return draw.interface("nav", {"class": "a11y-guide", "aria-label": label}, _own(el("ol", None, items), draw))


def guide_ways(found: Sequence[Step], draw: Drawing) -> Element | None:
    """Make the links to the page before and the page after, with their names."""
    here = next((number for number, one in enumerate(found) if one.current), None)
    if here is None:
        return None
    items: list[Child] = []
    if here:
        one = found[here - 1]
        items.append(
            el("li", None, el("a", {"href": one.address, "rel": "prev"}, draw.told("Previous: {page}", page=one.text)))
        )
    if here + 1 < len(found):
        one = found[here + 1]
        items.append(
            el("li", None, el("a", {"href": one.address, "rel": "next"}, draw.told("Next: {page}", page=one.text)))
        )
    label = draw.say("Previous and next page")
    return draw.interface("nav", {"class": "a11y-ways", "aria-label": label}, el("ul", {"role": "list"}, items))


def topic(place: Place) -> list[Child]:
    """Give what stands in the heading of a part after its name: the topic of the guide, on a line of its own.

    The hyphen keeps screen readers from joining the two.
    """
    head = head_of(place)
    if head is None:
        return []
    return [el("span", {"class": "a11y-hidden"}, " - "), el("span", {"class": "a11y-topic"}, head.title)]


def _here(one: Step) -> Element:
    return el("span", {"aria-current": "page"}, one.text)


def _own(element: Element, draw: Drawing) -> Element:
    """Say the page's language again inside of what the interface names in another one."""
    if other_language(draw.lang):
        element.set("lang", draw.lang)
        element.set("dir", direction(draw.lang))
    return element
