"""Print: on paper, where grounds are left out, every word is still there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from a11y_content.auditing.check import Visit, page_check
from a11y_content.auditing.finding import Finding, found
from a11y_content.design.mode import Mode
from a11y_content.problem import Level, fault

PRINT = fault(
    "print",
    "Something is lost or in the way on paper",
    why="Many people print what their doctor told them to read: browsers leave grounds out on paper, and repeat what is"
    " fixed on the screen over the words of every page.",
    mend="under @media print give text a dark colour of its own, and fixed bars position: static",
    level=Level.WARNING,
)

_SAID: Final = {
    "cut-out": "text that is cut out of a background is not printed, as backgrounds are not",
    "pale": "text that keeps its pale colour is printed without the ground that it stands on",
    "fixed": "what is fixed on the screen is printed on every page, over its words",
}


def printed(mode: Mode) -> bool:
    """Modes in which the page stands as on paper."""
    return mode.printed


@page_check(
    PRINT,
    measures="With the media type print: text that only a background paints, pale text that must not be darkened, and"
    " bars with position: fixed.",
    cannot_see="Page breaks, and what the reader's own settings leave out. Words that are hidden on paper are told by"
    " `content-lost`; ordinary pale text is darkened by browsers.",
    where=printed,
)
def print_(answer: list[dict[str, Any]], _: Visit) -> Iterator[Finding]:
    """Tell what is lost or in the way on paper."""
    for element in answer:
        yield found(PRINT, element, _SAID[element["kind"]])
