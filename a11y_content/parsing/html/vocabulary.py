"""Elements and attributes of HTML by what a reader of the tree does with them."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.parsing.html.tree import Node

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
EMBEDDED: Final = frozenset({
    "applet", "area", "audio", "canvas", "embed", "frame", "iframe", "math", "noembed", "noframes", "object", "svg",
})  # fmt: skip
CONTROLS: Final = frozenset({
    "button", "datalist", "fieldset", "form", "input", "label", "legend", "meter", "optgroup", "option", "output",
    "progress", "select", "textarea",
})  # fmt: skip
SILENT: Final = frozenset({
    "base", "basefont", "bgsound", "col", "colgroup", "keygen", "link", "meta", "param", "script", "source", "style",
    "track", "wbr",
})  # fmt: skip
"""Elements that show no words."""
LOOKS: Final = frozenset({
    "big", "blink", "center", "cite", "code", "dfn", "dir", "font", "ins", "kbd", "listing", "mark", "marquee", "nobr",
    "plaintext", "pre", "rp", "rt", "ruby", "s", "samp", "small", "strike", "del", "tt", "u", "var", "xmp",
})  # fmt: skip
"""Elements whose words are kept and whose meaning is not."""
PLAIN: Final = frozenset({
    "a", "article", "aside", "bdi", "bdo", "body", "data", "dd", "details", "div", "dt", "figcaption", "footer", "head",
    "header", "hgroup", "html", "li", "main", "map", "nav", "noscript", "p", "picture", "search", "section", "slot",
    "span", "summary", "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "title",
})  # fmt: skip
"""Elements that are only around other things; where they mean more, somebody else has read them before."""
BLOCKS: Final = frozenset({
    "address", "article", "aside", "audio", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre",
    "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video", "xmp",
})  # fmt: skip
"""Elements that end the line before them."""
_HIDDEN_STYLE: Final = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_UNSEEN: Final = frozenset({
    "a11y-hidden", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only",
    "usa-sr-only", "govuk-visually-hidden", "nhsuk-u-visually-hidden", "u-visually-hidden", "element-invisible",
    "show-for-sr", "assistive-text",
})  # fmt: skip
"""Classes by which pages give words to screen readers alone."""


def classes(node: Node) -> list[str]:
    """Give the classes of an element."""
    return node.attributes["class"].split() if "class" in node.attributes else []


def has_class(node: Node, name: str) -> bool:
    """Tell whether an element has a class."""
    return name in node.attributes.get("class", "") and name in classes(node)


def is_hidden(node: Node) -> bool:
    """Tell whether an element is shown to nobody, or kept from screen readers."""
    given = node.attributes
    if not given:
        return node.name in {"template", "dialog"}
    return (
        "hidden" in given
        or given.get("aria-hidden", "").strip().lower() == "true"
        or node.name == "template"
        or (node.name == "dialog" and "open" not in given)
        or ("style" in given and _HIDDEN_STYLE.search(given["style"]) is not None)
    )


def is_unseen(node: Node) -> bool:
    """Tell whether an element's words are for screen readers alone."""
    return "class" in node.attributes and not _UNSEEN.isdisjoint(classes(node))


def lang_of(node: Node) -> str:
    """Give the language that an element says, or an empty string."""
    return node.get("lang") or node.get("xml:lang")


def blank(node: Node) -> bool:
    """Tell whether a node is white space or a comment."""
    return node.name == "#comment" or (not node.name and not node.text.strip(" \t\n\f\r"))


def solid(node: Node) -> list[Node]:
    """Give the children that are more than white space and comments."""
    return [one for one in node.children if not blank(one)]


def elements(node: Node) -> list[Node]:
    """Give the children that are elements."""
    return [one for one in node.children if one.name and one.name[0] != "#"]


def find(node: Node, *names: str, cls: str = "") -> Node | None:
    """Give the first element inside of one of these names and this class, or None."""
    for one in node.walk():
        if one is not node and (not names or one.name in names) and (not cls or has_class(one, cls)):
            return one
    return None
