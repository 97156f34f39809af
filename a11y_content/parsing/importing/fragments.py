"""Fragments of Markdown that other files are made of, and what their marks of style say in words."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.importing.faults import REPAIR_ATTRIBUTES
from a11y_content.parsing.importing.making import TOP, blocks_of, items_of, title_of
from a11y_content.parsing.markdown import markdown_to_raw
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.repair_faults import URGENCY_UNKNOWN
from a11y_content.parsing.source import Source
from a11y_content.problem import Problem, Spot

_HEADING: Final = re.compile(r"^ {0,3}(#{1,6})[ \t]", re.MULTILINE)
_STYLE: Final = re.compile(r"\s*\{(?:[.#][\w-]+\s*)+\}")
VERDICTS: Final = {"do": "do", "dos": "do", "don't": "dont", "do not": "dont", "donts": "dont", "don'ts": "dont"}
"""Headings of lists of what to do, and of what not to do: words, never a style."""


class Fragment:
    """One fragment, read: its blocks, the level of its first heading, its abbreviations and notes."""

    def __init__(self, source: Source) -> None:
        raw, self.problems = markdown_to_raw(source, foreign=True)
        fields = raw.value if isinstance(raw.value, dict) else {}
        body = fields["body"].value if "body" in fields else []
        self.blocks: list[Raw] = body if isinstance(body, list) else []
        found = _HEADING.search(source.text)
        self.level = max(len(found[1]), TOP) if found else TOP
        first = source.text.count("\n", 0, found.start()) + 1 if found else 0
        skipped = [one for one in self.problems if one.code == "heading-skip" and one.where.line == first]
        self.problems = [one for one in self.problems if one not in skipped]  # what it skips stands in parts before it
        if "title" in fields:  # a first heading of the first level: that of a part, since the page has its own
            title = fields["title"]
            first = next((i for i, one in enumerate(self.blocks) if one.kind == "section"), len(self.blocks))
            inside, self.blocks = self.blocks[:first], self.blocks[first:]
            self.blocks.insert(0, node("section", title.spot, title=[title], blocks=inside))
        self.glossary = _list(fields.get("glossary"))
        self.references = _list(fields.get("references"))
        for block in self.blocks:
            self._unstyle(block)

    def _unstyle(self, root: Raw) -> None:
        """Take marks such as `{.list--check}` out of the text, each told."""
        stack = [root]
        while stack:
            raw = stack.pop()
            if isinstance(raw.value, str) and "{" in raw.value:
                for found in _STYLE.finditer(raw.value):
                    said = f"the mark of style `{found[0].strip()}` was left out"
                    self.problems.append(REPAIR_ATTRIBUTES.at(raw.spot, said))
                raw.value = _STYLE.sub("", raw.value)
            elif isinstance(raw.value, list):
                stack.extend(raw.value)
            elif isinstance(raw.value, dict):
                stack.extend(raw.value.values())


def _list(raw: Raw | None) -> list[Raw]:
    return raw.value if raw is not None and isinstance(raw.value, list) else []


def advised(blocks: list[Raw]) -> list[Raw]:
    """Make lists of what to do and what not to do of sections that say so in their heading and begin with a list."""
    made: list[Raw] = []
    for one in blocks:
        inside = blocks_of(one)
        title = title_of(one)
        verdict = VERDICTS.get(plain_words(words_of(title)))
        if one.kind == "section" and verdict and inside and inside[0].kind == "list":
            made += [advice(verdict, title, items_of(inside[0]), one.spot), *inside[1:]]
            continue
        if one.kind == "section" and isinstance(one.value, dict):
            one.value["blocks"] = Raw(advised(inside), one.value["blocks"].spot)
        made.append(one)
    return made


def advice(verdict: str, title: list[Raw], items: list[Raw], spot: Spot) -> Raw:
    """Make a list of what to do, or of what not to do."""
    fields: dict[str, list[Raw]] = {"title": title} if title else {}
    return node("advice", spot, verdict=verdict, **fields, items=items)


def plain_words(text: str) -> str:
    """Give words for a comparison: small letters, straight apostrophes, no mark at the end."""
    return " ".join(text.replace("’", "'").casefold().strip(" :.!").split())


def headed(blocks: list[Raw]) -> tuple[list[Raw], list[Raw]]:
    """Part the heading that blocks begin with, as a title, from what stands under it."""
    if len(blocks) == 1 and blocks[0].kind in {"care", "callout"}:  # the HTML door knew the box by its words already
        return title_of(blocks[0]), blocks_of(blocks[0])
    if blocks and blocks[0].kind == "section":
        return title_of(blocks[0]), [*blocks_of(blocks[0]), *blocks[1:]]
    return [], blocks


def unsure(variant: str, blocks: list[Raw], spot: Spot, *, quiet: bool) -> tuple[list[Raw], Problem]:
    """Make a callout of a box whose style alone may say how urgent it is, and the problem that says so.

    `quiet`: without a heading it becomes a note, since the source uses the style for plain remarks too.
    """
    title, inside = headed(blocks)
    fields: dict[str, list[Raw]] = {}
    if not title and not quiet:
        lead = inside[0] if len(inside) > 1 and inside[0].kind == "paragraph" else None
        if lead is not None and isinstance(lead.value, dict) and isinstance(lead.value["inlines"].value, list):
            title, inside = lead.value["inlines"].value, inside[1:]
        else:
            title = [Raw("Important", spot)]
    if title:
        fields["title"] = title
    tone = "important" if title else "note"
    words = f"“{words_of(title)}” " if title else ""
    said = (
        f"the box {words}has the style “{variant}”, which says nothing certain of how urgent it is; it became a callout"
    )
    return [node("callout", spot, tone=tone, **fields, blocks=inside)], URGENCY_UNKNOWN.at(spot, said)
