"""The shell: what is the same on many pages of a site. Drawn once with lxml, then spliced as text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from a11y_content.design.mode import Mode, parse_mode
from a11y_content.design.preference import Preference
from a11y_content.html import Child, Element, apart, el, serialize
from a11y_content.model.inline import dial
from a11y_content.model.site import EmergencyNumber, Site, SiteContact
from a11y_content.rendering.address import Place
from a11y_content.rendering.assets import table_of
from a11y_content.rendering.menu import menu
from a11y_content.rendering.navigation import Whole, home, nav_link, pages, site_nav
from a11y_content.text import direction, other_language, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Chrome:
    """The parts around `main`, as HTML text."""

    skip_link: str
    menu: str
    header: str
    """The banner up to its end, which the page closes with `</header>`: a page's own languages go in before."""
    footer: str


def mode_of(mode: str | Mode, table: tuple[Preference, ...]) -> Mode:
    """Read a mode's id, or take the mode as it is; empty is the default.

    Raises `UsageError` for an unknown one.
    """
    if isinstance(mode, Mode):
        return mode
    return parse_mode(mode, table) if mode else Mode()


def chrome(place: Place, lang: str, mode: Mode) -> Chrome:
    """Give the shell for a page: made once for each language, depth of folder, mode and page of the navigation."""
    current = place.path if place.path in _linked(Whole(place.site), lang) else ""
    return _chrome(Whole(place.site), table_of(place.site), lang, place.path.count("/"), current, mode)


@lru_cache(maxsize=16)
def _linked(whole: Whole, lang: str) -> frozenset[str]:
    """Give the paths of the pages that header and footer link to."""
    if whole.site is None:
        return frozenset()
    words = whole.site.spoken(lang)
    found = [whole.site.find(link.href) for link in (*words.nav, *words.footer)]
    return frozenset({entry.path for entry in found if entry is not None} | {home(whole.site, lang)})


@lru_cache(maxsize=512)
def _chrome(  # noqa: PLR0913, PLR0917  the key of the cache
    whole: Whole, table: tuple[Preference, ...], lang: str, depth: int, current: str, mode: Mode
) -> Chrome:
    site = whole.site
    place = Place(site=site, path=current or "x/" * depth)
    form = menu(table, lang, dict(mode.choices), opened=mode.menu_open)
    header = el("header", {"class": "a11y-header"}, form, _brand(site, place, lang))
    if site is not None:
        nav = site_nav(site.spoken(lang).nav, place, lang)
        if nav is not None:
            header.append(_said(nav, site, lang, taken=site.spoken(lang).nav is site.nav))
    skip = _marked(el("a", {"class": "a11y-skip", "href": "#main"}, say(lang, "Skip to main content")), lang)
    return Chrome(
        skip_link=serialize(skip),
        menu=serialize(form),
        header=serialize(header).removesuffix("</header>"),
        footer=serialize(_footer(site, place, lang)),
    )


def _taken_over(site: Site, lang: str) -> dict[str, str]:
    """Give the attributes that say the site's main language on a page in another one (WCAG 3.1.2)."""
    if lang.lower().split("-")[0] == site.lang.lower().split("-")[0]:
        return {}
    turned = {"dir": direction(site.lang)} if direction(site.lang) != direction(lang) else {}
    return {"lang": site.lang, **turned}


def _said(element: Element, site: Site, lang: str, *, taken: bool) -> Element:
    """Say the language of what a page's language took over from the site's main one."""
    for name, value in (_taken_over(site, lang) if taken else {}).items():
        element.set(name, value)
    return element


def _marked(element: Element, lang: str) -> Element:
    """Say the language of interface strings where it is not the page's."""
    if other := other_language(lang):
        element.set("lang", other)
        if direction(other) != direction(lang):
            element.set("dir", direction(other))
    return element


def _brand(site: Site | None, place: Place, lang: str) -> Element | None:
    if site is None:
        return None
    words, other = site.spoken(lang), _taken_over(site, lang)
    path = home(site, lang)
    told = other if words.title is site.title else {}
    title = apart(words.title, direction(lang))
    inside: Child = el("span", told, title) if told else title
    if path in pages(Whole(site)):
        current = "page" if path == place.path else None
        inside = el(
            "a",
            {"href": place.root + quote(path), "aria-current": current, **told},
            apart(words.title, direction(lang)),
        )
    tagline = None
    if words.tagline:
        foreign = other if words.tagline is site.tagline else {}
        tagline = el("span", {"class": "a11y-header__tagline", **foreign}, apart(words.tagline, direction(lang)))
    return el("p", {"class": "a11y-header__brand"}, inside, " " if tagline is not None else None, tagline)


def _footer(site: Site | None, place: Place, lang: str) -> Element:
    footer = el("footer", {"class": "a11y-footer"})
    if site is None:
        footer.append(el("p", None, _marked(el("a", {"href": "#main"}, say(lang, "Back to the top")), lang)))
        return footer
    words = site.spoken(lang)
    title = el("p", {"class": "a11y-footer__title"}, words.title)
    footer.append(_said(title, site, lang, taken=words.title is site.title))
    contact = words.contact or site.contact
    if contact is not None:
        footer.append(_said(_contact(contact, lang, words.title), site, lang, taken=contact is site.contact))
    emergency = words.emergency or site.emergency
    if emergency:
        footer.append(_said(_emergency(emergency, lang), site, lang, taken=emergency is site.emergency))
    links = [el("li", None, nav_link(link, place, direction(lang))) for link in words.footer]
    if links:
        made = el("ul", {"class": "a11y-footer__links", "role": "list"}, links)
        footer.append(_said(made, site, lang, taken=words.footer is site.footer))
    return footer


def _contact(contact: SiteContact, lang: str, title: str) -> Element:
    """Make the owner's `address`: the element is meant for the contact of the page itself."""
    lines: list[Child] = []
    if contact.name and contact.name != title:
        lines.append(el("p", None, contact.name))
    if contact.address:
        lines.append(el("p", None, _lines(contact.address, lang)))
    if contact.phone:
        turned = "ltr" if direction(lang) == "rtl" else None
        number = el("a", {"class": "a11y-phone", "href": dial(contact.phone), "dir": turned}, contact.phone)
        lines.append(el("p", None, number))
    if contact.email:
        lines.append(el("p", None, el("a", {"href": f"mailto:{contact.email}"}, contact.email)))
    if contact.hours:
        lines.append(el("p", None, contact.hours))
    return el("address", {"class": "a11y-footer__contact"}, lines)


def _lines(lines: Iterable[str], lang: str) -> list[Child]:
    """Put each line of an address on its own; in text from right to left its house number stays in its place."""
    found: list[Child] = []
    for line in lines:
        shown = el("bdi", None, line) if direction(lang) == "rtl" else line
        found.extend((el("br"), shown) if found else (shown,))
    return found


def _emergency(numbers: Iterable[EmergencyNumber], lang: str) -> Element:
    """List the numbers of the site; where the text holds the number already, that is what is linked."""
    turned = "ltr" if direction(lang) == "rtl" else None
    items = []
    for one in numbers:
        link = el("a", {"class": "a11y-phone", "href": dial(one.number), "dir": turned}, one.number)
        before, found, after = one.text.partition(one.number)
        items.append(el("li", None, (before, link, after) if found else (apart(one.text, direction(lang)), ": ", link)))
    return el("ul", {"class": "a11y-footer__emergency", "role": "list"}, items)
