"""Views: how a kind of block becomes elements. The class stays free of HTML; the function beside it knows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Any, Protocol, TypeVar

from a11y_content.html import Element, el
from a11y_content.model.block import Block
from a11y_content.model.document import Reference
from a11y_content.model.inline import Inline, Inlines
from a11y_content.model.site import Entry
from a11y_content.registry import Registry


class Draw(Protocol):
    """What a view may ask for; `a11y_content.rendering.draw` answers.

    `level` is the level that the next heading gets (2 to 6).
    """

    level: int
    lang: str

    def blocks(self, blocks: Iterable[Block]) -> list[Element]:
        """Draw blocks in order."""

    def inlines(self, inlines: Iterable[Inline]) -> list[Element | str]:
        """Draw inlines in order."""

    def exact(self, inlines: Iterable[Inline]) -> list[Element | str]:
        """Draw the words of a link or another control: no abbreviation is written out among them."""

    def heading(self, title: Iterable[Inline] | str, *, hidden: str = "", id: str = "") -> Element:  # noqa: A002
        """Make the heading of the current level with a stable id.

        `hidden` is visually hidden text in front of the title, inside the heading (`Urgent advice:`).
        """

    def deeper(self) -> AbstractContextManager[None]:
        """Headings drawn inside are one level deeper."""

    def id(self, words: str) -> str:
        """Make an id out of words, unique on this page and stable over builds."""

    def say(self, text: str, /, **values: object) -> str:
        """Translate an interface string into the page's language and fill in `{values}`."""

    def told(self, text: str, /, **values: object) -> Element | str:
        """Translate an interface string as `say` does, for a place in the text.

        Without a translation it says what language it is in (WCAG 3.1.2); `say` is for attributes, which cannot.
        """

    def words(self, msgid: str) -> Inlines:
        """Translate an interface string as inlines, for a heading."""

    def date(self, date: dt.date) -> Element:
        """Make a `time` element in the words of the page's language."""

    def target(self, href: str) -> tuple[str, Entry | None]:
        """Give the address to write for `href` (relative to this page), and the entry that it names if it is ours."""

    def asset(self, src: str) -> str:
        """Give the address to write for a file of the content folder (a picture, a video)."""

    def copies(self, src: str) -> tuple[tuple[str, int], ...]:
        """Give address and width of the smaller copies of a picture of the content folder, from narrow to wide."""

    def first_picture(self) -> bool:
        """Tell whether this is the first picture of the page: browsers are to load it at once, the others later."""

    def size(self, src: str) -> tuple[int, int] | None:
        """Give the width and height of a picture of the content folder in CSS pixels, or None where it is not known."""

    def cite_number(self, ref: str) -> int:
        """Give the number of a reference in the page's list, or 0."""

    def reference_id(self, ref: str) -> str:
        """Give the id of a reference's entry in the list, to which its marks in the text point."""

    def cited(self, ref: str) -> tuple[str, ...]:
        """Give the ids of the marks in the text that cite a reference, in reading order."""

    def references(self) -> tuple[Reference, ...]:
        """Take the page's references: once taken they are listed, so the end of the page leaves them out."""


def icon(name: str, *paths: str) -> Element:
    """Draw an icon of one or more SVG paths on a field of 24 by 24, in the colour of the text around it.

    It is hidden from assistive technology: the words beside it say the same.
    """
    attributes = {
        "class": f"a11y-icon a11y-icon--{name}",
        "viewBox": "0 0 24 24",
        "width": "24",
        "height": "24",
        "aria-hidden": "true",
        "focusable": "false",
    }
    return el("svg", attributes, (el("path", {"d": path, "fill": "currentColor"}) for path in paths))


View = Callable[[Any, Draw], Element | list[Element]]
VIEWS: Registry[View] = Registry("view")
V = TypeVar("V", bound=View)


def view(cls: type[Block]) -> Callable[[V], V]:
    """Register the function that draws a block class."""

    def register(function: V) -> V:
        VIEWS.add(cls.kind, function)
        return function

    return register
