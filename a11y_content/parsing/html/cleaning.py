"""Cleaning: what an old system put around the content and between its parts goes, and every word of it is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from a11y_content.parsing.html import boilerplate, widgets
from a11y_content.parsing.html.attribute_words import tell_gone, words_in_attributes
from a11y_content.parsing.html.cleaning_faults import BOILERPLATE, COMMENT, GUESS_MAIN, OVERLAY, SCRIPT
from a11y_content.parsing.html.embeds import clean_embeds
from a11y_content.parsing.html.main_content import main_content, outside
from a11y_content.parsing.html.mending_links import address_of
from a11y_content.parsing.html.shortcodes import clean_shortcodes
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import HEADINGS, elements, is_own, pairs, parents, remove, said, unwrap
from a11y_content.problem import NOWHERE, Problem

_PROGRAMS: Final = frozenset({"script", "style", "link", "meta", "base", "template", "title", "basefont"})
_CONTROLS: Final = frozenset(
    {"input", "select", "textarea", "datalist", "progress", "meter", "canvas", "fieldset", "option"}
)
_MACHINE: Final = re.compile(
    r"\s*(?:/?wp:|/|[.#<\[{]|more\b|nextpage|noteaser|end\b|begin\b|start\b|THEME|FILE|StartFragment"
    r"|EndFragment|\$|google_ad|.{0,60}\b(?:plugin\b|wp-rocket|w3 total cache|yoast|elementor))",
    re.IGNORECASE,
)
_FEWEST: Final = 3
"""Fewest words of a comment that may say something to an author."""
_HEAVY: Final = 60
_HEAVY_SHARE: Final = 0.25
"""Running text of so many words, or of such a part of all, is never dropped for the name of a class."""
_SURE: Final = frozenset(
    {"a cookie notice", "comments", "a chat window", "a sign-up form of a newsletter", "links for editors"}
)
_FORM_SHARE: Final = 0.5
_ALL: Final = 0.995


_SILENT: Final = SCRIPT.at(NOWHERE, "")
"""What is left out without a word, since it has none."""


def clean(root: Node) -> list[Problem]:
    """Clean a tree in place, and give a problem for each part that was left out, with its words.

    Of a whole page (the root holds `html`) the main content is kept; of a fragment only what is plainly no content
    goes. Own markup of this program is left as it is.
    """
    problems: list[Problem] = []
    noted = words_in_attributes(root)
    _overlays(root, problems)
    _programs(root, problems)
    page = next((one for one in root.children if one.name == "html"), None)
    body = next((one for one in page.children if one.name == "body"), page) if page is not None else None
    if body is not None:
        _page(root, body, problems)
    _comments(root, problems)
    _open_forms(root)
    _boilerplate(root, problems)
    _forms(root, problems)
    problems += clean_embeds(root)
    problems += clean_shortcodes(root)
    problems += tell_gone(root, noted, problems)
    return sorted(dict.fromkeys(problems), key=lambda one: one.where)


def _take(root: Node, gone: dict[int, Problem]) -> list[Problem]:
    """Take out the nodes of these identities; give the problems of those that did not lie inside another one."""
    if gone:
        remove(root, lambda one: id(one) in gone)
    return list(gone.values())


def _outer(root: Node, judge: Callable[[Node], Problem | None]) -> dict[int, Problem]:
    """Judge nodes from the outside in; what lies inside one that goes is not judged."""
    gone: dict[int, Problem] = {}
    stack = list(reversed(root.children))
    while stack:
        node = stack.pop()
        if not node.name or node.name == "#comment" or is_own(node):
            continue
        problem = judge(node)
        if problem is not None:
            gone[id(node)] = problem
        else:
            stack += node.children[::-1]
    return gone


# --------------------------------------------------------------------------------------------------------- widgets
def _overlays(root: Node, problems: list[Problem]) -> None:
    total = len(root.words().split())

    def judge(node: Node) -> Problem | None:
        if node.name in {"html", "body", "main", "article", *HEADINGS}:
            return None
        found = widgets.product(node)
        if not found and not (node.name in _OPENERS and widgets.opens_widget(node)):
            return None
        words = said(node) if node.name != "script" else ""
        if found and _is_heavy(node, total):  # a part that only bears such a name
            return None
        where = node.get("src") or node.get("href")
        quoted = f" “{words}”" if words else ""
        source = f" (`{where}`)" if where else ""
        return OVERLAY.at(node.spot, f"left out: {widgets.named(found)}{quoted}{source}")

    problems += _take(root, _outer(root, judge))


_OPENERS: Final = frozenset({"a", "button", "p", "div", "span", "li", "label"})


def _is_heavy(node: Node, total: int) -> bool:
    running = sum(
        len(one.words().split())
        for one in node.walk()
        if one.name in {"p", "li", "td", "dd"}
        and not any(part.name in {"p", "li", "td", "dd", "a"} for part in one.children)
    )
    return running > _HEAVY and running > _HEAVY_SHARE * total


# --------------------------------------------------------------------------------------------- scripts and comments
def _programs(root: Node, problems: list[Problem]) -> None:
    """Take out scripts, styles, trackers and what is for machines: one problem for each tracker, one for the rest."""
    programs: list[Node] = []
    drawn = {id(part) for node, _ in elements(root, "svg", "math") for part in node.walk()}

    def judge(node: Node) -> Problem | None:
        told = _traced(node)
        if told:
            return SCRIPT.at(node.spot, told)
        if node.name not in _PROGRAMS or (node.name == "title" and id(node) in drawn):  # the name of a drawing
            return None
        words = said(node) if node.name == "template" else ""
        if words:
            return SCRIPT.at(node.spot, f"left out: a template that scripts fill “{words}”")
        if node.name in {"script", "style"} and any(one.children for one in node.children):  # in a drawing alone
            return SCRIPT.at(node.spot, f"left out: a {node.name} with elements in it “{said(node)}”")
        if node.name in {"script", "style"} or "stylesheet" in node.get("rel").lower():
            programs.append(node)
        return _SILENT

    problems += [one for one in _take(root, _outer(root, judge)) if one is not _SILENT]
    if programs:
        sources = dict.fromkeys(f"`{one.get('src') or one.get('href') or one.name}`" for one in programs)
        what = "one script or style" if len(programs) == 1 else f"{len(programs)} scripts and styles"
        problems.append(SCRIPT.at(programs[0].spot, f"left out: {what} of the old page: {', '.join(sources)}"))
    for node, parent in elements(root, "noscript"):
        unwrap(parent, node)


def _traced(node: Node) -> str:
    """Say what a tracker, a pixel or a copy for browsers without scripts was; empty for anything else."""
    found = widgets.tracker(node) if node.name in {"script", "noscript", "iframe", "img", "link"} else ""
    if found:
        return f"left out: {found} (a tracker){_source(node)}"
    if node.name == "img" and widgets.is_pixel(node) and not node.get("alt"):
        return f"left out: a picture of one pixel{_source(node)}"
    if node.name == "noscript" and any(one.name == "img" for one in node.walk()) and not node.words():
        return f"left out: a second copy for browsers without scripts “{said(node)}”"
    return ""


def _source(node: Node) -> str:
    where = node.get("src") or node.get("href")
    words = said(node) if node.name not in {"script", "noscript"} else node.words()
    return (f": `{where}`" if where else "") + (f" “{words}”" if words else "")


def _comments(root: Node, problems: list[Problem]) -> None:
    for node, _ in elements(root, "#comment"):
        words = " ".join(node.text.split())
        if len(words.split()) >= _FEWEST and not _MACHINE.match(words):
            problems.append(COMMENT.at(node.spot, f"left out: the comment “{words}”"))
    remove(root, lambda one: one.name == "#comment")


# --------------------------------------------------------------------------------------------------------- whole pages
def _page(root: Node, body: Node, problems: list[Problem]) -> None:
    """Keep the main content of a page; its main heading comes along where it stands outside."""
    found = main_content(body)
    main = found.node
    around = parents(root)
    gone: dict[int, Problem] = {}
    heading = None
    for node, _ in outside(body, main, around) if main is not body else []:
        if not any(one.name == "h1" for one in main.walk()) and heading is None:
            heading = next((one for one in node.walk() if _is_title(one, node)), None)
            if heading is not None:
                remove(node, lambda one, kept=heading: one is kept)  # type: ignore[misc]
        words = said(node)
        if words:
            gone[id(node)] = BOILERPLATE.at(node.spot, f"left out, outside the main content: {_call(node)} “{words}”")
    problems += list(gone.values())
    if not found.marked and found.share < _ALL:
        told = f"the page does not mark its content; the part with {found.share:.0%} of its running text was taken"
        problems.append(GUESS_MAIN.at(main.spot, told))
    elif found.share < _FORM_SHARE and main is not body:
        told = f"the part that is marked as the content has only {found.share:.0%} of the page's running text"
        problems.append(GUESS_MAIN.at(main.spot, told))
    if main.name in {"td", "th", "tr", "tbody", "table"}:
        main.name, main.attributes = "div", {}
    if main is not body:
        body.children = [*([heading] if heading is not None else []), main]


def _is_title(heading: Node, part: Node) -> bool:
    """Tell whether a main heading outside the content names the page, not the site: no link, no logo."""
    if heading.name != "h1" or not heading.words() or part.name == "footer":
        return False
    return not any(one.name in {"a", "img"} for one in heading.walk())


_CALLED: Final = {
    "header": "the head of the page",
    "footer": "the foot of the page",
    "aside": "a part beside the text",
    "form": "a form",
    "td": "a cell of the layout",
    "tr": "a row of the layout",
}


def _call(node: Node) -> str:
    if not node.name:
        return "the text"
    return boilerplate.kind(node) or boilerplate.kind_by_words(node) or _CALLED.get(node.name, f"a `{node.name}`")


# --------------------------------------------------------------------------------------------------------- inside
def _boilerplate(root: Node, problems: list[Problem]) -> None:
    total = len(root.words().split())

    def judge(node: Node) -> Problem | None:
        found = boilerplate.kind(node)
        if found and found not in _SURE and _is_heavy(node, total):
            found = ""
        if found and node.name != "nav" and any(one.name == "h1" for one in node.walk()):
            found = ""
        found = found or boilerplate.kind_by_words(node)
        if not found:
            return None
        words = said(node)
        return BOILERPLATE.at(node.spot, f"left out: {found} “{words}”") if words or _shows_picture(node) else _SILENT

    problems += [one for one in _take(root, _outer(root, judge)) if one is not _SILENT]


def _shows_picture(node: Node) -> bool:
    """Tell whether there is a picture inside, which has no words."""
    return any(one.name == "img" for one in node.walk())


def _open_forms(root: Node) -> None:
    """Open a form around most of the text, as some systems have it."""
    total = len(root.words().split())
    for node, parent in list(pairs(root)):
        if node.name == "form" and (
            _is_heavy(node, total) or any(one.name in {"h1", "main", "article"} for one in node.walk())
        ):
            place = parent.children.index(node)
            parent.children[place : place + 1] = node.children


def _forms(root: Node, problems: list[Problem]) -> None:
    """Take out forms and lone fields; a button whose script leads somewhere is a link."""

    def judge(node: Node) -> Problem | None:
        if (node.name != "form" and node.name not in _CONTROLS) or address_of(node):
            return None
        found = boilerplate.kind(node) or ("a form" if node.name == "form" else "a field of a form")
        words = said(node)
        to = f" (`{node.get('action')}`)" if node.get("action") else ""
        return BOILERPLATE.at(node.spot, f"left out: {found}{to} “{words}”") if words or to else _SILENT

    problems += [one for one in _take(root, _outer(root, judge)) if one is not _SILENT]
