"""Requests to other hosts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from a11y_content.auditing.check import Need, Reads, Visit, check
from a11y_content.auditing.finding import Finding, found
from a11y_content.problem import Level, fault

THIRD_PARTY = fault(
    "third-party",
    "The page makes the browser talk to another host",
    why="Who reads about an illness tells that host so: address, time and page. And a page that waits for another host"
    " fails with it.",
    mend="serve the file from the site itself, and take out preconnect, dns-prefetch and prefetch for other hosts",
    level=Level.REVIEW,
    help_url="https://developer.mozilla.org/en-US/docs/Web/Privacy/Guides/Third-party_cookies",
)
_WEB: Final = ("http", "https", "ws", "wss")


@check(
    THIRD_PARTY,
    measures="Collects requests to other hosts than the page's own (its subdomains and parent domains count as its own)"
    " from the network, and from the markup what asks later or only greets: lazy pictures, frames, preconnect,"
    " dns-prefetch, prefetch. An error on pages with our menu, which promise to ask nobody else; else a review.",
    cannot_see="What is asked only when somebody uses the page; another host that the site owner runs.",
    reads=Reads.PAGE,
    needs=frozenset({Need.NEWS}),
)
def third_party(visit: Visit) -> Iterator[Finding]:
    """Tell each foreign host once, at the first element that names it."""
    own = urlsplit(visit.url)
    level = Level.ERROR if visit.own else None
    markup = visit.call("third-party/markup")
    hosts: dict[str, tuple[dict[str, Any], str]] = {}
    for element in markup["found"]:
        hosts.setdefault(urlsplit(element["url"]).netloc, (element, f"{element['how']} {element['url']}"))
    for one in visit.news:
        if one.kind == "request" and urlsplit(one.url).scheme in _WEB:
            hosts.setdefault(urlsplit(one.url).netloc, (markup["page"], f"a request for {one.text} {one.url}"))
    for host, (element, what) in hosts.items():
        if not _is_own(host, own.netloc):
            yield found(THIRD_PARTY, element, f"{host}: {what}", level=level)


def _is_own(host: str, own: str) -> bool:
    if host == own:
        return True
    one, other = (name.partition(":")[0].removeprefix("www.") for name in (host, own))
    if "." not in one or "." not in other or one.replace(".", "").isdigit():
        return False
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
