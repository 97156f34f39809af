"""Feeds: which languages of a site have one, where it is, and which documents stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from a11y_content.html import Element, el
from a11y_content.model.site import Entry, Site
from a11y_content.rendering.address import Place, relative

FEED: Final = "feed.xml"
MOST: Final = 50
"""Entries of a feed, newest first: it says what is new, the site's lists say what there is."""


def feed_path(site: Site, lang: str) -> str:
    """Give the path of a language's feed in the site; empty where it can have none.

    It needs whole addresses, so `base_url`, and a document with a date: no date is made up.
    """
    if not site.base_url or lang not in {site.lang, *site.languages} or not feed_entries(site.entries.values(), lang):
        return ""
    return FEED if lang == site.lang else f"{lang}/{FEED}"


def feed_entries(entries: Iterable[Entry], lang: str) -> list[Entry]:
    """Give the documents of a language's feed, newest first; lists are none, and neither is what has no date."""
    found = [one for one in entries if one.lang == lang and one.modified and one.kind != "index" and not one.refused]
    found.sort(key=lambda one: one.path)
    found.sort(key=lambda one: one.modified, reverse=True)
    return found[:MOST]


def feed_link(place: Place, lang: str, path: str) -> Element:
    """Make the link by which feed readers find the feed of a page's language."""
    title = place.site.spoken(lang).title if place.site is not None else ""
    kind = {"type": "application/atom+xml", "title": title}
    return el("link", {"rel": "alternate", **kind, "href": relative(path, place.path)})
