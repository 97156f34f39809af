"""Masking: what CommonMark does not know becomes CommonMark of the same length, so that every byte keeps its place.

`:::{care} urgent Title` becomes a heading `#               Title`, `:::` a thematic break `***`; options and glossary
lines become blank. Headings and breaks interrupt paragraphs and nest in lists and quotes, as a fence must; the reader
knows them by their offsets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from a11y_content.model.block import BLOCKS
from a11y_content.parsing.markdown.faults import FENCE_BRACES, FENCE_UNKNOWN, Reading
from a11y_content.parsing.plan import Want, plan
from a11y_content.registry import suggest

_FENCE: Final = re.compile(
    rb"^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t]|\[\^[^\]\s]++\]:[ \t])*+(:{3,}+)([^\n]*)\n?", re.MULTILINE
)
_OPENER: Final = re.compile(rb"[ \t]*(\{?)[ \t]*([A-Za-z][\w\x80-\xff-]*)[ \t]*(\}?)[ \t]*")
_OPTION: Final = re.compile(rb"([ \t>]*):([A-Za-z][\w-]*):(?:[ \t]+([^\n]*))?[ \t]*(?:\n|\Z)")
_TERM: Final = re.compile(rb"^\*\[([^\]\n]+)\]:[ \t]*([^\n]*)$", re.MULTILINE)
_NOTE: Final = re.compile(rb"^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t])*+\[\^([^\]\s]+)\]:", re.MULTILINE)
_MARK: Final = re.compile(rb"\[\^([^\]\s]+)\](?!:)")
_WORD: Final = re.compile(rb"\S+[ \t]*")
_BLANK: Final = bytes(byte if byte == ord("\n") else ord(" ") for byte in range(256))
"""Every byte but the end of a line becomes a space."""


@dataclass(slots=True)
class Option:
    """An option line of a fence: name and value as written, with their byte offsets."""

    name: str
    offset: int
    value: str
    value_offset: int


@dataclass(slots=True)
class FenceLine:
    """The opening line of a fence. `name` is the kind that it is read as; empty where that is unknown."""

    colons: int
    name: str
    offset: int
    words: list[tuple[str, str, int]] = field(default_factory=list)
    """(field, word, byte offset) of the argument's words that are plain text."""
    rest: str = ""
    """The field that the marked-up rest of the line fills."""
    options: list[Option] = field(default_factory=list)


@dataclass(slots=True)
class Masked:
    """The masked text with what was masked."""

    text: str
    fences: dict[int, FenceLine] = field(default_factory=dict)
    closers: dict[int, int] = field(default_factory=dict)
    """Number of colons of closing lines by byte offset."""
    terms: list[tuple[int, str, int, str]] = field(default_factory=list)
    """(offset, short, offset, expansion) of the glossary lines."""


def mask(reading: Reading, body: int) -> Masked:
    """Mask the source from the byte offset `body`; what comes before (the front matter) becomes blank."""
    data = reading.source.data
    masked = bytearray(data)
    if body:
        masked[:body] = data[:body].translate(_BLANK)
    made = Masked("")
    if b":::" in data:
        for found in _FENCE.finditer(data, body):
            _mask_fence(reading, data, masked, made, found)
    if b"*[" in data:
        for found in _TERM.finditer(data, body):
            start, end = found.span()
            masked[start:end] = b" " * (end - start)
            made.terms.append((start + 2, found[1].decode(), found.start(2), found[2].decode().strip()))
    if b"[^" in data:
        known = {found[1].lower() for found in _NOTE.finditer(data, body)}
        missing = {found[1] for found in _MARK.finditer(data, body) if found[1].lower() not in known}
        # a mark without a definition would be plain text; front matter may define it, else a rule tells of it
        masked += b"".join(b"\n\n[^" + one + b"]: x" for one in sorted(missing))
    made.text = masked.decode("utf-8", "replace")
    return made


def _mask_fence(reading: Reading, data: bytes, masked: bytearray, made: Masked, found: re.Match[bytes]) -> None:
    start, end = found.start(1), found.end(2)
    colons = len(found[1])
    if not found[2].strip():
        made.closers[start] = colons
        masked[start:end] = b"*" * colons + b" " * (end - start - colons)
        return
    head = _OPENER.match(data, found.start(2), end)
    if head is None:
        reading.tell(FENCE_UNKNOWN, start, "this line begins with `:::` and names no kind", "write `:::{care} urgent`")
        return
    word = head[2].decode()
    fence = FenceLine(colons, _known(reading, word, start), start)
    if not (head[1] and head[3]):
        reading.tell(FENCE_BRACES, start, f"`:::{word}` needs curly brackets", f"write `:::{{{fence.name or word}}}`")
    masked[start:end] = b"#" + b" " * (end - start - 1)
    keep = _arguments(fence, data, head.end(), end)
    masked[keep:end] = data[keep:end]
    made.fences[start] = fence
    at = found.end()
    while (option := _OPTION.match(data, at)) is not None:
        value = (option[3] or b"").rstrip()
        where = option.start(3) if option[3] is not None else option.end(2)
        fence.options.append(Option(option[2].decode(), option.start(2), value.decode(), where))
        first = option.end(1)
        masked[first : option.end()] = data[first : option.end()].translate(_BLANK)
        at = option.end()


def _known(reading: Reading, word: str, start: int) -> str:
    cls = BLOCKS.get(word)
    if cls is not None and cls.fence is not None:
        return word
    names = [name for name, cls in BLOCKS.items() if cls.fence is not None]
    lower = word.lower().replace("_", "-")
    near = suggest(lower, names)
    hint = f"did you mean `{near}`?" if near else f"the fences are {', '.join(names)}"
    reading.tell(FENCE_UNKNOWN, start, f"there is no fence `{word}`", hint)
    return near


def _arguments(fence: FenceLine, data: bytes, at: int, end: int) -> int:
    """Take the argument's words; give the offset from which the rest of the line is read as marked-up text."""
    if not fence.name:
        fence.rest = "unknown"
        return at
    cls = BLOCKS[fence.name]
    names = cls.fence.argument if cls.fence is not None else ()
    for name in names[:-1]:
        word = _WORD.match(data, at, end)
        if word is None:
            return end
        fence.words.append((name, word[0].decode().strip(), at))
        at = word.end()
    if not names:
        fence.rest = "unknown"
        return at
    field_ = plan(cls).fields.get(names[-1])
    if field_ is not None and field_.want is Want.INLINES:
        fence.rest = names[-1]
        return at
    text = data[at:end].decode().strip()
    if text:
        fence.words.append((names[-1], text, at))
    return end
