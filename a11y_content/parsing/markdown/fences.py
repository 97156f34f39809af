"""Fences: from the opening line, its options and its inside to the fields of a block, by the shapes of `Body`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from a11y_content.model.block import BLOCKS, Body
from a11y_content.model.raw import Raw
from a11y_content.parsing.build_faults import MARKUP_LOST
from a11y_content.parsing.markdown.faults import FENCE_BODY, Reading
from a11y_content.parsing.markdown.inlines import Line
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.markdown.mask import FenceLine, Option
from a11y_content.parsing.plan import Plan, Want, plan
from a11y_content.parsing.yaml_front import YAML_DUPLICATE, YAML_SYNTAX, read_yaml, scalar
from a11y_content.problem import Spot

_DASH: Final = re.compile(r"^\s*(?:—|–|--)\s*")
_LEAD: Final = re.compile(r"^\s*(?:[-–—:.,]\s*)?")
_ASKED: Final = {
    Body.NONE: "nothing",
    Body.LIST: "one list",
    Body.TITLED: "one list, the first line of each item being its title",
    Body.TERMS: "one list of `**Term:** words`",
    Body.LINKS: "one list of links",
    Body.TABLE: "one table",
}


def finish(reading: Reading, fence: FenceLine, argument: list[Raw], inside: list[Raw], line: Line) -> list[Raw]:
    """Make the block of a fence, followed by whatever of its inside has no place in it (told as a problem)."""
    spot = reading.source.at_byte(fence.offset)
    if not fence.name:
        head = [Raw({"kind": Raw("paragraph"), "inlines": Raw(argument, spot)}, spot)] if argument else []
        values = [Raw(f"{one.name}: {one.value}", reading.source.at_byte(one.offset)) for one in fence.options]
        head += [Raw({"kind": Raw("paragraph"), "inlines": Raw([one], one.spot)}, one.spot) for one in values]
        return [*head, *inside]
    cls = BLOCKS[fence.name]
    fields: dict[str, Raw] = {"kind": Raw(fence.name, spot)}
    keys: dict[str, Spot] = {}
    for name, word, offset in fence.words:
        fields[name] = Raw(word, reading.source.at_byte(offset))
    extra: list[Raw] = []
    if argument:
        if fence.rest in plan(cls).fields:
            fields[fence.rest] = Raw(argument, argument[0].spot)
        else:
            reading.tell(FENCE_BODY, spot, f"`{fence.name}` takes no words behind its name")
            extra.append(Raw({"kind": Raw("paragraph"), "inlines": Raw(argument, spot)}, spot))
    for option in fence.options:
        _option(reading, option, plan(cls), fields, keys, line)
    if cls.fence is not None:
        extra += _body(reading, fence, cls.fence.body, cls.fence.into, fields, inside, spot)
    return [Raw(fields, spot, keys), *extra]


def _option(  # noqa: PLR0913, PLR0917  the parts of one fence
    reading: Reading, option: Option, wanted: Plan, fields: dict[str, Raw], keys: dict[str, Spot], line: Line
) -> None:
    at = reading.source.at_byte
    spot = at(option.value_offset)
    name, value = option.name, option.value
    if name in fields:
        reading.tell(YAML_DUPLICATE, option.offset, f"`{name}` is given twice")
        return
    field = wanted.fields.get(name)
    made: Raw | None
    if field is not None and field.want is Want.INLINES:
        made = Raw(line.nested(value, option.value_offset), spot)
    elif value[:1] in {"[", "{", '"', "'"}:
        made, problems = read_yaml(value, spot.file, spot.line, spot.column)
        if problems and (field is None or field.want in {Want.TEXT, Want.BLOCKS}):
            made = Raw(value, spot)  # `"Neck" from the side` is words, not YAML
        elif made is None:
            said = problems[0].message if problems else "it is empty"
            reading.tell(YAML_SYNTAX, problems[0].where if problems else spot, f"`{name}: {value}`: {said}")
            return
        else:
            reading.problems.extend(problems)
    else:
        made = Raw(value if field is not None and field.want is Want.TEXT else scalar(value), spot)
    fields[name] = made
    keys[name] = at(option.offset)


def _body(  # noqa: PLR0911, PLR0913, PLR0917  the parts of one fence; one row a shape
    reading: Reading, fence: FenceLine, body: Body, into: str, fields: dict[str, Raw], inside: list[Raw], spot: Spot
) -> list[Raw]:
    """Fill the fields of the body; give what has no place."""
    if body is Body.BLOCKS:
        _fill(reading, fields, into or "blocks", Raw(inside, inside[0].spot if inside else spot), given=bool(inside))
        return []
    if body is Body.QUOTE:
        for name, value in quote(inside, spot, who="who" not in fields).items():
            _fill(reading, fields, into if into and name == "blocks" else name, value, given=bool(inside))
        return []
    if not inside:
        return []
    if body is Body.NONE:
        reading.tell(FENCE_BODY, inside[0].spot, f"nothing may stand inside `{fence.name}`")
        return inside
    kind, part = ("table", "columns") if body is Body.TABLE else ("list", "items")
    fitting = (
        i for i, one in enumerate(inside) if one.kind == kind and isinstance(one.value, dict) and part in one.value
    )
    index = next(fitting, -1)
    others = [one for i, one in enumerate(inside) if i != index]
    if others:
        reading.tell(FENCE_BODY, others[0].spot, f"`{fence.name}` takes {_ASKED[body]}")
    if index < 0:
        return others
    found = inside[index]
    parts = found.value if isinstance(found.value, dict) else {}
    if body is Body.TABLE:
        _table(reading, fields, parts)
        return others
    items = parts["items"].value
    rows = items if isinstance(items, list) else []
    make, name = _SHAPES[body]
    _fill(reading, fields, into or name, Raw([make(reading, one) for one in rows], found.spot), given=True)
    return others


def _fill(reading: Reading, fields: dict[str, Raw], name: str, value: Raw, *, given: bool) -> None:
    if name not in fields:
        fields[name] = value
    elif given:
        reading.tell(YAML_DUPLICATE, fields[name].spot, f"`{name}` is given as an option and as the text inside")


def quote(inside: list[Raw], spot: Spot, *, who: bool = True) -> dict[str, Raw]:
    """Split off the attribution: a last paragraph that begins with a dash."""
    last = inside[-1] if inside else None
    if who and len(inside) > 1 and last is not None and last.kind == "paragraph" and isinstance(last.value, dict):
        inlines = last.value["inlines"].value
        first = inlines[0] if isinstance(inlines, list) and inlines else None
        if first is not None and isinstance(first.value, str) and (found := _DASH.match(first.value)):
            rest = first.value[found.end() :]
            place = Spot(first.spot.file, first.spot.line, first.spot.column + found.end())
            said = ([Raw(rest, place)] if rest else []) + (inlines[1:] if isinstance(inlines, list) else [])
            return {"blocks": Raw(inside[:-1], spot), "who": Raw(said, last.spot)}
    return {"blocks": Raw(inside, spot)}


def _parts(item: Raw) -> tuple[list[Raw], list[Raw]]:
    """Give the line of a list item and the blocks under it."""
    fields = item.value if isinstance(item.value, dict) else {}
    inlines = fields["inlines"].value if "inlines" in fields else []
    blocks = fields["blocks"].value if "blocks" in fields else []
    return (inlines if isinstance(inlines, list) else []), (blocks if isinstance(blocks, list) else [])


def _titled(_: Reading, item: Raw) -> Raw:
    inlines, blocks = _parts(item)
    fields = {"title": Raw(inlines, item.spot)}
    if blocks:
        fields["blocks"] = Raw(blocks, blocks[0].spot)
    return Raw(fields, item.spot)


def _term(reading: Reading, item: Raw) -> Raw:
    inlines, blocks = _parts(item)
    fields: dict[str, Raw] = {}
    if inlines and inlines[0].kind == "strong" and isinstance(inlines[0].value, dict):
        inside = inlines[0].value["inlines"].value
        term = list(inside) if isinstance(inside, list) else []
        rest = inlines[1:]
        if term and isinstance(term[-1].value, str):
            term[-1] = Raw(term[-1].value.rstrip().removesuffix(":"), term[-1].spot)
        fields["term"] = Raw(term, inlines[0].spot)
    else:
        rest = inlines
        hint = "write the item as `**Term:** words`"
        reading.tell(FENCE_BODY, item.spot, f"this item has no term: “{words_of(inlines)}”", hint)
        fields["term"] = Raw([], item.spot)
    if rest and isinstance(rest[0].value, str):
        text = rest[0].value.lstrip().removeprefix(":").lstrip()
        column = rest[0].spot.column + len(rest[0].value) - len(text)
        place = Spot(rest[0].spot.file, rest[0].spot.line, column)
        rest = ([Raw(text, place)] if text else []) + rest[1:]
    if rest:
        paragraph = Raw({"kind": Raw("paragraph"), "inlines": Raw(rest, rest[0].spot)}, rest[0].spot)
        blocks = [paragraph, *blocks]
    fields["blocks"] = Raw(blocks, blocks[0].spot if blocks else item.spot)
    return Raw(fields, item.spot)


def _link(reading: Reading, item: Raw) -> Raw:
    inlines, blocks = _parts(item)
    if blocks:
        said = "this item has blocks under its line; one link and words behind it are wanted"
        reading.tell(FENCE_BODY, blocks[0].spot, said)
        inlines = [*inlines, Raw(" " + _all_words(blocks), blocks[0].spot)]
    text = words_of(inlines)
    first = inlines[0] if inlines else None
    if first is not None and first.kind == "link" and isinstance(first.value, dict):
        fields = {name: one for name, one in first.value.items() if name not in {"kind", "inlines"}}
        title = words_of([first])
        if title and title != first.value["href"].value:
            fields["title"] = Raw(title, first.value["inlines"].spot)
        after = words_of(inlines[1:])
        lost = next((one for one in inlines[1:] if not isinstance(one.value, str)), None)
        if lost is not None:
            reading.tell(
                MARKUP_LOST, lost.spot, f"the words behind a link are plain text; the marks in “{after}” are lost"
            )
        if after:
            fields["text"] = Raw(_LEAD.sub("", after, count=1), inlines[1].spot)
        return Raw(fields, item.spot, first.keys)
    if text and " " not in text:
        return Raw({"href": Raw(text, first.spot if first else item.spot)}, item.spot)
    reading.tell(FENCE_BODY, item.spot, f"this item does not begin with a link: “{text}”")
    link = next((one for one in inlines if one.kind == "link" and isinstance(one.value, dict)), None)
    href = link.value["href"] if link is not None and isinstance(link.value, dict) else Raw("", item.spot)
    return Raw({"href": href, "text": Raw(text, item.spot)}, item.spot)


def _all_words(blocks: list[Raw]) -> str:
    """Give every word of raw blocks, in reading order."""
    parts: list[str] = []
    stack = blocks[::-1]
    while stack:
        one = stack.pop()
        if isinstance(one.value, str):
            parts.append(one.value)
        elif isinstance(one.value, list):
            stack.extend(reversed(one.value))
        elif isinstance(one.value, dict):
            stack.extend(reversed([inner for name, inner in one.value.items() if name != "kind"]))
    return " ".join(" ".join(parts).split())


_SHAPES: Final[dict[Body, tuple[Callable[[Reading, Raw], Raw], str]]] = {
    Body.LIST: (lambda _, item: item, "items"),
    Body.TITLED: (_titled, "items"),
    Body.TERMS: (_term, "rows"),
    Body.LINKS: (_link, "links"),
}
"""What makes an item of a body's list, and the field that the items fill."""


def _table(reading: Reading, fields: dict[str, Raw], table: dict[str, Raw]) -> None:
    """Put the table's own cells beside the options; columns may be named in `numeric` by their words."""
    columns = table["columns"].value
    names = [words_of([one]) for one in columns] if isinstance(columns, list) else []
    numeric = fields.get("numeric")
    if numeric is not None:
        wanted = numeric.value if isinstance(numeric.value, list) else [numeric]
        numbered = [Raw(names.index(str(one.value)) + 1, one.spot) if one.value in names else one for one in wanted]
        fields["numeric"] = Raw(numbered, numeric.spot)
    for name, value in table.items():
        if name not in {"kind", "numeric"} or (name == "numeric" and numeric is None):
            _fill(reading, fields, name, value, given=True)
