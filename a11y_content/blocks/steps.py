"""Steps: what to do in order, each step with its own heading."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from typing import ClassVar

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Blocks, Body, Context, Fence, block
from a11y_content.model.document import Part
from a11y_content.model.inline import Inlines
from a11y_content.problem import Level, Problem, fault
from a11y_content.view import Draw, view

STEPS_FEW = fault(
    "steps-few",
    "Steps with fewer than two of them",
    why="A numbered list of one makes people look for the step that they think they missed.",
    mend="write it as a paragraph, or add the other steps",
    level=Level.WARNING,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Part):
    """One step: its title, and how to do it."""

    shorthand: ClassVar[str] = "title"
    heads: ClassVar[str] = "title"
    title: Inlines
    blocks: Blocks = ()


@block("steps", Fence(argument=("title",), body=Body.TITLED))
@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Block):
    """Steps in the order in which they are done."""

    heads: ClassVar[str] = "title"
    title: Inlines = ()
    items: tuple[Step, ...]

    def check(self, context: Context) -> Iterator[Problem]:
        """Warn of a single step."""
        if len(self.items) == 1:
            yield STEPS_FEW.at(self.spot, "these steps have only one step")


@view(Steps)
def steps(it: Steps, draw: Draw) -> Element:
    """Draw an `ol`, so that assistive technology counts; each step's title is a heading, so that it can be found."""
    heading = draw.heading(it.title) if it.title else None
    made = el("ol", {"class": "a11y-steps__list"})
    with draw.deeper() if it.title else nullcontext():
        for item in it.items:
            title = draw.heading(item.title)
            with draw.deeper():
                made.append(el("li", {"class": "a11y-steps__step"}, title, draw.blocks(item.blocks)))
    return el("div", {"class": "a11y-steps", "lang": it.lang or None}, heading, made)
