"""Bypass blocks: a way past what every page repeats, and one that works (WCAG 2.4.1).

A link at the beginning that leads into the page is really pressed: then the next Tab must go on behind its target.
"""

from __future__ import annotations

from collections.abc import Iterator

from a11y_content.auditing.check import Need, Visit, by_default, check
from a11y_content.auditing.finding import Finding, found
from a11y_content.problem import Level, fault

BYPASS_BLOCKS = fault(
    "bypass-blocks",
    "No way past what every page repeats",
    why="Without it, people who use a keyboard or a switch press past the same links again on every page.",
    mend="begin the page with a link to <main id=main tabindex=-1>, and give its parts landmarks and headings",
    criterion="2.4.1",
    help_url="https://www.w3.org/WAI/WCAG22/Understanding/bypass-blocks",
)

_WORDS = {
    "missing": "this link leads to {target}, which is not on the page",
    "hidden": "this link leads to {target}, which is hidden",
    "stays": "after a press of this link, Tab goes on before {target}",
    "none": "{stops} stops come before the main part; no link leads past them, no landmark and no heading marks it",
}


@check(
    BYPASS_BLOCKS,
    conformance="A",
    measures="Looks for a link among the first stops that leads into the page, presses it for real and looks where the"
    " next Tab goes: behind the beginning of its target, or the link does not work. Without such a link there must be a"
    " main landmark or headings. An error where nothing else leads past the blocks, else a warning.",
    cannot_see="Whether the same blocks stand on other pages; whether headings and landmarks stand at the right places;"
    " links that are not among the first four stops.",
    where=by_default,
    needs=frozenset({Need.KEYS}),
)
def bypass_blocks(visit: Visit) -> Iterator[Finding]:
    """Press the link that leads past the blocks, or look for landmarks and headings where there is none."""
    page = visit.call("bypass-blocks")
    level = Level.WARNING if page["marked"] else Level.ERROR
    link = page["link"]
    if link is None:
        if page["stops"] and not page["marked"]:
            yield found(BYPASS_BLOCKS, page["page"], _WORDS["none"].format(stops=page["stops"]))
        return
    fails = link["fails"]
    if not fails:
        visit.call("bypass-blocks/focus")
        visit.press("Enter")
        visit.call("bypass-blocks/settle")
        visit.press("Tab")
        fails = visit.call("bypass-blocks/end")
    if fails:
        yield found(BYPASS_BLOCKS, link["element"], _WORDS[fails].format(target=f"`#{link['target']}`"), level=level)
