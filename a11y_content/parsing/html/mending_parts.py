"""Lists whose items are whole parts with headings, such as accordions and cards: they are opened."""

from __future__ import annotations

from a11y_content.parsing.html.mending_faults import REPAIR_HEADING
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import HEADINGS, element, elements, replace, solid
from a11y_content.problem import Problem


def mend_parts(root: Node, problems: list[Problem]) -> None:
    """Open such lists, the inner ones first: their headings make sections, which no item of a list can be."""
    for node, parent in reversed(elements(root, "ul")):
        items = solid(node.children)
        if items and all(one.name == "li" and _is_part(one) for one in items):
            replace(parent, node, *(element("div", one.spot, one.children) for one in items))
            said = f"a list whose items have headings was opened: “{_heading(items[0]).words()}” is the first"
            problems.append(REPAIR_HEADING.at(node.spot, said))


def _is_part(item: Node) -> bool:
    """Tell whether an item begins with a heading and says more than that."""
    heading = _heading(item)
    words = heading.words()
    return bool(words) and item.words().startswith(words) and item.words() != words


def _heading(item: Node) -> Node:
    """Give the first heading inside an item; an empty node where there is none."""
    return next((one for one in item.walk() if one.name in HEADINGS), Node("", item.spot))
