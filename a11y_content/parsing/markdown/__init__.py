"""The Markdown door: YAML front matter, CommonMark with tables and footnotes, and colon fences, to the located tree."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final, NamedTuple

import pyromark

from a11y_content.model.document import DOCUMENTS
from a11y_content.model.raw import Raw
from a11y_content.parsing.limits import FATAL, LIMIT_NODES, MAX_SIGNS
from a11y_content.parsing.markdown.blocks import BlockReader
from a11y_content.parsing.markdown.faults import LINK_UNUSED, Reading
from a11y_content.parsing.markdown.marks import OPTIONS
from a11y_content.parsing.markdown.mask import Masked, mask
from a11y_content.parsing.plan import plan
from a11y_content.parsing.source import Source
from a11y_content.parsing.yaml_front import YAML_DUPLICATE, YAML_SYNTAX, read_yaml, split_front
from a11y_content.problem import Problem, Spot

_SIGNS: Final = (b"*", b"_", b"`", b"[", b"<", b"\n\n")
_DEFINITION: Final = re.compile(rb"^[ \t>]*\[(?!\^)([^\[\]\n]+)\]:[ \t]*(\S[^\n]*)", re.MULTILINE)


def markdown_to_raw(source: Source, *, foreign: bool = False, kind: str = "") -> tuple[Raw, list[Problem]]:
    """Read a Markdown document into the located tree.

    `foreign`: the text was written for another program; what is refused elsewhere is repaired, each time with a
    warning that says where: HTML is left out and its text kept, code becomes text, a first-level heading becomes the
    title. `kind`: the kind of document where the front matter does not say (it decides which field takes the text).
    """
    reading = Reading(source, foreign)
    end, body, problems = split_front(source)
    reading.problems += problems
    start = Spot(source.name, 1, 1)
    front = Raw({}, start)
    if end:
        made, problems = read_yaml(source.text[:end], source.name)
        reading.problems += problems
        if made is not None and isinstance(made.value, dict):
            front = made
        elif made is not None and made.value is not None:
            reading.tell(YAML_SYNTAX, made.spot, "the front matter must be lines of `name: value`")
    body_byte = body if body == 0 else len(source.text[:body].encode("utf-8", "surrogatepass"))
    below = read_body(reading, body_byte)
    if below is None:
        return front, reading.problems
    raw = _document(reading, front, below, kind)
    raw.spot = start
    return raw, sorted(reading.problems, key=lambda one: one.where)


class BodyRead(NamedTuple):
    """What stood below the front matter."""

    blocks: list[Raw]
    title: tuple[str, Spot] | None
    """The first-level heading of a foreign text."""
    glossary: list[Raw]
    references: list[Raw]


def read_body(reading: Reading, body: int) -> BodyRead | None:
    """Read the Markdown from a byte offset on; None where there is too much of it, which is told."""
    source = reading.source
    if len(source.data) > MAX_SIGNS and sum(source.data.count(sign) for sign in _SIGNS) > MAX_SIGNS:
        beyond = next(islice(re.finditer(rb"[*_`\[<]|\n\n", source.data), MAX_SIGNS, None)).start()
        reading.tell(LIMIT_NODES, beyond, f"the document has more than {MAX_SIGNS:,} marks and paragraphs")
        return None
    masked = mask(reading, body)
    reader = BlockReader(reading, masked)
    reader.read(pyromark.events_with_range(masked.text, options=OPTIONS))
    if not FATAL.intersection(one.code for one in reading.problems):
        _unused(reading, reader, masked, body)
    at = source.at_byte
    terms = [
        Raw({"short": Raw(short, at(first)), "expansion": Raw(words, at(second))}, at(first))
        for first, short, second, words in masked.terms
    ]
    return BodyRead(reader.frames[0].root, reader.title, terms, reader.references)


def _unused(reading: Reading, reader: BlockReader, masked: Masked, body: int) -> None:
    """Tell of link definitions that show nowhere: the parser takes them out of the text in silence."""
    data = reading.source.data
    if b"]:" not in data:
        return
    seen: set[str] = set()
    for found in _DEFINITION.finditer(masked.text.encode("utf-8", "replace")[: len(data)], body):
        label = " ".join(found[1].decode("utf-8", "replace").split()).casefold()
        if label not in reader.line.used or label in seen:
            said = found[0].decode("utf-8", "replace").strip()
            reading.tell(LINK_UNUSED, found.start(1) - 1, f"`{said}` is not used")
        seen.add(label)


def _document(reading: Reading, front: Raw, body: BodyRead, kind: str) -> Raw:
    fields = dict(front.value) if isinstance(front.value, dict) else {}
    said = front.kind or kind or "page"
    cls = DOCUMENTS.get(said) or DOCUMENTS.get(DOCUMENTS.near(said)) or DOCUMENTS["page"]
    known = plan(cls).fields
    if "kind" not in fields:
        fields["kind"] = Raw(said, front.spot)
    blocks = body.blocks
    if body.title is not None:
        name = "name" if "name" in known else "title"
        if name in fields:
            blocks.insert(0, _section(body.title, blocks))
        else:
            fields[name] = Raw(*body.title)
    spot = blocks[0].spot if blocks else front.spot
    if "sections" in known:
        first = next((i for i, one in enumerate(blocks) if one.kind == "section"), len(blocks))
        _put(reading, fields, "lede", blocks[:first], spot)
        _put(reading, fields, "sections", blocks[first:], blocks[first].spot if blocks[first:] else spot, always=True)
    else:
        _put(reading, fields, "body" if "body" in known else "intro", blocks, spot, always=True)
    for name, more in (("glossary", body.glossary), ("references", body.references)):
        if more:
            given = fields.get(name)
            before = given.value if given is not None and isinstance(given.value, list) else []
            fields[name] = Raw([*before, *more], given.spot if given is not None else more[0].spot)
    return Raw(fields, front.spot, front.keys)


def _section(title: tuple[str, Spot], blocks: list[Raw]) -> Raw:
    """Make a section of a foreign main heading whose page has its name already."""
    words, spot = title
    first = next((i for i, one in enumerate(blocks) if one.kind == "section"), len(blocks))
    inside, blocks[:first] = blocks[:first], []
    fields = {"kind": Raw("section", spot), "title": Raw([Raw(words, spot)], spot), "blocks": Raw(inside, spot)}
    return Raw(fields, spot)


def _put(  # noqa: PLR0913  the parts of one document
    reading: Reading, fields: dict[str, Raw], name: str, blocks: list[Raw], spot: Spot, *, always: bool = False
) -> None:
    if name in fields and blocks:
        said = f"`{name}` is given in the front matter and as the text below it"
        reading.tell(YAML_DUPLICATE, fields[name].spot, said)
    elif name not in fields and (blocks or always):
        fields[name] = Raw(blocks, spot)
