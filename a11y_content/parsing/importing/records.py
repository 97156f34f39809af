"""Content kept as JSON records: the steps that importers of such files share, each with the place of what it reads."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.importing.adapters import Imported, Opened
from a11y_content.parsing.importing.faults import BLOCK_UNKNOWN, FRONT_LEFT_OUT
from a11y_content.parsing.importing.fragments import advice, headed
from a11y_content.parsing.importing.making import TOP, Flow, items_of, paragraph, title_of
from a11y_content.parsing.importing.words import bare, words
from a11y_content.parsing.json_text import inside
from a11y_content.parsing.limits import LIMIT_SIZE, MAX_HTML
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.repair_faults import GUESS_ADVICE, URGENCY_UNKNOWN
from a11y_content.parsing.text.guess import GUESS_TITLE
from a11y_content.parsing.urgency import loud_word, said_urgency
from a11y_content.problem import Problem, Spot

_HEADING: Final = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T ])")
_TITLES: Final = {
    "emergency": "Get help immediately",
    "urgent": "Get help soon",
    "non-urgent": "Get advice",
}
"""Titles of care cards that the source gives none."""
_HEADS: Final = ("headline", "heading", "title")
_ORDER: Final = ("headline", "heading", "title", "label", "name", "text", "value", "body")


class Records:
    """Reads records into blocks, and keeps what was told of them."""

    def __init__(self, opened: Opened, made: Imported) -> None:
        self.opened = opened
        self.made = made
        self.flow = Flow()
        self.markup = 0
        """Characters of HTML that were read."""
        self.nested: dict[Spot, Callable[[int], Spot]] = {}
        """For strings inside a string of the file: how to find the place of their characters."""
        self.machine: dict[str, dict[str, Spot]] = {}
        """Values of fields that only programs read, by the name of the field."""

    def tell(self, problem: Problem) -> None:
        """Keep a problem."""
        self.made.problems.append(problem)

    def at(self, raw: Raw) -> Callable[[int], Spot]:
        """Give the way from a character of a string to its place in the file."""
        return self.nested.get(raw.spot) or inside(self.opened.source, raw.spot)

    # ------------------------------------------------------------------------------------------------- strings
    def html(self, raw: Raw | None) -> list[Raw]:
        """Read a string that may hold HTML into blocks."""
        text = text_of(raw)
        if raw is None or not text.strip():
            return []
        if "<" not in text and "&" not in text:
            parts = [one.strip() for one in re.split(r"\n\s*\n", text) if one.strip()]
            return [paragraph([Raw(" ".join(one.split()), raw.spot)], raw.spot) for one in parts]
        self.markup += len(text)
        if self.markup > MAX_HTML:  # told once more than once is no harm: nothing is made of the file
            self.tell(LIMIT_SIZE.at(raw.spot, f"the page has more than {MAX_HTML:,} characters of HTML"))
            return []
        from a11y_content.parsing.html import html_blocks  # noqa: PLC0415  the HTML parser loads where there is HTML

        found = _HEADING.search(text)
        level = max(int(found[1]), TOP) if found else TOP
        blocks, problems = html_blocks(text, self.at(raw), level=level)
        # The headings before it stand in other fields: a fragment that begins with `h3` has no gap.
        moved = {f"was an `h{one}` and became an `h{one - level + TOP}`" for one in range(level, 7) if level > TOP}
        self.made.problems += [
            one
            for one in problems
            if one.code != "repair-heading" or not any(one.message.endswith(said) for said in moved)
        ]
        return blocks

    def add_html(self, raw: Raw | None, level: int = TOP) -> None:
        """Add the blocks of a string; its sections take the level of their headings, `level` at least."""
        found = _HEADING.search(text_of(raw))
        self.flow.add(self.html(raw), max(int(found[1]), level) if found else level)

    def line(self, raw: Raw | None) -> list[Raw]:
        """Read a string as one line of text with marks."""
        blocks = self.html(raw)
        if not blocks or raw is None:
            return []
        first = blocks[0].value
        if len(blocks) == 1 and blocks[0].kind == "paragraph" and isinstance(first, dict):
            inlines = first["inlines"].value
            return inlines if isinstance(inlines, list) else [first["inlines"]]
        return [Raw(" ".join(bare(text_of(raw)).split()), raw.spot)]

    # ------------------------------------------------------------------------------------------------- blocks
    def apart(self, read: Callable[[], None]) -> list[Raw]:
        """Give the blocks that a reader adds, without adding them here."""
        outer, self.flow = self.flow, Flow()
        read()
        blocks, self.flow = self.flow.blocks, outer
        return blocks

    def care(self, urgency: str, title: list[Raw], blocks: list[Raw], spot: Spot) -> None:
        """Add a care card; without a title, its first heading or paragraph is its title."""
        if not title:
            title, blocks = headed(blocks)
        if not title and len(blocks) > 1 and blocks[0].kind == "paragraph" and isinstance(blocks[0].value, dict):
            inlines = blocks[0].value["inlines"].value
            title, blocks = (inlines if isinstance(inlines, list) else []), blocks[1:]
        if not title:
            words = _TITLES[urgency]
            self.tell(GUESS_TITLE.at(spot, f"the care card has no title; “{words}” was written"))
            title = [Raw(words, spot)]
        self.flow.add([node("care", spot, urgency=urgency, title=title, blocks=blocks)])

    def callout(self, title: list[Raw], blocks: list[Raw], spot: Spot) -> None:
        """Add a callout: important where it has a title, else a note."""
        if not title:
            title, blocks = headed(blocks)
        urgency, prefix = said_urgency(words_of(title))
        if urgency and blocks and words_of(title) != prefix.strip():
            said = f"a care card ({urgency}) was made, since its title begins with “{prefix.strip()}”"
            self.tell(GUESS_ADVICE.at(spot, said))
            self.care(urgency, cut(title, prefix), blocks, spot)
        elif title or blocks:
            fields: dict[str, list[Raw]] = {"title": title} if title else {}
            self.flow.add([node("callout", spot, tone="important" if title else "note", **fields, blocks=blocks)])

    def note(self, blocks: list[Raw], spot: Spot) -> None:
        """Add a callout that is a note."""
        title, blocks = headed(blocks)
        fields: dict[str, list[Raw]] = {"title": title} if title else {}
        if title or blocks:
            self.flow.add([node("callout", spot, tone="note", **fields, blocks=blocks)])

    def advise(self, verdict: str, title: list[Raw], blocks: list[Raw], spot: Spot) -> None:
        """Add a list of what to do or not to do; what stands around the list follows it."""
        if not title:
            title, blocks = headed(blocks)
        if not title and len(blocks) == 1 and blocks[0].kind == "advice":
            title = title_of(blocks[0])
        lists = [one for one in blocks if one.kind in {"list", "advice"}]
        items = [item for one in lists for item in items_of(one)]
        if not items:
            items = [Raw({"inlines": Raw([Raw(words_of([one]), one.spot)], one.spot)}, one.spot) for one in blocks]
            blocks = []
        if items:
            self.flow.add([advice(verdict, title, items, spot)])
        self.flow.add([one for one in blocks if one.kind not in {"list", "advice"}])

    def details(self, summary: list[Raw], blocks: list[Raw], spot: Spot) -> None:
        """Add details; without a summary, its first heading is one."""
        if not summary:
            summary, blocks = headed(blocks)
        if not summary and blocks:
            self.tell(GUESS_TITLE.at(spot, "the details have no summary; “More on this” was written"))
            summary = [Raw("More on this", spot)]
        if blocks:
            self.flow.add([node("details", spot, summary=summary, blocks=blocks)])
        elif summary:
            self.flow.add([paragraph(summary, spot)])

    def figure(self, src: str, alt: Raw | None, caption: list[Raw], spot: Spot, credit: str = "") -> None:
        """Add a picture; an empty text alternative says that it is decorative."""
        fields: dict[str, Raw | str | bool | list[Raw]] = {"src": src}
        if text_of(alt).strip():
            fields["alt"] = Raw(" ".join(bare(text_of(alt)).split()), alt.spot if alt is not None else spot)
        else:
            fields["decorative"] = True
        if caption:
            fields["caption"] = caption
        if credit:
            fields["credit"] = credit
        self.flow.add([node("figure", spot, **fields)])

    def unknown(self, what: str, raw: Raw, silent: frozenset[str]) -> None:
        """Keep the words of a record that is not known, and tell of it."""
        self.tell(BLOCK_UNKNOWN.at(raw.spot, f"{what} is not known; its words were kept as text"))
        self.stand_out(what, raw, lambda: self._strings(raw, silent))

    def _strings(self, raw: Raw, silent: frozenset[str]) -> None:
        for one in strings(raw, silent):
            self.add_html(one, TOP + 1)

    def stand_out(self, what: str, raw: Raw, read: Callable[[], None]) -> None:
        """Read a block that is not known; one whose name sounds urgent becomes an important callout, and is told."""
        loud = loud_word(what)
        blocks = self.apart(read) if loud else []
        if not blocks:
            if not loud:
                read()
            return
        spot = raw.spot
        title, rest = headed(blocks)
        given = next((one for name in _HEADS if (one := part(raw, name)) is not None and text_of(one).strip()), None)
        if not title and given is not None and words_of(blocks[:1]) == " ".join(bare(text_of(given)).split()):
            title, rest = [Raw(words_of(blocks[:1]), given.spot)], blocks[1:]
        if not rest:
            title, rest = [], blocks
        if not said_urgency(words_of(title))[0]:
            self.tell(URGENCY_UNKNOWN.at(spot, f"{what} sounds urgent, and does not say how; it became a callout"))
        self.callout(title or [Raw(f"{loud[:1].upper()}{loud[1:]}", spot)], rest, spot)

    # ------------------------------------------------------------------------------------------------- leftovers
    def aside(self, name: str, raw: Raw | None) -> None:
        """Note a field that only programs read, to be told of once."""
        if raw is None:
            return
        for one in strings(raw, frozenset()):
            said = " ".join(bare(text_of(one)).split())
            if said:
                self.machine.setdefault(name, {}).setdefault(said, one.spot)

    def tell_asides(self, spot: Spot) -> None:
        """Tell of all such fields in one problem."""
        if self.machine:
            said = "; ".join(f"{name}: {', '.join(values)}" for name, values in self.machine.items())
            self.tell(FRONT_LEFT_OUT.at(spot, f"fields for programs were left out: `{said}`"))


def cut(inlines: list[Raw], prefix: str) -> list[Raw]:
    """Take words off the beginning of a line."""
    left = len("".join(prefix.split()))
    made = []
    for one in inlines:
        if left and isinstance(one.value, str):
            text = one.value
            while text and (left or text[0].isspace()):
                left -= not text[0].isspace()
                text = text[1:]
            made += [Raw(text, one.spot)] if text else []
        else:
            made.append(one)
    return made


def text_of(raw: Raw | None) -> str:
    """Give the text of a value: empty where it is none."""
    return "" if raw is None or raw.value is None or isinstance(raw.value, list | dict) else str(raw.value)


def part(raw: Raw | None, name: str) -> Raw | None:
    """Give a field of a record, or None."""
    return raw.value.get(name) if raw is not None and isinstance(raw.value, dict) else None


def many(raw: Raw | None) -> list[Raw]:
    """Give the items of a list; a single value is a list of one, none is an empty list."""
    if raw is None or raw.value is None or raw.value == "":
        return []
    return raw.value if isinstance(raw.value, list) else [raw]


def strings(root: Raw, silent: frozenset[str]) -> Iterator[Raw]:
    """Go through all strings of a tree in reading order, titles before texts, but for fields named in `silent`."""
    stack = [root]
    while stack:
        raw = stack.pop()
        if isinstance(raw.value, dict):
            names: list[str] = [name for name in _ORDER if name in raw.value]
            names += [name for name in raw.value if name not in _ORDER]
            stack.extend(raw.value[name] for name in reversed(names) if name not in silent)
        elif isinstance(raw.value, list):
            stack.extend(reversed(raw.value))
        elif isinstance(raw.value, str) and raw.value.strip():
            yield raw


def day(raw: Raw | None) -> Raw | None:
    """Give the day of a date with a time, or None."""
    found = _DAY.match(text_of(raw))
    return Raw(found[0], raw.spot) if found and raw is not None else None


def said_words(text: str) -> str:
    """Give the words of a string for a comparison: without HTML, folded."""
    return " ".join(words(html.unescape(bare(text))))
