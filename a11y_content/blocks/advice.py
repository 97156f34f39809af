"""Advice: a list of what to do, or of what not to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Body, Context, Fence, block
from a11y_content.model.inline import Inlines, words
from a11y_content.model.items import ListItem
from a11y_content.problem import Level, Problem, fault
from a11y_content.view import Draw, icon, view

Verdict = Literal["do", "dont"]

DONT_WORDING = fault(
    "dont-wording",
    "An item of what not to do reads like a thing to do",
    why="The cross beside it is not read out. Somebody who hears the item alone hears the opposite of what is meant.",
    mend="begin the item with the words that forbid it: “do not …”, “never …”, “avoid …”",
    level=Level.WARNING,
    criterion="1.3.3",
)

_TITLES: Final[dict[str, str]] = {"do": "Do", "dont": "Don’t"}
_SIGNS: Final[dict[str, str]] = {
    "do": "M9.5 18.2 3.6 12.3l1.9-1.9 4 4 9-9 1.9 1.9z",
    "dont": "m12 10.1 5.3-5.3 1.9 1.9-5.3 5.3 5.3 5.3-1.9 1.9-5.3-5.3-5.3 5.3-1.9-1.9 5.3-5.3-5.3-5.3 1.9-1.9z",
}
_FORBIDDING: Final[dict[str, tuple[str, ...]]] = {
    "en": ("do not", "don't", "never", "avoid", "stop", "not ", "no "),
    "es": ("no ", "nunca", "evite", "evita", "jamás", "tampoco", "deje de", "deja de"),
    "fr": ("ne ", "n'", "jamais", "évitez", "évite", "pas ", "arrêtez"),
    "de": ("nicht ", "kein", "nie", "vermeiden", "verzichten", "niemals"),
    "ar": ("لا ", "تجنب", "تجنّب"),
}
"""First words that forbid, by language; other languages are not judged. German may also end with “nicht”."""


@block("advice", Fence(argument=("verdict", "title"), body=Body.LIST))
@dataclass(frozen=True, slots=True, kw_only=True)
class Advice(Block):
    """What to do (`do`), or what not to do (`dont`)."""

    heads: ClassVar[str] = "title"
    verdict: Verdict
    title: Inlines = ()
    """Left out, the heading is "Do" or "Don't"."""
    items: tuple[ListItem, ...]

    def check(self, context: Context) -> Iterator[Problem]:
        """Warn where an item of `dont` does not say so itself."""
        language = (self.lang or context.lang).partition("-")[0].lower()
        starts = _FORBIDDING.get(language, ())
        if self.verdict != "dont" or not starts:
            return
        for item in self.items:
            text = words(item.inlines).replace("’", "'")
            folded = f"{text.casefold()} "
            if text and not folded.startswith(starts) and not (language == "de" and " nicht" in folded):
                yield DONT_WORDING.at(item.spot or self.spot, f"“{text}” stands in a list of what not to do")


@view(Advice)
def advice(it: Advice, draw: Draw) -> Element:
    """Draw a heading and a list; the signs are hidden from assistive technology, the words carry the meaning."""
    heading = draw.heading(it.title or draw.words(_TITLES[it.verdict]))
    # role: Safari takes the list semantics away where CSS takes the bullets away.
    made = el("ul", {"class": "a11y-advice__list", "role": "list"})
    with draw.deeper():
        for item in it.items:
            line = el("div", {"class": "a11y-advice__words"}, draw.inlines(item.inlines), draw.blocks(item.blocks))
            made.append(el("li", {"class": "a11y-advice__item"}, icon(it.verdict, _SIGNS[it.verdict]), line))
    return el("div", {"class": f"a11y-advice a11y-advice--{it.verdict}", "lang": it.lang or None}, heading, made)
