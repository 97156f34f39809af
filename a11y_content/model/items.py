"""Items that several kinds of block hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from a11y_content.model.block import Blocks
from a11y_content.model.document import Part
from a11y_content.model.inline import Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem(Part):
    """One item of a list: a line of text, and blocks under it where it needs more (`Body.LIST`)."""

    shorthand: ClassVar[str] = "inlines"
    inlines: Inlines = ()
    blocks: Blocks = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Part):
    """A term and what is said of it (`Body.TERMS`)."""

    term: Inlines
    blocks: Blocks
