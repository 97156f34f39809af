"""Folded text and tabs that need scripts: accordions become details or headings over text, tabs become sections."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.parsing.html.cleaning_faults import BOILERPLATE
from a11y_content.parsing.html.mending_faults import REPAIR_FOLD
from a11y_content.parsing.html.mending_headings import LOOK
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import HEADINGS, element, index, names_of, pairs, parents, remove, said, shows
from a11y_content.problem import Problem

_TARGETS: Final = ("aria-controls", "data-target", "data-bs-target", "href", "data-panel", "aria-owns")
_TOGGLES: Final = frozenset({"collapse", "toggle", "accordion"})
_TABBED: Final = frozenset({"tab", "pill"})
_TITLE: Final = re.compile(
    r" (?:elementor-tab-title|elementor-toggle-title|et-pb-toggle-title"
    r"|accordion-(?:title|header|button|toggle|heading)"
    r"|toggle-(?:title|header)|faq-(?:question|title)|su-spoiler-title|wp-block-(?:coblocks|kadence|ultimate)[a-z-]*title"
    r"|schema-faq-question|vc-tta-panel-title|panel-title|tab-title) "
)
_BODY: Final = re.compile(
    r" (?:elementor-tab-content|elementor-toggle-content|et-pb-toggle-content|accordion-(?:content|body|panel|collapse)"
    r"|toggle-(?:content|inner|body)|faq-(?:answer|content)|su-spoiler-content|schema-faq-answer|vc-tta-panel-body"
    r"|panel-collapse|panel-body|tab-content|tab-pane) "
)
_MOBILE: Final = re.compile(r" elementor-tab-mobile-title ")
_MORE: Final = re.compile(
    r"\W*(?:(?:read|show|see|view|learn) (?:more|less)|more|less|(?:expand|collapse)(?: all| section)?"
    r"|open all|close all|toggle|mostrar más|leer más)\W*",
    re.IGNORECASE,
)
_HIDING: Final = re.compile(r"(?:display|visibility|height|max-height|opacity)\s*:\s*[^;]*;?", re.IGNORECASE)
_MOST_WORK: Final = 4_000_000
"""Most nodes that are gone through for the folds of one page; what is folded beyond that stays as it is."""
_WRAPS: Final = frozenset({"div", "span", "a", "button", "i", "summary", "section", "dt", "li"})


def mend_folds(root: Node, problems: list[Problem]) -> None:
    """Open what scripts fold, where title and text can be told for certain; the order of the text stays."""
    ids = {node.get("id"): node for node, _ in pairs(root) if node.attributes.get("id")}
    around = parents(root)
    left = _MOST_WORK
    done: set[int] = set()
    for node, _ in list(pairs(root)):
        if not node.attributes or id(node) in done or id(node) not in around:
            continue
        panel = _panel(node, ids) or _beside(node, around)
        if panel is None or id(panel) in done or id(panel) not in around or _holds(panel, node) or _holds(node, panel):
            continue
        if node.words() and not _MORE.fullmatch(said(node)):
            done |= {id(panel), *(id(one) for one in node.walk())}
            _open(node, panel, around, problems)
            left -= len(around)
            if left < 0:
                break
            around = parents(root)
    _tell_repeated(root, problems, done)
    _expanders(root, problems, ids)


def _holds(outer: Node, inner: Node) -> bool:
    return any(one is inner for one in outer.walk())


def _panel(node: Node, ids: dict[str, Node]) -> Node | None:
    """Give the panel that a control names, or None."""
    toggles = (node.get("data-toggle") or node.get("data-bs-toggle")).lower()
    role = node.get("role").lower()
    if not (toggles in _TOGGLES | _TABBED or role == "tab" or "aria-expanded" in node.attributes):
        return None
    if node.name not in {"button", "a", *_WRAPS, *HEADINGS} or _MOBILE.search(names_of(node)):
        return None
    for name in _TARGETS:
        target = node.get(name)
        if name == "href" and not target.startswith("#"):
            continue
        found = ids.get(target.lstrip("#")) if target else None
        if found is not None:
            return found
    return None


def _beside(node: Node, around: dict[int, Node]) -> Node | None:
    """Give the panel right behind a title, by the names that page builders use, or None."""
    if not _TITLE.search(names_of(node)) or node.name == "p":
        return None
    at = node
    for _ in range(3):
        parent = around.get(id(at))
        if parent is None:
            return None
        rest = parent.children[index(parent, at) + 1 :]
        following = next((one for one in rest if one.name and one.name != "#comment"), None)
        if following is not None:
            return following if _BODY.search(names_of(following)) else None
        at = parent
    return None


def _open(control: Node, panel: Node, around: dict[int, Node], problems: list[Problem]) -> None:
    """Put a title and its text together: a heading over it where the control was one or a tab, else details."""
    tab = _is_tab(control, panel, around)
    heading = next((one for one in [control, *control.walk(), *_above(control, around)] if one.name in HEADINGS), None)
    words = control.words()
    _show(panel)
    outer = _outermost(control, around, panel)
    title_children = _title(control)
    if heading is not None or tab:
        title = element(heading.name if heading is not None else "h2", control.spot, title_children)
        if heading is None:
            title.attributes[LOOK] = "2"
        made = [title, panel]
        what = "a tab became a heading over its text" if tab else "folded text was opened under its heading"
    else:
        made = [element("details", control.spot, [element("summary", control.spot, title_children), panel])]
        what = "folded text that needed scripts became details"
    if panel.name in {"dd", "li", "td"}:
        panel.name = "div"
    home = around[id(panel)]
    place = index(home, panel)
    if outer is not None and any(one is panel for one in outer.walk()):
        outer = None
    home.children[place : place + 1] = made
    for one in made:
        around[id(one)] = home
    if made[0].name == "details":
        around[id(panel)] = made[0]
    gone = outer if outer is not None else control
    if gone is not None:
        above = around.get(id(gone))
        if above is not None and any(one is gone for one in above.children):
            above.children = [one for one in above.children if one is not gone]
    problems.append(REPAIR_FOLD.at(control.spot, f"{what}: “{words}”"))


def _is_tab(control: Node, panel: Node, around: dict[int, Node]) -> bool:
    toggles = {control.get("data-toggle").lower(), control.get("data-bs-toggle").lower()}
    if control.get("role").lower() != "tab" and not _TABBED & toggles:
        return False
    names = names_of(panel) + names_of(control)
    return not ("accordion" in names or "toggle" in names or _in_accordion(control, around))


def _in_accordion(control: Node, around: dict[int, Node]) -> bool:
    return any("accordion" in names_of(one) or "toggle" in names_of(one) for one in _above(control, around, 6))


def _above(node: Node, around: dict[int, Node], most: int = 2) -> list[Node]:
    found: list[Node] = []
    at = around.get(id(node))
    while at is not None and len(found) < most:
        found.append(at)
        at = around.get(id(at))
    return found


def _outermost(control: Node, around: dict[int, Node], panel: Node) -> Node | None:
    """Give the outermost element that holds the control and says nothing more."""
    at, words = control, said(control)
    while True:
        above = around.get(id(at))
        if above is None or above.name in {"", "#root", "body", "main", "article", "html"}:
            return at
        if said(above) != words or any(one is panel for one in above.walk()):
            return at
        at = above


def _title(control: Node) -> list[Node]:
    """Give what a control says, without the boxes around it."""
    children = control.children
    while True:
        solid = [
            one
            for one in children
            if (one.name and shows(one) and one.name != "svg") or (not one.name and one.text.strip())
        ]
        if len(solid) == 1 and solid[0].name in {*_WRAPS, *HEADINGS} and not solid[0].get("lang"):
            children = solid[0].children
        else:
            return children


def _show(panel: Node) -> None:
    """Take off a panel what hides it."""
    for name in ("hidden", "aria-hidden", "aria-labelledby", "role", "aria-label"):
        panel.attributes.pop(name, None)
    if panel.attributes.get("style"):
        panel.attributes["style"] = _HIDING.sub("", panel.attributes["style"])


def _tell_repeated(root: Node, problems: list[Problem], done: set[int]) -> None:
    """Leave out the second copies of titles that page builders write for narrow screens."""
    gone = {}
    for node, _ in pairs(root):
        if _MOBILE.search(names_of(node)) and node.words() and id(node) not in done:
            gone[id(node)] = BOILERPLATE.at(
                node.spot, f"left out: the second copy of a title, for narrow screens “{node.words()}”"
            )
    if gone:
        remove(root, lambda one: id(one) in gone)
    problems += gone.values()


def _expanders(root: Node, problems: list[Problem], ids: dict[str, Node]) -> None:
    """Leave out buttons that only unfold or fold text, and show the text."""
    gone = {}
    for node, _ in pairs(root):
        if node.name not in {"button", "a", "span"} or not _MORE.fullmatch(said(node) or "-"):
            continue
        leads = node.get("href") and not node.get("href").startswith(("#", "javascript:"))
        control = node.name != "span" or "onclick" in node.attributes or "aria-expanded" in node.attributes
        if leads or not control:
            continue
        panel = _panel(node, ids)
        if panel is not None:
            _show(panel)
        gone[id(node)] = BOILERPLATE.at(node.spot, f"left out: a button that unfolded text “{said(node)}”")
    if gone:
        remove(root, lambda one: id(one) in gone)
    problems += gone.values()
