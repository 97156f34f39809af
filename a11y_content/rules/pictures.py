"""Pictures: what each shows is said in words, or said to be nothing (WCAG 1.1.1)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Final

from a11y_content.blocks.figure import Figure
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
    mend="write the long description between the fence's lines",
    criterion="1.1.1",
)

_LONGEST: Final = 125
_FILE: Final = re.compile(
    r"\S*\.(?:jpe?g|png|gif|webp|svg|avif|heic|bmp|tiff?)|(?:img|dsc|image|photo)[_-]?\d+", re.IGNORECASE
)


@rule
def pictures(survey: Survey) -> Iterator[Problem]:
    """Judge every figure, and the picture of a story."""
    for part, place in survey.parts:
        if isinstance(part, Figure):
            yield from _alt(part.src, part.alt, place.spot, primary(place.lang), decorative=part.decorative)
            yield from _figure(part, place.spot)
        elif isinstance(part, Image):
            yield from _alt(part.src, part.alt, place.spot, primary(place.lang), decorative=part.decorative)


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
    if caption and caption.casefold().rstrip(".") == " ".join(figure.alt.split()).casefold().rstrip("."):
        yield ALT_CAPTION.at(spot, f"“{caption}” is both the caption and the text alternative")
    if figure.complex and not figure.blocks:
        yield ALT_COMPLEX.at(spot, f"the complex picture “{figure.src}” has no long description")
    if figure.decorative and figure.blocks:
        yield ALT_DECORATIVE.at(spot, f"the picture “{figure.src}” is called decorative and has a long description")
