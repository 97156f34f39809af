"""HTML elements and their one serialiser: lxml in, HTML5 text out.

lxml's own HTML method writes HTML 4 (`</source>`, `</track>`, `</wbr>` are parse errors today), so no other module
serialises.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

Element = etree._Element  # noqa: SLF001  the class of all lxml elements has no public name
Child = Element | str | None
Attributes = Mapping[str, str | bool | None]

_STRAY_END: Final = re.compile(r"</(?:source|track|wbr|embed)>")
_BOOLEAN: Final = re.compile(r' (hidden|open|checked|disabled|controls|muted|itemscope|async|defer)=""')
_BAD_CHARACTER: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def el(tag: str, attributes: Attributes | None = None, *children: Child | Iterable[Child]) -> Element:
    """Make an element.

    An attribute of `None` or `False` is left out, `True` is written as a boolean attribute. A child is an element, a
    string (always text, never markup), `None`, or an iterable of these.
    """
    made = etree.Element(tag)
    if attributes:
        for name, value in attributes.items():
            if value is None or value is False:
                continue
            made.set(name, "" if value is True else clean(value))
    for child in children:
        append(made, child)
    return made


def append(parent: Element, child: Child | Iterable[Child]) -> None:
    """Append an element, text or an iterable of both to `parent`."""
    if child is None:
        return
    if isinstance(child, str):
        _append_text(parent, clean(child))
    elif isinstance(child, etree._Element):  # noqa: SLF001
        parent.append(child)
    else:
        for one in child:
            append(parent, one)


def _append_text(parent: Element, text: str) -> None:
    for last in parent.iterchildren(reversed=True):  # not len(): it counts, and a paragraph may have 10,000 children
        last.tail = (last.tail or "") + text
        return
    parent.text = (parent.text or "") + text


def clean(text: str) -> str:
    """Replace the characters that no HTML or XML document may hold (NUL, C0, surrogates) by U+FFFD."""
    # Printable text holds none of them, and asking costs a fraction of the search.
    return text if text.isprintable() else _BAD_CHARACTER.sub("\ufffd", text)


def apart(text: str, turn: str = "ltr") -> Child:
    """Set an author's words apart from the words beside them, in text that runs as `turn` says.

    Letters of the other direction, and characters that turn the order round, would move what stands beside them
    (https://www.w3.org/International/articles/inline-bidi-markup/); `bdi` ends what they do. Other words stay text.
    """
    if turn == "ltr" and text.isascii():
        return text
    sides = {unicodedata.bidirectional(one) for one in set(text)}
    return el("bdi", None, text) if sides & (_TURNED if turn == "ltr" else _TURNED_LEFT) else text


_TURNING: Final = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_TURNED: Final = _TURNING | {"R", "AL", "AN"}
_TURNED_LEFT: Final = _TURNING | {"L"}


def closed(text: str) -> str:
    """End what characters of an author turn round, where no element can: in a title with words behind."""
    if text.isascii():
        return text
    opened: list[str] = []
    for one in text:
        side = unicodedata.bidirectional(one)
        if side in {"LRE", "RLE", "LRO", "RLO", "LRI", "RLI", "FSI"}:
            opened.append("\u2069" if side.endswith("I") else "\u202c")
        elif side == "PDF" and opened and opened[-1] == one:
            opened.pop()
        elif side == "PDI" and one in opened:
            while opened.pop() != one:
                pass
    return text + "".join(reversed(opened))


def serialize(element: Element) -> str:
    """Write one element and all below it as HTML5, without a doctype."""
    text: str = etree.tostring(element, encoding="unicode", method="html", with_tail=False)
    if "</" in text:
        text = _STRAY_END.sub("", text)
    return text


def text_of(element: Element) -> str:
    """Give the text of an element and all below it, white space folded."""
    return " ".join("".join(element.itertext()).split())  # type: ignore[arg-type]  # itertext is typed too widely
