"""The blocks of the NHS website content API, by their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.importing.adapters import Imported, Opened
from a11y_content.parsing.importing.faults import FRONT_LEFT_OUT, PART_DIFFERS
from a11y_content.parsing.importing.fragments import VERDICTS, plain_words
from a11y_content.parsing.importing.making import TOP, paragraph
from a11y_content.parsing.importing.nhs_copies import SILENT, Read, speaking, without_labels
from a11y_content.parsing.importing.records import Records, many, part, said_words, text_of
from a11y_content.parsing.importing.words import bare
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.repair_faults import REPAIR_TABLE
from a11y_content.parsing.urgency import begins_urgently
from a11y_content.problem import Spot

_URGENCY: Final = {
    "non-urgent": "non-urgent", "nonurgent": "non-urgent", "primary": "",
    "urgent": "urgent", "immediate": "emergency", "emergency": "emergency",
}  # fmt: skip
"""How soon to act, in the words of the source."""
_HUBS: Final = frozenset({"keylinks", "toptasks", "canonicallinks", "secondarycanonicallinks", "relatedlinks"})
_SHOWN: Final = 40


class Blocks(Records):
    """Reads the blocks of one response."""

    def __init__(self, opened: Opened, made: Imported) -> None:
        super().__init__(opened, made)
        self.read = Read()
        """What was read, to know a copy by."""
        self.dropped: dict[Spot, Counter[str]] = {}
        """Names of columns that stood again in every cell, by the place of their string."""
        self._kinds = {"ImageObject": self._image, "Question": self._question}
        self._named: dict[str, Callable[[Raw, int], None]] = {
            "section heading": self._section,
            "markdown": self._text,
            "richtext": self._text,
            "lead paragraph": self._text,
            "information": self._information,
            "callout": self._callout,
            "reveal": self._reveal,
            "details": self._reveal,
            "expander": self._reveal,
            "table": self._table,
            "find a service": self._text,
            "link": self._link,
            **dict.fromkeys(_HUBS, self._hub),
            **{name: self._care for name, urgency in _URGENCY.items() if urgency},
        }

    def block(self, raw: Raw, level: int) -> None:
        """Read one block; `level` is that of a heading in it."""
        kind = text_of(part(raw, "@type"))
        name = plain_words(text_of(part(raw, "name")))
        if raw.value is None or isinstance(raw.value, list):
            for one in many(raw):
                self.block(one, level)
        elif isinstance(raw.value, str):
            self._note(raw)
            self.add_html(raw, level)
        elif kind in self._kinds:
            self._kinds[kind](raw, level)
        elif part(raw, "potentialAction") is not None:
            self._action(raw)
        elif name in VERDICTS:
            self._advice(raw, name)
        elif name not in self._named and begins_urgently(text_of(part(raw, "headline"))):
            self._callout(raw, level)
        elif name in self._named:
            self._named[name](raw, level)
        elif _is_plain(kind, name):
            self._section(raw, level)
        else:
            self._note_all(raw)
            self.unknown(
                f"the block `{text_of(part(raw, 'name')) or kind or 'without a name'}`", raw, SILENT | {"name"}
            )

    # ------------------------------------------------------------------------------------------------- copies
    def _note(self, raw: Raw | None) -> Raw | None:
        self.read.add(said_words(text_of(raw)))
        return raw

    def _note_all(self, raw: Raw) -> None:
        for one in speaking(raw):
            self._note(one)

    def _new(self, raw: Raw) -> bool:
        said = said_words(text_of(raw))
        return bool(said) and said not in self.read

    def copies(self, parts: list[Raw], level: int = TOP) -> None:
        """Compare a second telling of the page with the first; what only the second says is kept, or told."""
        whole: list[Raw] = []
        for one in parts:
            texts = [said for said in speaking(one, only="text") if "<" in text_of(said)]
            new = [said for said in texts if self._new(said)]
            if not self.flow.blocks or (new and len(new) == len(texts)):
                self.block(one, level)
                whole.append(one)
            elif new:
                headline = text_of(part(one, "headline")).strip() or "More from the source"
                self.flow.open(Raw(headline, one.spot), level)
                for said in new:
                    self._note(said)
                    self.add_html(said, level + 1)
                    words = " ".join(bare(text_of(said)).split())[:_SHOWN]
                    told = f"only a second copy of the text says “{words}…”; it stands under “{headline}”"
                    self.tell(PART_DIFFERS.at(said.spot, told))
            self._rest(one)
        if whole and len(whole) < len(parts):
            told = f"{len(whole)} parts stand only in the second copy of the text; they became sections of their own"
            self.tell(PART_DIFFERS.at(whole[0].spot, told))

    def _rest(self, one: Raw) -> None:
        """Tell of words that only a second copy says, beside its text."""
        for said in speaking(one):
            if self._new(said):
                self._note(said)
                words = " ".join(bare(text_of(said)).split())
                self.tell(PART_DIFFERS.at(said.spot, f"only a second copy of the text says “{words}”; it was left out"))

    # ------------------------------------------------------------------------------------------------- text
    def _children(self, raw: Raw, level: int) -> None:
        """Read what stands inside a block: its text, then its parts."""
        self.add_html(self._note(part(raw, "text")), level)
        first = part(raw, "mainEntityOfPage")
        second = part(raw, "hasPart")
        for one in many(first) or many(second):
            self.block(one, level)
        if many(first) and second is not None:
            self.copies(many(second), level)
        for name in ("mainEntity", "image", "acceptedAnswer"):
            for one in many(part(raw, name)):
                self.block(one, level)

    def _summary(self, raw: Raw) -> None:
        description = part(raw, "description")
        if description is not None and text_of(description).strip():
            said = f"the summary of a section was left out: “{text_of(description)}”"
            self.tell(FRONT_LEFT_OUT.at(description.spot, said))
            self._note(description)

    def _section(self, raw: Raw, level: int) -> None:
        headline = self._note(part(raw, "headline"))
        if text_of(part(raw, "@type")) == "HealthTopicContent":
            self.aside("names of sections", part(raw, "name"))
        self._summary(raw)
        if text_of(headline).strip() and headline is not None:
            self.flow.open(Raw(" ".join(text_of(headline).split()), headline.spot), level)
            level += 1
        self._children(raw, level)

    _text = _section

    def _table(self, raw: Raw, level: int) -> None:
        before = len(self.flow.here)
        self._section(raw, level)
        html = [one for one in many(part(raw, "mainEntity")) if isinstance(one.value, str)] or many(part(raw, "text"))
        for table in self.flow.here[before:]:
            again = without_labels(table)
            if again and html:
                self.dropped[html[0].spot] = again
                names = "”, “".join(again)
                said = f"each cell began with the name of its column (“{names}”), for narrow screens; it was taken out"
                self.tell(REPAIR_TABLE.at(table.spot, said))

    def _question(self, raw: Raw, level: int) -> None:
        question = self._note(part(raw, "text")) or self._note(part(raw, "headline"))
        if question is not None and text_of(question).strip():
            self.flow.open(Raw(" ".join(text_of(question).split()), question.spot), level)
        for one in many(part(raw, "acceptedAnswer")):
            self._children(one, level + 1)

    # ------------------------------------------------------------------------------------------------- boxes
    def _title(self, raw: Raw) -> list[Raw]:
        title = self._note(part(raw, "headline"))
        if not text_of(title).strip():
            title = self._note(part(raw, "subjectOf"))
        return (
            [Raw(" ".join(text_of(title).split()), title.spot)] if title is not None and text_of(title).strip() else []
        )

    def _content(self, raw: Raw) -> list[Raw]:
        self._summary(raw)
        return self.apart(lambda: self._children(raw, TOP + 1))

    def _care(self, raw: Raw, level: int) -> None:
        urgency = _URGENCY[plain_words(text_of(part(raw, "name")))]
        self.care(urgency, self._title(raw), self._content(raw), raw.spot)

    def _callout(self, raw: Raw, level: int) -> None:
        self.callout(self._title(raw), self._content(raw), raw.spot)

    def _information(self, raw: Raw, level: int) -> None:
        title = self._title(raw)
        blocks = self._content(raw)
        self.note([node("section", raw.spot, title=title, blocks=blocks)] if title else blocks, raw.spot)

    def _reveal(self, raw: Raw, level: int) -> None:
        self.details(self._title(raw), self._content(raw), raw.spot)

    def _advice(self, raw: Raw, name: str) -> None:
        self.advise(VERDICTS[name], self._title(raw), self._content(raw), raw.spot)

    # ------------------------------------------------------------------------------------------------- links, pictures
    def link_item(self, raw: Raw) -> Raw:
        """Make a link with its title and the words after it."""
        title = part(raw, "headline") or part(raw, "name") or Raw("", raw.spot)
        text = part(raw, "text") or part(raw, "description")
        self._note(title)
        self._note(text)
        made: dict[str, Raw] = {"href": part(raw, "url") or Raw("", raw.spot)}
        made["title"] = Raw(" ".join(text_of(title).split()), title.spot)
        if text_of(text).startswith("Link to "):  # says no more than that it is a link
            self.aside("descriptions of links", text)
            text = None
        said = self.line(text)
        if text is not None and said:
            made["text"] = Raw(" ".join(words_of(said).split()), text.spot)
        return Raw(made, raw.spot)

    def links(self, items: list[Raw], title: list[Raw], spot: Spot) -> None:
        """Add a list of links."""
        fields: dict[str, list[Raw]] = {"title": title} if title else {}
        if items:
            self.flow.add([node("related", spot, **fields, links=items)])

    def _hub(self, raw: Raw, level: int) -> None:
        """Add a group of links: related ones as such, the others as the list that the page is made of."""
        name = plain_words(text_of(part(raw, "name")))
        title = self._title(raw)
        self.add_html(self._note(part(raw, "text")), level)
        found = [one for one in many(part(raw, "mainEntityOfPage")) if text_of(part(one, "name")) == "link"]
        items = [self.link_item(one) for one in found]
        if name == "relatedlinks":
            self.links(items, title, raw.spot)
        elif items:
            if title:
                self.flow.open(title[0], level)
            self.flow.add([node("list", raw.spot, items=[_entry(one) for one in items])])
        for one in many(part(raw, "mainEntityOfPage")):
            if one not in found:
                self.block(one, level + 1)

    def _link(self, raw: Raw, level: int) -> None:
        self.flow.add([node("list", raw.spot, items=[_entry(self.link_item(raw))])])

    def _action(self, raw: Raw) -> None:
        action = part(raw, "potentialAction")
        name = self._note(part(action, "name"))
        target = text_of(part(action, "target"))
        if name is not None and target:
            self.flow.add([node("cta", raw.spot, text=[name], href=target)])
        elif name is not None:
            self.flow.add([paragraph([name], raw.spot)])

    def _image(self, raw: Raw, level: int) -> None:
        caption = self.line(self._note(part(raw, "caption")))
        credit = text_of(part(raw, "credit")) or text_of(part(raw, "license"))
        alt = self._note(part(raw, "name"))
        for name in ("credit", "license", "provider", "keywords"):
            self.aside(f"picture {name}", part(raw, name))
            for one in many(part(raw, name)):
                self._note(one)
        self.figure(
            text_of(part(raw, "url")),
            alt,
            caption,
            raw.spot,
            credit=" ".join(words_of(self.line(Raw(credit, raw.spot))).split()),
        )

    def aside_of(self, raw: Raw | None) -> None:
        """Note what a list says of each of its pages for programs."""
        for name in ("genre", "keywords", "alternateName", "code"):
            for one in many(part(raw, name)):
                self.aside(f"{name} of pages", part(one, "codeValue") if name == "code" else one)


def _is_plain(kind: str, name: str) -> bool:
    """Tell whether a record is a section: a part of a page without a name, or an aspect of its topic, named or not."""
    return kind == "HealthTopicContent" or (kind in {"WebPageElement", "Answer"} and not name)


def _entry(item: Raw) -> Raw:
    """Make an item of a list of a link with its words."""
    fields = item.value if isinstance(item.value, dict) else {}
    inlines = [node("link", item.spot, href=fields["href"], inlines=[fields["title"]])]
    made = {"inlines": Raw(inlines, item.spot)}
    if "text" in fields:
        made["blocks"] = Raw([paragraph([fields["text"]], fields["text"].spot)], item.spot)
    return Raw(made, item.spot)
