"""Do and don't lists and care cards, recognised by their words alone: never by a colour, an icon or a class."""

from __future__ import annotations

import re
from typing import Final

from a11y_content.parsing.html.tree import Node
from a11y_content.parsing.html.walking import HEADINGS, elements, index, parents, solid, text
from a11y_content.parsing.repair_faults import GUESS_ADVICE
from a11y_content.parsing.urgency import begins_urgently, said_urgency
from a11y_content.problem import Problem

_DO: Final = re.compile(r"(?:do|do’s|do's|dos|do this|things to do|what to do)\W*", re.IGNORECASE)
_DONT: Final = re.compile(
    r"(?:don['’]?ts?|do not|don['’]t['’]s|don['’]t do this|do not do this|things not to do|what not to do)\W*",
    re.IGNORECASE,
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
    around = parents(root)
    for heading, _ in elements(root, *HEADINGS):
        if not _may_advise(heading.words()):
            continue
        at, parent = heading, around[id(heading)]
        while parent.name in {"div", "header"} and len(solid(parent.children)) == 1 and id(parent) in around:
            at, parent = parent, around[id(parent)]  # a box around the heading alone
        rest = solid(parent.children[index(parent, at) + 1 :])
        made, gone = _advice(heading, rest, problems)
        if made is None:
            made, gone = _care(
                heading, rest, problems, card=parent.name in {"div", "section"} and at is solid(parent.children)[0]
            )
        if made is None:
            continue
        taken = {id(one) for one in gone}
        parent.children = [made if one is at else one for one in parent.children if id(one) not in taken]
        around[id(made)] = parent
        if parent.name in {"div", "section"} and len(solid(parent.children)) == 1:  # its class says nothing now
            parent.attributes = {name: value for name, value in parent.attributes.items() if name == "lang"}


def _may_advise(words: str) -> bool:
    """Tell whether the words of a heading could be those of advice or of a care card."""
    if len(words) > _LONGEST:
        return False
    return begins_urgently(words) or any(pattern.match(words) for pattern in (_DO, _DONT, _CALL))


def _advice(heading: Node, rest: list[Node], problems: list[Problem]) -> tuple[Node | None, list[Node]]:
    """Make a list of advice of a heading that says so in words and the list right after it."""
    words = heading.words()
    verdict = "do" if _DO.fullmatch(words) else "dont" if _DONT.fullmatch(words) else ""
    if not verdict or not rest or rest[0].name != "ul":
        return None, []
    plainly = words.casefold().replace("’", "'") in {"do", "don't"}  # the words that such a list has by itself
    if words.casefold() == "don't":
        heading.children = [text("Don’t", heading.spot)]
    for item in [one for one in rest[0].children if one.name == "li"]:
        item.children = [one for one in item.children if one.name != "svg" or one.words()]
    rest[0].attributes = {"class": "a11y-advice__list"}
    what = "what to do" if verdict == "do" else "what not to do"
    problems.append(
        GUESS_ADVICE.at(
            heading.spot, f"a list became advice ({what}) by the words of its heading{f' “{words}”' if plainly else ''}"
        )
    )
    return _box(heading, f"a11y-advice a11y-advice--{verdict}", [heading, rest[0]]), rest[:1]


def _care(heading: Node, rest: list[Node], problems: list[Problem], *, card: bool) -> tuple[Node | None, list[Node]]:
    """Make a care card of a heading that says its urgency.

    In a box of its own (`card`) all of the box belongs to it, else the text up to the end of the first list.
    """
    words = heading.words()
    urgency, prefix = said_urgency(words)
    if not urgency and _CALL.match(words) and _EMERGENCY.search(words):
        urgency = "emergency"
    body: list[Node] = []
    for one in rest:
        if one.name not in _BODY or any(each.name in HEADINGS for each in one.walk()):
            break
        body.append(one)
        if not card and one.name in {"ul", "ol"}:
            break
    if not card and body and body[-1].name not in {"ul", "ol"}:
        body = body[:1]
    if not urgency or not body or len(words) > _LONGEST or not words[len(prefix) :].strip():
        return None, []
    _cut(heading, len("".join(prefix.split())))
    by = f"its heading begins with “{prefix.strip()}”" if prefix else "its heading says whom to call"
    problems.append(GUESS_ADVICE.at(heading.spot, f"a care card ({urgency}) was made, since {by}"))
    parts = [_box(heading, "a11y-care__title", [heading]), _box(body[0], "a11y-care__body", body)]
    return _box(heading, f"a11y-care a11y-care--{urgency}", parts), body


def _box(node: Node, name: str, children: list[Node]) -> Node:
    return Node("div", node.spot, {"class": name}, children)


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
