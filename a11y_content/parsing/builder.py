"""The builder: from the located tree of any door to the parts of the typed model.

Whatever can be built is built, and every problem is told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final

import a11y_content.blocks  # noqa: F401  registers the kinds
from a11y_content.blocks.paragraph import Paragraph
from a11y_content.effort import tick
from a11y_content.model.block import BLOCKS, Block
from a11y_content.model.document import Document
from a11y_content.model.inline import INLINES, Text, words
from a11y_content.model.raw import Raw
from a11y_content.parsing.build_faults import (
    DATE_INVALID,
    FIELD_CHOICE,
    FIELD_MISSING,
    FIELD_TYPE,
    FIELD_UNKNOWN,
    KIND_UNKNOWN,
    LANG_INVALID,
    MARKUP_LOST,
)
from a11y_content.parsing.limits import LIMIT_DEPTH, MAX_DEPTH
from a11y_content.parsing.plan import Field, Plan, Want, plan
from a11y_content.problem import Problem, Spot
from a11y_content.registry import Registry, suggest

BAD: Final = object()
"""Stands for what cannot be built."""
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MANY_NAMES: Final = 12
_PARAGRAPH_HINT: Final = 'a paragraph among blocks is `{"kind": "paragraph", "inlines": "…"}`'


@lru_cache(maxsize=1024)
def _is_language(tag: str) -> bool:
    from a11y_content.text import is_language  # noqa: PLC0415  the language tables load only when a tag must be judged

    return is_language(tag)


class Builder:
    """Builds typed parts and collects problems in `problems`."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.unfinished: tuple[Plan, dict[str, Any]] | None = None
        """The fields of a document that lacks others, or whose kind is misspelt."""
        self._depth = 0
        self._take: Mapping[Want, Callable[[Field, Raw], Any]] = {
            Want.TEXT: self._text,
            Want.LANG: self.language,
            Want.FLAG: self._flag,
            Want.NUMBER: self._number,
            Want.DATE: self._date,
            Want.CHOICE: self._choice,
            Want.INLINES: self._inlines,
            Want.BLOCKS: self.blocks,
            Want.MANY: self._many,
            Want.PART: self._part,
        }

    def record(self, wanted: Plan, raw: Raw, what: str, fields: Mapping[str, Raw]) -> Any:
        """Build one dataclass from fields; `BAD` where a required field cannot be had."""
        values: dict[str, Any] = {"spot": raw.spot}
        known = wanted.fields
        proposed: set[str] = set()
        for name, item in fields.items():
            field = known.get(name)
            if field is None:
                if name != "kind" or not getattr(wanted.cls, "kind", ""):  # a part has none
                    proposed.add(self._unknown(wanted, raw, what, name))
                continue
            if item.value is None:
                continue
            value = self._take[field.want](field, item)
            if value is not BAD:
                values[name] = value
            proposed.add(name)
        bad = False
        for name in wanted.required:
            if name not in values:
                bad = True
                if name not in proposed:
                    hint = f"add `{name}`: {known[name].want.value}"
                    self.problems.append(FIELD_MISSING.at(raw.spot, f"{what} needs `{name}`", hint))
        if (bad or not self._depth) and issubclass(wanted.cls, Document):  # at no depth: a kind that is near
            self.unfinished = wanted, values
        return BAD if bad else wanted.cls(**values)

    def _unknown(self, wanted: Plan, raw: Raw, what: str, name: str) -> str:
        given = _fields(raw)
        free = [one for one in wanted.fields if one not in given or given[one].value is None]
        near = suggest(name, free)
        spot = raw.keys.get(name) or _fields(raw)[name].spot
        names = ", ".join(list(wanted.fields)[:_MANY_NAMES]) + (", …" if len(wanted.fields) > _MANY_NAMES else "")
        hint = f"did you mean `{near}`?" if near else f"its fields are {names}"
        self.problems.append(FIELD_UNKNOWN.at(spot, f"{what} has no field `{name}`", hint))
        return near

    def kinded(self, raw: Raw, kinds: Registry[Any], what: str) -> Any:
        """Build the block, inline or document that `raw` says it is."""
        fields = raw.value
        if not isinstance(fields, dict):
            hint = _PARAGRAPH_HINT if kinds is BLOCKS and isinstance(fields, str) else ""
            self.problems.append(FIELD_TYPE.at(raw.spot, f"expected {what}, found {sort_of(raw)}", hint))
            return BAD
        kind = raw.kind
        cls = kinds.get(kind)
        if cls is None:
            near = kinds.near(kind) if kind else ""
            hint = f"did you mean `{near}`?" if near else f"the kinds are {', '.join(kinds)}"
            spot = fields["kind"].spot if "kind" in fields and fields["kind"].spot else raw.spot
            said = f"`{kind}` is not {what}" if kind else f"{what} needs a `kind`"
            self.problems.append(KIND_UNKNOWN.at(spot, said, hint))
            if not near:
                return BAD
            self.record(plan(kinds[near]), raw, near, fields)  # only to tell its other problems too
            return BAD
        return self._deeper(plan(cls), raw, kind, fields)

    def _deeper(self, wanted: Plan, raw: Raw, what: str, fields: Mapping[str, Raw]) -> Any:
        """Build a record one level deeper; levels are counted, so that Python's stack is never at stake."""
        if self._depth >= MAX_DEPTH + 2:  # the document around them, and the text inside
            self.problems.append(LIMIT_DEPTH.at(raw.spot, f"this is nested more than {MAX_DEPTH} levels deep"))
            return BAD
        tick()
        self._depth += 1
        made = self.record(wanted, raw, what, fields)
        self._depth -= 1
        return made

    def _wrong(self, field: Field, raw: Raw) -> Any:
        expected = field.want.value
        alone = field.want is Want.MANY and isinstance(raw.value, str | int)
        hint = "put it into a list: in square brackets, or a line with `-`" if alone else ""
        self.problems.append(FIELD_TYPE.at(raw.spot, f"`{field.name}` must be {expected}, found {sort_of(raw)}", hint))
        return BAD

    def _text(self, field: Field, raw: Raw) -> Any:
        value = raw.value
        if value.__class__ is str:
            return value
        if isinstance(value, list) and value:
            several = len(value) > 1 and all(one.value.__class__ is str for one in value)
            return self._wrong(field, raw) if several else self._flat(field, raw)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        return self._wrong(field, raw)

    def _flat(self, field: Field, raw: Raw) -> Any:
        """Inlines where plain text is wanted: their words, and a warning where marks are lost."""
        before = len(self.problems)
        made = self._inlines(field, raw)
        if made is BAD or len(self.problems) > before:
            return BAD
        if any(not isinstance(one, Text) for one in made):
            text = words(made)
            said = f"`{field.name}` is plain text; the marks in “{text}” are lost"
            self.problems.append(MARKUP_LOST.at(raw.spot, said))
        return words(made)

    def language(self, field: Field, raw: Raw) -> Any:
        """Take a language tag that exists."""
        tag = raw.value
        if not isinstance(tag, str):
            return self._wrong(field, raw)
        if tag and not _is_language(tag):
            self.problems.append(LANG_INVALID.at(raw.spot, f"`{tag}` is not a language"))
            return BAD
        return tag

    def _flag(self, field: Field, raw: Raw) -> Any:
        return raw.value if isinstance(raw.value, bool) else self._wrong(field, raw)

    def _number(self, field: Field, raw: Raw) -> Any:
        return raw.value if isinstance(raw.value, int) and not isinstance(raw.value, bool) else self._wrong(field, raw)

    def _date(self, field: Field, raw: Raw) -> Any:
        value = raw.value
        if isinstance(value, str) and _DATE.fullmatch(value):
            try:
                return dt.date.fromisoformat(value)
            except ValueError:
                self.problems.append(DATE_INVALID.at(raw.spot, f"there is no day {value} in the calendar"))
                return BAD
        if isinstance(value, str | int):
            self.problems.append(DATE_INVALID.at(raw.spot, f"`{field.name}`: `{value}` is not a date"))
            return BAD
        return self._wrong(field, raw)

    def _choice(self, field: Field, raw: Raw) -> Any:
        word = raw.value
        if word in field.words:
            return word
        if not isinstance(word, str):
            return self._wrong(field, raw)
        near = suggest(word, [one for one in field.words if one])
        said = ", ".join(one for one in field.words if one)
        hint = f"did you mean `{near}`?" if near else ""
        self.problems.append(FIELD_CHOICE.at(raw.spot, f"`{field.name}` is one of {said}; found `{word}`", hint))
        return BAD

    def _inlines(self, field: Field, raw: Raw) -> Any:
        value = raw.value
        if isinstance(value, list):
            out = []
            for one in value:
                if one.value.__class__ is str:
                    out.append(Text(text=one.value, spot=one.spot))
                else:
                    made = self.kinded(one, INLINES, "an inline")
                    if made is not BAD:
                        out.append(made)
            return tuple(out)
        if isinstance(value, dict):
            made = self.kinded(raw, INLINES, "an inline")
            return BAD if made is BAD else (made,)
        if isinstance(value, bool) or value is None:
            return self._wrong(field, raw)
        return (Text(text=str(value), spot=raw.spot),) if value != "" else ()

    def blocks(self, field: Field, raw: Raw) -> Any:
        """Build a list of blocks, one block, or the words of a paragraph."""
        value = raw.value
        if isinstance(value, str):  # shorthand: running text
            paragraph = Raw({"kind": Raw("paragraph"), "inlines": raw}, raw.spot)
            value = [paragraph] if value.strip() else []
        elif isinstance(value, dict):
            value = [raw]
        if not isinstance(value, list):
            return self._wrong(field, raw)
        made = ((self.kinded(one, BLOCKS, "a block"), one.spot) for one in value)
        return tuple(_gap(spot) if one is BAD else one for one, spot in made)

    def _many(self, field: Field, raw: Raw) -> Any:
        inner = field.inner
        if inner is None or not isinstance(raw.value, list):
            return self._wrong(field, raw)
        take = self._take[inner.want]
        made = [take(inner, one) if one.value is not None else self._wrong(inner, one) for one in raw.value]
        return tuple(one for one in made if one is not BAD)

    def _part(self, field: Field, raw: Raw) -> Any:
        if field.cls is None:
            return BAD
        wanted = plan(field.cls)
        short = wanted.fields.get(wanted.shorthand)
        marks = short is not None and short.want is Want.INLINES and raw.kind in INLINES
        if isinstance(raw.value, dict) and not marks:  # a mark alone, such as a link, is the words of an item
            return self._deeper(wanted, raw, f"`{field.name}`", raw.value)
        if wanted.shorthand:
            return self.record(wanted, raw, f"`{field.name}`", {wanted.shorthand: raw})
        fields = ", ".join(wanted.fields)
        hint = f"write its fields under it: {fields}"
        self.problems.append(FIELD_TYPE.at(raw.spot, f"`{field.name}` must be a record, found {sort_of(raw)}", hint))
        return BAD


def _gap(spot: Spot) -> Block:
    """Hold the place of a block that cannot be built, so that nobody is told that nothing stands there."""
    return Paragraph(inlines=(Text(text="…", spot=spot),), spot=spot)


def _fields(raw: Raw) -> Mapping[str, Raw]:
    return raw.value if isinstance(raw.value, dict) else {}


def sort_of(raw: Raw) -> str:
    """Say what a value is, as its author would."""
    value = raw.value
    if isinstance(value, dict):
        return f"`{raw.kind}`" if raw.kind else "a record"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    return f"`{value}`" if not isinstance(value, bool) else f"`{str(value).lower()}`"
