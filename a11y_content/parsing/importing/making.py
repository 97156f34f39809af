"""Making documents: blocks that come one after another find their place under the headings before them."""

from __future__ import annotations

from typing import Final

from a11y_content.model.document import DOCUMENTS
from a11y_content.model.raw import Raw, node
from a11y_content.parsing.importing.adapters import Opened
from a11y_content.parsing.importing.faults import FRONT_LEFT_OUT
from a11y_content.parsing.importing.front import flat
from a11y_content.parsing.importing.repairs import Repairs
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.plan import plan
from a11y_content.parsing.text.guess import GUESS_SECTION, GUESS_SUMMARY
from a11y_content.parsing.text.inlines import sentences
from a11y_content.problem import Problem, Spot

TOP: Final = 2
"""Level of a section that stands in no other, as its heading is written in HTML."""
_SENTENCES: Final = 2
_SUMMARY: Final = 300
_LOOKED_AT: Final = 1200
"""Characters of the first paragraph that a summary is looked for in."""


class Flow:
    """Blocks in reading order; what follows a heading goes into its section."""

    def __init__(self) -> None:
        self.blocks: list[Raw] = []
        self._open: list[tuple[int, list[Raw]]] = []

    def add(self, made: list[Raw], level: int = TOP) -> None:
        """Add blocks; `level` is that of the headings of the sections among them."""
        for one in made:
            if one.kind == "section":
                while self._open and self._open[-1][0] >= level:
                    self._open.pop()
                self.here.append(one)
                self._into(one, level)
            else:
                self.here.append(one)

    def open(self, title: Raw, level: int = TOP) -> None:
        """Begin a section."""
        self.add([node("section", title.spot, title=[title], blocks=[])], level)

    @property
    def here(self) -> list[Raw]:
        """The list that the next block goes into."""
        return self._open[-1][1] if self._open else self.blocks

    def _into(self, section: Raw, level: int) -> None:
        """Go on inside the last section of a section."""
        while section.kind == "section" and isinstance(section.value, dict):
            blocks = section.value["blocks"].value
            if not isinstance(blocks, list):
                return
            self._open.append((level, blocks))
            if not blocks:
                return
            section, level = blocks[-1], level + 1


class Making:
    """Makes one document of what an importer read, and keeps the problems of doing so."""

    def __init__(self, opened: Opened, problems: list[Problem]) -> None:
        self.opened = opened
        self.problems = problems
        self.known: set[str] = set()
        """Paths of content files that this import writes beside this one."""

    def document(
        self, kind: str, title: Raw, blocks: list[Raw], *, summary: Raw | None = None, **fields: Raw | None
    ) -> Raw:
        """Give a document of a kind: mended, with the fields that its kind has; the others are told and left out."""
        cls = DOCUMENTS[kind]
        known = plan(cls).fields
        made: dict[str, Raw] = {"kind": Raw(kind, title.spot), cls.titled: title}
        made["lang"] = Raw(self.opened.lang, title.spot)
        if summary is None and kind == "condition":
            summary = self._summary(title, blocks)
        for name, value in {"summary": summary, **fields}.items():
            if value is None or value.value in ("", None, []):
                continue
            if name in known:
                made[name] = value
            else:
                self.leave_out(name, value)
        repairs = Repairs(self.opened.path, set())
        repairs.known = self.known
        body = Raw(blocks, blocks[0].spot if blocks else title.spot)
        repairs.blocks(body, words_of([title]))
        self.problems += repairs.problems
        settle(body)
        mended = body.value if isinstance(body.value, list) else []
        if kind == "condition":
            first = next((i for i, one in enumerate(mended) if one.kind == "section"), len(mended))
            lede, sections = mended[:first], mended[first:]
            if not sections and lede:
                lede, sections = self._section(title, lede)
            if lede:
                made["lede"] = Raw(lede, lede[0].spot)
            made["sections"] = Raw(sections, sections[0].spot if sections else title.spot)
        else:
            made["intro" if kind == "index" else "body"] = body
        return Raw(made, title.spot)

    def leave_out(self, name: str, value: Raw) -> None:
        """Tell of a field that has no place here, with its words."""
        said = flat(value)
        if said:
            self.problems.append(FRONT_LEFT_OUT.at(value.spot, f"`{name}: {said}` was left out"))

    def _summary(self, title: Raw, blocks: list[Raw]) -> Raw:
        first = _first_paragraph(blocks)
        if first is None:
            said = "there is no paragraph to take a summary from; the title stands for it"
            self.problems.append(GUESS_SUMMARY.at(title.spot, said))
            return Raw(title.value, title.spot)
        text = sentences(words_of([first])[:_LOOKED_AT], _SENTENCES, _SUMMARY)
        if len(text) == _LOOKED_AT:  # no sentence ends there
            text = f"{text[:_SUMMARY].rpartition(' ')[0]} …"
        said = f"the beginning of the first paragraph became the summary: “{text}”"
        self.problems.append(GUESS_SUMMARY.at(first.spot, said))
        return Raw(text, first.spot)

    def _section(self, title: Raw, lede: list[Raw]) -> tuple[list[Raw], list[Raw]]:
        """Put what follows the first block under a heading of its own: a condition has sections."""
        kept, rest = (lede[:1], lede[1:]) if len(lede) > 1 else ([], lede)
        words = f"About {title.value}"
        spot = rest[0].spot
        said = f"the text has no headings; what follows was put under “{words}”"
        self.problems.append(GUESS_SECTION.at(spot, said))
        return kept, [node("section", spot, title=[Raw(words, spot)], blocks=rest)]


def settle(root: Raw) -> None:
    """Put what follows a section without a heading of its own into it, as readers take it and Markdown writes it."""
    stack = [root]
    while stack:
        raw = stack.pop()
        if isinstance(raw.value, dict):
            stack.extend(raw.value.values())
            continue
        if not isinstance(raw.value, list):
            continue
        if any(one.kind == "section" for one in raw.value):
            made: list[Raw] = []
            for one in raw.value:
                here = made
                while one.kind != "section" and here and here[-1].kind == "section":
                    here = blocks_of(here[-1])
                here.append(one)
            raw.value = made
        stack.extend(raw.value)


def _first_paragraph(blocks: list[Raw]) -> Raw | None:
    stack = list(reversed(blocks))
    while stack:
        one = stack.pop()
        if one.kind == "paragraph" and words_of([one]):
            return one
        if one.kind == "section" and isinstance(one.value, dict) and isinstance(one.value["blocks"].value, list):
            stack.extend(reversed(one.value["blocks"].value))
    return None


def paragraph(inlines: list[Raw], spot: Spot) -> Raw:
    """Make a paragraph."""
    return node("paragraph", spot, inlines=inlines)


def link(href: str, words: str, spot: Spot) -> Raw:
    """Make a link."""
    return node("link", spot, href=href, inlines=[Raw(words, spot)])


def items_of(block: Raw) -> list[Raw]:
    """Give the items of a list."""
    items = block.value.get("items") if isinstance(block.value, dict) else None
    return items.value if items is not None and isinstance(items.value, list) else []


def title_of(section: Raw) -> list[Raw]:
    """Give the inlines of a section's title."""
    title = section.value.get("title") if isinstance(section.value, dict) else None
    return title.value if title is not None and isinstance(title.value, list) else []


def blocks_of(block: Raw) -> list[Raw]:
    """Give the blocks inside a block."""
    inside = block.value.get("blocks") if isinstance(block.value, dict) else None
    return inside.value if inside is not None and isinstance(inside.value, list) else []
