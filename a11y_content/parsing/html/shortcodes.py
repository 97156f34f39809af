"""Shortcodes of WordPress in the text: `[gallery ids="1,2"]`, `[caption]...[/caption]`, the rows of page builders."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.parsing.html.cleaning_faults import SHORTCODE
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import element, pairs, solid
from a11y_content.problem import Problem

_VALUE: Final = (
    r"(?:\"[^\"\]]{0,2000}\"|'[^'\]]{0,2000}'|”[^”\]]{0,2000}”|“[^”\]]{0,2000}”|″[^″\]]{0,2000}″|[^\s\]\"']{1,500})"
)
_NAMES: Final = (
    r"gallery|caption|wp_caption|embed|video|audio|playlist|contact-form(?:-7)?|gravityforms?|ninja_forms?|wpforms|formidable"
    r"|(?:su|vc|et_pb|fusion|av|mk|cs|ux|otw|wpbb|fl|tve|shortcodes)_[a-z0-9_]+|(?:one|two|three)_(?:half|third|fourth|fifth)(?:_last)?"
    r"|rows?|columns?|col|buttons?|toggle|toggles|accordions?|tabs?|tabgroup|spacer|divider|icon|googlemaps?|map|youtube|vimeo"
    r"|do_widget|widget|recent-posts|table|tablepress|rev_slider|smartslider3|slider|layerslider|toc|sc_?\w{0,30}|highlight|dropcap"
    r"|wpseo_\w+|displayposts|display-posts|user|nextpage|more|expand|spoiler|foogallery|ngg\w{0,20}|instagram-feed|addtoany|mc4wp_form"
)
_CODE: Final = re.compile(
    rf"\[(?P<close>/)?(?P<name>(?:{_NAMES})(?=[\s\]/])|[a-z][a-z0-9_-]{{1,40}}(?=\s+[a-z_-]+=))"
    rf"(?P<fields>(?:\s+(?:[a-z][a-z0-9_-]*={_VALUE}|[a-z0-9_-]+))*)\s*/?\]"
)
_PLAIN: Final = frozenset(
    {"table", "map", "user", "more", "row", "col", "video", "audio", "icon", "columns", "highlight"}
)
"""Names that a writer may put into brackets too: without fields they count as a pair, or as the whole of a line."""


def clean_shortcodes(root: Node) -> list[Problem]:
    """Take shortcodes out of all texts, the words between them staying; captions become those of figures."""
    problems: list[Problem] = []
    for node in [root, *(one for one, _ in pairs(root))]:
        if any(not one.name and "[caption" in one.text for one in node.children):
            _captions(node, problems)
    codes = [found for node, _ in pairs(root) if not node.name for found in _CODE.finditer(node.text)]
    closed = {found["name"] for found in codes if found["close"]}
    for node, _ in pairs(root):
        if node.name or "[" not in node.text:
            continue
        told: list[str] = []
        node.text = _CODE.sub(lambda found, into=told: _take(found, into, closed), node.text)  # type: ignore[misc]
        if told:
            problems.append(SHORTCODE.at(node.spot, f"left out: {', '.join(f'`{one}`' for one in told)}"))
    return problems


def _take(found: re.Match[str], into: list[str], closed: set[str]) -> str:
    alone = found.string.strip() == found[0].strip()
    if found["name"] in _PLAIN and not (found["fields"].strip() or found["name"] in closed or alone):
        return found[0]
    into.append(" ".join(found[0].split()))
    return " "


def _captions(parent: Node, problems: list[Problem]) -> None:
    """Make a figure of `[caption ...]`, the picture and the words up to `[/caption]`."""
    start = next((at for at, one in enumerate(parent.children) if not one.name and "[caption" in one.text), None)
    while start is not None:
        opener = parent.children[start]
        begun = _CODE.search(opener.text, opener.text.find("[caption"))
        end = next((at for at in range(start, len(parent.children)) if "[/caption]" in parent.children[at].text), None)
        if begun is None or end is None:
            return
        closer = parent.children[end]
        before = Node("", opener.spot, text=opener.text[: begun.start()])
        after = Node("", closer.spot, text=closer.text.split("[/caption]", 1)[1])
        inside = parent.children[start : end + 1]
        opener.text = opener.text[begun.end() :]
        closer.text = closer.text.split("[/caption]", 1)[0]
        pictures = [one for one in inside if any(part.name == "img" for part in one.walk())]
        words = [one for one in inside if one not in pictures]
        caption = [element("figcaption", opener.spot, words)] if solid(words) else []
        parent.children[start : end + 1] = [before, element("figure", opener.spot, [*pictures, *caption]), after]
        problems.append(SHORTCODE.at(opener.spot, f"`{begun[0]}` became a figure with its caption"))
        following = range(start + 2, len(parent.children))
        start = next((at for at in following if "[caption" in parent.children[at].text), None)
