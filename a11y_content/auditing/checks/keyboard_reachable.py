"""Reachable controls: what the mouse can press, the keyboard can come to (WCAG 2.1.1).

The browser's own tools tell which elements have listeners for presses, in frames and shadow roots too; the page's
script judges those that cannot take the focus, and elements whose role says that they are controls.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from a11y_content.auditing.check import Need, Reads, Visit, check
from a11y_content.auditing.finding import Finding, found
from a11y_content.design.mode import Mode
from a11y_content.problem import Level, fault

KEYBOARD_REACHABLE = fault(
    "keyboard-reachable",
    "The keyboard cannot come to a control",
    why="Who cannot use a mouse, and whoever's screen reader or switch presses keys for them, is kept out of it.",
    mend="make it a button or a link; a role alone brings neither focus nor keys",
    criterion="2.1.1",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/keyboard",
)

_PRESSES: Final = frozenset({"click", "dblclick", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart"})
_ELEMENT: Final = 1
_WORDS: Final = {
    "role": "it is a {role} for assistive technology, but cannot take the focus",
    "press": "it can be pressed ({types}), but cannot take the focus",
    "drag": "it hears {types} and cannot take the focus: see that keys do the same",
}


def _on_screen(mode: Mode) -> bool:
    """Modes on a screen."""
    return not mode.printed


@check(
    KEYBOARD_REACHABLE,
    conformance="A",
    measures="Asks the browser which elements have listeners for presses; judges those, and controls by role, that"
    " cannot take the focus. Labels, what lies in or around a real control (cards), parts of widgets that have the"
    " focus as a whole, and what is hidden, disabled or a backdrop are left out. An error for a role, and for"
    " words under a pointing hand, that hear a click; a review for all else that hears a press.",
    cannot_see="Listeners on the document or another ancestor that wait for events of their descendants; whether keys"
    " do all that the mouse does; whether another control does the same, unless it has the same name.",
    where=_on_screen,
    reads=Reads.PRESENCE,
    needs=frozenset({Need.DEVTOOLS}),
)
def keyboard_reachable(visit: Visit) -> Iterator[Finding]:
    """Find what can be pressed and cannot take the focus."""
    for one in visit.call("keyboard-reachable", heard=_heard(visit)):
        message = _WORDS[one["how"]].format(role=one["role"], types=", ".join(one["types"]))
        yield found(KEYBOARD_REACHABLE, one["element"], message, level=Level.ERROR if one["sure"] else Level.REVIEW)


def _heard(visit: Visit) -> list[dict[str, object]]:
    """Give the way to every element with listeners for presses, and their types."""
    page = visit.cdp("Runtime.evaluate", expression="document", objectGroup="a11y-audit")["result"]["objectId"]
    listeners = visit.cdp("DOMDebugger.getEventListeners", objectId=page, depth=-1, pierce=True)["listeners"]
    visit.cdp("Runtime.releaseObjectGroup", objectGroup="a11y-audit")
    types: dict[int, list[str]] = {}
    for one in listeners:
        known = types.setdefault(one.get("backendNodeId", 0), [])
        if one["type"] in _PRESSES and one["type"] not in known:
            known.append(one["type"])
    wanted = {node: heard for node, heard in types.items() if node and heard}
    if not wanted:
        return []
    root = visit.cdp("DOM.getDocument", depth=-1, pierce=True)["root"]
    return [{"way": way, "types": wanted[node]} for node, way in _ways(root) if node in wanted]


def _ways(root: dict[str, Any]) -> Iterator[tuple[int, list[int | str]]]:
    """Give each element's number and the way to it: indexes of children; `shadow`, `frame` where it goes in."""
    waiting: list[tuple[dict[str, Any], list[int | str]]] = [(root, [])]
    while waiting:
        node, way = waiting.pop()
        yield node["backendNodeId"], way
        elements = (child for child in node.get("children", ()) if child["nodeType"] == _ELEMENT)
        waiting += [(child, [*way, index]) for index, child in enumerate(elements)]
        waiting += [
            (inner, [*way, "shadow"]) for inner in node.get("shadowRoots", ()) if inner["shadowRootType"] == "open"
        ]
        if "contentDocument" in node:
            waiting.append((node["contentDocument"], [*way, "frame"]))
