"""Media: a film or a recording, with what people need who cannot hear or see it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar, Literal

from a11y_content.model.block import Block, Blocks, Body, Fence, block
from a11y_content.model.document import Part
from a11y_content.model.inline import Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaSource(Part):
    """One encoding of the film or recording; `type` is a MIME type, such as `video/mp4`."""

    shorthand: ClassVar[str] = "src"
    src: str
    type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Track(Part):
    """A WebVTT file: `lang` is BCP 47 and defaults to the media's language, `label` to the language's own name."""

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
