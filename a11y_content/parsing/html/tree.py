"""HTML as a tree of nodes that know their places: what a browser builds, copied into a small tree of our own.

justhtml parses and does nothing else (docs/decisions/0062-html-parser.md); its tree is copied without recursion.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from justhtml import JustHTML

from a11y_content.parsing.html.conditionals import without_conditionals
from a11y_content.parsing.html.guard import MAX_ATTRIBUTES, guard, too_many_attributes
from a11y_content.parsing.limits import LIMIT_DEPTH, LIMIT_NODES, MAX_DEPTH, MAX_NODES, MAX_REPEATS
from a11y_content.parsing.repair_faults import HTML_UNCLOSED
from a11y_content.parsing.source import BAD, CHARACTER
from a11y_content.problem import Problem, Spot

At = Callable[[int], Spot]
"""From an offset in the HTML, in characters, to the place in the author's file."""

UNSHOWN: Final = frozenset({"script", "style", "template"})
"""Elements whose text no browser shows."""
FLOWING: Final = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
"""Elements that stand inside a line: words go on across their ends."""
_SPACE: Final = re.compile(r"[ \t\n\f]*")
_RAW: Final = frozenset({"iframe", "noembed", "noframes", "plaintext", "script", "style", "textarea", "title", "xmp"})
"""Elements whose text goes on to their end tag, whatever else stands there."""
_TAG: Final = re.compile(r"<[^<>]*>")
_SHOWN: Final = 2000


@dataclass(slots=True, eq=False)
class Node:
    """An element, a text or a comment.

    `name` is in lower case, `""` for text, `#comment` for a comment, `#root` for what holds all; names of attributes
    are in lower case and entities are decoded. What the parser added by itself (`tbody`) has its parent's place.
    """

    name: str
    spot: Spot
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def get(self, name: str) -> str:
        """Give an attribute without white space around it, or an empty string."""
        return self.attributes.get(name, "").strip()

    def walk(self) -> Iterator[Node]:
        """Go through this node and all inside it in reading order, without recursion."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            if node.children:
                stack.extend(reversed(node.children))

    def words(self) -> str:
        """Give all text inside, white space folded; scripts, styles and templates inside have none."""
        if len(self.children) == 1 and not self.children[0].name:
            return " ".join(self.children[0].text.split())
        parts: list[str] = []
        stack: list[Node | None] = [self]
        while stack:
            node = stack.pop()
            if node is None:
                parts.append(" ")
            elif not node.name:
                parts.append(node.text)
            elif node.name in UNSHOWN and node is not self:
                continue
            elif node.name in FLOWING:
                stack.extend(reversed(node.children))
            else:
                stack += [None, *reversed(node.children), None]
        return " ".join("".join(parts).split())


def read_tree(text: str, at: At, *, fragment: bool = False) -> tuple[Node, list[Problem]]:
    """Parse HTML as a browser without scripts does; `at` gives the place of an offset in `text`.

    The root holds `html`, or with `fragment` the nodes that would stand in `body`. Nothing is left out but the doctype:
    foreign elements, templates and comments stay. Past a limit (docs/decisions/0062-html-parser.md) the root is empty
    and the problem's code is in `limits.FATAL`.
    """
    root = Node("#root", at(0))
    text, problems = _as_text(without_conditionals(text), at)
    refused = guard(text, at)
    if refused is not None:
        return root, [*problems, refused]
    parsed: Any = JustHTML(
        text, sanitize=False, fragment=fragment, track_node_locations=True, scripting_enabled=False
    ).root
    refused = _copy(parsed, root, text, at, problems)
    if refused is not None:
        root.children.clear()
        problems.append(refused)
    return root, problems


def _as_text(text: str, at: At) -> tuple[str, list[Problem]]:
    """Replace what is no text, one character for one, so that offsets stay: files were cleaned, strings were not."""
    if text.startswith("\ufeff"):
        text = " " + text[1:]
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    found = [(hit.start(), hit[0]) for hit in BAD.finditer(text)]
    if not found:
        return text, []
    problems = [CHARACTER.at(at(o), f"the character U+{ord(bad):04X} is not text") for o, bad in found[:MAX_REPEATS]]
    if len(found) > MAX_REPEATS:
        more = f"{len(found) - MAX_REPEATS:,} more such characters follow"
        problems.append(CHARACTER.at(at(found[MAX_REPEATS][0]), more))
    return BAD.sub("\ufffd", text), problems


def _copy(parsed: Any, root: Node, text: str, at: At, problems: list[Problem]) -> Problem | None:
    """Copy justhtml's tree below `root`; give a problem where it goes past a limit, add others to `problems`."""
    count = 0
    stack: list[tuple[Any, Node, int]] = [(one, root, 1) for one in reversed(_inside(parsed))]
    while stack:
        found, parent, depth = stack.pop()
        name: str = found.name
        offset: int | None = found.origin_offset
        if name == "!doctype":
            continue
        count += 1
        if count > MAX_NODES:
            return LIMIT_NODES.at(_place(offset, parent, at), f"the HTML has more than {MAX_NODES:,} parts")
        if name.startswith("#"):
            data = str(found.data or "")
            if name == "#text":
                if offset is not None:
                    offset = _SPACE.match(text, offset).end()  # type: ignore[union-attr]  # it matches nothing too
                parent.children.append(Node("", _place(offset, parent, at), text=data))
            else:  # a comment or a processing instruction
                parent.children.append(Node("#comment", _place(offset, parent, at), text=data))
            continue
        spot = _place(offset, parent, at)
        if depth > MAX_DEPTH:
            return LIMIT_DEPTH.at(spot, f"this is nested more than {MAX_DEPTH} levels deep")
        if len(found.attrs) > MAX_ATTRIBUTES:
            return too_many_attributes(name, spot)
        made = Node(
            name.lower(), spot, {key.lower(): value or "" for key, value in found.attrs.items()} if found.attrs else {}
        )
        parent.children.append(made)
        stack.extend((one, made, depth + 1) for one in reversed(_inside(found)))
        if made.name in _RAW and found.namespace == "html" and offset is not None:
            problems += _unclosed(made, found, text, offset)
    return None


def _unclosed(node: Node, found: Any, text: str, offset: int) -> list[Problem]:
    """Tell of an element that takes the rest of the page for its text, since nothing closes it."""
    inside = "".join(str(one.data or "") for one in found.children or () if one.name == "#text")
    end = re.compile(f"</{node.name}[\\s/>]", re.IGNORECASE)
    closed = node.name != "plaintext" and end.search(text, offset) is not None
    if closed and (node.name != "script" or end.search(inside) is None):  # `<!--<script>` inside one hides its end
        return []
    words = " ".join(_TAG.sub(" ", inside[:_SHOWN]).split())
    said = f"`<{node.name}>` is opened here and never closed; it takes all that follows: “{words}”"
    return [HTML_UNCLOSED.at(node.spot, said)] if words else []


def _inside(found: Any) -> list[Any]:
    """Give the children of a node of justhtml, those of a template from inside it."""
    content = getattr(found, "template_content", None)
    return [*(found.children or ()), *((content.children or ()) if content is not None else ())]


def _place(offset: int | None, parent: Node, at: At) -> Spot:
    return parent.spot if offset is None else at(offset)
