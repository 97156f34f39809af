"""Our own markup read back: pictures, films and recordings."""

from __future__ import annotations

from typing import Final

from a11y_content.model.raw import Raw
from a11y_content.parsing.html.flow import Reader
from a11y_content.parsing.html.own_words import is_said, own, parts, text_of, unsay
from a11y_content.parsing.html.reading_media import read_image, sources
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.vocabulary import elements, find, has_class, lang_of
from a11y_content.text import catalogues, language_name, say

_FIGURES: Final = (["img"], ["picture"], ["img", "figcaption"], ["picture", "figcaption"])


@own("a11y-figure")
def figure(reader: Reader, one: Node) -> list[Raw] | None:
    """Read a picture with its caption, who made it, and its long description."""
    inside = parts(one)
    long = inside.pop() if len(inside) > 1 and has_class(inside[-1], "a11y-figure__description") else None
    if long is not None and len(inside) == 1 and inside[0].name in {"figure", "div"}:
        inside = parts(inside[0])
    if [child.name for child in inside] not in _FIGURES:
        return None
    picture, caption = find(inside[0], "img") or inside[0], inside[1] if len(inside) > 1 else None
    if inside[0].words():
        return None
    images = read_image(reader, picture)
    made = images[0] if images else None
    if made is None or not isinstance(made.value, dict):
        return None
    made.spot = one.spot
    if caption is not None and not _caption(reader, caption, made.value):
        return None
    if long is not None:
        inside = parts(long)
        if [child.name for child in inside] != ["summary", "div"]:
            return None
        made.value["complex"] = Raw(value=True, spot=long.spot)
        made.value["blocks"] = Raw(reader.blocks(inside[1].children), long.spot)
    return [made]


def _caption(reader: Reader, caption: Node, fields: dict[str, Raw]) -> bool:
    """Take a caption, and who made the picture; False where that is not said as we say it."""
    children = list(caption.children)
    if children and has_class(children[-1], "a11y-figure__credit"):
        credit = children.pop()
        said = unsay(text_of(credit), "Picture: {credit}")
        if said is None:
            return False
        fields["credit"] = Raw(said["credit"], credit.spot)
        if children and not children[-1].name:
            last = children[-1]
            children[-1] = Node("", last.spot, text=last.text.removesuffix(" "))
    words = reader.line(children, caption.spot)[0]
    if words:
        fields["caption"] = Raw(words, caption.spot)
    return True


@own("a11y-media")
def media(reader: Reader, one: Node) -> list[Raw] | None:
    """Read a film or recording with its files, tracks, transcript and notes."""
    inside = parts(one)
    if [child.name for child in inside[:2]] not in [["figcaption", "video"], ["figcaption", "audio"]]:
        return None
    caption, player = inside[0], inside[1]
    if any(child.name not in {"source", "track"} or child.children for child in parts(player)):
        return None
    language = lang_of(one) or reader.reading.lang
    fields: dict[str, Raw] = {"kind": Raw("media", one.spot), "media": Raw(player.name, player.spot)}
    fields["title"] = Raw(reader.words(caption), caption.spot)
    fields |= sources(player, player.spot)
    if player.get("poster"):
        fields["poster"] = Raw(player.get("poster"), player.spot)
    for track in elements(player):
        if track.name == "track" and track.get("kind") in {"captions", "descriptions"}:
            known = fields.setdefault(track.get("kind"), Raw([], track.spot)).value
            if isinstance(known, list):
                known.append(_track(track, language))
    if not all(_beside(reader, part, fields) for part in inside[2:]):
        return None
    return [Raw(fields, one.spot)]


def _track(track: Node, language: str) -> Raw:
    """Read a track; a language and a label that the renderer would write are left out."""
    fields = {"src": Raw(track.get("src"), track.spot)}
    lang = track.get("srclang")
    if lang and lang != language:
        fields["lang"] = Raw(lang, track.spot)
    word = "Captions" if track.get("kind") == "captions" else "Descriptions"
    usual = {f"{say(one, word)} ({language_name(lang)})" for one in catalogues()}
    if track.get("label") and track.get("label") not in usual:
        fields["label"] = Raw(track.get("label"), track.spot)
    return Raw(fields, track.spot)


def _beside(reader: Reader, part: Node, fields: dict[str, Raw]) -> bool:
    """Take what stands behind the player; False where it is none of ours."""
    if has_class(part, "a11y-media__transcript"):
        inside = parts(part)
        if [child.name for child in inside] != ["summary", "div"]:
            return False
        fields["transcript"] = Raw(reader.blocks(inside[1].children), part.spot)
        return True
    if not has_class(part, "a11y-media__note"):
        return False
    date = find(part, "time")
    if date is not None and date.get("datetime"):
        fields["reviewed"] = Raw(date.get("datetime"), date.spot)
        return is_said(text_of(part).removesuffix(text_of(date)), "Last reviewed:")
    said = unsay(text_of(part), "The same is said in: {text}")
    if said is None:
        return False
    fields["text_alternative_of"] = Raw(said["text"], part.spot)
    return True
