"""Atom feeds (RFC 4287): what was reviewed or published last, in each language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from a11y_content.html import clean
from a11y_content.model.site import Entry, Site
from a11y_content.rendering.address import public
from a11y_content.rendering.feeds import feed_entries, feed_path

ATOM: Final = "http://www.w3.org/2005/Atom"
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMES: Final[dict[str | None, str]] = {None: ATOM}


def feeds(site: Site, entries: Iterable[Entry]) -> dict[str, bytes]:
    """Give the feeds of a site by their path, as UTF-8 XML; none without `base_url`.

    Ids are the addresses of the pages. Dates are those of the documents: the last review, else the publication, at the
    start of that day (the format wants a time). Texts are plain text, so that nothing in a title is ever markup.
    """
    known = list(entries)
    found = ((lang, feed_path(site, lang)) for lang in (site.lang, *site.languages))
    return {path: _feed(site, lang, path, feed_entries(known, lang)) for lang, path in found if path}


def _feed(site: Site, lang: str, path: str, entries: list[Entry]) -> bytes:
    words = site.spoken(lang)
    here = public(site, path)
    home = public(site, "index.html" if lang == site.lang else f"{lang}/index.html")
    root = etree.Element(f"{{{ATOM}}}feed", nsmap=_NAMES)  # type: ignore[arg-type]  # lxml takes None, its types do not know
    root.set(_XML_LANG, lang)
    _add(root, "id", here)
    _add(root, "title", words.title)
    if words.tagline:
        _add(root, "subtitle", words.tagline)
    _add(root, "updated", _time(max((one.modified for one in entries), default=_NEVER)))
    _link(root, "self", here, "application/atom+xml", lang)
    _link(root, "alternate", home, "text/html", lang)
    _add(_add(root, "author"), "name", words.title)
    for one in entries:
        entry = _add(root, "entry")
        address = public(site, one.path)
        _add(entry, "id", address)
        _add(entry, "title", one.title)
        _add(entry, "updated", _time(one.modified))
        _link(entry, "alternate", address, "text/html", lang)
        if one.summary:
            _add(entry, "summary", one.summary).set("type", "text")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


_NEVER: Final = "1970-01-01"
"""For a feed whose documents are all refused: an old date makes no reader fetch it as new."""


def _add(parent: etree._Element, name: str, text: str = "") -> etree._Element:
    made = etree.SubElement(parent, f"{{{ATOM}}}{name}")
    if text:
        made.text = clean(text)
    return made


def _link(parent: etree._Element, rel: str, href: str, kind: str, lang: str) -> None:
    made = _add(parent, "link")
    for name, value in (("rel", rel), ("type", kind), ("hreflang", lang), ("href", href)):
        made.set(name, value)


def _time(date: str) -> str:
    return f"{date}T00:00:00Z"
