"""JSON Schema (2020-12) of content, generated from the same plans that the builder reads with.

It accepts what the builder accepts, as far as a schema can say it: whether a day is in the calendar, a language in the
registry or a page worth its reader is for the builder and the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

import a11y_content.blocks  # noqa: F401  registers the kinds
from a11y_content.model.block import BLOCKS
from a11y_content.model.document import DOCUMENTS
from a11y_content.model.inline import INLINES
from a11y_content.parsing.described import about, fields_told
from a11y_content.parsing.plan import Field, Plan, Want, plan
from a11y_content.registry import Registry

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_DIGITS: Final = 10**18
"""The builder takes whole numbers of up to 18 digits."""
_BY_FOLDER: Final = ("page", "condition", "story")
"""What a document without `kind` can be: its folder says it."""
_TEXT_BELOW: Final = frozenset({"body", "sections"})
"""Needed fields that the text below a front matter fills."""

Schema = dict[str, Any]


class Writer:
    """Writes definitions: one for each kind and part that is used, under `$defs`."""

    def __init__(self) -> None:
        self.defs: dict[str, Schema] = {}
        self._take: dict[Want, Callable[[Field], Schema]] = {
            Want.TEXT: lambda _: self.shared("text", _text),
            Want.LANG: lambda _: self.shared("language", lambda _: dict(_LANGUAGE)),
            Want.FLAG: lambda _: {"type": "boolean"},
            Want.NUMBER: lambda _: {"type": "integer", "exclusiveMinimum": -_DIGITS, "exclusiveMaximum": _DIGITS},
            Want.DATE: lambda _: self.shared("date", lambda _: dict(_DATE)),
            Want.CHOICE: lambda field: {"enum": list(field.words)},
            Want.INLINES: lambda _: self.shared("inlines", _inlines),
            Want.BLOCKS: lambda _: self.shared("blocks", _blocks),
            Want.MANY: self._many,
            Want.PART: self._part,
        }

    def shared(self, name: str, make: Callable[[Writer], Schema]) -> Schema:
        """Refer to a definition, made when it is first asked for."""
        if name not in self.defs:
            self.defs[name] = {}  # a definition may refer to itself
            self.defs[name] = make(self)
        return {"$ref": f"#/$defs/{name}"}

    def record(self, wanted: Plan, kind: str = "", *, free: Iterable[str] = ()) -> Schema:
        """Describe an object with the fields of a class; those in `free` need not be given."""
        told, free = fields_told(wanted.cls), set(free)
        properties: Schema = {"kind": {"const": kind}} if kind else {}
        must = []
        for name, field in wanted.fields.items():
            needed = field.required and name not in free
            properties[name] = self._field(field, told.get(name, ""), needed=needed)
            must += [name] if needed else []
        made: Schema = {"type": "object", "description": about(wanted.cls), "properties": properties}
        return made | ({"required": must} if must else {}) | {"additionalProperties": False}

    def _field(self, field: Field, told: str, *, needed: bool) -> Schema:
        made = self.value(field)
        if not needed:  # nothing is as good as leaving the field out
            made = {"anyOf": [made, {"type": "null"}]}
        return {"description": told, **made} if told else made

    def value(self, field: Field) -> Schema:
        """Describe what a field takes."""
        return self._take[field.want](field)

    def _many(self, field: Field) -> Schema:
        return {"type": "array", "items": self.value(field.inner) if field.inner else True}

    def _part(self, field: Field) -> Schema:
        if field.cls is None:
            return {"type": "object"}
        return self.shared(field.cls.__name__, lambda _: self._record_or_short(plan(field.cls or object)))

    def _record_or_short(self, wanted: Plan) -> Schema:
        """Describe a part: its record, or the value of its shorthand where that alone is enough."""
        whole = self.record(wanted)
        short = wanted.fields.get(wanted.shorthand)
        if short is None or set(wanted.required) - {short.name}:
            return whole
        if short.want is not Want.INLINES:
            return {"description": whole.pop("description"), "anyOf": [self.value(short), whole]}
        return {
            "description": whole.pop("description"),
            "if": {"type": "object", "not": {"required": ["kind"]}},
            "then": whole,
            "else": self.value(short),
        }

    def kinds(self, registry: Registry[Any], prefix: str) -> Schema:
        """Describe an object that is of one of the kinds of a registry, as its `kind` says."""
        return {
            "type": "object",
            "properties": {"kind": {"enum": list(registry)}},
            "required": ["kind"],
            "allOf": [_when(kind, self.kind(cls, f"{prefix}-{kind}")) for kind, cls in registry.items()],
        }

    def kind(self, cls: type[Any], name: str, *, free: Iterable[str] = ()) -> Schema:
        """Refer to the record of one kind."""
        return self.shared(name, lambda _: self.record(plan(cls), cls.kind, free=free))

    def finished(self, title: str, schema: Schema) -> Schema:
        """Give the whole schema with its definitions."""
        return {"$schema": DIALECT, "title": title, **schema, "$defs": dict(sorted(self.defs.items()))}


_DATE: Final[Schema] = {
    "description": "A day, such as 2026-01-31.",
    "type": "string",
    "format": "date",
    "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
}
_LANGUAGE: Final[Schema] = {
    "description": "A language tag (BCP 47), such as en, es or pt-BR.",
    "type": "string",
    "pattern": r"^$|^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
}


def _when(kind: str, schema: Schema) -> Schema:
    return {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": schema}


def _text(writer: Writer) -> Schema:
    """Describe plain text; a number stands for its digits, one run of marked text for its words."""
    run = {"type": "array", "minItems": 1, "items": writer.shared("run", _run)}
    several = {"type": "array", "minItems": 2, "items": {"type": "string"}}
    return {
        "description": "Plain text.",
        "anyOf": [{"type": "string"}, {"type": "number"}, {"allOf": [run, {"not": several}]}],
    }


def _inline(writer: Writer) -> Schema:
    return {"description": "A mark in running text.", **writer.kinds(INLINES, "inline")}


def _run(writer: Writer) -> Schema:
    return {"anyOf": [{"type": "string"}, writer.shared("inline", _inline)]}


def _inlines(writer: Writer) -> Schema:
    run = writer.shared("run", _run)
    return {
        "description": "Text with marks: words, a mark, or a list of both.",
        "anyOf": [
            {"type": "string"},
            {"type": "number"},
            writer.shared("inline", _inline),
            {"type": "array", "items": run},
        ],
    }


def _block(writer: Writer) -> Schema:
    return {"description": "A block.", **writer.kinds(BLOCKS, "block")}


def _blocks(writer: Writer) -> Schema:
    one = writer.shared("block", _block)
    return {
        "description": "Blocks: a list of them, one alone, or the words of one paragraph.",
        "anyOf": [{"type": "array", "items": one}, one, {"type": "string"}],
    }


def kind_schema(kind: str) -> Schema:
    """Describe a content file of one kind in JSON. `kind` may be left out, where the folder says it."""
    writer = Writer()
    cls = DOCUMENTS[kind]
    return writer.finished(f"A document of the kind {kind}", writer.kind(cls, f"document-{kind}", free=("lang",)))


def document_schema() -> Schema:
    """Describe a content file of any kind in JSON."""
    return _any("A document", "document", ("lang",))


def front_schema() -> Schema:
    """Describe what stands between the `---` lines of a Markdown, HTML or text file; the text gives the body."""
    return _any("Front matter", "front", ("lang", *_TEXT_BELOW))


def _any(title: str, prefix: str, free: tuple[str, ...]) -> Schema:
    writer = Writer()
    each = {kind: writer.kind(cls, f"{prefix}-{kind}", free=free) for kind, cls in DOCUMENTS.items()}
    bare = {"if": {"not": {"required": ["kind"]}}, "then": {"anyOf": [each[kind] for kind in _BY_FOLDER]}}
    return writer.finished(
        title,
        {
            "type": "object",
            "properties": {"kind": {"enum": list(DOCUMENTS)}},
            "allOf": [*(_when(kind, one) for kind, one in each.items()), bare],
        },
    )
