"""Contact: how to reach somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from a11y_content.html import Child, Element, apart, el
from a11y_content.model.block import Block, Body, Context, Fence, block
from a11y_content.model.document import Part
from a11y_content.model.inline import dial
from a11y_content.problem import Problem, fault
from a11y_content.text import direction
from a11y_content.view import Draw, view

CONTACT_EMPTY = fault(
    "contact-empty",
    "A contact gives no way to get in touch",
    why="Readers who need help now find a name and no way to reach it.",
    mend="add at least one of `phones`, `email`, `address` and `url`",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPhone(Part):
    """A telephone number as readers see it; `label` says what it is for."""

    shorthand: ClassVar[str] = "number"
    number: str
    label: str = ""


@block("contact", Fence(argument=("name",), body=Body.NONE))
@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Block):
    """A person or place with at least one way to reach it."""

    name: str
    phones: tuple[ContactPhone, ...] = ()
    email: str = ""
    address: tuple[str, ...] = ()
    """The lines of the postal address."""
    hours: str = ""
    url: str = ""

    def check(self, context: Context) -> Iterator[Problem]:
        """Demand one way at least; more than one is better for people who cannot use the telephone."""
        if not (self.phones or self.email or self.address or self.url):
            yield CONTACT_EMPTY.at(self.spot, f"“{self.name}” has no telephone number, address or link")


def _line(label: Child | Iterable[Child], *words: Child) -> Element:
    return el("p", {"class": "a11y-contact__line"}, el("span", {"class": "a11y-contact__label"}, label), " ", words)


@view(Contact)
def contact(it: Contact, draw: Draw) -> Element:
    """Draw an `address`, each way on its own line with its label in words.

    The name is no paragraph: a bold one in front of others looks like a heading that is none (axe: p-as-heading).
    """
    made = el("address", {"class": "a11y-contact", "lang": it.lang or None})
    made.append(el("strong", {"class": "a11y-contact__name"}, it.name))
    for phone in it.phones:
        said = apart(phone.label, direction(draw.lang)) if phone.label else draw.told("Phone:")
        label = (said, ":" if phone.label else None)
        # dir: a number keeps its order in right-to-left text.
        number = el("a", {"class": "a11y-phone", "href": dial(phone.number), "dir": "ltr"}, phone.number)
        made.append(_line(label, number))
    if it.email:
        made.append(_line(draw.told("Email:"), el("a", {"href": f"mailto:{it.email}"}, it.email)))
    if it.address:
        lines: list[Element | str] = []
        for place, line in enumerate(it.address):
            if place:
                lines.append(el("br"))
            lines.append(el("bdi", None, line))  # its house number keeps its place in right-to-left text
        made.append(_line(draw.told("Address:"), *lines))
    if it.hours:
        made.append(_line(draw.told("Opening hours:"), it.hours))
    if it.url:
        words = draw.told("Website of {name}", name=it.name)
        made.append(el("p", {"class": "a11y-contact__line"}, el("a", {"href": draw.target(it.url)[0]}, words)))
    return made
