"""Our own markup read back: pictures, films and recordings."""

from __future__ import annotations

from a11y_content.model.raw import Raw
from a11y_content.parsing.html.flow import Reader
from a11y_content.parsing.html.own_words import is_said, own, parts, text_of, unsay
from a11y_content.parsing.html.reading_media import read_image, sources
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.vocabulary import elements, find, has_class, lang_of
from a11y_content.text import catalogues, language_name, say


@own("a11y-figure")
def figure(reader: Reader, one: Node) -> list[Raw] | None:
    """Read a picture with its caption, who made it, and its long description."""
    picture = find(one, "img")
    caption, long = find(one, "figcaption"), find(one, "details", cls="a11y-figure__description")
    images = read_image(reader, picture) if picture is not None else None
    made = images[0] if images else None
    if made is None or not isinstance(made.value, dict):
        return None
    made.spot = one.spot
    if caption is not None:
        children = list(caption.children)
        credit = children[-1] if children and has_class(children[-1], "a11y-figure__credit") else None
        if credit is not None:
            said = unsay(text_of(credit), "Picture: {credit}")
            if said is None:
                return None
            made.value["credit"] = Raw(said["credit"], credit.spot)
            children.pop()
            if children and not children[-1].name:
                last = children[-1]
                children[-1] = Node("", last.spot, text=last.text.removesuffix(" "))
        words = reader.line(children, caption.spot)[0]
        if words:
            made.value["caption"] = Raw(words, caption.spot)
    if long is not None:
        inside = parts(long)
        if [child.name for child in inside] != ["summary", "div"]:
            return None
        made.value["complex"] = Raw(value=True, spot=long.spot)
        made.value["blocks"] = Raw(reader.blocks(inside[1].children), long.spot)
    return [made]


@own("a11y-media")
def media(reader: Reader, one: Node) -> list[Raw] | None:
    """Read a film or recording with its files, tracks, transcript and notes."""
    player, caption = find(one, "video", "audio"), find(one, "figcaption")
    if player is None or caption is None:
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
    for part in parts(one):
        if part in {player, caption}:
            continue
        if not _beside(reader, part, fields):
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
