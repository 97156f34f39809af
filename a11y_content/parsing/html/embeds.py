"""What old systems embed (frames, Drupal's and Wagtail's own elements) becomes a link or text, and is told."""

from __future__ import annotations

from typing import Final

from a11y_content.parsing.html.cleaning_faults import EMBED
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import element, pairs, replace, said, text
from a11y_content.parsing.repair_faults import REPAIR_LINK, REPAIR_PICTURE
from a11y_content.problem import Problem

_FRAMES: Final = frozenset({"iframe", "object", "embed", "frame", "applet"})
_ENTITIES: Final = frozenset({"drupal-media", "drupal-entity", "drupal-url"})
_EMBEDS: Final = frozenset({"data-entity-embed", "data-embed-button"})
_ADDRESS: Final = ("src", "data-src", "data", "url", "data-url", "data-lazy-src")
_FIELDS: Final = ("data-entity-uuid", "data-entity-id", "data-view-mode", "data-align", "id", "format", "embedtype")


def clean_embeds(root: Node) -> list[Problem]:
    """Put links or words in the place of all that is embedded in a tree."""
    problems: list[Problem] = []
    for node, parent in list(pairs(root)):
        if (
            (node.name == "embed" and node.get("embedtype") == "image")
            or node.name in _ENTITIES
            or "data-entity-embed" in node.attributes
            or "data-embed-button" in node.attributes
        ):
            _picture(node, parent, problems)
        elif node.name in _FRAMES:
            _frame(node, parent, problems)
        elif node.name == "a" and node.get("linktype") and not node.get("href"):
            _old_link(node, problems)
    return problems


def _picture(node: Node, parent: Node, problems: list[Problem]) -> None:
    """Keep the words of a picture that only the old system could find."""
    kept = []
    for name in ("alt", "data-caption", "title"):
        words = node.get(name)
        if words and words not in kept:
            kept.append(words)
    inside = said(node) if node.children else ""
    if inside and not any(inside == one for one in kept):
        kept += [one for one in [node.words()] if one]
    marks = " ".join(f"{name}={node.get(name)}" for name in _FIELDS if node.get(name))
    what = f"`{node.name} {marks}`" if marks else f"`{node.name}`"
    words = ", ".join(f"“{one}”" for one in kept)
    after = f"its words were kept: {words}" if kept else "it has no words to keep"
    problems.append(REPAIR_PICTURE.at(node.spot, f"{what} is embedded by number and cannot be found here; {after}"))
    made = [element("p", node.spot, [text(one, node.spot)]) for one in kept]
    if parent.name in {"p", "span", "a", "strong", "em"}:
        made = [text(f" {' '.join(kept)} ", node.spot)]
    replace(parent, node, *made)


def _frame(node: Node, parent: Node, problems: list[Problem]) -> None:
    """Link to what a frame showed, by its title."""
    address = next((node.get(name) for name in _ADDRESS if node.get(name) and node.get(name) != "about:blank"), "")
    words = node.get("title") or node.get("aria-label")
    inside = [one for one in node.children if one.name not in {"param", "embed"}]
    if not address:
        found = (one for one in node.walk() if one.name in {"param", "embed"})
        address = next(
            (one.get("src") or one.get("value") for one in found if one.get("src") or one.get("name") == "movie"), ""
        )
    if address.startswith("//"):
        address = f"https:{address}"
    if address.startswith(("http://", "https://")):
        link = element("a", node.spot, [text(words or address, node.spot)], href=address)
        made = link if parent.name in {"p", "span", "figure"} else element("p", node.spot, [link])
        if parent.name == "figure":
            made = element("p", node.spot, [link])
        problems.append(
            EMBED.at(node.spot, f"the `{node.name}` that showed `{address}` became a link: “{words or address}”")
        )
        replace(parent, node, made, *inside)
        return
    problems.append(
        EMBED.at(node.spot, f"the `{node.name}` “{words}” (`{address}`) was left out; it shows nothing by itself")
    )
    replace(parent, node, *inside)


def _old_link(node: Node, problems: list[Problem]) -> None:
    """Keep the words of a link that names a number of the old system."""
    target = f"{node.get('linktype')} {node.get('id')}".strip()
    problems.append(
        REPAIR_LINK.at(node.spot, f"“{node.words()}” led to {target} of the old system, which is not known here")
    )
    node.name = "span"
    node.attributes.clear()
