"""What a page's own Content-Security-Policy refuses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from a11y_content.auditing.check import Need, Reads, Visit, check
from a11y_content.auditing.finding import Finding, found
from a11y_content.problem import Level, fault

CSP = fault(
    "csp",
    "The page does what its own Content-Security-Policy forbids",
    why="The browser refuses that style, script or picture, so readers get a page that its author has never seen; and"
    " the refusal may hide the place where something was slipped in.",
    mend="take the inline style or script out, or allow the source in the policy",
    level=Level.WARNING,
    help_url="https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CSP",
)
_REPORT_ONLY: Final = "[report only]"


@check(
    CSP,
    measures="Listens to the browser's reports of violations from the start of the load. An error on pages with our"
    " menu, which promise to work under a strict policy; a review where the policy only reports.",
    cannot_see="Pages whose host sends another policy in production than here; what happens only when somebody uses"
    " it.",
    reads=Reads.PAGE,
    needs=frozenset({Need.NEWS}),
)
def csp(visit: Visit) -> Iterator[Finding]:
    """Tell each violation once."""
    seen = dict.fromkeys(one.text for one in visit.news if one.kind == "csp")
    if not seen:
        return
    page = visit.call("csp/page")
    for text in seen:
        if _REPORT_ONLY in text.lower():
            yield found(CSP, page, text, level=Level.REVIEW)
        else:
            yield found(CSP, page, text, level=Level.ERROR if visit.own else None)
