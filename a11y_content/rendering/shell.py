"""The shell: what is the same on many pages of a site. Drawn once with lxml, then spliced as text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from a11y_content.design.mode import Mode, parse_mode
from a11y_content.design.preferences import Preference
from a11y_content.html import Child, Element, el, serialize
from a11y_content.model.inline import dial
from a11y_content.model.site import EmergencyNumber, Site, SiteContact
from a11y_content.rendering.address import Place
from a11y_content.rendering.assets import table_of
from a11y_content.rendering.menu import menu
from a11y_content.rendering.navigation import Whole, home, nav_link, pages, site_nav
from a11y_content.text import direction, interface_language, say


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
    return _chrome(Whole(place.site), lang, place.path.count("/"), current, mode)


@lru_cache(maxsize=16)
def _linked(whole: Whole, lang: str) -> frozenset[str]:
    """Give the paths of the pages that header and footer link to."""
    if whole.site is None:
        return frozenset()
    words = whole.site.spoken(lang)
    found = [whole.site.find(link.href) for link in (*words.nav, *words.footer)]
    return frozenset({entry.path for entry in found if entry is not None} | {home(whole.site, lang)})


@lru_cache(maxsize=512)
def _chrome(whole: Whole, lang: str, depth: int, current: str, mode: Mode) -> Chrome:
    site = whole.site
    place = Place(site=site, path=current or "x/" * depth)
    form = menu(table_of(site), lang, dict(mode.choices), opened=mode.menu_open)
    header = el("header", {"class": "a11y-header"}, form, _brand(site, place, lang))
    if site is not None:
        nav = site_nav(site.spoken(lang).nav, place, lang)
        if nav is not None:
            header.append(_marked(nav, lang, label_only=True))
    skip = _marked(el("a", {"class": "a11y-skip", "href": "#main"}, say(lang, "Skip to main content")), lang)
    return Chrome(
        skip_link=serialize(skip),
        menu=serialize(form),
        header=serialize(header).removesuffix("</header>"),
        footer=serialize(_footer(site, place, lang)),
    )


def _marked(element: Element, lang: str, *, label_only: bool = False) -> Element:
    """Say the language of interface strings where it is not the page's; a label over foreign links cannot have one."""
    spoken = interface_language(lang)
    if not label_only and not lang.lower().startswith(spoken.lower()):
        element.set("lang", spoken)
        if direction(spoken) != direction(lang):
            element.set("dir", direction(spoken))
    return element


def _brand(site: Site | None, place: Place, lang: str) -> Element | None:
    if site is None:
        return None
    words = site.spoken(lang)
    path = home(site, lang)
    inside: Child = words.title
    if path in pages(Whole(site)):
        current = "page" if path == place.path else None
        inside = el("a", {"href": place.root + path, "aria-current": current}, words.title)
    tagline = el("span", {"class": "a11y-header__tagline"}, words.tagline) if words.tagline else None
    return el("p", {"class": "a11y-header__brand"}, inside, " " if tagline is not None else None, tagline)


def _footer(site: Site | None, place: Place, lang: str) -> Element:
    footer = el("footer", {"class": "a11y-footer"})
    if site is None:
        footer.append(el("p", None, _marked(el("a", {"href": "#main"}, say(lang, "Back to the top")), lang)))
        return footer
    words = site.spoken(lang)
    footer.append(el("p", {"class": "a11y-footer__title"}, words.title))
    contact = words.contact or site.contact
    if contact is not None:
        footer.append(_contact(contact, lang, words.title))
    emergency = words.emergency or site.emergency
    if emergency:
        footer.append(_emergency(emergency, lang))
    links = [el("li", None, nav_link(link, place)) for link in words.footer]
    if links:
        footer.append(el("ul", {"class": "a11y-footer__links", "role": "list"}, links))
    return footer


def _contact(contact: SiteContact, lang: str, title: str) -> Element:
    """Make the owner's `address`: the element is meant for the contact of the page itself."""
    lines: list[Child] = []
    if contact.name and contact.name != title:
        lines.append(el("p", None, contact.name))
    if contact.address:
        lines.append(el("p", None, _lines(contact.address)))
    if contact.phone:
        turned = "ltr" if direction(lang) == "rtl" else None
        number = el("a", {"class": "a11y-phone", "href": dial(contact.phone), "dir": turned}, contact.phone)
        lines.append(el("p", None, number))
    if contact.email:
        lines.append(el("p", None, el("a", {"href": f"mailto:{contact.email}"}, contact.email)))
    if contact.hours:
        lines.append(el("p", None, contact.hours))
    return el("address", {"class": "a11y-footer__contact"}, lines)


def _lines(lines: Iterable[str]) -> list[Child]:
    found: list[Child] = []
    for line in lines:
        found.extend((el("br"), line) if found else (line,))
    return found


def _emergency(numbers: Iterable[EmergencyNumber], lang: str) -> Element:
    """List the numbers of the site; where the text holds the number already, that is what is linked."""
    turned = "ltr" if direction(lang) == "rtl" else None
    items = []
    for one in numbers:
        link = el("a", {"class": "a11y-phone", "href": dial(one.number), "dir": turned}, one.number)
        before, found, after = one.text.partition(one.number)
        items.append(el("li", None, (before, link, after) if found else (f"{one.text}: ", link)))
    return el("ul", {"class": "a11y-footer__emergency", "role": "list"}, items)
