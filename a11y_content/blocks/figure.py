"""Figure: a picture with its text alternative, and a long description where it is complex.

Its rules are those of all pictures: `a11y_content/rules/pictures.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from a11y_content.html import Element, append, el
from a11y_content.model.block import Block, Blocks, Body, Fence, block
from a11y_content.model.inline import Inlines, words
from a11y_content.view import Draw, view

SIZES: Final = "(min-width: 40rem) 36rem, 100vw"
"""How wide a picture is: as the column of text, of which the token `column.standard` says the width."""
_FIRST: Final = "(min-width: 60rem) 54rem, 100vw"
"""The same for a picture that cannot say `auto`: one and a half times as much, to be sharp in text of 150 % too."""


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
    """The long description, which everybody can unfold under the picture."""


def _picture(it: Figure, draw: Draw) -> Element:
    """Draw the picture itself, with the smaller copies that there are of it."""
    width, height = draw.size(it.src) or (None, None)
    lazy = not draw.first_picture()  # the first one is mostly in sight, and waiting for its turn would delay it
    sources = [f"{address} {pixels}w" for address, pixels in draw.copies(it.src)]
    address = draw.asset(it.src)
    return el(
        "img",
        {
            "class": "a11y-figure__image",
            "src": address,
            "srcset": ", ".join([*sources, f"{address} {width}w"]) if sources else None,
            # A browser that knows `auto` takes the place that the picture has, also where a reader enlarged the column.
            "sizes": (f"auto, {SIZES}" if lazy else _FIRST) if sources else None,
            "alt": "" if it.decorative else it.alt,
            # Browsers keep the place of a picture whose size they know: nothing jumps when it comes.
            "width": str(width) if width else None,
            "height": str(height) if height else None,
            "loading": "lazy" if lazy else None,
            "decoding": "async",
        },
    )


@view(Figure)
def figure(it: Figure, draw: Draw) -> Element:
    """Draw a `figure`; a decorative picture without caption gets a `div`: assistive technology is to pass it by.

    A long description stands behind the figure, in a frame with it: a caption is the last thing of a figure (HTML,
    4.4.12).
    """
    picture = _picture(it, draw)
    credit = el("span", {"class": "a11y-figure__credit"}, draw.told("Picture: {credit}", credit=it.credit))
    spoken = draw.inlines(it.caption)
    caption = None
    if it.caption or it.credit:
        caption = el("figcaption", {"class": "a11y-figure__caption"}, spoken)
        if it.credit:
            append(caption, (" " if spoken else None, credit))
    long = None
    if it.blocks:
        title = it.alt or words(it.caption)
        long = el(
            "details",
            {"class": "a11y-details a11y-figure__description"},
            el(
                "summary",
                {"class": "a11y-details__summary"},
                draw.told("Description of the picture: {title}", title=title),
            ),
            el("div", {"class": "a11y-details__body"}, draw.blocks(it.blocks)),
        )
    tag = "div" if it.decorative and caption is None else "figure"
    named = {"class": "a11y-figure", "lang": it.lang or None}
    if long is None:
        return el(tag, named, picture, caption)
    return el("div", named, el(tag, None, picture, caption), long)
