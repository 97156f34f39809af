"""Languages of a page: its alternates for machines, and the switch by which readers change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from a11y_content.html import Child, Element, el
from a11y_content.model.document import Document
from a11y_content.rendering.address import Place, public, relative
from a11y_content.rendering.navigation import Whole, home, pages
from a11y_content.text import direction, language_name, other_language, say

_DEFAULT = "x-default"


class Choice(NamedTuple):
    """A language of the switch."""

    lang: str
    to: str
    """Path in the site, or address; empty for the page itself."""
    kept: bool
    """False where it leads to the language's home page, since the page is not there in it."""


def languages(document: Document, place: Place) -> list[tuple[str, str]]:
    """Give (language, path in the site or address) of the same document in other languages."""
    if place.entry is None:
        return [(one.lang, one.href) for one in document.translations]
    known = pages(Whole(place.site))
    return [(lang, to) for lang, to in place.entry.translations if to not in known or not known[to].refused]


def alternates(document: Document, place: Place, translations: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give (language, whole address) of a page and its translations, for `hreflang`; empty where it has none.

    `x-default`, for readers of all other languages, is the page in the site's first language.
    """
    site = place.site
    if site is None or not site.base_url or not place.path or not translations:
        return []
    known = pages(Whole(site))
    both = [(document.lang, public(site, place.path))]
    both += [(lang, public(site, to)) for lang, to in translations if to in known]
    both += [(lang, to) for lang, to in translations if to.startswith(("https://", "http://"))]
    first = next((to for lang, to in both if lang.lower() == site.lang.lower()), "")
    return [*both, (_DEFAULT, first)] if first else both


def choices(document: Document, place: Place, translations: Sequence[tuple[str, str]]) -> list[Choice]:
    """Give the languages of the switch: the site's in their order, then others that the page is in.

    Empty where there is but one.
    """
    found = {document.lang: Choice(document.lang, "", kept=True)}
    found |= {lang: Choice(lang, to, kept=True) for lang, to in translations}
    site = place.site
    if site is None or not (site.languages or translations):
        return list(found.values()) if len(found) > 1 else []
    known = pages(Whole(site))
    for lang in (site.lang, *site.languages):
        start = "" if any(_near(lang, one) for one in found) else home(site, lang)
        if start in known and known[start].lang == lang and not known[start].refused:
            found[lang] = Choice(lang, start, kept=False)
    order = {lang: number for number, lang in enumerate((site.lang, *site.languages))}
    return sorted(found.values(), key=lambda one: order.get(one.lang, len(order))) if len(found) > 1 else []


def _near(lang: str, other: str) -> bool:
    """Tell whether two tags are one language to readers of a switch: `en` and `en-GB`, not `zh-Hans` and `zh-Hant`."""
    one, two = f"{lang}-".lower(), f"{other}-".lower()
    return one.startswith(two) or two.startswith(one)


def language_nav(found: Sequence[Choice], place: Place, lang: str) -> Element | None:
    """Make the switch: each language in its own words, marked with its tag (WCAG 3.1.2), that of the page as current.

    A link that cannot keep the page says in its language that it leads to the home page.
    """
    if not found:
        return None
    items = [el("li", None, _link(one, place, lang)) for one in found]
    spoken = other_language(lang)
    label = {"class": "a11y-languages", "aria-label": say(lang, "Languages"), "lang": spoken or None}
    return el("nav", label, el("ul", {"role": "list"}, items))


def _link(one: Choice, place: Place, lang: str) -> Element:
    turned = direction(one.lang) if direction(one.lang) != direction(lang) else None
    name = language_name(one.lang)
    if not one.to:
        return el("span", {"aria-current": "true", "lang": one.lang}, name)
    known = pages(Whole(place.site))
    address = relative(one.to, place.path) if one.to in known else place.target(one.to)[0]
    words: tuple[Child, ...] = (name,)
    if not one.kept:
        spoken = other_language(one.lang)
        start = say(one.lang, "Home")
        words = (f"{name} (", el("span", {"lang": spoken, "dir": direction(spoken)}, start) if spoken else start, ")")
    return el("a", {"href": address, "hreflang": one.lang, "lang": one.lang, "dir": turned}, words)
