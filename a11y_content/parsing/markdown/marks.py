"""Marks inside a line: roles, attributes of links, and the words of raw inlines."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

import pyromark

from a11y_content.model.raw import Raw
from a11y_content.parsing.markdown.faults import LINK_UNDEFINED, Reading
from a11y_content.parsing.source import Source
from a11y_content.problem import Spot

OPTIONS: Final = (
    pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_STRIKETHROUGH
)


class Role(NamedTuple):
    """How `{name=value}`words`` is an inline: its kind, the field of the value, the field of the words.

    Where no field takes the words, they stand behind the mark.
    """

    kind: str
    value: str
    words: str


class OpenMark:
    """A mark that is open: kind, start, what stood before it, value, and the HTML tag that made it."""

    __slots__ = ("kind", "out", "start", "tag", "value")

    def __init__(self, kind: str, start: int, out: list[Raw], value: Any = None, tag: str = "") -> None:
        """Keep them."""
        self.kind, self.start, self.out, self.value, self.tag = kind, start, out, value, tag


ROLES: Final = {
    "lang": Role("lang", "tag", "inlines"),
    "time": Role("time", "date", "text"),
    "phone": Role("phone", "number", "text"),
    "abbr": Role("abbr", "", "short"),
    "sub": Role("sub", "", "inlines"),
    "sup": Role("sup", "", "inlines"),
    "q": Role("quoted", "", "inlines"),
    "strong": Role("strong", "", "inlines"),
    "em": Role("em", "", "inlines"),
    "link": Role("link", "href", "inlines"),
    "cite": Role("cite", "", "ref"),
    "br": Role("line-break", "", ""),
}
ROLE: Final = re.compile(rb"(?<!\\)\{([A-Za-z][\w-]*)(?:=([^{}`\s]*))?\}\Z")
LONGEST_ROLE: Final = 2048
ATTRIBUTES: Final = re.compile(rb'\{[ \t]*(?:[A-Za-z][\w-]*=(?:"[^"\n]*"|[^\s"{}]+)[ \t]*)+\}(?!`)')
ATTRIBUTE: Final = re.compile(rb'([A-Za-z][\w-]*)=(?:"([^"\n]*)"|([^\s"{}]+))')
UNDEFINED: Final = re.compile(r"\[[^\[\]]+\]\[[^\[\]]*\]")
SPECIAL: Final = re.compile(r"[*_\[\]<>&\\`!~{]")
MAX_ROLES: Final = 8
KINDS: Final = {
    kind: Raw(kind)
    for kind in [
        "text",
        "strong",
        "em",
        "link",
        "image",
        "line-break",
        "cite",
        "phone",
        "lang",
        "time",
        "abbr",
        "sub",
        "sup",
        "quoted",
    ]
}
STARTS: Final = {"Emphasis": "em", "Strong": "strong", "Strikethrough": "strikethrough"}
HTML_KINDS: Final = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "sub": "sub", "sup": "sup", "q": "quoted",
}  # fmt: skip


def words_of(raws: Iterable[Raw]) -> str:
    """Give the words of raw inlines, without their marks."""
    stack = list(raws)
    if len(stack) == 1 and isinstance(stack[0].value, str):
        return " ".join(stack[0].value.split())
    parts: list[str] = []
    stack.reverse()
    while stack:
        value = stack.pop().value
        if isinstance(value, str):
            parts.append(value)
        elif isinstance(value, list):
            stack.extend(reversed(value))
        elif isinstance(value, dict):
            for name in ("inlines", "text", "short", "alt", "number"):
                if name in value:
                    stack.append(value[name])
                    break
            else:
                parts.append(" ")
    return " ".join("".join(parts).split())


def says(raws: Iterable[Raw]) -> bool:
    """Tell whether raw inlines give a reader anything: words, or a mark that is drawn without words of its own."""
    raws = list(raws)
    return bool(words_of(raws)) or any(one.kind in {"cite", "time"} for one in raws)


_GIVEN: Final = frozenset({"kind", "href", "inlines"})
"""Fields of a link that are written before its curly brackets."""


def role_before(data: bytes, first: int) -> re.Match[bytes] | None:
    """Find the head of a role, `{name=value}`, right before a code span that starts at the byte offset `first`."""
    head = data.rfind(b"{", max(0, first - LONGEST_ROLE), first) if data[first - 1 : first] == b"}" else -1
    return ROLE.match(data, head, first) if head >= 0 else None


def role_fields(
    source: Source, role: Role, found: re.Match[bytes], end: int
) -> tuple[dict[str, Raw], dict[str, Spot], int]:
    """Give what a role says beside its words: fields, places of names, and the offset behind a link's attributes or 0.

    `end` is the byte offset behind the role's words.
    """
    fields: dict[str, Raw] = {}
    if found[2] is not None:  # no inline has a field `value`: the build tells of it
        fields[role.value or "value"] = Raw(found[2].decode(), source.at_byte(found.start(2)))
    if role.kind != "link":
        return fields, {}, 0
    skip, more, keys = link_attributes(source, end)
    return fields | more, keys, skip


def undefined(reading: Reading, text: str, start: int) -> None:
    """Tell of reference links that nothing defines; `start` is the byte offset of the text."""
    source = reading.source
    for found in UNDEFINED.finditer(text):
        where = source.data.find(found[0].encode(), start)
        if where >= 0:  # otherwise the brackets were escaped on purpose
            reading.tell(LINK_UNDEFINED, where, f"`{found[0]}` is no link: nothing defines it")


def link_attributes(source: Source, start: int) -> tuple[int, dict[str, Raw], dict[str, Spot]]:
    """Read `{name="value"}` right behind a link: (byte offset behind it or 0, fields, places of their names)."""
    found = ATTRIBUTES.match(source.data, start) if source.data[start : start + 1] == b"{" else None
    if found is None:
        return 0, {}, {}
    fields, keys = {}, {}
    for one in ATTRIBUTE.finditer(source.data, *found.span()):
        group = 2 if one[2] is not None else 3
        name = one[1].decode()
        if name in fields or name in _GIVEN:
            name = f"{{{name}}}"  # no inline has such a field: the build tells of it
        fields[name] = Raw(html.unescape(one[group].decode()), source.at_byte(one.start(group)))
        keys[name] = source.at_byte(one.start(1))
    return found.end(), fields, keys
