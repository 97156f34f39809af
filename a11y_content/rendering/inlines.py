"""Inlines as elements: the one place that knows the closed set of `model/inline.py` in HTML."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, assert_never

from a11y_content.html import Child, Element, el
from a11y_content.model.document import Reference, Term
from a11y_content.model.inline import (
    Abbr,
    Cite,
    Em,
    Inline,
    Lang,
    LineBreak,
    Link,
    Phone,
    Quoted,
    Strong,
    Sub,
    Sup,
    Text,
    Time,
    dial,
)
from a11y_content.model.site import Entry
from a11y_content.problem import ContentError, Spot, fault
from a11y_content.rendering.address import Place
from a11y_content.rendering.ids import Ids
from a11y_content.rules.abbreviations import find
from a11y_content.text import date_words, direction, say

TOO_DEEP = fault(
    "nesting-too-deep",
    "Content is nested too deeply to be drawn",
    why="No reader can follow a hundred levels, and a browser closes them in its own way.",
    mend="take inner parts out of the outer ones",
)
DEEPEST: Final = 100


_ARTICLE: Final = re.compile(r"(?:^|\s)an?$", re.IGNORECASE)
_SENTENCE_END: Final = re.compile(r"[.!?]$")


@dataclass(frozen=True, slots=True)
class Wording:
    """Where text stands: decides whether abbreviations are expanded there."""

    running: bool = True
    """False in headings, links and other people's words: nothing is added to them."""
    marked: bool = True
    """False where abbreviations are left alone altogether: they stand in another language."""


_RUNNING: Final = Wording()
_EXACT: Final = Wording(running=False)
_FOREIGN: Final = Wording(running=False, marked=False)


class InlineDrawing:
    """Draws inlines of one page; keeps what was expanded already, and where elements come from."""

    def __init__(
        self,
        place: Place,
        lang: str,
        glossary: Mapping[str, Term],
        references: tuple[Reference, ...],
        ids: Ids,
    ) -> None:
        """Start a page in `lang`; `glossary` is by short form."""
        self.place = place
        self.lang = lang
        self.glossary = glossary
        self.listed = references
        """References that the end of the page still has to list."""
        self.spots: list[tuple[Element, Spot]] = []
        self._numbers = {one.id: number for number, one in enumerate(references, 1) if one.id}
        self._marks: dict[str, list[str]] = {}
        self._pictures = False
        """True once a picture was drawn."""
        self._ids = ids
        self._expanded: set[str] = set()
        self._wording = _RUNNING
        self._depth = 0

    def say(self, text: str, /, **values: object) -> str:
        """Translate an interface string into the language here."""
        return say(self.lang, text, **values)

    def told(self, text: str, /, **values: object) -> Element | str:
        """Give an interface string for a place in the text."""
        return self.say(text, **values)

    def date(self, date: dt.date) -> Element:
        """Make a `time` element in the words of the language here."""
        return el("time", {"datetime": date.isoformat()}, date_words(date, self.lang))

    def target(self, href: str) -> tuple[str, Entry | None]:
        """Give the address to write, and the entry if it is ours; raises `ContentError` for an unsafe one."""
        return self.place.target(href)

    def asset(self, src: str) -> str:
        """Give the address of a picture or film; raises `ContentError` for an unsafe one."""
        return self.place.asset(src)

    def copies(self, src: str) -> tuple[tuple[str, int], ...]:
        """Give address and width of a picture's smaller copies, from narrow to wide."""
        return self.place.copies(src)

    def first_picture(self) -> bool:
        """Tell whether no picture of this page was asked for before."""
        first, self._pictures = not self._pictures, True
        return first

    def size(self, src: str) -> tuple[int, int] | None:
        """Give the natural size of a picture in CSS pixels, or None."""
        return self.place.size(src)

    def cite_number(self, ref: str) -> int:
        """Give the number of a reference in the page's list, or 0."""
        return self._numbers.get(ref, 0)

    def cited(self, ref: str) -> tuple[str, ...]:
        """Give the ids of the marks that have cited a reference so far, in reading order."""
        return tuple(self._marks.get(ref, ()))

    def references(self) -> tuple[Reference, ...]:
        """Take the page's references: once taken they are listed, so the end of the page leaves them out."""
        taken, self.listed = self.listed, ()
        return taken

    def reference_id(self, ref: str) -> str:
        """Give the id of a reference's entry in the list."""
        return f"{self._ids.prefix}a11y-reference-{self.cite_number(ref)}"

    @contextmanager
    def wording(self, wording: Wording) -> Iterator[None]:
        """Text inside stands in such a place; a stricter place around it stays in force."""
        before = self._wording
        self._wording = Wording(before.running and wording.running, before.marked and wording.marked)
        try:
            yield
        finally:
            self._wording = before

    @contextmanager
    def nested(self, where: Spot) -> Iterator[None]:
        """Count one level; raises `ContentError` past the limit, long before Python's own stack ends."""
        if self._depth >= DEEPEST:
            raise ContentError([TOO_DEEP.at(where, f"content is nested more than {DEEPEST} levels deep")])
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1

    def inlines(self, inlines: Iterable[Inline]) -> list[Element | str]:
        """Draw inlines in order."""
        drawn: list[Element | str] = []
        for one in inlines:
            if isinstance(one, Text):
                self._text(one.text, drawn)
            else:
                self._one(one, drawn)
        return drawn

    def exact(self, inlines: Iterable[Inline]) -> list[Element | str]:
        """Draw the words of a link or another control: no abbreviation is written out among them."""
        with self.wording(_EXACT):
            return self.inlines(inlines)

    def _inside(self, one: Inline, inlines: Iterable[Inline], wording: Wording | None = None) -> list[Element | str]:
        with self.nested(one.spot):
            if wording is None:
                return self.inlines(inlines)
            with self.wording(wording):
                return self.inlines(inlines)

    def _one(self, one: Inline, drawn: list[Element | str]) -> None:  # noqa: C901, PLR0912  one arm a kind
        match one:
            case Strong():
                drawn.append(el("strong", None, self._inside(one, one.inlines)))
            case Em():
                drawn.append(el("em", None, self._inside(one, one.inlines)))
            case Link():
                drawn.append(self._link(one))
            case Abbr():
                self._abbreviation(one.short, drawn)
            case Lang():
                drawn.append(self._foreign(one))
            case Time():
                drawn.append(
                    el("time", {"datetime": one.date.isoformat()}, one.text or date_words(one.date, self.lang))
                )
            case Phone():
                drawn.append(self.phone(one.number, one.text))
            case Sub():
                drawn.append(el("sub", None, self._inside(one, one.inlines, _EXACT)))
            case Sup():
                drawn.append(el("sup", None, self._inside(one, one.inlines, _EXACT)))
            case Cite():
                drawn.append(self._cite(one))
            case Quoted():
                drawn.append(el("q", None, self._inside(one, one.inlines, _EXACT)))
            case LineBreak():
                drawn.append(el("br"))
            case _:
                # Inline is a base class and not a union, so the checker cannot see that the arms above are all.
                assert_never(one)  # type: ignore[arg-type]

    def _link(self, one: Link) -> Element:
        address, entry = self.place.target(one.href, one.spot)
        words: list[Child] = [*self._inside(one, one.inlines, _EXACT)]
        if not words and entry is not None:
            words.append(entry.title)
        if one.download:
            words.append(f" ({one.download})")
        if one.about:
            words.append(el("span", {"class": "a11y-hidden"}, f" {one.about}"))
        lang = one.lang or (entry.lang if entry is not None and entry.lang != self.lang else None)
        made = el("a", {"href": address, "hreflang": lang}, words)
        self.spots.append((made, one.spot))
        return made

    def phone(self, number: str, text: str = "") -> Element:
        """Make a telephone link; the digits run left to right in every script."""
        turned = "ltr" if direction(self.lang) == "rtl" else None
        return el("a", {"class": "a11y-phone", "href": dial(number), "dir": turned}, text or number)

    def _foreign(self, one: Lang) -> Element:
        turn = direction(one.tag)
        before, self.lang = self.lang, one.tag
        try:
            inside = self._inside(one, one.inlines, _FOREIGN)
        finally:
            self.lang = before
        return el("span", {"lang": one.tag, "dir": turn if turn != direction(self.lang) else None}, inside)

    def _cite(self, one: Cite) -> Element:
        number = self.cite_number(one.ref)
        if not number:
            return el("sup", {"class": "a11y-cite"}, f"[{one.ref}]")
        hidden = el("span", {"class": "a11y-hidden"}, self.told("Reference"), " ")
        mark = self._ids.make(f"cite {number}")
        self._marks.setdefault(one.ref, []).append(mark)
        link = el("a", {"href": f"#{self.reference_id(one.ref)}", "id": mark}, hidden, str(number))
        return el("sup", {"class": "a11y-cite"}, link)

    def _text(self, text: str, drawn: list[Element | str]) -> None:
        if not self.glossary or not self._wording.marked:
            drawn.append(text)
            return
        at = 0
        for start, end, term in find(text, self.glossary.values()):
            if start > at:
                drawn.append(text[at:start])
            self._abbreviation(term.short, drawn, text[end:])
            at = end
        if at < len(text):
            drawn.append(text[at:])

    def _abbreviation(self, short: str, drawn: list[Element | str], after: str = "") -> None:
        """Write an abbreviation; in running text its first use comes with its expansion (WCAG 3.1.4, technique G97)."""
        mark = el("abbr", None, short)
        term = self.glossary.get(short)
        if term is None or not self._wording.running or short in self._expanded:
            drawn.append(mark)
            return
        self._expanded.add(short)
        before = drawn[-1].rstrip() if drawn and isinstance(drawn[-1], str) else ""
        told = before.endswith("(") and before[:-1].rstrip().lower().endswith(term.expansion.lower())
        if told or after.lstrip().lower().startswith(f"({term.expansion.lower()}"):
            drawn.append(mark)  # the author has written the expansion out already
        elif after[:1].isalpha():
            drawn.append(mark)  # a plural ("MRIs") has no expansion of its own: the next use that is none gets it
            self._expanded.discard(short)
        elif _ARTICLE.search(before):
            drawn.extend((mark, f" ({term.expansion})"))  # "an MRI" reads right only with the short form first
        else:
            begins = not drawn or bool(_SENTENCE_END.search(before))
            words = term.expansion[:1].upper() + term.expansion[1:] if begins else term.expansion
            drawn.extend((f"{words} (", mark, ")"))
