"""Pictures: what each shows is said in words, or said to be nothing (WCAG 1.1.1)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Final

from a11y_content.blocks.figure import Figure
from a11y_content.model.block import Block
from a11y_content.model.document import Image
from a11y_content.model.inline import words
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.rules.survey import Survey, primary, rule
from a11y_content.rules.word_lists import PICTURE_OF

ALT_MISSING = fault(
    "alt-missing",
    "A picture has no text alternative",
    why="People who cannot see it do not learn what it shows, or whether they miss anything.",
    mend="say what it shows, `alt: A hand on the back of the neck`, or that it shows nothing new, `decorative: true`",
    criterion="1.1.1",
)
ALT_FILENAME = fault(
    "alt-filename",
    "A text alternative is the name of a file",
    why="“IMG underscore 2041 dot j p g” is what people hear, and it says nothing.",
    mend="say what the picture shows",
    criterion="1.1.1",
)
ALT_LONG = fault(
    "alt-long",
    "A text alternative is long",
    why="It is read out in one go, without pauses or a way to go back.",
    mend="keep it under 125 characters, and put the rest into the text or a long description",
    level=Level.REVIEW,
    criterion="1.1.1",
)
ALT_PICTURE_OF = fault(
    "alt-picture-of",
    "A text alternative says that it is a picture",
    why="Screen readers say so already.",
    mend="begin with what the picture shows",
    level=Level.REVIEW,
    criterion="1.1.1",
)
ALT_CAPTION = fault(
    "alt-equals-caption",
    "A picture's text alternative repeats its caption",
    why="The same words are read out twice, and neither says what the picture shows.",
    mend="let the caption say why the picture is here, and the text alternative what it shows",
    level=Level.WARNING,
    criterion="1.1.1",
)
ALT_BESIDE = fault(
    "alt-repeats-text",
    "A picture's text alternative repeats the text beside it",
    why="The same words are read out twice, one after the other.",
    mend="say what only the picture shows, or `decorative: true` where the text says it all",
    level=Level.WARNING,
    criterion="1.1.1",
)
ALT_DECORATIVE = fault(
    "alt-decorative",
    "A picture is called decorative and described",
    why="It cannot be both: what stands in `alt` would be lost.",
    mend="take out `decorative`, or take out the description",
    criterion="1.1.1",
)
ALT_COMPLEX = fault(
    "alt-complex",
    "A complex picture has no long description",
    why="A chart or a diagram says more than a line can; who cannot see it misses the rest.",
    mend="write the long description between the fence's lines; in a story, use a `figure` in its text",
    criterion="1.1.1",
)

_LONGEST: Final = 125
_SIGNS: Final = re.compile(r"[^\w]+")
_FILE: Final = re.compile(
    r"\S*\.(?:jpe?g|png|gif|webp|svg|avif|heic|bmp|tiff?)|(?:img|dsc|image|photo)[_-]?\d+", re.IGNORECASE
)


_ENOUGH: Final = 3
"""Words from which a text alternative that stands in other words repeats them; fewer are a name that both need."""
_HOLDERS: Final = ("lede", "intro", "sections", "body", "blocks", "transcript")


@rule
def pictures(survey: Survey) -> Iterator[Problem]:
    """Judge every figure, and the picture of a story."""
    for part, place in survey.parts:
        if isinstance(part, Figure):
            yield from _alt(part.src, part.alt, place.spot, primary(place.lang), decorative=part.decorative)
            yield from _figure(part, place.spot)
        elif isinstance(part, Image):
            yield from _alt(part.src, part.alt, place.spot, primary(place.lang), decorative=part.decorative)
            if part.complex:
                yield ALT_COMPLEX.at(
                    place.spot, f"the complex picture “{part.src}” has no place for a description here"
                )


@rule
def repeated_beside(survey: Survey) -> Iterator[Problem]:
    """Compare a figure's text alternative with the heading above it and with the blocks before and after it."""
    for part, _ in survey.parts:
        title = words(getattr(part, "title", ())) if isinstance(part, Block) else ""
        for name in _HOLDERS:
            blocks: tuple[Block, ...] = getattr(part, name, ())
            for at, block in enumerate(blocks):
                if not isinstance(block, Figure) or not block.alt:
                    continue
                beside = [_said(one) for one in blocks[max(0, at - 1) : at + 2] if one is not block]
                if any(_repeats(block.alt, said) for said in (title, *beside)):
                    said = f"“{block.alt[:60]}” stands in the text beside the picture too"
                    yield ALT_BESIDE.at(block.spot, said)


def _said(block: Block) -> str:
    """Give the words of a paragraph or the heading of another block: what is read right before or after a picture."""
    return words(getattr(block, "inlines", ()) or (getattr(block, block.heads) if block.heads else ()))


def _repeats(alt: str, said: str) -> bool:
    """Tell whether a text alternative is all of some words, or a part of them that is long enough to be no name."""
    one, other = (_SIGNS.sub(" ", text.casefold()).split() for text in (alt, said))
    if one == other:
        return bool(one)
    return len(one) > _ENOUGH and f" {' '.join(one)} " in f" {' '.join(other)} "


def _alt(src: str, alt: str, spot: Spot, lang: str, *, decorative: bool) -> Iterator[Problem]:
    text = " ".join(alt.split())
    if decorative:
        if text:
            yield ALT_DECORATIVE.at(spot, f"the picture “{src}” is called decorative and described: “{text[:60]}”")
        return
    if not text:
        yield ALT_MISSING.at(spot, f"the picture “{src}” has no text alternative")
        return
    stem = posixpath.splitext(posixpath.basename(src))[0]
    looks = text.casefold().replace("_", " ").replace("-", " ")
    if _FILE.fullmatch(text) or (
        looks == stem.casefold().replace("_", " ").replace("-", " ") and looks != text.casefold()
    ):
        yield ALT_FILENAME.at(spot, f"“{text}” is the name of a file")
    if len(text) > _LONGEST:
        yield ALT_LONG.at(spot, f"this text alternative has {len(text)} characters")
    if text.casefold().startswith(PICTURE_OF.get(lang, ())):
        yield ALT_PICTURE_OF.at(spot, f"“{text[:60]}” begins by saying that it is a picture")


def _figure(figure: Figure, spot: Spot) -> Iterator[Problem]:
    caption = words(figure.caption)
    if figure.alt and _repeats(figure.alt, caption):
        yield ALT_CAPTION.at(spot, f"“{caption}” is the caption, and “{figure.alt[:60]}” the text alternative")
    if figure.complex and not figure.blocks:
        yield ALT_COMPLEX.at(spot, f"the complex picture “{figure.src}” has no long description")
    if figure.decorative and figure.blocks:
        yield ALT_DECORATIVE.at(spot, f"the picture “{figure.src}” is called decorative and has a long description")
