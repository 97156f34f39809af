"""Lines broken by hand: an imported text says with them what paragraphs, lists and headings say here."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.effort import tick
from a11y_content.model.raw import Raw, node
from a11y_content.parsing.markdown.marks import says, words_of
from a11y_content.parsing.repair_faults import GUESS_HEADING, GUESS_LIST
from a11y_content.parsing.writing.inlines import trim
from a11y_content.problem import Level, Problem, Spot, fault

REPAIR_LINES = fault(
    "repair-lines",
    "Lines broken by hand became paragraphs, or one line",
    why="At larger text and on narrow screens such breaks fall amid a line, and nobody hears them.",
    mend="check where the paragraphs begin and end",
    level=Level.REVIEW,
    criterion="1.3.1",
)

_MARKS: Final = frozenset({"strong", "em", "lang", "quoted", "sub", "sup"})
_BULLET: Final = re.compile(r"\s*(?:[•◦▪▫●○■□‣⁃∙·–—*-])\s+(?=\S)")
_STOP: Final = re.compile(r"[.!?:;…。！？]['\"”’)\]]*$")
_LONGEST_LINE: Final = 60
"""Lines of an address or of a name and a title are shorter."""
_LONGEST_TITLE: Final = 90
_DEEPEST: Final = 4
"""Sections inside sections that a heading may still be added to."""


class Lines:
    """Mends the lines of one document's tree in place, and tells of each change in `problems`."""

    def __init__(self, problems: list[Problem], *, headings: bool = True) -> None:
        self.problems = problems
        self.headings = headings

    def mend(self, root: Raw) -> None:
        """Mend every line break under `root`, but for verse in quotations, then bold paragraphs that head others."""
        stack: list[tuple[Raw, int]] = [(root, 0)]
        while stack:
            raw, depth = stack.pop()
            value = raw.value
            if isinstance(value, dict):
                tick()
                if raw.kind == "quote":
                    continue
                if "inlines" in value and not raw.kind:
                    self._item(value)
                deeper = depth + (raw.kind == "section")
                stack.extend((one, deeper) for name, one in value.items() if name not in {"kind", "inlines"})
            elif isinstance(value, list):
                if any(one.kind == "line-break" for one in value):
                    raw.value = _one_line(value)
                elif any(one.kind for one in value) and not any(isinstance(one.value, str) for one in value):
                    blocks = self._blocks(value)
                    raw.value = self._headings(blocks, depth) if self.headings else blocks
                    value = raw.value
                stack.extend((one, depth) for one in value)

    def _blocks(self, blocks: list[Raw]) -> list[Raw]:
        """Part paragraphs at their line breaks."""
        made: list[Raw] = []
        for one in blocks:
            tick()
            value = one.value
            inlines = value.get("inlines") if isinstance(value, dict) and one.kind == "paragraph" else None
            lines = _split(inlines.value) if inlines is not None and isinstance(inlines.value, list) else []
            if len(lines) < 2:  # noqa: PLR2004  one line is no line broken by hand
                made.append(one)
            else:
                made.extend(self._parted(one, lines))
        return made

    def _parted(self, paragraph: Raw, lines: list[list[Raw]]) -> list[Raw]:
        spot, said = paragraph.spot, words_of([paragraph])[:_LONGEST_LINE]
        signs = [bool(_BULLET.match(words_of(line))) for line in lines]
        if all(signs[1:]) and len(lines) - (not signs[0]) > 1:
            items = [Raw({"inlines": Raw(_unsigned(line), spot)}, spot) for line in lines[not signs[0] :]]
            self.problems.append(GUESS_LIST.at(spot, f"“{said}”: {len(items)} lines became a list"))
            head = [] if signs[0] else [_paragraph(lines[0], spot)]
            return [*head, node("list", spot, items=items)]
        if _is_address(lines):
            self.problems.append(REPAIR_LINES.at(spot, f"“{said}”: {len(lines)} lines became one, with commas"))
            return [_paragraph(_joined(lines, ", "), spot)]
        self.problems.append(REPAIR_LINES.at(spot, f"“{said}”: {len(lines)} lines became paragraphs"))
        return [_paragraph(line, spot) for line in lines]

    def _item(self, fields: dict[str, Raw]) -> None:
        """Leave the first line of an item of a list in it, and put the others under it as paragraphs."""
        inlines = fields["inlines"]
        lines = _split(inlines.value) if isinstance(inlines.value, list) else []
        if len(lines) < 2:  # noqa: PLR2004  as above
            if lines:
                inlines.value = lines[0]
            return
        said = words_of([inlines])[:_LONGEST_LINE]
        if _is_address(lines):
            fields["inlines"] = Raw(_joined(lines, ", "), inlines.spot)
            self.problems.append(REPAIR_LINES.at(inlines.spot, f"“{said}”: {len(lines)} lines became one, with commas"))
            return
        below = [_paragraph(line, inlines.spot) for line in lines[1:]]
        blocks = fields.get("blocks")
        after = blocks.value if blocks is not None and isinstance(blocks.value, list) else []
        fields["inlines"] = Raw(lines[0], inlines.spot)
        fields["blocks"] = Raw([*below, *after], inlines.spot)
        self.problems.append(REPAIR_LINES.at(inlines.spot, f"“{said}”: {len(lines)} lines became paragraphs"))

    def _headings(self, blocks: list[Raw], depth: int) -> list[Raw]:
        """Make a section of a bold paragraph and of what follows it, up to the next one or to a section."""
        if depth >= _DEEPEST:
            return blocks
        made: list[Raw] = []
        under: list[Raw] | None = None
        for place, one in enumerate(blocks):
            if one.kind == "section":
                under = None
            title = _title(one)
            follows = blocks[place + 1] if place + 1 < len(blocks) else None
            if title and follows is not None and follows.kind != "section" and not _title(follows):
                said = words_of(title)
                self.problems.append(GUESS_HEADING.at(one.spot, f"the bold paragraph “{said}” became a heading"))
                under = []
                fields = {"kind": Raw("section"), "title": Raw(title, one.spot), "blocks": Raw(under, one.spot)}
                made.append(Raw(fields, one.spot))
            else:
                (made if under is None else under).append(one)
        return made


def _title(one: Raw) -> list[Raw]:
    """Give the words of a paragraph that is one run of bold text and no sentence; else nothing."""
    value = one.value
    inlines = value.get("inlines") if isinstance(value, dict) and one.kind == "paragraph" else None
    items = inlines.value if inlines is not None and isinstance(inlines.value, list) else []
    items = [item for item in items if not isinstance(item.value, str) or item.value.strip()]
    if len(items) != 1 or items[0].kind != "strong" or not isinstance(items[0].value, dict):
        return []
    inside = items[0].value["inlines"].value
    said = words_of([items[0]])
    if (
        not isinstance(inside, list)
        or len(said) > _LONGEST_TITLE
        or (_STOP.search(said) and not said.endswith(("?", ":")))
    ):
        return []
    return inside


def _split(items: list[Raw]) -> list[list[Raw]]:
    """Part inlines at their line breaks, also inside marks; lines without words are left out."""
    lines: list[list[Raw]] = [[]]
    for one in items:
        if one.kind == "line-break":
            lines.append([])
        elif one.kind in _MARKS and isinstance(one.value, dict) and isinstance(one.value["inlines"].value, list):
            parts = _split(one.value["inlines"].value) or [[]]
            for place, part in enumerate(parts):
                if place:
                    lines.append([])
                if part:
                    lines[-1].append(Raw({**one.value, "inlines": Raw(part, one.spot)}, one.spot))
        elif isinstance(one.value, dict) and "inlines" in one.value and isinstance(one.value["inlines"].value, list):
            inside = Raw(_one_line(one.value["inlines"].value), one.spot)
            lines[-1].append(Raw({**one.value, "inlines": inside}, one.spot))
        else:
            lines[-1].append(one)
    return [trim(line) for line in lines if says(trim(line))]


def _one_line(items: list[Raw]) -> list[Raw]:
    """Put inlines on one line, in a place that holds no paragraphs: a title, a cell, a link."""
    lines = _split(items)
    return _joined(lines, "; ") if len(lines) > 1 else (lines[0] if lines else [])


def _joined(lines: list[list[Raw]], sign: str) -> list[Raw]:
    made: list[Raw] = []
    for line in lines:
        if made:
            said = words_of(made).rstrip()
            made.append(Raw(" " if _STOP.search(said) or said.endswith((",", "-", "–")) else sign, line[0].spot))
        made.extend(line)
    return trim(made)


def _is_address(lines: list[list[Raw]]) -> bool:
    """Tell short lines without ends of sentences, with a figure in one of them: an address, not running text."""
    said = [words_of(line) for line in lines]
    short = all(len(one) <= _LONGEST_LINE and not _STOP.search(one) for one in said)
    return short and len(said) > 2 and any(letter.isdigit() for one in said for letter in one)  # noqa: PLR2004


def _unsigned(line: list[Raw]) -> list[Raw]:
    """Take the bullet off a line."""
    first = line[0]
    if isinstance(first.value, str):
        return [Raw(_BULLET.sub("", first.value, count=1), first.spot), *line[1:]]
    return line


def _paragraph(inlines: list[Raw], around: Spot) -> Raw:
    return node("paragraph", next((one.spot for one in inlines if one.spot), around), inlines=inlines)
