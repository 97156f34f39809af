"""Figure: a picture with its text alternative, and a long description where it is complex."""

from __future__ import annotations

from dataclasses import dataclass

from a11y_content.model.block import Block, Blocks, Body, Fence, block
from a11y_content.model.inline import Inlines


@block("figure", Fence(argument=("src",), body=Body.BLOCKS))
@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Block):
    """A picture: `alt` says what it shows, or `decorative: true` says that it shows nothing that the text does not."""

    src: str
    """Path of the picture, relative to the content file or from the content folder."""
    alt: str = ""
    decorative: bool = False
    complex: bool = False
    """True for a chart or diagram: a long description must stand in `blocks`."""
    caption: Inlines = ()
    credit: str = ""
    blocks: Blocks = ()
    """The long description, shown to everybody under the picture."""
