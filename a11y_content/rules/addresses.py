"""Addresses: only what cannot run a script and leads where it seems to lead."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from a11y_content.blocks.contact import ContactPhone
from a11y_content.model.inline import Phone
from a11y_content.problem import Problem, Spot, fault
from a11y_content.rules.survey import Survey, rule

LINK_SCHEME = fault(
    "link-scheme",
    "An address of a kind that is not allowed",
    why="`javascript:` and `data:` run code in the reader's browser, `//host` leads to another site than it "
    "seems to, and other kinds open programs that readers may not have.",
    mend="use `https:`, `http:`, `mailto:`, `tel:`, or a path inside the content folder",
    help_url="https://url.spec.whatwg.org/#concept-basic-url-parser",
)
ASSET_REMOTE = fault(
    "asset-remote",
    "A picture, film or track lies on another server",
    why="The page's security policy loads nothing from elsewhere, so readers would see a hole; and another server "
    "would learn which health pages they read.",
    mend="put the file into the content folder, and give its path",
)
PHONE_DIGITS = fault(
    "phone-digits",
    "A telephone number cannot be dialled",
    why="Letters and missing digits make a link that calls nobody; screen readers spell them out as words.",
    mend="write the number in digits; spaces, brackets, hyphens and a leading + may stay",
)

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_ALLOWED: Final = frozenset({"http", "https", "mailto", "tel"})
_ENDS: Final = "".join(map(chr, range(0x21)))
_DROPPED: Final = re.compile(r"[\t\n\r]")
_HOST: Final = re.compile(r"https?://[^/\\?#]", re.IGNORECASE)
_ROUNDS: Final = 3
_LINKS: Final = ("href", "url")
_ASSETS: Final = ("src", "poster")
_NUMBER: Final = re.compile(r"[+(*#]*\d[\d\s().\-/*#\u2010-\u2014]*(?:(?:ext\.?|x)\s*\d+)?", re.IGNORECASE)
_SHORTEST: Final = 2


def plain(href: str) -> str:
    """Give an address as a browser reads it: entities decoded, ends freed of C0 and spaces, tabs and line ends dropped.

    Entities are decoded more than once, since content may have been escaped twice on its way here.
    """
    for _ in range(_ROUNDS):
        decoded = html.unescape(href)
        if decoded == href:
            break
        href = decoded
    return _DROPPED.sub("", href.strip(_ENDS))


def scheme(href: str) -> str:
    """Give the scheme of an address in lower case, or an empty string for a relative one."""
    found = _SCHEME.match(plain(href))
    return found.group().lower() if found else ""


def refusal(href: str) -> str:
    """Say why an address is refused, or give an empty string; the rule is S3 of the security contract."""
    text = plain(href)
    kind = scheme(href)
    if kind and kind not in _ALLOWED:
        return f"`{kind}:` is not allowed"
    if kind in {"http", "https"} and not _HOST.match(text):
        return "it names no server"
    if not kind and (text.startswith("//") or "\\" in text):
        return "it may lead to another server"
    if not kind and ":" in re.split(r"[/?#]", text, maxsplit=1)[0]:
        return "a browser could read its beginning as a scheme"
    return ""


def addresses_of(survey: Survey, names: tuple[str, ...] = (*_LINKS, *_ASSETS)) -> Iterator[tuple[str, str, Spot]]:
    """Go through the addresses in every part: field, address, place."""
    for part, place in survey.parts:
        for name in names:
            value = getattr(part, name, "")
            if isinstance(value, str) and value:
                yield name, value, place.spot


def refuse(href: str, spot: Spot) -> Problem | None:
    """Give the problem of an address that is refused, or None."""
    why = refusal(href)
    return LINK_SCHEME.at(spot, f"the address “{href}” is refused: {why}") if why else None


def dialable(number: str) -> bool:
    """Tell whether a telephone number can be dialled."""
    return bool(_NUMBER.fullmatch(number.strip())) and sum(sign.isdigit() for sign in number) >= _SHORTEST


@rule
def addresses(survey: Survey) -> Iterator[Problem]:
    """Judge where links lead and where pictures come from."""
    for name, value, spot in addresses_of(survey):
        if refused := refuse(value, spot):
            yield refused
        elif name in _ASSETS and scheme(value):
            yield ASSET_REMOTE.at(spot, f"“{value}” lies on another server")


@rule
def phones(survey: Survey) -> Iterator[Problem]:
    """Judge every telephone number; short ones of emergency services are fine."""
    for part, place in survey.parts:
        numbers = [part.number] if isinstance(part, Phone | ContactPhone) else []
        number = getattr(part, "phone", "")
        if isinstance(number, str) and number:
            numbers.append(number)
        for one in numbers:
            if not dialable(one):
                yield PHONE_DIGITS.at(place.spot, f"“{one}” cannot be dialled")
