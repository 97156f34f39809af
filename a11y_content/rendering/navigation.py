"""Ways around: breadcrumb, contents, the site's own navigation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import quote

from a11y_content.html import Element, apart, el
from a11y_content.model.document import Crumb, Document, LinkItem
from a11y_content.model.site import Entry, Site
from a11y_content.rendering.address import Place, relative
from a11y_content.rendering.draw import Drawing, Head
from a11y_content.text import direction, say


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
    `conditions/index.html` for `conditions/neck-pain.html`). A part of a guide stands below the guide's first page.
    """
    if document.breadcrumb:
        return [_crumb(step, place) for step in document.breadcrumb]
    if place.site is None or not place.path:
        return []
    known = pages(Whole(place.site))
    start = home(place.site, document.lang)
    head = known.get(place.entry.guide) if place.entry is not None else None
    path = head.path if head is not None else place.path
    steps = [(say(document.lang, "Home"), start)] if start in known and start != path else []
    steps += [(known[one].title, one) for one in _folders(path, known) if one not in {start, path}]
    return [*steps, (head.title, head.path)] if head is not None else steps


def _folders(path: str, known: Mapping[str, Entry]) -> Iterator[str]:
    """Give the page of each folder around a path."""
    folders = path.split("/")[:-1]
    for count in range(1, len(folders) + 1):
        folder = "/".join(folders[:count])
        yield from [
            one for one in (f"{folder}.html", f"{folder}/index.html") if one in known and not known[one].refused
        ][:1]


def _crumb(step: Crumb, place: Place) -> tuple[str, str]:
    entry = place.site.find(step.href, place.source) if place.site is not None else None
    return step.text, entry.path if entry is not None else step.href


def breadcrumb_nav(steps: Sequence[tuple[str, str]], here: str, draw: Drawing) -> Element | None:
    """Make the breadcrumb with the page itself as its last, current step."""
    if not steps:
        return None
    known = pages(Whole(draw.place.site))
    turn = direction(draw.lang)  # the steps stand in one line
    where = (relative(to, draw.place.path) if to in known else draw.target(to)[0] for _, to in steps)
    items = [
        el("li", None, el("a", {"href": to}, apart(text, turn))) for (text, _), to in zip(steps, where, strict=True)
    ]
    items.append(el("li", None, el("span", {"aria-current": "page"}, apart(here, turn))))
    return draw.interface(
        "nav", {"class": "a11y-breadcrumb", "aria-label": draw.say("Breadcrumb")}, el("ol", None, items)
    )


def contents(heads: Sequence[Head], draw: Drawing) -> Element:
    """Make the list of a page's sections."""
    title = draw.heading(draw.say("On this page"))
    links = [el("li", None, el("a", {"href": f"#{head.id}"}, head.text)) for head in heads]
    return el("nav", {"class": "a11y-contents", "aria-labelledby": title.get("id")}, title, el("ul", None, links))


def site_nav(links: Iterable[LinkItem], place: Place, lang: str) -> Element | None:
    """Make the main navigation; the page's own link is marked as the current one."""
    items = [el("li", None, nav_link(link, place, direction(lang))) for link in links]
    if not items:
        return None
    return el("nav", {"class": "a11y-nav", "aria-label": say(lang, "Main")}, el("ul", {"role": "list"}, items))


def nav_link(link: LinkItem, place: Place, turn: str = "ltr") -> Element:
    """Make one link of the header or the footer: they count from the content folder. `turn` is the text's direction."""
    found = place.site.find(link.href) if place.site is not None else None
    file = place.site.find_file(link.href) if place.site is not None and found is None else ""
    if found is not None:
        address = place.root + quote(found.path) + link.href[len(link.href.partition("#")[0]) :]
    else:
        address = place.root + quote(file) if file else place.target(link.href, link.spot)[0]
    current = "page" if found is not None and found.path == place.path else None
    words = apart(link.title or (found.title if found else address), turn)
    return el("a", {"href": address, "aria-current": current}, words)
