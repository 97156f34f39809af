"""The page's head: character set first, then what must be known before the first paint, then what may come later."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from a11y_content.design.preference import Preference
from a11y_content.html import Element, closed, el, serialize
from a11y_content.model.document import Document
from a11y_content.model.site import Brand
from a11y_content.rendering.address import Place, public
from a11y_content.rendering.assets import Assets, brand_of, table_of
from a11y_content.rendering.feeds import feed_link, feed_path
from a11y_content.rendering.guide import head_of
from a11y_content.rendering.navigation import Whole
from a11y_content.rendering.parts_styles import parts_styles
from a11y_content.rendering.policy import csp
from a11y_content.rendering.scripts import boot, script
from a11y_content.rendering.styles import page_styles
from a11y_content.rendering.tongues import alternates


def head(  # noqa: PLR0913  each said by its name
    document: Document,
    place: Place,
    *,
    data: str,
    translations: Sequence[tuple[str, str]],
    assets: Assets | None,
    whole: bool = True,
) -> str:
    """Give the elements inside `<head>` as HTML text.

    `data` is the page's JSON-LD, `translations` are (language, path in the site or address). Without `assets` the
    stylesheet is printed into the head, so that the one file works alone. The menu's script is not here: see `scripts`.
    Without `whole` it is for somebody else's template, which has its own character set, viewport, title and policy.
    """
    table = table_of(place.site)
    parts = _page(document, place, assets) if whole else []
    if assets is None:
        parts.append(_printed(table, brand_of(place.site), whole=whole))
    else:
        css = assets.stylesheet if whole else assets.parts_stylesheet
        parts.append(_linked(table, place.root, assets.boot, css))
    parts.extend(serialize(one) for one in _own(document, place, translations))
    parts.append(f'<script type="application/ld+json">{data}</script>')
    return "\n".join(parts)


def _page(document: Document, place: Place, assets: Assets | None) -> list[str]:
    """Give what a page says once, about itself."""
    made = [_CHARSET]
    if assets is not None and assets.csp_in_pages:  # before all that it speaks of
        made.append(serialize(el("meta", {"http-equiv": "Content-Security-Policy", "content": assets.csp})))
    return [*made, _VIEWPORT, serialize(el("title", None, title(document, place)))]


def scripts(place: Place, assets: Assets | None) -> str:
    """Give the element of the menu's script: a deferred link for the head, or the script itself for the body's end."""
    if assets is None:
        return _inline("script", script())
    return serialize(el("script", {"src": place.root + assets.script, "defer": True}))


def title(document: Document, place: Place) -> str:
    """Give the words of `<title>`: the page's heading first, then the site's (WCAG 2.4.2)."""
    site = place.site.spoken(document.lang).title if place.site is not None else ""
    head = head_of(place)
    own = f"{closed(document.heading)} - {head.title}" if head is not None else document.heading
    return f"{closed(own)} - {site}" if site and site != document.heading else own


def policy(place: Place, assets: Assets | None, *, whole: bool = True) -> str:
    """Give the Content-Security-Policy under which the page works, or its parts without `whole`, exactly."""
    if assets is not None:
        return assets.csp
    return _policy_alone(table_of(place.site), brand_of(place.site), whole=whole)


_CHARSET: Final = '<meta charset="utf-8">'
_VIEWPORT: Final = '<meta name="viewport" content="width=device-width, initial-scale=1">'


@lru_cache(maxsize=4)
def _policy_alone(table: tuple[Preference, ...], brand: Brand, *, whole: bool) -> str:
    css = page_styles(table, brand) if whole else parts_styles(table, brand)
    return csp(scripts=[boot(table), script()], styles=[css])


@lru_cache(maxsize=64)
def _linked(table: tuple[Preference, ...], root: str, first: str, css: str) -> str:
    """Print or link the script of the head, before the stylesheet: it must not wait for that."""
    made = serialize(el("script", {"src": root + first})) if first else _inline("script", boot(table))
    return "\n".join((made, serialize(el("link", {"rel": "stylesheet", "href": root + css}))))


@lru_cache(maxsize=4)
def _printed(table: tuple[Preference, ...], brand: Brand, *, whole: bool) -> str:
    css = page_styles(table, brand) if whole else parts_styles(table, brand)
    return "\n".join((_inline("script", boot(table)), _inline("style", css)))


def _inline(tag: str, text: str) -> str:
    """Print one of our own files; its text is raw there, so it may not hold what ends the element."""
    if "</" in text and f"</{tag}" in text.lower():
        msg = f"an asset may not hold </{tag}"
        raise ValueError(msg)
    return f"<{tag}>{text}</{tag}>"


def _own(document: Document, place: Place, translations: Sequence[tuple[str, str]]) -> list[Element]:
    made = []
    if document.summary:
        made.append(el("meta", {"name": "description", "content": document.summary}))
    site = place.site
    if site is not None and site.base_url and place.path:
        here = public(site, place.path)
        made.append(el("link", {"rel": "canonical", "href": here}))
        found = alternates(document, place, translations)
        made.extend(el("link", {"rel": "alternate", "hreflang": lang, "href": to}) for lang, to in found)
        if path := _feed(Whole(site), document.lang):
            made.append(feed_link(place, document.lang, path))
    return made


@lru_cache(maxsize=16)
def _feed(whole: Whole, lang: str) -> str:
    return feed_path(whole.site, lang) if whole.site is not None else ""
