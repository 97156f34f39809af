"""Ways around: breadcrumb, contents, the site's own navigation, the switch of languages, pages of a guide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import quote

from a11y_content.html import Element, el
from a11y_content.model.document import Crumb, Document, LinkItem
from a11y_content.model.site import Entry, Site
from a11y_content.rendering.address import Place, relative
from a11y_content.rendering.draw import Drawing, Head
from a11y_content.text import direction, language_name, say


class Whole:
    """A site as a key of a cache: equal only to itself (a site holds mappings, so it has no hash of its own)."""

    __slots__ = ("site",)

    def __init__(self, site: Site | None) -> None:
        """Keep the site alive as long as the key."""
        self.site = site

    def __hash__(self) -> int:
        """Hash by identity."""
        return id(self.site)

    def __eq__(self, other: object) -> bool:
        """Compare by identity."""
        return isinstance(other, Whole) and other.site is self.site


@lru_cache(maxsize=4)
def pages(whole: Whole) -> Mapping[str, Entry]:
    """Give the entries of a site by the path of their page."""
    return MappingProxyType({entry.path: entry for entry in whole.site.entries.values()} if whole.site else {})


def home(site: Site, lang: str) -> str:
    """Give the path of the home page in a language; the site's own where there is none."""
    known = pages(Whole(site))
    tag = lang
    while tag:
        path = f"{tag}/index.html"
        if path in known and known[path].lang == lang:
            return path
        tag = tag.rpartition("-")[0]
    return "index.html"


def breadcrumb(document: Document, place: Place) -> list[tuple[str, str]]:
    """Give the steps above a page as (text, path in the site or address); empty for the home page and without a site.

    The author's steps, or: the home page, then the page of each folder around (`conditions.html` or
    `conditions/index.html` for `conditions/neck-pain.html`).
    """
    if document.breadcrumb:
        return [_crumb(step, place) for step in document.breadcrumb]
    if place.site is None or not place.path:
        return []
    known = pages(Whole(place.site))
    start = home(place.site, document.lang)
    steps = [(say(document.lang, "Home"), start)] if start in known and start != place.path else []
    folders = place.path.split("/")[:-1]
    for count in range(1, len(folders) + 1):
        folder = "/".join(folders[:count])
        for path in (f"{folder}.html", f"{folder}/index.html"):
            if path in known and path not in {start, place.path}:
                steps.append((known[path].title, path))
                break
    return steps


def _crumb(step: Crumb, place: Place) -> tuple[str, str]:
    entry = place.site.find(step.href, place.source) if place.site is not None else None
    return step.text, entry.path if entry is not None else step.href


def breadcrumb_nav(steps: Sequence[tuple[str, str]], here: str, draw: Drawing) -> Element | None:
    """Make the breadcrumb with the page itself as its last, current step."""
    if not steps:
        return None
    known = pages(Whole(draw.place.site))
    items = [
        el("li", None, el("a", {"href": relative(to, draw.place.path) if to in known else draw.target(to)[0]}, text))
        for text, to in steps
    ]
    items.append(el("li", None, el("span", {"aria-current": "page"}, here)))
    return draw.interface(
        "nav", {"class": "a11y-breadcrumb", "aria-label": draw.say("Breadcrumb")}, el("ol", None, items)
    )


def contents(heads: Sequence[Head], draw: Drawing) -> Element:
    """Make the list of a page's sections."""
    title = draw.heading(draw.say("On this page"))
    links = [el("li", None, el("a", {"href": f"#{head.id}"}, head.text)) for head in heads]
    return el("nav", {"class": "a11y-contents", "aria-labelledby": title.get("id")}, title, el("ul", None, links))


def guide(parts: Iterable[LinkItem], draw: Drawing) -> Element:
    """Make the list of the pages of a guide; the page that shows it is marked as the current one."""
    items = []
    for part in parts:
        address, entry = draw.place.target(part.href, part.spot)
        text = part.title or (entry.title if entry else address)
        current = entry is not None and entry.path == draw.place.path
        items.append(
            el("li", None, el("span", {"aria-current": "page"}, text) if current else el("a", {"href": address}, text))
        )
    label = draw.say("Pages in this guide")
    return el("nav", {"class": "a11y-guide", "aria-label": label}, el("ol", None, items))


def site_nav(links: Iterable[LinkItem], place: Place, lang: str) -> Element | None:
    """Make the main navigation; the page's own link is marked as the current one."""
    items = [el("li", None, nav_link(link, place)) for link in links]
    if not items:
        return None
    return el("nav", {"class": "a11y-nav", "aria-label": say(lang, "Main")}, el("ul", {"role": "list"}, items))


def nav_link(link: LinkItem, place: Place) -> Element:
    """Make one link of the header or the footer: they count from the content folder."""
    found = place.site.find(link.href) if place.site is not None else None
    file = place.site.find_file(link.href) if place.site is not None and found is None else ""
    if found is not None:
        address = place.root + quote(found.path) + link.href[len(link.href.partition("#")[0]) :]
    else:
        address = place.root + quote(file) if file else place.target(link.href, link.spot)[0]
    current = "page" if found is not None and found.path == place.path else None
    return el("a", {"href": address, "aria-current": current}, link.title or (found.title if found else address))


def languages(document: Document, place: Place) -> list[tuple[str, str]]:
    """Give (language, path in the site or address) of the same document in other languages."""
    if place.entry is not None:
        return list(place.entry.translations)
    return [(one.lang, one.href) for one in document.translations]


def language_nav(found: Sequence[tuple[str, str]], place: Place, lang: str) -> Element | None:
    """Make the switch of languages: each language in its own words, marked with its tag (WCAG 3.1.2)."""
    if not found:
        return None
    known = pages(Whole(place.site))
    items = []
    for tag, to in found:
        address = relative(to, place.path) if to in known else place.target(to)[0]
        turned = direction(tag) if direction(tag) != direction(lang) else None
        link = el("a", {"href": address, "hreflang": tag, "lang": tag, "dir": turned}, language_name(tag))
        items.append(el("li", None, link))
    label = say(lang, "Languages")
    return el("nav", {"class": "a11y-languages", "aria-label": label}, el("ul", {"role": "list"}, items))
