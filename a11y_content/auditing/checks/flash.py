"""No flash: with choices in the store, a page of ours is drawn once, as chosen, from its first frame on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from a11y_content.auditing.check import Reads, Visit, check
from a11y_content.auditing.finding import Finding, found
from a11y_content.design.mode import Mode
from a11y_content.problem import Level, fault

FLASH = fault(
    "flash",
    "The page shows wrong colours or sizes before those that the reader chose",
    why="A white flash in a dark room hurts eyes that are sensitive to light, and words that jump are lost; it comes"
    " again with every page.",
    mend="put the reader's choices on <html> by a script in the head, before the first style sheet",
)
SHIFT = fault(
    "flash/shift",
    "What is on the screen moves while the page loads",
    why="Who magnifies a part of the screen, or aims with an unsteady hand, loses the place when the page moves.",
    mend="give pictures their width and height, and set nothing into the page above what is drawn already",
    level=Level.WARNING,
)

_MOST: Final = 0.1
"""Cumulative layout shift that is still good (web.dev)."""
_LOG: Final = "a11y-content-flash"
_WATCH: Final = """
(() => {
  if (top !== self) return;
  const [key, text, log] = %s;
  try { localStorage.setItem(key, text); } catch { return; }
  const states = [];
  let ended = false;
  const look = () => {
    if (document.body) {
      const [page, root] = [getComputedStyle(document.body), getComputedStyle(document.documentElement)];
      const names = document.documentElement.getAttributeNames().filter((name) => name.startsWith("data-a11y-")).sort();
      const state = JSON.stringify([
        Object.fromEntries(names.map((name) => [name, document.documentElement.getAttribute(name)])),
        page.backgroundColor, root.backgroundColor, page.color, root.fontSize, page.fontSize, page.lineHeight,
      ]);
      if (states.at(-1) !== state) states.push(state);
    }
  };
  const step = () => {
    if (!ended) {
      look();
      requestAnimationFrame(step);
    }
  };
  requestAnimationFrame(step);
  addEventListener("load", () => {
    ended = true;
    look();
    sessionStorage.setItem(log, JSON.stringify(states));
  });
})();
"""


def chosen(mode: Mode) -> bool:
    """The first mode in which the reader chose something."""
    return bool(mode.choices) and not mode.printed


@check(
    FLASH,
    measures="Puts the choices of a mode into the menu's store, loads the page anew, and notes in every frame until it"
    " is loaded which attributes, colours and sizes it has, and how far things moved: there may be one state only.",
    cannot_see="What changes after the load; pictures and fonts of the page that arrive later in a slow network.",
    where=chosen,
    reads=Reads.PAGE,
    own=True,
    disturbs=True,
    carried="carried/drawn",
)
def flash(visit: Visit) -> Iterator[Finding]:
    """Load the page with choices in its store, and tell what is drawn before them."""
    key = visit.call("flash/key")
    if not key:
        return
    text = "1;" + ",".join(f"{name}:{value}" for name, value in visit.mode.choices)
    visit.reload(before=_WATCH % json.dumps([key, text, _LOG]))
    seen = visit.call("flash/seen", key=key, log=_LOG)
    first = json.loads(seen["states"][0])[0] if seen["states"] else {}
    if first != visit.mode.attributes:
        yield found(FLASH, seen["page"], "the page is drawn first without what the reader chose")
    elif len(seen["states"]) > 1:
        yield found(FLASH, seen["page"], "colours or sizes change after the page was drawn first")
    if seen["shift"] > _MOST:
        yield found(SHIFT, seen["page"], f"things move by {seen['shift']:.2f} (cumulative layout shift) while it loads")
