"""The words of a page of HTML, by the blocks in which they stand, so that an import can tell what is missing."""

from __future__ import annotations

import html
from collections import Counter
from typing import Final

from a11y_content.effort import tick
from a11y_content.parsing.html.mending_lists import sign_of
from a11y_content.parsing.html.own_words import is_said
from a11y_content.parsing.html.tree import UNSHOWN, Node
from a11y_content.parsing.html.vocabulary import is_unseen
from a11y_content.parsing.html.walking import INLINE
from a11y_content.parsing.importing.words import Words, words
from a11y_content.problem import Spot

_SAID: Final = ("alt", "title", "aria-label", "placeholder")
_MARKS: Final = frozenset({"b", "strong", "i", "em", "sub", "sup", "q", "a", "abbr", "acronym", "time"})
"""Elements whose words are a run of their own in the document too."""


def html_words(root: Node) -> Words:
    """Count the words that a page shows or says, block by block: text, alternatives, tooltips, hidden names.

    A block can be read in several ways: marks inside a word part it or not, and the sign of an item may be none.
    """
    counted: Words = []
    for spot, runs in _Blocks(root).found:
        tick()
        separate = [text for run in runs for text in run]
        if not any(map(str.strip, separate)):
            continue
        readings = [separate]
        if len(separate) > 1:
            readings += [["".join(separate)], ["".join(run) for run in runs]]
        sign = sign_of(Node("p", spot, children=[Node("", spot, text="".join(separate))]))
        if sign is not None:
            # first, so that a number that the list counts by itself takes none of the numbers in the text
            readings = [[one[0].lstrip().removeprefix(sign.sign), *one[1:]] for one in readings] + readings
        counts = tuple(Counter(word for text in one for word in words(html.unescape(text))) for one in readings)
        if counts[0]:
            counted.append((spot, counts))
    return counted


class _Blocks:
    """Parts a tree into blocks, and their text into runs: a run ends where a mark begins or ends."""

    def __init__(self, root: Node) -> None:
        self.found: list[tuple[Spot, list[list[str]]]] = []
        self._runs: list[list[str]] = [[]]
        self._spot = root.spot
        drawn = {id(part) for node in root.walk() if node.name in {"svg", "math"} for part in node.walk()}
        stack: list[Node | bool] = [root]
        while stack:
            node = stack.pop()
            if isinstance(node, bool):
                self._end(block=node)
            elif not node.name:
                self._text(node)
            elif node.name != "#comment" and node.name not in UNSHOWN and (node.name != "title" or id(node) in drawn):
                if is_unseen(node) and is_said(node.words().rstrip(": ") + ":", "Information:"):
                    continue  # a note says it by itself
                said = [node.attributes[name] for name in _SAID if node.attributes.get(name)]
                if said:  # what the element says itself is no second time to be kept
                    own = node.words().casefold()
                    said = [one for one in said if " ".join(one.split()).casefold() not in own]
                if node.name == "input" and node.get("type").lower() in {"submit", "button"}:
                    said.append(node.get("value"))
                self.found += [(node.spot, [[one]]) for one in said]
                inside: list[Node | bool] = [*reversed(node.children)]
                if node.name in _MARKS:
                    inside = [False, *inside, False]
                elif node.name not in INLINE or node.name == "br":
                    inside = [True, *inside, True]
                stack.extend(inside)
        self._end(block=True)

    def _text(self, node: Node) -> None:
        if not any(text.strip() for run in self._runs for text in run):
            self._spot = node.spot
        self._runs[-1].append(node.text)

    def _end(self, *, block: bool) -> None:
        if block:
            self.found.append((self._spot, self._runs))
            self._runs = [[]]
        else:
            self._runs.append([])
