"""Words of our own interface, read back: what our renderer adds to an author's words is taken off again."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.html.flow import OWN, Reader
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.vocabulary import HEADINGS, classes, has_class, is_unseen, lang_of, solid
from a11y_content.text import catalogues, say

_HOLE: Final = re.compile(r"\{(\w+)\}")
Read = Callable[[Reader, Node], list[Raw] | None]


@lru_cache(maxsize=512)
def _patterns(msgid: str) -> tuple[re.Pattern[str], ...]:
    """Give a pattern of an interface string in every language that has one, English first."""
    texts = dict.fromkeys([msgid, *(say(lang, msgid) for lang in sorted(catalogues()))])
    made = []
    for text in texts:
        pieces = _HOLE.split(text)
        parts = [f"(?P<{one}>.*)" if place % 2 else re.escape(one) for place, one in enumerate(pieces)]
        made.append(re.compile("".join(parts), re.DOTALL))
    return tuple(made)


def unsay(text: str, msgid: str) -> dict[str, str] | None:
    """Find what was filled into an interface string, in whatever language it is; None where the text is not that."""
    for pattern in _patterns(msgid):
        found = pattern.fullmatch(text)
        if found is not None:
            return found.groupdict()
    return None


def is_said(text: str, msgid: str) -> bool:
    """Tell whether a text is an interface string in some language."""
    return unsay(" ".join(text.split()), msgid) is not None


def own(*names: str) -> Callable[[Read], Read]:
    """Register the reader of our own markup with one of these classes; it adds the block's language by itself."""

    def register(read: Read) -> Read:
        def wrapped(reader: Reader, one: Node) -> list[Raw] | None:
            reading = reader.reading
            lang, before = lang_of(one), reading.foreign
            reading.foreign = before or bool(lang and lang != reading.lang)
            try:
                made = read(reader, one)
            finally:
                reading.foreign = before
            if made and lang and isinstance(made[0].value, dict):
                made[0].value["lang"] = Raw(lang, one.spot)
            return made

        for name in names:
            OWN[name] = wrapped
        return wrapped

    return register


def variant(one: Node, start: str, allowed: tuple[str, ...]) -> str:
    """Give the word of a closed set that a class ends with, as `urgent` of `a11y-care--urgent`; or an empty string."""
    found = [cls.removeprefix(start) for cls in classes(one) if cls.startswith(start)]
    return found[0] if len(found) == 1 and found[0] in allowed else ""


def parts(one: Node) -> list[Node]:
    """Give what stands inside, without white space and without signs that are drawn."""
    return [child for child in solid(one) if child.name != "svg" or child.words()]


def head_and_rest(one: Node) -> tuple[Node | None, list[Node]]:
    """Part what stands inside into its first heading, where it begins with one, and the rest."""
    inside = parts(one)
    if inside and inside[0].name in HEADINGS:
        return inside[0], inside[1:]
    return None, inside


def without_prefix(head: Node, words: dict[str, str]) -> tuple[str, Node]:
    """Take the prefix that says a kind off a heading: (the name under which `words` has it or empty, the heading)."""
    inside = [child for child in head.children if child.name or child.text]
    first = inside[0] if inside else None
    if first is None or not (is_unseen(first) or has_class(first, "a11y-care__word")):
        return "", head
    name = next((name for name, msgid in words.items() if is_said(first.words(), msgid)), "")
    return (name, Node(head.name, head.spot, head.attributes, inside[1:])) if name else ("", head)


def text_of(one: Node) -> str:
    """Give the text inside as it stands; folded where it runs over lines, as only a person writes it."""
    text = "".join(part.text for part in one.walk() if not part.name)
    return " ".join(text.split()) if "\n" in text else text
