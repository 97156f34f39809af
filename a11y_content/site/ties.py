"""Ties: what a document says of others, kept with its place, so that a whole site can be asked about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from a11y_content.model.document import Condition, Document
from a11y_content.problem import Spot
from a11y_content.rules import Survey
from a11y_content.rules.addresses import addresses_of, plain, scheme

_LINKS: Final = ("href",)


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that a document says of another, as its author wrote it."""

    kind: Literal["link", "alias", "translation", "part"]
    href: str
    spot: Spot
    word: str = ""
    """The language of a translation, the title of a part."""


def ties(document: Document) -> tuple[Tie, ...]:
    """Give the ties of a document: its links inside the site, old addresses, translations, parts of its guide."""
    found = [
        Tie("link", text, spot)
        for _, href, spot in addresses_of(Survey(document=document), _LINKS)
        if (text := plain(href)) and not scheme(text)
    ]
    here = document.spot
    found += [Tie("alias", one.path, one.spot or here) for one in document.aliases]
    found += [Tie("translation", one.href, one.spot or here, one.lang) for one in document.translations]
    if isinstance(document, Condition):
        found += [Tie("part", one.href, one.spot or here, one.title) for one in document.parts]
    return tuple(dict.fromkeys(found))
