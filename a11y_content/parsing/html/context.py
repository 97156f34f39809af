"""One reading of one tree: its language, what was wrong so far, what abbreviations stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.html.faults import HTML_ATTRIBUTE, HTML_HIDDEN, HTML_SCRIPT
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.vocabulary import is_hidden
from a11y_content.parsing.html.walking import said
from a11y_content.problem import Fault, Level, Problem, Spot

_SAID: Final = ("title", "aria-label", "aria-description", "aria-roledescription", "placeholder", "summary", "longdesc")
"""Attributes whose words reach some readers."""
_ADDRESSES: Final = ("href", "src", "action", "formaction", "data", "xlink:href", "poster", "background", "cite")
_DROPPED: Final = re.compile(r"[\x00-\x20\x7f-\x9f\ufffd]+")
_RUNS: Final = re.compile(r"(?:javascript|vbscript|livescript|mocha):", re.IGNORECASE)
LONGEST: Final = 300
"""Most characters of what was left out that one message repeats."""


@dataclass(slots=True)
class Reading:
    """What the parts of a reading share."""

    lang: str = ""
    """The page's language, where it is known."""
    exact: bool = False
    """True where every space counts: what our renderer wrote has none that means nothing."""
    problems: list[Problem] = field(default_factory=list)
    terms: dict[str, tuple[str, Spot]] = field(default_factory=dict)
    """What abbreviations stand for, by `abbr title`."""
    known: frozenset[str] = frozenset()
    """Abbreviations of the page's glossary: in running text they are found again by themselves."""
    references: list[Raw] = field(default_factory=list)
    """Sources of the page, from its own list of references."""
    foreign: bool = False
    """True inside a block in another language than the page's: no abbreviation is found there by itself."""
    boxed: bool = False
    """True inside a box: its parts are no boxes."""
    once: set[tuple[str, str]] = field(default_factory=set)

    def tell(self, what: Fault, spot: Spot, message: str, *, once: str = "") -> None:
        """Note a problem; with `once`, a second one of the same code and name is not told."""
        if once:
            if (what.code, once) in self.once:
                return
            self.once.add((what.code, once))
        level = Level.WARNING if what.level is Level.ERROR else None
        self.problems.append(what.at(spot, message, level=level))

    def hides(self, node: Node) -> bool:
        """Tell whether an element is hidden; its words are told."""
        if not is_hidden(node):
            return False
        self.drop(node, HTML_HIDDEN, f"`<{node.name}>` is hidden")
        return True

    def drop(self, node: Node, what: Fault, message: str) -> None:
        """Tell of an element that is left out, with all its words; silent where it has none."""
        for part in parts_of(said(node)):
            self.tell(what, node.spot, f"{message}: “{part}”")

    def attributes(self, node: Node, *used: str) -> None:
        """Tell of attributes that held a script, or words that the element does not say itself."""
        for name, value in node.attributes.items():
            if name[:2] == "on" and name[2:].isalpha():
                self.tell(
                    HTML_SCRIPT, node.spot, f"`{name}` of `<{node.name}>` holds a script", once=f"{node.spot}{name}"
                )
            elif name in _ADDRESSES and runs(value):
                self.tell(HTML_SCRIPT, node.spot, f"`{name}` of `<{node.name}>` is a script", once=f"{node.spot}{name}")
            elif name in _SAID and name not in used and value.strip():
                self._said(node, name, " ".join(value.split()))

    def _said(self, node: Node, name: str, value: str) -> None:
        if value.casefold() in node.words().casefold():
            return
        for part in parts_of(value):
            self.tell(HTML_ATTRIBUTE, node.spot, f"`{name}` of `<{node.name}>` says “{part}”")


def runs(address: str) -> bool:
    """Tell whether a browser would run an address as a script (it drops white space and controls inside)."""
    return _RUNS.match(_DROPPED.sub("", address)) is not None


def parts_of(text: str) -> list[str]:
    """Cut text that was left out into parts that a message can hold, between words."""
    if len(text) <= LONGEST:
        return [text] if text else []
    parts: list[str] = []
    for word in text.split(" "):
        if parts and len(parts[-1]) + len(word) < LONGEST:
            parts[-1] = f"{parts[-1]} {word}"
        else:
            parts.extend(word[at : at + LONGEST] for at in range(0, len(word), LONGEST))
    return parts
