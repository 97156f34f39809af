"""Blocks: the open set of what a page is made of. Each kind is one file in `a11y_content/blocks/`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import ClassVar, TypeVar

from a11y_content.model.inline import Inline
from a11y_content.problem import NOWHERE, Problem, Spot
from a11y_content.registry import Registry


class Body(StrEnum):
    """What stands between a Markdown fence's lines, and which fields it fills.

    The Markdown door knows these shapes and no block kinds; a new kind picks one.
    """

    NONE = "none"
    """Nothing may stand there."""
    BLOCKS = "blocks"
    """Any blocks, into the field `blocks`."""
    LIST = "list"
    """One list, each item `{inlines, blocks}`, into `items`."""
    TITLED = "titled"
    """One list, each item's first paragraph is its title: `{title, blocks}`, into `items`."""
    TERMS = "terms"
    """One list, each item `**Term:** words`: `{term, blocks}`, into `rows`."""
    LINKS = "links"
    """One list, each item one link and words after it: `{href, title, text}`, into `links`."""
    TABLE = "table"
    """One table: `columns` (inlines each) and `rows` (cells of inlines)."""
    QUOTE = "quote"
    """Blocks, a last paragraph that begins with a dash being the attribution, into `blocks` and `who`."""


@dataclass(frozen=True, slots=True)
class Fence:
    """How a kind is written in Markdown: `:::{name} argument` with options and a body."""

    argument: tuple[str, ...] = ()
    """Fields that the words after the name fill: each takes one word, the last takes the rest."""
    body: Body = Body.BLOCKS
    into: str = ""
    """The field that takes the body, where it is not the shape's own."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know beside the block itself."""

    document: str = "page"
    """The kind of document that the block stands in."""
    lang: str = "en"
    inside: tuple[str, ...] = ()
    """Kinds of the blocks around it, outermost first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Base of all blocks; two blocks are equal whatever their places."""

    kind: ClassVar[str] = ""
    fence: ClassVar[Fence | None] = None
    """None: the kind has its own Markdown (paragraph, list, section)."""
    heads: ClassVar[str] = ""
    """Name of the field whose words become this block's heading; what stands inside is one level deeper."""
    lang: str = ""
    """Language of this block where it is not the page's (BCP 47, WCAG 3.1.2)."""
    spot: Spot = field(default=NOWHERE, compare=False, repr=False)

    def check(self, context: Context) -> Iterator[Problem]:
        """Give the problems of this block alone; its children are asked by themselves."""
        yield from ()


Blocks = tuple[Block, ...]
BLOCKS: Registry[type[Block]] = Registry("block kind")
B = TypeVar("B", bound=type[Block])


def block(kind: str, fence: Fence | None = None) -> Callable[[B], B]:
    """Register a block class under its kind; `fence` says how Markdown writes it."""

    def register(cls: B) -> B:
        cls.kind = kind
        cls.fence = fence
        BLOCKS.add(kind, cls)
        return cls

    return register


def children(item: object) -> Iterator[Block | Inline | object]:
    """Go through the parts right inside a block, inline, item or document: every dataclass found in its fields."""
    for one in fields(item):  # type: ignore[arg-type]  # only dataclasses come here
        value = getattr(item, one.name)
        if hasattr(value, "__dataclass_fields__"):
            if not isinstance(value, Spot):
                yield value
        elif isinstance(value, tuple):
            yield from _flat(value)


def _flat(values: Iterable[object]) -> Iterator[object]:
    for value in values:
        if isinstance(value, tuple):
            yield from _flat(value)
        elif hasattr(value, "__dataclass_fields__") and not isinstance(value, Spot):
            yield value


def walk(root: object) -> Iterator[tuple[object, tuple[str, ...]]]:
    """Go through everything inside `root` in reading order: each part with the kinds of the blocks around it.

    Iterative, so that a deep document cannot exhaust the stack.
    """
    stack: list[tuple[object, tuple[str, ...]]] = [(root, ())]
    while stack:
        item, inside = stack.pop()
        yield item, inside
        deeper = (*inside, item.kind) if isinstance(item, Block) else inside
        stack.extend((child, deeper) for child in reversed(list(children(item))))
