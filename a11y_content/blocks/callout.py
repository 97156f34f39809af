"""Callout: something that stands out of the text. It never says how soon to get care: that is a care card's work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Blocks, Body, Context, Fence, block, walk
from a11y_content.model.inline import Inline, Inlines, Phone, Text, words
from a11y_content.problem import Level, Problem, fault
from a11y_content.view import Draw, icon, view

Tone = Literal["note", "important"]

HIDDEN: Final[dict[str, str]] = {"note": "Information:", "important": "Important:"}

CALLOUT_EMPTY = fault(
    "callout-empty",
    "A callout says nothing",
    why="An empty box promises something and keeps readers searching for it.",
    mend="write the text between the fence's lines, or take the callout out",
)
CALLOUT_TITLE = fault(
    "callout-title",
    "An important callout has no title",
    why="Its title is the heading by which people who cannot see the box find it, and know where it begins.",
    mend="write the title after the tone: `:::{callout} important Check with your doctor first`",
    criterion="1.3.1",
)
CALLOUT_CARE = fault(
    "callout-care-wording",
    "A callout tells people to get help",
    why="How urgent it is must be said by a care card, in words that are read out before the advice; a note sounds "
    "like something that can wait.",
    mend="make it a care card: `:::{care} urgent`, or `emergency`, or `non-urgent`",
    level=Level.WARNING,
)

_CARE_WORDS: Final[dict[str, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:call|dial|phone|ring)\s+(?:an?\s+ambulance|emergency|\d{3}\b)"
        r"|\bgo\s+to\s+(?:an?\s+|the\s+|your\s+nearest\s+)?(?:A&E|ER\b|emergency)"
        r"|\b(?:see|call|contact)\s+(?:a|your)\s+doctor\s+(?:immediately|today|now|right away|at once)",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"\bllam(?:e|a)\s+(?:al?\s+)?(?:\d{3}\b|una ambulancia|emergencias|urgencias)|\bvaya\s+a\s+urgencias"
        r"|\bacuda\s+(?:a\s+urgencias|de inmediato)",
        re.IGNORECASE,
    ),
}
_SIGNS: Final[dict[str, str]] = {
    "note": "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20Zm0 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm-1 6.5h2V17h-2Zm0-3.5h2v2h-2Z",
    "important": "M3 3h18v18H3Zm2 2v14h14V5Zm6 2h2v6.5h-2Zm0 8h2v2h-2Z",
}


@block("callout", Fence(argument=("tone", "title"), body=Body.BLOCKS))
@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Block):
    """A note, or something important: a common mistake, an effect on health."""

    heads: ClassVar[str] = "title"
    tone: Tone
    title: Inlines = ()
    """Required for `important` (rule `callout-title`)."""
    blocks: Blocks

    def check(self, context: Context) -> Iterator[Problem]:
        """Refuse an empty one and an important one without title; warn of care advice in disguise."""
        if not self.blocks:
            yield CALLOUT_EMPTY.at(self.spot, "this callout has no text")
        if self.tone == "important" and not words(self.title):
            yield CALLOUT_TITLE.at(self.spot, "this important callout has no title")
        pattern = _CARE_WORDS.get((self.lang or context.lang).partition("-")[0].lower())
        if pattern is None:
            return
        parts = (part for part, _ in walk(self) if isinstance(part, Inline))
        text = " ".join(
            p.text or p.number if isinstance(p, Phone) else p.text for p in parts if isinstance(p, Text | Phone)
        )
        found = pattern.search(" ".join(text.split()))
        if found:
            yield CALLOUT_CARE.at(self.spot, f"“{found.group()}” stands in a callout")


@view(Callout)
def callout(it: Callout, draw: Draw) -> Element:
    """Draw a `div`; the tone is read out at the beginning of its heading, or before its text where it has none."""
    hidden = draw.say(HIDDEN[it.tone])
    head = (
        draw.heading(it.title, hidden=hidden)
        if it.title
        else el("p", {"class": "a11y-hidden"}, draw.told(HIDDEN[it.tone]))
    )
    with draw.deeper() if it.title else nullcontext():
        body = draw.blocks(it.blocks)
    return el(
        "div",
        {"class": f"a11y-callout a11y-callout--{it.tone}", "lang": it.lang or None},
        icon(it.tone, _SIGNS[it.tone]),
        el("div", {"class": "a11y-callout__body"}, head, body),
    )
