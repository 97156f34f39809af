"""Call to action: one thing to do next, as a link or a telephone number."""

from __future__ import annotations

from dataclasses import dataclass

from a11y_content.model.block import Block, Body, Fence, block
from a11y_content.model.inline import Inlines


@block("cta", Fence(argument=("text",), body=Body.NONE))
@dataclass(frozen=True, slots=True, kw_only=True)
class CallToAction(Block):
    """A link that stands out: to `href`, or to call `phone`."""

    text: Inlines
    href: str = ""
    phone: str = ""
