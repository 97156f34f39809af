"""The page: one complete HTML5 document out of a typed document, or its parts for somebody else's template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self, assert_never

from a11y_content import blocks as _blocks  # noqa: F401  importing registers every view
from a11y_content.design.mode import Mode
from a11y_content.html import Child, Element, el, serialize
from a11y_content.model.document import Condition, Document, Index, Story
from a11y_content.model.document import Page as PageDocument
from a11y_content.problem import Spot
from a11y_content.rendering.address import Place
from a11y_content.rendering.assets import Assets, table_of
from a11y_content.rendering.condition import condition, page
from a11y_content.rendering.draw import Drawing
from a11y_content.rendering.head import head, policy, scripts, title
from a11y_content.rendering.index import index, listed
from a11y_content.rendering.json_ld import json_ld
from a11y_content.rendering.navigation import breadcrumb, breadcrumb_nav
from a11y_content.rendering.parts_styles import FRAME
from a11y_content.rendering.shell import chrome, mode_of
from a11y_content.rendering.source_map import source_map
from a11y_content.rendering.story import story
from a11y_content.rendering.tongues import choices, language_nav, languages
from a11y_content.rules.abbreviations import terms_of
from a11y_content.text import direction


class Page(str):
    """The text of a complete HTML document; template engines take it as safe (`__html__`)."""

    __slots__ = ("csp", "source_map")
    csp: str
    """The Content-Security-Policy under which the page works, exactly."""
    source_map: Mapping[str, Spot]
    """Path of child indexes from `main` to the author's place; empty unless rendered with `trace=True`."""

    def __new__(cls, text: str, places: Mapping[str, Spot] | None = None, csp: str = "") -> Self:
        """Make a page of its text, its source map and its policy."""
        made = super().__new__(cls, text)
        made.csp = csp
        made.source_map = dict(places or {})  # a plain dict: pages travel between processes
        return made

    def __html__(self) -> str:
        """Give the text as a plain string."""
        return str.__str__(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of a page as HTML text, for a template of your own (docs/integrate.md).

    Skip link, menu and main each come in a frame, an element of the class `a11y-part`: the template's styles end there,
    and so do ours.
    """

    title: str
    """The words for the template's own `<title>`, as plain text: escape them."""
    head: str
    """What belongs into `<head>`, after the character set and the viewport, which the template has."""
    skip_link: str
    """The first thing in `<body>`."""
    menu: str
    """The accessibility menu: right after the skip link."""
    main: str
    """The `main` element with the article."""
    scripts: str
    """The script of the menu: at the end of `<body>`, or in `<head>` where it is a link."""
    csp: str
    """The Content-Security-Policy under which these parts work, exactly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A page's own parts as elements, and what was used to draw them."""

    main: Element
    draw: Drawing
    crumbs: Sequence[tuple[str, str]]


def make(document: Document, place: Place) -> Made:
    """Draw `main`."""
    draw = Drawing(place, document.lang, glossary=terms_of(document, place.site), references=document.references)
    main = el("main", {"id": "main", "class": "a11y-main"}, article(document, draw))
    if document.spot:
        draw.spots.append((main, document.spot))
    return Made(main=main, draw=draw, crumbs=breadcrumb(document, place))


def article(document: Document, draw: Drawing) -> Element:
    """Draw the article of a document."""
    return el("article", {"class": f"a11y-article a11y-article--{document.kind}"}, _inside(document, draw))


def _inside(document: Document, draw: Drawing) -> list[Child]:
    match document:
        case Condition():
            return condition(document, draw)
        case Story():
            return story(document, draw)
        case Index():
            return index(document, draw)
        case PageDocument():
            return page(document, draw)
        case _:
            assert_never(document)  # type: ignore[arg-type]  # Document is a base class; these four are all there are


def render_page(document: Document, place: Place, mode: str | Mode, assets: Assets | None, *, trace: bool) -> Page:
    """Put a page together; raises `UsageError` for an unknown mode and `ContentError` for what cannot be written."""
    made = make(document, place)
    chosen = mode_of(mode, table_of(place.site))
    lang = document.lang
    around = chrome(place, lang, chosen)
    others = languages(document, place)
    switch = language_nav(choices(document, place, others), place, lang)
    crumbs = breadcrumb_nav(made.crumbs, document.heading, made.draw)
    start = serialize(el("html", {"lang": lang, "dir": direction(lang), **chosen.attributes})).removesuffix("</html>")
    script = scripts(place, assets)
    parts = (
        "<!DOCTYPE html>",
        start,
        "<head>",
        head(document, place, data=data(document, place, made.crumbs), translations=others, assets=assets),
        script if assets is not None else "",
        "</head>",
        "<body>",
        around.skip_link,
        around.header,
        serialize(switch) if switch is not None else "",
        "</header>",
        serialize(crumbs) if crumbs is not None else "",
        serialize(made.main),
        around.footer,
        script if assets is None else "",
        "</body>",
        "</html>",
    )
    text = "\n".join(part for part in parts if part) + "\n"
    return Page(text, source_map(made.main, made.draw.spots) if trace else None, policy(place, assets))


def data(document: Document, place: Place, crumbs: Sequence[tuple[str, str]]) -> str:
    """Give the page's JSON-LD."""
    items: list[tuple[str, str]] = []
    if isinstance(document, Index):
        items = [(entry.title, entry.path) for entry in listed(document, place.site)]
        for one in document.items:
            entry = place.site.find(one.href, place.source) if place.site is not None else None
            items.append((one.title or (entry.title if entry else one.href), entry.path if entry else one.href))
    return json_ld(document, place, crumbs=crumbs, listed=items)


def parts(document: Document, place: Place, mode: str | Mode, assets: Assets | None) -> Parts:
    """Give the parts of a page; raises as `render_page`."""
    made = make(document, place)
    around = chrome(place, document.lang, mode_of(mode, table_of(place.site)))
    others = languages(document, place)
    about = data(document, place, made.crumbs)
    return Parts(
        title=title(document, place),
        head=head(document, place, data=about, translations=others, assets=assets, whole=False),
        skip_link=framed(around.skip_link, document.lang),
        menu=framed(around.menu, document.lang),
        main=framed(serialize(made.main), document.lang),
        scripts=scripts(place, assets),
        csp=policy(place, assets, whole=False),
    )


def framed(part: str, lang: str) -> str:
    """Put a part into its frame, which says its language: the foreign page may be in another one (WCAG 3.1.2)."""
    start = serialize(el("div", {"class": FRAME, "lang": lang, "dir": direction(lang)})).removesuffix("</div>")
    return f"{start}{part}</div>"
