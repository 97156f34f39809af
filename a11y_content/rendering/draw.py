"""Drawing: what the views of blocks ask for (`Draw` of view.py), for one page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from a11y_content.html import Attributes, Child, Element, apart, append, el
from a11y_content.model.block import Block
from a11y_content.model.document import Reference, Term
from a11y_content.model.inline import Inline, Inlines, Lang, plain, words
from a11y_content.model.site import Entry
from a11y_content.problem import NOWHERE, ContentError, fault
from a11y_content.rendering.address import Place
from a11y_content.rendering.ids import Ids
from a11y_content.rendering.inlines import InlineDrawing, Wording
from a11y_content.text import date_words, direction, interface_language, other_language
from a11y_content.view import VIEWS

TOO_LOW = fault(
    "heading-level",
    "A heading would lie below level 6",
    why="HTML has six levels of headings; screen readers announce no seventh.",
    mend="nest sections less deeply, or give a smaller base level",
    criterion="1.3.1",
)
LOWEST: Final = 6
_HOLE: Final = re.compile(r"\{(\w+)\}")
_TITLE: Final = Wording(running=False)
_VERBATIM: Final = frozenset({"quote"})
"""Kinds of block that hold other people's words: nothing is written into them."""


@dataclass(frozen=True, slots=True)
class Head:
    """A heading that was drawn."""

    level: int
    id: str
    text: str


class Drawing(InlineDrawing):
    """Draws the blocks of one page."""

    def __init__(  # noqa: PLR0913  what a page is drawn from
        self,
        place: Place,
        lang: str,
        *,
        glossary: Mapping[str, Term] | None = None,
        references: tuple[Reference, ...] = (),
        level: int = 2,
        id_prefix: str = "",
    ) -> None:
        """Start a page in `lang`; the first headings get `level`."""
        super().__init__(place, lang, glossary or {}, references, Ids(id_prefix))
        self.level = level
        self.page_lang = lang
        self.heads: list[Head] = []

    def id(self, words: str) -> str:
        """Make an id out of words, unique on this page and stable over builds."""
        return self._ids.make(words)

    def target(self, href: str) -> tuple[str, Entry | None]:
        """Give the address to write; a mark inside this page gets the page's prefix of ids."""
        address, entry = super().target(href)
        if self._ids.prefix and address.startswith("#"):
            address = f"#{self._ids.prefix}{address[1:]}"
        return address, entry

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Headings drawn inside are one level deeper."""
        self.level += 1
        try:
            yield
        finally:
            self.level -= 1

    def blocks(self, blocks: Iterable[Block]) -> list[Element]:
        """Draw blocks in order; raises `ContentError` for nesting past the limit."""
        drawn: list[Element] = []
        for block in blocks:
            drawn.extend(self._block(block))
        return drawn

    def _block(self, block: Block) -> list[Element]:
        around = self.lang
        if block.lang:
            self.lang = block.lang
        try:
            with self.nested(block.spot):
                if block.lang or block.kind in _VERBATIM:
                    exact = Wording(running=block.kind not in _VERBATIM, marked=self.lang == self.page_lang)
                    with self.wording(exact):
                        made = VIEWS[block.kind](block, self)
                else:
                    made = VIEWS[block.kind](block, self)
        finally:
            self.lang = around
        elements = made if isinstance(made, list) else [made]
        for element in elements:
            if block.lang:
                self._tongue(element, block.lang)
            if block.spot:
                self.spots.append((element, block.spot))
        return elements

    def _tongue(self, element: Element, lang: str) -> None:
        element.set("lang", lang)
        if direction(lang) != direction(self.lang):
            element.set("dir", direction(lang))

    def heading(self, title: Iterable[Inline] | str, *, hidden: str = "", id: str = "") -> Element:  # noqa: A002
        """Make the heading of the current level with a stable id; raises `ContentError` below level 6."""
        inlines = () if isinstance(title, str) else tuple(title)
        text = title if isinstance(title, str) else words(inlines)
        spot = inlines[0].spot if inlines else NOWHERE
        if self.level > LOWEST:
            raise ContentError([TOO_LOW.at(spot, f"the heading “{text}” would have level {self.level}")])
        name = id or self.id(text or hidden)
        with self.wording(_TITLE):
            shown: list[Child] = [title] if isinstance(title, str) else [*self.inlines(inlines)]
        if hidden:
            # The space keeps screen readers from joining the two; the words may be in another language than the page.
            shown = [self.interface("span", {"class": "a11y-hidden"}, f"{hidden} "), *shown]
        made = el(f"h{self.level}", {"id": name}, shown)
        self.heads.append(Head(self.level, name, text))
        if spot:
            self.spots.append((made, spot))
        return made

    def interface(self, tag: str, attributes: Attributes | None, *children: Child | Iterable[Child]) -> Element:
        """Make an element for interface strings: it says its language where there is no catalogue of the page's."""
        made = el(tag, attributes, *children)
        if other := other_language(self.lang):
            self._tongue(made, other)
        return made

    def told(self, text: str, /, **values: object) -> Element | str:
        """Give an interface string for a place in the text: an element with its language where that is another one."""
        spoken = other_language(self.lang)
        if not spoken:
            turn = direction(self.lang)
            if all(not isinstance(one, str) or isinstance(apart(one, turn), str) for one in values.values()):
                return self.say(text, **values)
        made = self.interface("span", None)
        for number, piece in enumerate(_HOLE.split(self.say(text))):
            if not number % 2:
                append(made, piece)
            elif not spoken:
                append(made, apart(str(values[piece]), direction(self.lang)))
            elif isinstance(values[piece], str):  # the author's words, in the author's language
                turned = direction(self.lang) if direction(self.lang) != direction(spoken) else None
                inside = apart(str(values[piece]), direction(self.lang))
                append(made, el("span", {"lang": self.lang, "dir": turned}, inside))
            else:
                append(made, str(values[piece]))
        return made

    def words(self, msgid: str) -> Inlines:
        """Give an interface string as inlines, with its language where that is not the language here."""
        spoken, told = other_language(self.lang), plain(self.say(msgid))
        return (Lang(tag=spoken, inlines=told),) if spoken else told

    def sentence(self, tag: str, attributes: Attributes | None, msgid: str, /, **parts: Child | dt.date) -> Element:
        """Make an element of an interface string whose `{names}` are filled with text, elements or dates in words."""
        made = self.interface(tag, attributes)
        spoken = interface_language(self.lang)
        for number, piece in enumerate(_HOLE.split(self.say(msgid))):
            part = parts[piece] if number % 2 else piece
            if isinstance(part, dt.date):
                lang = spoken if made.get("lang") else self.lang
                part = el("time", {"datetime": part.isoformat()}, date_words(part, lang))
            elif number % 2 and isinstance(part, str):
                part = apart(part, direction(self.lang))
            append(made, part)
        return made
