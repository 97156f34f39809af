"""Do and don't lists and care cards, recognised by their words alone: never by a colour, an icon or a class."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.parsing.html.mending_faults import GUESS_ADVICE
from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import HEADINGS, index, pairs, solid
from a11y_content.problem import Problem

_DO: Final = re.compile(r"(?:do|do’s|do's|dos|do this|things to do|what to do)\W*", re.IGNORECASE)
_DONT: Final = re.compile(
    r"(?:don['’]?ts?|do not|don['’]t['’]s|don['’]t do this|do not do this|things not to do|what not to do)\W*",
    re.IGNORECASE,
)
_URGENCY: Final = (
    ("non-urgent", re.compile(r"\s*non-?urgent advice\s*:?\s*", re.IGNORECASE)),
    ("urgent", re.compile(r"\s*urgent advice\s*:?\s*", re.IGNORECASE)),
    ("emergency", re.compile(r"\s*immediate action (?:required|needed)\s*:?\s*", re.IGNORECASE)),
)
_CALL: Final = re.compile(
    r"(?:call|dial|phone|ring) (?:999|911|112|000)\b"
    r"|(?:go (?:straight )?to|visit) (?:a&e|the (?:nearest )?emergency)\b.{0,60}\bnow\b",
    re.IGNORECASE,
)
_EMERGENCY: Final = re.compile(r"\b(?:999|911|112|000)\b|a&e|emergency", re.IGNORECASE)
_BODY: Final = frozenset({"p", "ul", "ol", "div"})
_LONGEST: Final = 160


def mend_advice(root: Node, problems: list[Problem]) -> None:
    """Make care cards and lists of advice, in the markup that this program writes itself."""
    for parent in [
        root,
        *(one for one, _ in pairs(root) if one.name and any(each.name in HEADINGS for each in one.children)),
    ]:
        for one in list(parent.children):
            if one.name not in HEADINGS or not any(each is one for each in parent.children):
                continue
            _advice(one, parent, problems)
            _care(one, parent, problems)


def _following(one: Node, parent: Node) -> list[Node]:
    return solid(parent.children[index(parent, one) + 1 :])


def _advice(heading: Node, parent: Node, problems: list[Problem]) -> None:
    if heading.name not in HEADINGS:
        return
    words = heading.words()
    verdict = "do" if _DO.fullmatch(words) else "dont" if _DONT.fullmatch(words) else ""
    rest = _following(heading, parent)
    if not verdict or not rest or rest[0].name != "ul":
        return
    items = [one for one in rest[0].children if one.name == "li"]
    for item in items:
        for icon in [one for one in item.children if one.name == "svg" and not one.words()]:
            item.children.remove(icon)
    made = _box(heading, f"a11y-advice a11y-advice--{verdict}", [heading, rest[0]])
    rest[0].attributes = {"class": "a11y-advice__list"}
    _replace(parent, heading, rest[:1], made)
    what = "what to do" if verdict == "do" else "what not to do"
    problems.append(GUESS_ADVICE.at(heading.spot, f"the list under “{words}” became advice: {what}"))


def _care(heading: Node, parent: Node, problems: list[Problem]) -> None:
    """Make a care card of a heading that says its urgency, with the text up to the next heading."""
    if not any(one is heading for one in parent.children):
        return
    words = heading.words()
    if len(words) > _LONGEST:
        return
    urgency, prefix = next(
        ((name, found[0]) for name, pattern in _URGENCY if (found := pattern.match(words))), ("", "")
    )
    if not urgency and _CALL.match(words) and _EMERGENCY.search(words):
        urgency = "emergency"
    rest = _following(heading, parent)
    body: list[Node] = []
    for one in rest:
        if one.name not in _BODY or any(each.name in HEADINGS for each in one.walk()):
            break
        body.append(one)
        if one.name in {"ul", "ol"}:
            break
    if not urgency or not body or not words[len(prefix) :].strip():
        return
    if (
        len(rest) > len(body)
        and rest[len(body) - 1].name not in {"ul", "ol"}
        and parent.name in {"#root", "body", "main", "article"}
    ):
        body = body[:1]
    _cut(heading, len("".join(prefix.split())))
    made = _box(heading, f"a11y-care a11y-care--{urgency}", [])
    made.children = [_box(heading, "a11y-care__title", [heading]), _box(body[0], "a11y-care__body", body)]
    _replace(parent, heading, body, made)
    by = f"its heading begins with “{prefix.strip()}”" if prefix else "its heading says whom to call"
    problems.append(GUESS_ADVICE.at(heading.spot, f"a care card ({urgency}) was made, since {by}: “{words}”"))


def _box(node: Node, name: str, children: list[Node]) -> Node:
    return Node("div", node.spot, {"class": name}, children)


def _replace(parent: Node, heading: Node, rest: list[Node], made: Node) -> None:
    gone = {id(one) for one in rest}
    parent.children = [made if one is heading else one for one in parent.children if id(one) not in gone]
    if parent.name in {"div", "section"} and len(solid(parent.children)) == 1:
        parent.attributes = {name: value for name, value in parent.attributes.items() if name == "lang"}


def _cut(heading: Node, count: int) -> None:
    """Take so many letters (white space does not count) off the beginning of a heading."""
    for one in heading.walk():
        if one.name:
            continue
        kept = []
        for letter in one.text:
            if count and not letter.isspace():
                count -= 1
            elif not count:
                kept.append(letter)
        one.text = "".join(kept)
        if not count:
            break
    first = next((one for one in heading.walk() if not one.name and one.text.strip()), None)
    if first is not None:
        first.text = first.text.lstrip()
