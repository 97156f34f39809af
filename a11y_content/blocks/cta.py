"""Call to action: one thing to do next, as a link or a telephone number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Body, Context, Fence, block
from a11y_content.model.inline import Inlines, dial, words
from a11y_content.problem import Problem, fault
from a11y_content.view import Draw, view

CTA_TARGET = fault(
    "cta-target",
    "A call to action leads nowhere",
    why="It tells people what to do and gives them no way to do it.",
    mend="say where it leads: `:href: /appointments.md`, or `:phone: +1 555 0100`",
    criterion="2.4.4",
)


@block("cta", Fence(argument=("text",), body=Body.NONE))
@dataclass(frozen=True, slots=True, kw_only=True)
class CallToAction(Block):
    """A link that stands out: to `href`, or to call `phone`."""

    text: Inlines
    href: str = ""
    phone: str = ""

    def check(self, context: Context) -> Iterator[Problem]:
        """Demand somewhere to go."""
        if not self.href and not self.phone:
            yield CTA_TARGET.at(self.spot, f"“{words(self.text)}” has neither `href` nor `phone`")


@view(CallToAction)
def cta(it: CallToAction, draw: Draw) -> Element:
    """Draw a link, never a button: it leads somewhere. A number is shown, for people who call from another device."""
    made = el("p", {"class": "a11y-cta", "lang": it.lang or None})
    if it.href:
        made.append(el("a", {"class": "a11y-cta__link", "href": draw.target(it.href)[0]}, draw.exact(it.text)))
    if it.phone:
        number = el("span", {"class": "a11y-phone", "dir": "ltr"}, it.phone)
        said = [draw.told("Call")] if it.href else draw.exact(it.text)
        inside = (said, "" if not it.href and it.phone in words(it.text) else (" ", number))
        kind = "a11y-cta__phone" if it.href else "a11y-cta__link"
        made.append(el("a", {"class": kind, "href": dial(it.phone)}, *inside))
    if not it.href and not it.phone:
        made.append(el("strong", None, draw.exact(it.text)))
    return made
