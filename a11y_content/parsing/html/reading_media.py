"""Pictures, figures, films and recordings of HTML, as raw blocks."""

from __future__ import annotations

import mimetypes
import re
from typing import Final

from a11y_content.model.raw import Raw, node
from a11y_content.parsing.html.faults import HTML_BLOCK, HTML_EMBEDDED, HTML_LEFT_OUT
from a11y_content.parsing.html.flow import READERS, Reader
from a11y_content.parsing.html.reading_blocks import read_quote
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.vocabulary import SILENT, elements, find
from a11y_content.parsing.markdown.marks import words_of
from a11y_content.problem import Spot

_LAZY: Final = ("data-src", "data-lazy-src", "data-original")
_TRANSCRIPT: Final = re.compile(r"transcript\b|transcripci[oó]n|transcription|transkript", re.IGNORECASE)


def read_image(reader: Reader, one: Node) -> list[Raw] | None:
    """Read `img`: a missing alternative stays missing, an empty one says that it is decoration."""
    reader.reading.attributes(one)
    source = next((one.get(name) for name in _LAZY if one.get("src")[:5] in {"", "data:"} and one.get(name)), "")
    fields: dict[str, Raw] = {"kind": Raw("figure", one.spot), "src": Raw(source or one.get("src"), one.spot)}
    if "alt" in one.attributes:
        alt = one.attributes["alt"] if reader.reading.exact else " ".join(one.get("alt").split())
        fields |= {"alt": Raw(alt, one.spot)} if alt else {"decorative": Raw(value=True, spot=one.spot)}
    elif one.get("role") in {"presentation", "none"}:
        fields["decorative"] = Raw(value=True, spot=one.spot)
    return [Raw(fields, one.spot)]


def read_figure(reader: Reader, one: Node) -> list[Raw] | None:
    """Read `figure` by what stands in it: pictures, a film, a quotation, a table, or anything else with its caption."""
    reader.reading.attributes(one)
    caption = _own_caption(one)
    inside = [child for child in elements(one) if child is not caption and child.name not in SILENT]
    while len(inside) == 1 and inside[0].name in {"div", "a", "span", "p"} and inside[0] is not caption:
        if inside[0].name == "a" and inside[0].get("href") and find(inside[0], "img") is not None:
            said = f"the picture was a link to `{inside[0].get('href')}`"
            reader.reading.tell(HTML_EMBEDDED, inside[0].spot, said)
        if any(not child.name and child.text.strip() for child in inside[0].children):
            break
        inside = [child for child in elements(inside[0]) if child is not caption and child.name not in SILENT]
    words = reader.words(caption, marked="caption") if caption is not None else []
    loose = any(not child.name and child.text.strip() for child in one.children)
    if not loose and inside and inside[0].name in {"video", "audio"}:
        return _media(reader, inside, words, caption)
    if not loose and len(inside) == 1 and inside[0].name == "blockquote":
        return read_quote(reader, inside[0], caption)
    picture = inside[0] if not loose and len(inside) == 1 and inside[0].name in {"img", "picture"} else None
    if picture is not None and not picture.words():
        blocks = read_image(reader, find(picture, "img") or picture) or []
    else:
        blocks = reader.blocks(_without(one, caption))
    return _captioned(reader, blocks, words, caption)


def _own_caption(figure: Node) -> Node | None:
    """Give the caption of a figure, not that of a figure inside it."""
    stack = figure.children[::-1]
    while stack:
        one = stack.pop()
        if one.name == "figcaption":
            return one
        if one.name != "figure":
            stack += one.children[::-1]
    return None


def _without(one: Node, caption: Node | None) -> list[Node]:
    """Give the children of a figure but its caption, wherever it stands."""
    if caption is None or caption in one.children:
        return [child for child in one.children if child is not caption]
    for around in one.walk():
        if caption in around.children:
            around.children = [child for child in around.children if child is not caption]
    return one.children


def _captioned(reader: Reader, blocks: list[Raw], words: list[Raw], caption: Node | None) -> list[Raw]:
    """Give a caption to the one block that can take it; elsewhere it becomes a paragraph, told."""
    if caption is None or not words:
        return blocks
    able = [block for block in blocks if block.kind in {"figure", "table"}]
    last = able[-1].value if able else None
    gallery = len(able) > 1 and any("caption" in one.value for one in able if isinstance(one.value, dict))
    if not gallery and isinstance(last, dict) and not words_of([last["caption"]] if "caption" in last else []):
        last["caption"] = Raw(words, caption.spot)
        if len(able) > 1:
            said = f"the caption “{words_of(words)}” of several pictures went to the last one"
            reader.reading.tell(HTML_BLOCK, caption.spot, said)
        return blocks
    reader.reading.tell(HTML_BLOCK, caption.spot, f"the caption “{words_of(words)}” became a paragraph")
    return [*blocks, node("paragraph", caption.spot, inlines=words)]


def read_media(reader: Reader, one: Node) -> list[Raw] | None:
    """Read `video` or `audio` that stands in no figure."""
    return _media(reader, [one], [], None)


def _media(reader: Reader, parts: list[Node], words: list[Raw], caption: Node | None) -> list[Raw]:
    """Make a film or recording of its element, its caption and what stands beside it in the figure."""
    one, rest = parts[0], parts[1:]
    reading, spot = reader.reading, one.spot
    if not words:
        label = one.get("aria-label") or one.get("title")
        words = [Raw(" ".join(label.split()), spot)] if label else []
    reading.attributes(one, *(("aria-label", "title") if caption is None else ()))
    fields: dict[str, Raw] = {"kind": Raw("media", spot), "media": Raw(one.name, spot)}
    if words:
        fields["title"] = Raw(words, words[0].spot)
    fields |= sources(one, spot)
    if one.get("poster"):
        fields["poster"] = Raw(one.get("poster"), spot)
    for track in elements(one):
        if track.name == "track":
            _track(reader, track, fields)
    instead = [child for child in one.children if child.name not in {"track", "source"}]
    reading.drop(Node(one.name, spot, children=instead), HTML_LEFT_OUT, f"`<{one.name}>` said without a player")
    after: list[Node] = []
    for part in rest:
        summary = next((child for child in elements(part) if child.name == "summary"), None)
        if part.name == "details" and summary is not None and _TRANSCRIPT.search(summary.words()):
            blocks = reader.blocks([child for child in part.children if child is not summary])
            fields["transcript"] = Raw(blocks, part.spot)
        else:
            after.append(part)
    return [Raw(fields, spot), *reader.blocks(after)]


def sources(one: Node, spot: Spot) -> dict[str, Raw]:
    """Give the fields of a player's files."""
    found: list[Raw] = [Raw({"src": Raw(one.get("src"), spot)}, spot)] if one.get("src") else []
    plain = True
    for child in elements(one):
        if child.name == "source" and child.get("src"):
            fields = {"src": Raw(child.get("src"), child.spot)}
            if child.get("type") and child.get("type") != mimetypes.guess_type(child.get("src"))[0]:
                fields["type"] = Raw(child.get("type"), child.spot)
                plain = False
            found.append(Raw(fields, child.spot))
    if len(found) == 1 and plain and isinstance(found[0].value, dict):
        return {"src": found[0].value["src"]}
    return {"sources": Raw(found, spot)} if found else {}


def _track(reader: Reader, one: Node, fields: dict[str, Raw]) -> None:
    kind = one.get("kind").lower() or "subtitles"
    name = {"captions": "captions", "subtitles": "captions", "descriptions": "descriptions"}.get(kind)
    if name is None or not one.get("src"):
        said = " ".join(part for part in (f"`{one.get('src')}`", one.get("label")) if part)
        reader.reading.tell(HTML_EMBEDDED, one.spot, f"a track of the kind `{kind}` was left out: {said}")
        return
    made = {"src": Raw(one.get("src"), one.spot)}
    if one.get("srclang"):
        made["lang"] = Raw(one.get("srclang"), one.spot)
    if one.get("label"):
        made["label"] = Raw(one.get("label"), one.spot)
    known = fields.setdefault(name, Raw([], one.spot)).value
    if isinstance(known, list):
        known.append(Raw(made, one.spot))


READERS.update({
    "img": read_image, "figure": read_figure, "video": read_media, "audio": read_media,
})  # fmt: skip
