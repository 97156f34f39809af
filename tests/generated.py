"""Documents made by hypothesis from the plans of the model: every kind, every field."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from a11y_content.blocks import paragraph  # noqa: F401  registers the kinds
from a11y_content.model.block import BLOCKS
from a11y_content.model.document import DOCUMENTS, Document
from a11y_content.model.inline import INLINES
from a11y_content.parsing.plan import Field, Want, plan

LANGUAGES = ["en", "es", "pt-BR", "zh-Hant", "ar"]
TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn")), max_size=8)
DEEPEST = 3


def _inline(depth: int) -> Any:
    kinds = [kind for kind in INLINES if depth < DEEPEST or "inlines" not in plan(INLINES[kind]).fields]
    return st.sampled_from(kinds).flatmap(lambda kind: record(INLINES[kind], depth + 1))


def _block(depth: int) -> Any:
    kinds = [kind for kind in BLOCKS if depth < DEEPEST or kind in {"paragraph", "cta", "contact"}]
    return st.sampled_from(kinds).flatmap(lambda kind: record(BLOCKS[kind], depth + 1))


def _value(field: Field, depth: int) -> Any:  # noqa: C901, PLR0911  one row a want
    most = 2 if depth < DEEPEST else 1
    match field.want:
        case Want.TEXT:
            return TEXT
        case Want.LANG:
            return st.sampled_from(LANGUAGES)
        case Want.FLAG:
            return st.booleans()
        case Want.NUMBER:
            return st.integers(-5, 10**9)
        case Want.DATE:
            return st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
        case Want.CHOICE:
            return st.sampled_from(field.words)
        case Want.INLINES:
            return st.lists(_inline(depth), max_size=most).map(tuple)
        case Want.BLOCKS:
            return st.lists(_block(depth), max_size=most).map(tuple)
        case Want.MANY:
            assert field.inner is not None
            return st.lists(_value(field.inner, depth + 1), max_size=most).map(tuple)
        case Want.PART:
            assert field.cls is not None
            return record(field.cls, depth + 1)


def record(cls: type[Any], depth: int = 0) -> Any:
    """Any instance of a class of the model; fields that may be left out sometimes are."""
    known = plan(cls).fields
    must = {name: _value(one, depth) for name, one in known.items() if one.required}
    may = {name: _value(one, depth) for name, one in known.items() if not one.required}
    chosen = st.lists(st.sampled_from(sorted(may)), unique=True, max_size=3) if may else st.just([])
    return chosen.flatmap(
        lambda names: st.fixed_dictionaries(must | {name: may[name] for name in names}).map(lambda kw: cls(**kw))
    )


def documents() -> st.SearchStrategy[Document]:
    """Any document."""
    return st.sampled_from(sorted(DOCUMENTS)).flatmap(lambda kind: record(DOCUMENTS[kind]))
