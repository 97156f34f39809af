"""Build: from the tree of a door to a typed document, and the draft that rules judge where none can be had."""

from __future__ import annotations

from typing import Any, NamedTuple

from a11y_content.model.block import Block
from a11y_content.model.document import DOCUMENTS, Document
from a11y_content.model.raw import Raw
from a11y_content.parsing.build_faults import DOCUMENT_LANG, FIELD_TYPE
from a11y_content.parsing.builder import BAD, Builder, sort_of
from a11y_content.parsing.plan import Field, Plan, Want, plan
from a11y_content.problem import Problem


class Built(NamedTuple):
    """What a tree gave."""

    document: Document | None
    problems: list[Problem]
    draft: Document | None = None
    """Where there is no document: what there is of it, with marks of omission for the rest. Never to be shown."""


def build_document(raw: Raw, *, lang: str = "", kind: str = "") -> tuple[Document | None, list[Problem]]:
    """Build a document; `lang` and `kind` stand in where the file does not say.

    None where a required field is missing or wrong; the problems then say which.
    """
    made = build(raw, lang=lang, kind=kind)
    return made.document, made.problems


def build(raw: Raw, *, lang: str = "", kind: str = "") -> Built:
    """Build a document as `build_document` does, and where there is none a draft.

    The draft lets rules tell what else is wrong with a file, at once with what keeps it from being built.
    """
    builder = Builder()
    if not isinstance(raw.value, dict):
        return Built(None, [FIELD_TYPE.at(raw.spot, f"expected a document, found {sort_of(raw)}")])
    fields = dict(raw.value)
    fields.setdefault("kind", Raw(kind or "page", raw.spot))
    fields["lang"] = _document_lang(builder, raw, fields.get("lang"), lang)
    made = builder.kinded(Raw(fields, raw.spot, raw.keys), DOCUMENTS, "a kind of document")
    if isinstance(made, Document):
        return Built(made, builder.problems)
    return Built(None, builder.problems, _draft(*builder.unfinished) if builder.unfinished else None)


def _draft(wanted: Plan, values: dict[str, Any]) -> Document | None:
    missing = {name: _omitted(wanted.fields[name]) for name in wanted.required if name not in values}
    made = wanted.cls(**missing, **values)
    return made if isinstance(made, Document) else None


def _omitted(field: Field) -> Any:
    """Give what stands in for the value of a field."""
    if field.want is Want.PART and field.cls is not None:
        inner = plan(field.cls)
        return field.cls(**{name: _omitted(inner.fields[name]) for name in inner.required})
    return "…" if field.want in {Want.TEXT, Want.LANG} else ()


def _document_lang(builder: Builder, raw: Raw, said: Raw | None, lang: str) -> Raw:
    """Give a language that the rest can be judged with: the file's, the site's, or `und` beside an error."""
    if said is not None and said.value is not None and said.value != "":
        made = builder.language(Field("lang", Want.LANG), said)
        return Raw(lang or "und", said.spot) if made is BAD else said
    if not lang:
        builder.problems.append(DOCUMENT_LANG.at(raw.spot, "the document does not say its language"))
    return Raw(lang or "und", raw.spot)


def build_blocks(raw: Raw) -> tuple[tuple[Block, ...], list[Problem]]:
    """Build the blocks of a list of raw blocks, for fragments and tests."""
    builder = Builder()
    made = builder.blocks(Field("blocks", Want.BLOCKS), raw)
    return (() if made is BAD else made), builder.problems
