"""Media: a film or a recording, with what people need who cannot hear or see it."""

from __future__ import annotations

import datetime as dt
import mimetypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from a11y_content.html import Element, el
from a11y_content.model.block import Block, Blocks, Body, Context, Fence, block
from a11y_content.model.document import Part
from a11y_content.model.inline import Inlines, words
from a11y_content.problem import Level, Problem, fault
from a11y_content.text import language_name
from a11y_content.view import Draw, view

MEDIA_SOURCE = fault(
    "media-source",
    "A film or recording names no file",
    why="A player with nothing to play is a dead end.",
    mend="give its file: `:src: neck-stretch.mp4`",
)
MEDIA_CAPTIONS = fault(
    "media-captions",
    "A film with sound has no captions",
    why="People who are deaf, and everybody without sound, miss all that is said.",
    mend="add a WebVTT file, `:captions: [{src: film.vtt, lang: en}]`, or say `:silent: true` if nothing can be heard",
    criterion="1.2.2",
)
MEDIA_TRANSCRIPT = fault(
    "media-transcript",
    "A recording has no transcript",
    why="People who are deaf or deafblind have nothing without it; others want to read what they cannot play.",
    mend="write the transcript between the fence's lines",
    criterion="1.2.1",
)
MEDIA_DESCRIPTION = fault(
    "media-description",
    "What a film shows is not said in words",
    why="People who cannot see the picture miss what happens in it.",
    mend="write a transcript that also says what is seen, add `descriptions`, or name the text that says the same with "
    "`text_alternative_of`",
    level=Level.WARNING,
    criterion="1.2.5",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaSource(Part):
    """One encoding of the film or recording; `type` is a MIME type, such as `video/mp4`."""

    shorthand: ClassVar[str] = "src"
    src: str
    type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Track(Part):
    """A WebVTT file: `lang` is BCP 47 and defaults to the media's language, `label` shows in the player's menu."""

    shorthand: ClassVar[str] = "src"
    src: str
    lang: str = ""
    label: str = ""


@block("media", Fence(argument=("media", "title"), body=Body.BLOCKS, into="transcript"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Media(Block):
    """A film or a recording. There is no autoplay. `lang` is the language that is spoken."""

    media: Literal["video", "audio"]
    title: Inlines
    src: str = ""
    """The one file; or several encodings in `sources`."""
    sources: tuple[MediaSource, ...] = ()
    captions: tuple[Track, ...] = ()
    descriptions: tuple[Track, ...] = ()
    """Tracks that say in words what only the picture shows (WCAG 1.2.5)."""
    poster: str = ""
    silent: bool = False
    """True for a film without sound: it needs no captions."""
    text_alternative_of: str = ""
    """Which text of the page says the same already (WCAG 1.2.1 to 1.2.3: media alternative for text), in words."""
    reviewed: dt.date | None = None
    transcript: Blocks = ()

    def check(self, context: Context) -> Iterator[Problem]:
        """Demand the file, captions, and words for what is heard or seen only."""
        name = words(self.title)
        if not self.src and not self.sources:
            yield MEDIA_SOURCE.at(self.spot, f"the {self.media} “{name}” names no file")
        if self.text_alternative_of:
            return
        if self.media == "audio":
            if not self.transcript:
                yield MEDIA_TRANSCRIPT.at(self.spot, f"the recording “{name}” has no transcript")
            return
        if not self.silent and not self.captions:
            yield MEDIA_CAPTIONS.at(self.spot, f"the film “{name}” has no captions")
        if not self.descriptions and not self.transcript:
            yield MEDIA_DESCRIPTION.at(self.spot, f"the film “{name}” has neither descriptions nor a transcript")


def _source(src: str, kind: str, draw: Draw) -> Element:
    """Make a `source`; its type spares browsers a download that they cannot play."""
    return el("source", {"src": draw.asset(src), "type": kind or mimetypes.guess_type(src)[0]})


def _track(kind: str, label: str, track: Track, language: str, draw: Draw) -> Element:
    language = track.lang or language
    return el(
        "track",
        {
            "kind": kind,
            "src": draw.asset(track.src),
            "srclang": language,
            "label": track.label or f"{label} ({language_name(language)})",
        },
    )


@view(Media)
def media(it: Media, draw: Draw) -> Element:
    """Draw the browser's own player, named by its caption, and the transcript in the page, not in a file."""
    language = it.lang or draw.lang
    name = draw.id(words(it.title))
    player = el(
        it.media,
        {
            "class": "a11y-media__player",
            "controls": True,
            "preload": "metadata",
            "aria-labelledby": name,
            "poster": draw.asset(it.poster) if it.poster and it.media == "video" else None,
        },
        (_source(s.src, s.type, draw) for s in it.sources),
        _source(it.src, "", draw) if it.src else None,
        (_track("captions", draw.say("Captions"), t, language, draw) for t in it.captions),
        (_track("descriptions", draw.say("Descriptions"), t, language, draw) for t in it.descriptions),
    )
    caption = el("figcaption", {"class": "a11y-media__title", "id": name}, draw.inlines(it.title))
    made = el("figure", {"class": f"a11y-media a11y-media--{it.media}", "lang": it.lang or None}, caption, player)
    if it.text_alternative_of:
        said = draw.told("The same is said in: {text}", text=it.text_alternative_of)
        made.append(el("p", {"class": "a11y-media__note"}, said))
    if it.transcript:
        summary = draw.told("Transcript: {title}", title=words(it.title))
        made.append(
            el(
                "details",
                {"class": "a11y-details a11y-media__transcript"},
                el("summary", {"class": "a11y-details__summary"}, summary),
                el("div", {"class": "a11y-details__body"}, draw.blocks(it.transcript)),
            )
        )
    if it.reviewed:
        label = draw.told("Last reviewed:")
        made.append(el("p", {"class": "a11y-media__note"}, label, " ", draw.date(it.reviewed)))
    return made
