"""What the browser's console and network say of a page that does not work as it was meant to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from a11y_content.auditing.check import Need, News, Reads, Visit, check
from a11y_content.auditing.finding import Finding, found
from a11y_content.problem import Fault, Level, fault

CONSOLE = fault(
    "console",
    "A script reports an error",
    why="After an error the rest of a script may not run: a button that does nothing, a message that is never told."
    " Readers with assistive technology meet these first.",
    mend="open the console of the browser on this page and mend what it names",
    level=Level.WARNING,
    help_url="https://developer.mozilla.org/en-US/docs/Learn_web_development/Core/Scripting/What_went_wrong",
)
EXCEPTION = fault(
    "console/exception",
    "A script breaks off",
    why="What the script had still to do is not done: a control without its behaviour, a state that is never told.",
    mend="open the console of the browser on this page; it names file and line",
    level=Level.WARNING,
    help_url="https://developer.mozilla.org/en-US/docs/Learn_web_development/Core/Scripting/What_went_wrong",
)
REQUEST = fault(
    "console/request",
    "Something that the page asks for does not come",
    why="A missing picture, style or script changes what the audit judged: the page was not whole.",
    mend="correct the address, or publish the file",
    level=Level.WARNING,
    help_url="https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status",
)
_KINDS: Final = {"console-error": CONSOLE, "exception": EXCEPTION, "failed-request": REQUEST}


@check(
    CONSOLE,
    measures="Listens to console and network from the start of the load: errors that scripts report, exceptions that"
    " nobody caught, requests that fail or get a status of 400 or more (named by the element that asked).",
    cannot_see="What happens only when somebody uses the page; warnings of the console.",
    reads=Reads.PAGE,
    needs=frozenset({Need.NEWS}),
)
def console(visit: Visit) -> Iterator[Finding]:
    """Tell each piece of bad news once."""
    news = list(dict.fromkeys(one for one in visit.news if one.kind in _KINDS))
    if not news:
        return
    askers = visit.call("console/askers", urls=[one.url for one in news])
    for one, asker in zip(news, askers, strict=True):
        yield found(_KINDS[one.kind], asker, _message(one, _KINDS[one.kind]))


def _message(one: News, kind: Fault) -> str:
    if kind is REQUEST:
        return f"{one.url} does not come: {one.text}"
    place = f" ({one.url}{f':{one.line}' if one.line else ''})" if one.url else ""
    return f"{one.text}{place}"
