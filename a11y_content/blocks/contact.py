"""Contact: how to reach somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from a11y_content.model.block import Block, Body, Fence, block
from a11y_content.model.document import Part


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
