"""Links: the words of each say where it leads. `link_names.py` compares those of a page with each other."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from a11y_content.blocks.cta import CallToAction
from a11y_content.model.block import Block
from a11y_content.model.document import IndexItem, LinkItem
from a11y_content.model.inline import Link, Phone, walk, words
from a11y_content.problem import Level, Problem, Spot, fault
from a11y_content.rules.survey import Survey, primary, rule
from a11y_content.rules.word_lists import GENERIC_LINKS

LINK_EMPTY = fault(
    "link-empty",
    "A link has no words",
    why="Screen readers read its address letter by letter, or only “link”.",
    mend="write what readers find behind it: `[Exercises for the neck](exercises.md)`",
    criterion="2.4.4",
)
LINK_NOWHERE = fault(
    "link-nowhere",
    "A link leads nowhere",
    why="It looks and sounds like a link, and nothing happens or the page jumps to its top.",
    mend="give the address or the path of a content file; what only a script would do has no place here",
    level=Level.WARNING,
    criterion="2.4.4",
)
LINK_GENERIC = fault(
    "link-generic",
    "The words of a link do not say where it leads",
    why="Many people jump from link to link and hear only these words.",
    mend="name the page behind it, such as “exercises for the neck”",
    level=Level.WARNING,
    criterion="2.4.4",
)
LINK_BARE = fault(
    "link-bare",
    "A link shows its address instead of words",
    why="Screen readers spell addresses out, and they tell few people what is behind them.",
    mend="write the name of the page or organisation",
    level=Level.REVIEW,
    criterion="2.4.4",
)
FILE_LINK = fault(
    "file-link-no-type",
    "A link to a file does not say its type and size",
    why="A file opens another program, and may be too large for a telephone's contract.",
    mend="say so in the link's words: `[Leaflet (PDF, 120 kB)](leaflet.pdf)`",
    level=Level.REVIEW,
)

_FILES: Final[dict[str, tuple[str, ...]]] = {
    ".pdf": ("pdf",),
    ".doc": ("word", "doc"),
    ".docx": ("word", "docx"),
    ".odt": ("odt", "opendocument"),
    ".xls": ("excel", "xls"),
    ".xlsx": ("excel", "xlsx"),
    ".ods": ("ods", "opendocument"),
    ".csv": ("csv",),
    ".ppt": ("powerpoint", "ppt"),
    ".pptx": ("powerpoint", "pptx"),
    ".zip": ("zip",),
    ".epub": ("epub",),
    ".mp3": ("mp3", "audio"),
    ".mp4": ("mp4", "video", "film"),
}
_BARE: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


class Named(NamedTuple):
    """A link of any kind with the name that assistive technology gives it."""

    name: str
    href: str
    spot: Spot
    lang: str
    heard: str = ""
    """What makes the name differ that is not seen: the `about` of a link."""


def links_of(survey: Survey) -> Iterator[Named]:
    """Go through the links of text, calls to action and lists of links that have words of their own."""
    for part, place in survey.parts:
        match part:
            case Link():
                yield Named(words(part.inlines), part.href, place.spot, place.lang, part.about)
            case CallToAction() if part.href or part.phone:
                yield Named(words(part.text), part.href or f"tel:{part.phone}", place.spot, place.lang)
            case LinkItem() | IndexItem() if not part.href.strip() or (part.title and "teasers" not in place.inside):
                yield Named(part.title, part.href, place.spot, place.lang)
            case _:
                pass


@rule
def link_words(survey: Survey) -> Iterator[Problem]:
    """Judge the words of each link alone."""
    for link in links_of(survey):
        folded = link.name.casefold().replace("’", "'").strip(" .…:!?»«›→>")
        if link.href.strip() in {"", "#"}:
            yield LINK_NOWHERE.at(link.spot, f"the link “{link.name}” leads nowhere")
        if not link.name and not link.heard:
            # A link without words to a document of the site takes that document's title.
            if survey.site is None or survey.site.find(link.href, survey.source) is None:
                yield LINK_EMPTY.at(link.spot, f"the link to “{link.href}” has no words")
        elif not link.heard and folded in GENERIC_LINKS.get(primary(link.lang), ()):
            yield LINK_GENERIC.at(link.spot, f"the link “{link.name}” does not say where it leads")
        elif _BARE.fullmatch(link.name):
            yield LINK_BARE.at(link.spot, f"the link shows its address “{link.name}”")


@rule
def file_links(survey: Survey) -> Iterator[Problem]:
    """Ask for type and size where a link leads to a file."""
    for part, place in survey.parts:
        if isinstance(part, Link) and part.download:
            continue
        if not isinstance(part, Link | LinkItem | CallToAction):
            continue
        suffix = posixpath.splitext(part.href.partition("#")[0].partition("?")[0])[1].lower()
        if suffix not in _FILES:
            continue
        name = _shown(part).casefold()
        if not any(word in name for word in _FILES[suffix]):
            yield FILE_LINK.at(place.spot, f"“{_shown(part) or part.href}” leads to a {suffix[1:].upper()} file")


def _shown(part: Link | LinkItem | CallToAction) -> str:
    match part:
        case Link():
            return words(part.inlines)
        case LinkItem():
            return f"{part.title} {part.text}".strip()
        case _:
            return words(part.text)


LINK_NESTED = fault(
    "link-nested",
    "A link stands inside a link",
    why="HTML has no links in links: browsers close the outer one and leave a link without words.",
    mend="let one link hold all the words, or set them side by side",
    criterion="4.1.2",
)


@rule
def nested_links(survey: Survey) -> Iterator[Problem]:
    """Refuse a link or telephone number inside another link, in a summary or in a call to action."""
    for part, place in survey.parts:
        if isinstance(part, Link | Phone) and "link" in place.within:
            yield LINK_NESTED.at(place.spot, f"“{_inner(part)}” stands inside another link")
        if isinstance(part, Block) and part.kind in {"cta", "details"}:
            for one in walk(getattr(part, "text", ()) or getattr(part, "summary", ())):
                if isinstance(one, Link | Phone):
                    yield LINK_NESTED.at(
                        one.spot or place.spot, f"“{_inner(one)}” stands inside the {part.kind}'s own control"
                    )


def _inner(part: Link | Phone) -> str:
    return words(part.inlines) if isinstance(part, Link) else part.text or part.number
