"""The accessibility menu keeps its contract: it opens and closes, sets, tells, keeps and takes back every choice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from a11y_content.auditing.check import Need, Visit, by_default, check
from a11y_content.auditing.finding import Finding, found
from a11y_content.problem import fault

MENU = fault(
    "menu",
    "The accessibility menu does not open or close as it should",
    why="Who needs the menu to read the page at all must get into it, and out again, by mouse and by keys.",
    mend="use the menu as `a11y-content build` or `render_parts` writes it, with its script",
)
CHOICE = fault(
    "menu/choice",
    "A choice in the accessibility menu does nothing, or says nothing",
    why="Who chooses larger text and gets none is let down; who cannot see the change must be told of it.",
    mend="let the menu's script put `data-a11y-NAME` on <html> and write into its status",
)
KEPT = fault(
    "menu/kept",
    "The accessibility menu forgets choices, or does not take them back",
    why="To choose anew on every page is work, most of all for those who need it.",
    mend="load the boot script in the head of every page, and keep the store's name the same on all of them",
)

_STEPS: Final = (
    ("Enter", True, "Enter does not open it"),
    ("Enter", False, "Enter does not close it"),
    ("Space", True, "Space does not open it"),
    ("Escape", False, "Escape on the opener does not close it"),
    ("click", True, "a click does not open it"),
    ("inside", False, "Escape inside does not close it"),
    ("click", True, "a second click does not open it"),
    ("click", False, "a click does not close it"),
)
_SEEN: Final = "a11y-audit-seen"
_BEFORE: Final = """
for (const [name, items] of Object.entries(%s))
  for (const [key, value] of Object.entries(items)) globalThis[name].setItem(key, value);
addEventListener("load", () => {
  const { attributes } = document.documentElement;
  const radios = document.querySelectorAll(".a11y-menu input[type=radio]:checked");
  sessionStorage.setItem("%s", JSON.stringify({
    attributes: Object.fromEntries([...attributes].map((one) => [one.name, one.value])),
    checked: Object.fromEntries([...radios].map((one) => [one.name, one.value])),
  }));
});
"""
"""Before the page's own scripts: its storage as it was, and a note of what the page is like when it is loaded."""


@check(
    MENU,
    measures="Opens and closes the menu by Enter, Space, Escape and click and looks where the focus is; presses every"
    " radio button and compares <html> and the spoken status; loads the page anew with what was stored; resets all.",
    cannot_see="Whether a choice looks right (the other checks do, in its mode); presets, own colours; a menu"
    " whose form names no store.",
    where=by_default,
    needs=frozenset({Need.KEYS}),
    own=True,
    disturbs=True,
    carried="carried",
)
def menu(visit: Visit) -> Iterator[Finding]:
    """Use the whole menu once, as a reader would."""
    page = visit.call("menu")
    if page is None:
        return
    if words := "; ".join(_opening(visit)):
        yield found(MENU, page, words)
    for one in visit.call("menu/choose"):
        yield found(CHOICE, one["element"], "; ".join(one["words"]))
    if words := "; ".join(_keeping(visit)):
        yield found(KEPT, page, words)


def _opening(visit: Visit) -> Iterator[str]:
    """Open and close it in every way."""
    for key, opens, words in _STEPS:
        state = visit.call("menu/press", key=key)
        if key != "click":
            visit.press("Escape" if key == "inside" else key)
            state = visit.call("menu/state")
        if state["open"] is not opens:
            yield words
            visit.call("menu/open", open=opens)
        elif not state["focused"]:
            yield f"{'a click' if key == 'click' else key} takes the focus away from its opener"


def _keeping(visit: Visit) -> Iterator[str]:
    """Choose, load the page anew with what is stored then, and reset."""
    chosen = visit.call("menu/stored")
    if not chosen["stored"]:
        yield "nothing is stored when choices were made"
        return
    visit.reload(before=_BEFORE % (json.dumps(chosen["stored"]), _SEEN))
    seen = visit.call("menu/seen", key=_SEEN)
    for name, value in chosen["choices"].items():
        if seen["attributes"].get(f"data-a11y-{name}") != value:
            yield f"{name}={value} is not on <html> when the page is loaded again"
        elif seen["checked"].get(name) != value:
            yield f"{name}={value} is not checked when the page is loaded again"
    yield from visit.call("menu/reset")
