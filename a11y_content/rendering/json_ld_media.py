"""Films and recordings as structured data: with their captions and the words of their transcripts."""

from __future__ import annotations

import mimetypes
from typing import Any, Final

from a11y_content.blocks.media import Media, MediaSource, Track
from a11y_content.model.block import Blocks, walk
from a11y_content.model.document import Document
from a11y_content.model.inline import Inline, LineBreak, Phone, Text, Time, words
from a11y_content.rendering.address import Place, public
from a11y_content.text import date_words

Node = dict[str, Any]
"""A JSON object of JSON-LD."""

_TYPES: Final = {"video": "VideoObject", "audio": "AudioObject"}


def absolute(path: str, place: Place) -> str:
    """Give the address of a page or file of the site, or an address as it is; empty without a `base_url`."""
    if path.startswith(("https://", "http://")):
        return path
    return public(place.site, path) if place.site is not None and path else ""


def file_address(src: str, place: Place) -> str:
    """Give the public address of a file of the content folder, or an empty string where it is not known."""
    return absolute(place.site.find_file(src, place.source), place) if place.site is not None else ""


def link_address(href: str, place: Place) -> str:
    """Give the public address that a link of the document leads to, or an empty string where it is not known."""
    if place.site is not None and (entry := place.site.find(href, place.source)):
        return absolute(entry.path, place)
    return href if href.startswith(("https://", "http://")) else file_address(href, place)


def recordings(document: Document, place: Place) -> Node:
    """Give the properties `video` and `audio` of a page: those of its media that have captions or a transcript."""
    node: Node = {}
    for part, _ in walk(document):
        if isinstance(part, Media) and (part.transcript or part.captions):
            node.setdefault(part.media, []).append(_recording(part, document.lang, place))
    return node


def _recording(it: Media, around: str, place: Place) -> Node:
    language = it.lang or around
    node: Node = {"@type": _TYPES[it.media], "name": words(it.title), "inLanguage": language}
    sources = (*it.sources, *((MediaSource(src=it.src),) if it.src else ()))
    files = [(address, one) for one in sources if (address := file_address(one.src, place))]
    if files:
        address, source = files[0]
        node["contentUrl"] = address
        if kind := source.type or mimetypes.guess_type(source.src)[0]:
            node["encodingFormat"] = kind
    if it.poster and it.media == "video" and (address := file_address(it.poster, place)):
        node["thumbnailUrl"] = address
    captions = [made for one in it.captions if (made := _captions(one, language, place))]
    if captions:
        node["caption"] = captions
    if it.transcript:
        node["transcript"] = _said(it.transcript, language)
    return node


def _captions(track: Track, language: str, place: Place) -> Node | None:
    address = file_address(track.src, place)
    if not address:
        return None
    lang = track.lang or language
    return {"@type": "MediaObject", "contentUrl": address, "encodingFormat": "text/vtt", "inLanguage": lang}


def _said(blocks: Blocks, language: str) -> str:
    """Give the words of some blocks as plain text."""
    parts = (part for block in blocks for part, _ in walk(block))
    said = "".join(_shown(part, language) if isinstance(part, Inline) else "\n" for part in parts)
    lines = (" ".join(line.split()) for line in said.split("\n"))
    return "\n".join(line for line in lines if line)


def _shown(part: Inline, language: str) -> str:
    match part:
        case Text():
            return part.text
        case Time():
            return part.text or date_words(part.date, language)
        case Phone():
            return part.text or part.number
        case LineBreak():
            return " "
        case _:
            return str(getattr(part, "short", ""))
