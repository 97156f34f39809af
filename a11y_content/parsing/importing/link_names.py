"""Names of links: the same words to different places are told apart by words that only assistive technology says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.importing.headings import under_headings
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.problem import Level, Problem, fault

REPAIR_LINK_NAME = fault(
    "repair-link-name",
    "Links with the same words to different places were told apart",
    why="In a list of links nobody could tell them apart; words of the heading were added, heard and not seen.",
    mend="say in the words of each link what is behind it, and take the added `about` out",
    level=Level.REVIEW,
    criterion="2.4.4",
)

_LAST: Final = re.compile(r"([^/?#]+)/?(?:[?#].*)?$")


@dataclass(slots=True)
class _Link:
    fields: dict[str, Raw]
    raw: Raw
    heading: str
    """Words of the heading above it; empty where none is."""

    @property
    def name(self) -> str:
        said = " ".join(str((self.fields.get(one) or Raw("")).value or "") for one in ("download", "about"))
        return " ".join(f"{words_of([self.raw])} {said}".casefold().split())

    @property
    def target(self) -> str:
        return str(self.fields["href"].value or "").rstrip("/")


def tell_apart(document: Raw) -> list[Problem]:
    """Add `about` to links of a document's tree, in place, where another link has their name and another target."""
    problems = []
    first: dict[str, str] = {}
    taken: dict[str, str] = {}
    links = [
        _Link(raw.value, raw, heading)
        for raw, heading in under_headings(document)
        if raw.kind == "link" and isinstance(raw.value, dict) and "href" in raw.value
    ]
    for link in links:
        taken.setdefault(link.name, link.target)
    for link in links:
        target = first.setdefault(link.name, link.target)
        if target == link.target or not link.name:
            continue
        found = _LAST.search(link.target)
        place = re.sub(r"[\W_]+", " ", found[1]).strip() if found else ""
        said = words_of([link.raw])
        before = link.fields.get("about")
        for words in (link.heading, place, f"{link.heading} {place}".strip()):
            link.fields["about"] = Raw(words, link.raw.spot)
            new = words and words.casefold() not in said.casefold()
            if new and taken.setdefault(link.name, link.target) == link.target:
                told = f"“{said}” leads to `{link.target}`, and to `{target}` too: “{words}” was added, unseen"
                problems.append(REPAIR_LINK_NAME.at(link.raw.spot, told))
                break
        else:
            link.fields.pop("about")
            if before is not None:
                link.fields["about"] = before
    return problems
