"""Front matter of other programs: what has a place here is moved there, everything else is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath
from typing import Final

from a11y_content.model.document import DOCUMENTS
from a11y_content.model.raw import Raw, node
from a11y_content.parsing.build import build_document
from a11y_content.parsing.importing.faults import FRONT_LEFT_OUT, FRONT_MOVED, FRONT_UNREAD
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.parsing.plan import plan
from a11y_content.parsing.source import Source
from a11y_content.parsing.text.guess import GUESS_TITLE
from a11y_content.parsing.yaml_front import scalar
from a11y_content.problem import Level, Problem, Spot
from a11y_content.text import is_language

_TITLES: Final = ("title", "name", "display_title", "displayTitle", "heading", "h1")
_SUMMARIES: Final = ("summary", "description", "excerpt", "abstract", "lead", "intro_")
_LANGUAGES: Final = ("lang", "language", "locale")
_PUBLISHED: Final = ("published", "date", "publishDate", "pubdate", "publish_date", "created")
_REVIEWED: Final = ("reviewed", "last_reviewed", "lastReviewed", "date_reviewed")
_LINKS: Final = ("relatedlinks", "relatedLinks", "related_links", "majorlinks", "links")
_BODIES: Final = ("lede", "sections", "body", "intro")
_DATE: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
_LINE: Final = re.compile(r"([A-Za-z_][\w-]*):(?:[ \t]+(.*))?$")
_DULL: Final = re.compile(
    r"(?:index|readme|_index|untitled|(?:main-)?content(?:-\d+)?|page|document|text)", re.IGNORECASE
)


class Front:
    """Moves the fields of one document; `fields` is what it becomes."""

    def __init__(self, source: Source, raw: Raw, lang: str) -> None:
        self.source = source
        self.given = dict(raw.value) if isinstance(raw.value, dict) else {}
        self.keys = raw.keys
        self.spot = raw.spot
        self.problems: list[Problem] = []
        self.lang = lang
        kind = self.given.pop("kind", Raw("page"))
        self.kind = str(kind.value) if kind.value in DOCUMENTS else "page"
        if self.kind != kind.value:
            self._leave_out("kind", kind)
        known = plan(DOCUMENTS[self.kind]).fields
        self.title = "name" if "name" in known else "title"
        self.body = "sections" if "sections" in known else "body" if "body" in known else "intro"
        self.fields: dict[str, Raw] = {"kind": Raw(self.kind, kind.spot)}

    def read(self) -> Raw:
        """Give the document with its fields moved."""
        bodies = {name: self.given.pop(name) for name in _BODIES if self._is_body(name)}
        self._title(bodies)
        self._first(_LANGUAGES, "lang", self._language)
        self.fields.setdefault("lang", Raw(self.lang, self.spot))
        self._first(_SUMMARIES, "summary", self._text)
        self._first(_PUBLISHED, "published", self._date)
        self._first(_REVIEWED, "review", self._review)
        more = [section for name in _LINKS if name in self.given for section in self._links(name, self.given.pop(name))]
        for name, value in self.given.items():
            if self._fits(name, value):
                self.fields[name] = value
            else:
                self._leave_out(name, value)
        self.fields |= bodies
        if more:
            before = self.fields.get(self.body, Raw([], self.spot))
            blocks = before.value if isinstance(before.value, list) else []
            self.fields[self.body] = Raw([*blocks, *more], before.spot)
        return Raw(self.fields, self.spot)

    def _is_body(self, name: str) -> bool:
        """Tell whether a field holds what was read from the text below the front matter."""
        value = self.given.get(name)
        return value is not None and isinstance(value.value, list) and name in plan(DOCUMENTS[self.kind]).fields

    def _place(self, name: str, value: Raw) -> Spot:
        return self.keys.get(name) or value.spot or self.spot

    def _leave_out(self, name: str, value: Raw) -> None:
        said = flat(value)
        name = name.removesuffix("_")
        message = f"`{name}: {said}` was left out" if said else f"`{name}` was left out; it was empty"
        self.problems.append(FRONT_LEFT_OUT.at(self._place(name, value), message))

    def _moved(self, name: str, to: str, value: Raw) -> None:
        name = name.removesuffix("_")
        if name != to:
            self.problems.append(FRONT_MOVED.at(self._place(name, value), f"`{name}` became `{to}`: “{flat(value)}”"))

    def _first(self, names: tuple[str, ...], to: str, take: Callable[[Raw], Raw | None]) -> None:
        """Give the first field of these that can be taken its name here; the others are left out."""
        for name in names:
            value = self.given.pop(name, None)
            if value is None:
                continue
            made = take(value) if to not in self.fields else None
            if made is not None:
                self.fields[to] = made
                self._moved(name, to, value)
            elif to not in self.fields or flat(self.fields[to]) != flat(value):
                self._leave_out(name, value)

    def _title(self, bodies: dict[str, Raw]) -> None:
        self._first(_TITLES, self.title, self._text)
        if self.title in self.fields:
            return
        blocks = [block for one in bodies.values() if isinstance(one.value, list) for block in one.value]
        path = PurePath(self.source.name)
        stem = re.sub(r"[\W_]+", " ", path.stem).strip()
        if _DULL.fullmatch(path.stem):
            folder = re.sub(r"[\W_]+", " ", path.parent.name).strip()
            stem = f"{folder} {stem}".strip()
        text = stem[:1].upper() + stem[1:] or "Untitled"
        spot = blocks[0].spot if blocks else self.spot
        self.problems.append(GUESS_TITLE.at(spot, f"the text has no title; the name of its file became one: “{text}”"))
        self.fields[self.title] = Raw(text, self.spot)

    @staticmethod
    def _text(value: Raw) -> Raw | None:
        return (
            Raw(str(value.value), value.spot)
            if isinstance(value.value, str | int) and str(value.value).strip()
            else None
        )

    @staticmethod
    def _language(value: Raw) -> Raw | None:
        tag = str(value.value).replace("_", "-") if isinstance(value.value, str) else ""
        return Raw(tag, value.spot) if tag and is_language(tag) else None

    def _date(self, value: Raw) -> Raw | None:
        found = _DATE.fullmatch(str(value.value)) if isinstance(value.value, str) else None
        if found is None:
            return None
        if found[1] != value.value:
            self.problems.append(FRONT_LEFT_OUT.at(value.spot, f"of `{value.value}` only the day was kept"))
        return Raw(found[1], value.spot)

    def _review(self, value: Raw) -> Raw | None:
        date = self._date(value)
        return Raw({"last": date}, value.spot) if date else None

    def _fits(self, name: str, value: Raw) -> bool:
        """Try a field on a small document of the same kind."""
        if name not in plan(DOCUMENTS[self.kind]).fields or value.value is None or "\0" in name:
            return False
        tried = {"kind": Raw(self.kind), self.title: Raw("x"), "lang": Raw("en"), "summary": Raw("x")}
        tried |= {"person": Raw("x"), "body": Raw([]), "sections": Raw([]), name: value}
        known = plan(DOCUMENTS[self.kind]).fields
        _, problems = build_document(
            Raw({field: one for field, one in tried.items() if field in known or field == "kind"})
        )
        return not any(one.level is Level.ERROR for one in problems)

    def _links(self, name: str, value: Raw) -> list[Raw]:
        """Make sections of groups of links: `[{heading, links: [{url, title, description}]}]`."""
        groups = value.value if isinstance(value.value, list) else []
        sections = []
        for group in groups:
            fields = group.value if isinstance(group.value, dict) else {}
            inside = fields.get("links")
            odd = set(fields) - {"heading", "title", "links"}
            if inside is None or not isinstance(inside.value, list) or odd or not flat(inside):
                self._leave_out(name, group)
                continue
            titles = (fields[one] for one in ("heading", "title") if one in fields and flat(fields[one]))
            title = next(titles, Raw("Related links", group.spot))
            items = [_link_item(one) for one in inside.value]
            section = node("section", group.spot, title=[title], blocks=[node("list", inside.spot, items=items)])
            self.problems.append(FRONT_MOVED.at(group.spot, f"the links of `{name}` became a section: “{flat(title)}”"))
            sections.append(section)
        if not groups:
            self._leave_out(name, value)
        return sections


def _link_item(one: Raw) -> Raw:
    """Make an item of a list of a record with an address, a title and words; what has no place is kept as words."""
    fields = dict(one.value) if isinstance(one.value, dict) else {"title": one}
    href = next((fields.pop(name) for name in ("url", "href", "link") if name in fields), None)
    title = next((fields.pop(name) for name in ("title", "text", "name") if name in fields), href)
    words = [Raw(flat(title) if title else "", one.spot)]
    inlines = words if href is None else [node("link", one.spot, href=flat(href), inlines=words)]
    rest = " ".join(said for said in map(flat, fields.values()) if said)
    blocks = [node("paragraph", one.spot, inlines=[Raw(rest, one.spot)])] if rest else []
    made = {"inlines": Raw(inlines, one.spot)}
    if blocks:
        made["blocks"] = Raw(blocks, one.spot)
    return Raw(made, one.spot)


def flat(raw: Raw) -> str:
    """Give all values of a tree as words on one line, with the names of the fields of records."""
    value = raw.value
    if isinstance(value, dict):
        return (
            words_of([raw]) if "inlines" in value else "; ".join(f"{name}: {flat(one)}" for name, one in value.items())
        )
    if isinstance(value, list):
        return ", ".join(flat(one) for one in value)
    return "" if value is None else " ".join(str(value).split())


def read_lines(source: Source, end: int) -> tuple[Raw, list[Problem]]:
    """Read a front matter that is not YAML line by line; what is no `name: value` is told as it stands."""
    fields: dict[str, Raw] = {}
    keys: dict[str, Spot] = {}
    problems = []
    for number, line in enumerate(source.text[:end].split("\n"), 1):
        spot = Spot(source.name, number, 1)
        found = _LINE.match(line)
        if found and found[1] not in fields:
            fields[found[1]] = Raw(scalar((found[2] or "").strip().strip("\"'")), spot)
            keys[found[1]] = spot
        elif line.strip() and line.strip() != "---":
            problems.append(FRONT_UNREAD.at(spot, f"`{line.strip()}` was left out"))
    return Raw(fields, Spot(source.name, 1, 1), keys), problems
